package org.w3id.urbis.endpoint.sparql.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.TextDirection;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.XSD;

/**
 * One row a line.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-results-json/">SPARQL 1.1 Query Results JSON Format</a>
 */
final class JsonRows implements RowFormat {
    private static final byte[] URI = ascii("{\"type\":\"uri\",\"value\":\"");
    private static final byte[] LITERAL = ascii("{\"type\":\"literal\",\"value\":\"");
    private static final byte[] LANG = ascii("\",\"xml:lang\":\"");
    private static final byte[] DIRECTION = ascii("\",\"its:dir\":\"");
    private static final byte[] DATATYPE = ascii("\",\"datatype\":\"");
    private static final byte[] BNODE = ascii("{\"type\":\"bnode\",\"value\":\"");
    private static final byte[] END = ascii("\"}");
    private static final byte[] SUBJECT = ascii("{\"type\":\"triple\",\"value\":{\"subject\":");
    private static final byte[] PREDICATE = ascii(",\"predicate\":");
    private static final byte[] OBJECT = ascii(",\"object\":");
    private static final byte[] END_TRIPLE = ascii("}}");

    private final Utf8Buffer out;
    private final BlankLabels labels = new BlankLabels();
    private Var[] columns = {};
    private Cells cells;
    private byte[][] names = {};
    private boolean first = true;

    JsonRows(Utf8Buffer out) {
        this.out = out;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void begin(List<Var> variables) throws IOException {
        columns = variables.toArray(Var[]::new);
        cells = new Cells(columns.length, out, this::term);
        names = new byte[columns.length][];
        out.text("{\"head\":{\"vars\":[");
        for (int i = 0; i < columns.length; i++) {
            // A variable's name holds no character that JSON would escape.
            String name = "\"" + columns[i].getVarName() + "\"";
            names[i] = (name + ":").getBytes(StandardCharsets.UTF_8);
            out.text(i == 0 ? name : "," + name);
        }
        out.text("]},\"results\":{\"bindings\":[");
    }

    @Override
    public void row(Binding row) throws IOException {
        if (!first) {
            out.write(',');
        }
        first = false;
        out.write('\n');
        out.write('{');
        boolean firstCell = true;
        for (int i = 0; i < columns.length; i++) {
            Node term = row.get(columns[i]);
            if (term != null) {
                if (!firstCell) {
                    out.write(',');
                }
                firstCell = false;
                out.raw(names[i]);
                cells.write(i, term);
            }
        }
        out.write('}');
    }

    private void term(Node term) throws IOException {
        if (term.isURI()) {
            out.raw(URI);
            out.escaped(term.getURI(), Escapes.JSON);
            out.raw(END);
        } else if (term.isLiteral()) {
            literal(term);
        } else if (term.isTripleTerm()) {
            Triple triple = term.getTriple();
            out.raw(SUBJECT);
            term(triple.getSubject());
            out.raw(PREDICATE);
            term(triple.getPredicate());
            out.raw(OBJECT);
            term(triple.getObject());
            out.raw(END_TRIPLE);
        } else {
            out.raw(BNODE);
            out.text(labels.of(term));
            out.raw(END);
        }
    }

    private void literal(Node literal) throws IOException {
        out.raw(LITERAL);
        out.escaped(literal.getLiteralLexicalForm(), Escapes.JSON);
        String language = literal.getLiteralLanguage();
        if (!language.isEmpty()) {
            out.raw(LANG);
            out.escaped(language, Escapes.JSON);
            TextDirection direction = literal.getLiteralBaseDirection();
            if (direction != null) {
                out.raw(DIRECTION);
                out.text(direction.direction());
            }
        } else {
            String datatype = literal.getLiteralDatatypeURI();
            if (!datatype.equals(XSD.xstring.getURI())) {
                out.raw(DATATYPE);
                out.escaped(datatype, Escapes.JSON);
            }
        }
        out.raw(END);
    }

    @Override
    public void end() throws IOException {
        out.text("\n]}}\n");
    }

    @Override
    public void verdict(boolean yes) throws IOException {
        out.text("{\"head\":{},\"boolean\":" + yes + "}\n");
    }
}
