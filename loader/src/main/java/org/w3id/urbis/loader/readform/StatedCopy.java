package org.w3id.urbis.loader.readform;

import java.util.Arrays;
import org.w3id.urbis.loader.statement.Statements;

/** Copies statements of a read form, and gives their terms new numbers when they are first met. */
final class StatedCopy {

    private final ReadForm form;
    private final Triples triples;
    private final Statements target;
    private final int[] numbers;

    StatedCopy(ReadForm form, Statements target) {
        this.form = form;
        this.triples = form.triples();
        this.target = target;
        this.numbers = new int[form.terms().count()];
        Arrays.fill(numbers, EarlierStatements.NEVER);
    }

    /** Copies those of some graphs, which are told by their places in the list of graphs. */
    void copy(boolean[] wanted) {
        TripleCursor cursor = new TripleCursor(triples);
        cursor.open(Triples.ANY, Triples.ANY, Triples.ANY);
        while (cursor.next()) {
            boolean again = false;
            int end = triples.tripleGraphsAt.get(cursor.triple() + 1);
            for (int at = triples.tripleGraphsAt.get(cursor.triple()); at < end; at++) {
                int graph = triples.tripleGraphs.get(at);
                if (wanted[triples.graph(graph)]) {
                    target.append(
                            number(graph),
                            number(cursor.subject()),
                            number(cursor.property()),
                            number(cursor.value()),
                            again);
                    again = true;
                }
            }
        }
    }

    private int number(int term) {
        if (numbers[term] < 0) {
            numbers[term] = target.number(form.terms().term(term));
        }
        return numbers[term];
    }
}
