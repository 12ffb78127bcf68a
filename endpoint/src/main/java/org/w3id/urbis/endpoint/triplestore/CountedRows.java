package org.w3id.urbis.endpoint.triplestore;

import java.util.function.BiConsumer;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.w3id.urbis.endpoint.problem.ProblemException;

/** Rows that count something; when they end, the mark that came with them is looked at. */
final class CountedRows {
    private static final Var OBJECT = Var.alloc("o");
    private static final Var COUNT = Var.alloc("n");

    private final StoreRows rows;
    private final String expected;

    /**
     * Prepares to read.
     *
     * @param expected the hash of the revision that has to be counted
     */
    CountedRows(StoreRows rows, String expected) {
        this.rows = rows;
        this.expected = expected;
    }

    /**
     * Reads all of them.
     *
     * @param taking is given what is counted, null if it is not told apart, and how many
     * @throws ProblemException if the store does not answer as it should, or holds another revision by now
     */
    void forEach(BiConsumer<Node, Long> taking) {
        String hash = "";
        while (rows.hasNext()) {
            Binding row = rows.next();
            if (row.contains(StoreText.HASH)) {
                hash = StatementRows.hash(row.get(StoreText.HASH));
            } else if (row.contains(COUNT)) {
                taking.accept(row.get(OBJECT), number(row.get(COUNT)));
            }
        }
        if (!hash.equals(expected)) {
            throw StoreProblems.changed();
        }
    }

    private static long number(Node count) {
        try {
            return Long.parseLong(count.isLiteral() ? count.getLiteralLexicalForm() : "");
        } catch (NumberFormatException none) {
            throw StoreProblems.unusable("COUNT", none);
        }
    }
}
