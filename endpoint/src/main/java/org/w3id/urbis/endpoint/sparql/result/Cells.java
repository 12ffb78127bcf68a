package org.w3id.urbis.endpoint.sparql.result;

import java.io.IOException;
import org.apache.jena.graph.Node;

/**
 * The cells of a table on their way out. Rows come in some order, and so a column often holds for many rows the same
 * term: from the second time on its bytes are kept and written again.
 */
final class Cells {
    private final Utf8Buffer out;
    private final Form form;
    private final Node[] before;
    private final byte[][] written;

    /** How a term is written. */
    @FunctionalInterface
    interface Form {
        /**
         * Writes one.
         *
         * @throws IOException if nobody wants the answer any more
         */
        void write(Node term) throws IOException;
    }

    Cells(int columns, Utf8Buffer out, Form form) {
        this.out = out;
        this.form = form;
        this.before = new Node[columns];
        this.written = new byte[columns][];
    }

    /** Writes a cell of the next row. */
    void write(int column, Node term) throws IOException {
        if (term != before[column]) {
            before[column] = term;
            written[column] = null;
            form.write(term);
        } else if (written[column] != null) {
            out.raw(written[column]);
        } else {
            int mark = out.mark();
            int handedOver = out.handedOver();
            form.write(term);
            written[column] = out.handedOver() == handedOver ? out.since(mark) : null;
        }
    }
}
