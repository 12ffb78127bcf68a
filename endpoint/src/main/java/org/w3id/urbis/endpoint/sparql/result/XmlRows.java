package org.w3id.urbis.endpoint.sparql.result;

import java.io.IOException;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.XSD;

/**
 * One row a line.
 *
 * @see <a href="https://www.w3.org/TR/rdf-sparql-XMLres/">SPARQL Query Results XML Format</a>
 */
final class XmlRows implements RowFormat {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\">\n<head>";
    private static final String DIRECTION =
            " xmlns:its=\"http://www.w3.org/2005/11/its\" its:version=\"2.0\" its:dir=\"";

    private final Utf8Buffer out;
    private final BlankLabels labels = new BlankLabels();
    private Var[] columns = {};
    private Cells cells;

    XmlRows(Utf8Buffer out) {
        this.out = out;
    }

    @Override
    public void begin(List<Var> variables) throws IOException {
        columns = variables.toArray(Var[]::new);
        cells = new Cells(columns.length, out, this::term);
        out.text(HEAD);
        for (Var column : columns) {
            out.text("<variable name=\"" + column.getVarName() + "\"/>");
        }
        out.text("</head>\n<results>\n");
    }

    @Override
    public void row(Binding row) throws IOException {
        out.text("<result>");
        for (int i = 0; i < columns.length; i++) {
            Node term = row.get(columns[i]);
            if (term != null) {
                out.text("<binding name=\"");
                out.text(columns[i].getVarName());
                out.text("\">");
                cells.write(i, term);
                out.text("</binding>");
            }
        }
        out.text("</result>\n");
    }

    private void term(Node term) throws IOException {
        if (term.isURI()) {
            out.text("<uri>");
            xml(term.getURI());
            out.text("</uri>");
        } else if (term.isLiteral()) {
            literal(term);
        } else if (term.isTripleTerm()) {
            Triple triple = term.getTriple();
            out.text("<triple><subject>");
            term(triple.getSubject());
            out.text("</subject><predicate>");
            term(triple.getPredicate());
            out.text("</predicate><object>");
            term(triple.getObject());
            out.text("</object></triple>");
        } else {
            out.text("<bnode>");
            out.text(labels.of(term));
            out.text("</bnode>");
        }
    }

    private void literal(Node literal) throws IOException {
        out.text("<literal");
        String language = literal.getLiteralLanguage();
        if (!language.isEmpty()) {
            out.text(" xml:lang=\"");
            xml(language);
            out.write('"');
            if (literal.getLiteralBaseDirection() != null) {
                out.text(DIRECTION);
                out.text(literal.getLiteralBaseDirection().direction());
                out.write('"');
            }
        } else if (!literal.getLiteralDatatypeURI().equals(XSD.xstring.getURI())) {
            out.text(" datatype=\"");
            xml(literal.getLiteralDatatypeURI());
            out.write('"');
        }
        out.write('>');
        xml(literal.getLiteralLexicalForm());
        out.text("</literal>");
    }

    /** XML has no way to write most control characters, not even by number. XML 1.0, production 2. */
    private void xml(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r' || c >= '\uFFFE') {
                throw new UnwritableTextException(
                        "The answer holds the character U+%04X, which XML cannot carry.".formatted((int) c));
            }
        }
        out.escaped(text, Escapes.XML);
    }

    @Override
    public void end() throws IOException {
        out.text("</results>\n</sparql>\n");
    }

    @Override
    public void verdict(boolean yes) throws IOException {
        out.text(HEAD + "</head>\n<boolean>" + yes + "</boolean>\n</sparql>\n");
    }
}
