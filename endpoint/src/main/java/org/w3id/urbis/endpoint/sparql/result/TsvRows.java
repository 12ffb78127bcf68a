package org.w3id.urbis.endpoint.sparql.result;

import java.io.IOException;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * Terms as Turtle writes them. What ASK answers is not covered by the specification; it is a table with one cell.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-results-csv-tsv/#tsv">SPARQL 1.1 Query Results CSV and TSV Formats, 4</a>
 */
final class TsvRows implements RowFormat {
    private final Utf8Buffer out;
    private final TurtleTerms terms;
    private Var[] columns = {};
    private Cells cells;

    TsvRows(Utf8Buffer out) {
        this.out = out;
        this.terms = new TurtleTerms(out, true);
    }

    @Override
    public void begin(List<Var> variables) throws IOException {
        columns = variables.toArray(Var[]::new);
        cells = new Cells(columns.length, out, terms::term);
        for (int i = 0; i < columns.length; i++) {
            out.text(i == 0 ? "?" : "\t?");
            out.text(columns[i].getVarName());
        }
        out.write('\n');
    }

    @Override
    public void row(Binding row) throws IOException {
        for (int i = 0; i < columns.length; i++) {
            if (i > 0) {
                out.write('\t');
            }
            Node term = row.get(columns[i]);
            if (term != null) {
                cells.write(i, term);
            }
        }
        out.write('\n');
    }

    @Override
    public void end() {
        // The last row ended its own line.
    }

    @Override
    public void verdict(boolean yes) throws IOException {
        out.text("?_askResult\n" + yes + "\n");
    }
}
