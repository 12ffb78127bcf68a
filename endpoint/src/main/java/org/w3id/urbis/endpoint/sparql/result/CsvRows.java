package org.w3id.urbis.endpoint.sparql.result;

import java.io.IOException;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * Values without their types. What ASK answers is not covered by the specification; it is a table with one cell.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-results-csv-tsv/#csv">SPARQL 1.1 Query Results CSV and TSV Formats, 3</a>
 */
final class CsvRows implements RowFormat {
    private final Utf8Buffer out;
    private final BlankLabels labels = new BlankLabels();
    private Var[] columns = {};
    private Cells cells;

    CsvRows(Utf8Buffer out) {
        this.out = out;
    }

    @Override
    public void begin(List<Var> variables) throws IOException {
        columns = variables.toArray(Var[]::new);
        cells = new Cells(columns.length, out, term -> field(text(term)));
        for (int i = 0; i < columns.length; i++) {
            if (i > 0) {
                out.write(',');
            }
            field(columns[i].getVarName());
        }
        endLine();
    }

    @Override
    public void row(Binding row) throws IOException {
        for (int i = 0; i < columns.length; i++) {
            if (i > 0) {
                out.write(',');
            }
            Node term = row.get(columns[i]);
            if (term != null) {
                cells.write(i, term);
            }
        }
        endLine();
    }

    private String text(Node term) {
        if (term.isURI()) {
            return term.getURI();
        }
        if (term.isLiteral()) {
            return term.getLiteralLexicalForm();
        }
        return term.isBlank() ? "_:" + labels.of(term) : TurtleTerms.string(term);
    }

    private void field(String text) throws IOException {
        if (needsQuotes(text)) {
            out.write('"');
            out.escaped(text, Escapes.CSV);
            out.write('"');
        } else {
            out.text(text);
        }
    }

    /** An empty text is quoted, so that it is told from no value at all. */
    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return text.isEmpty();
    }

    private void endLine() throws IOException {
        out.write('\r');
        out.write('\n');
    }

    @Override
    public void end() {
        // The last row ended its own line.
    }

    @Override
    public void verdict(boolean yes) throws IOException {
        out.text("_askResult\r\n" + yes + "\r\n");
    }
}
