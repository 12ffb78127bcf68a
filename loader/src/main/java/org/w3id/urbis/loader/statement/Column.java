package org.w3id.urbis.loader.statement;

import java.util.stream.IntStream;

/** One part of all rows, and for each term the last row that has it there. */
final class Column {
    final Numbers terms = new Numbers();
    final Numbers previous = new Numbers();
    private final Numbers last = new Numbers();
    private final Numbers counts = new Numbers();

    void add(int term) {
        while (last.count() <= term) {
            last.add(Statements.NONE);
            counts.add(0);
        }
        previous.add(last.get(term));
        last.set(term, terms.count());
        counts.set(term, counts.get(term) + 1);
        terms.add(term);
    }

    int last(int term) {
        return term < last.count() ? last.get(term) : Statements.NONE;
    }

    int count(int term) {
        return term < counts.count() ? counts.get(term) : 0;
    }

    /** The terms that some row has there. */
    int[] used() {
        return IntStream.range(0, last.count())
                .filter(term -> last.get(term) != Statements.NONE)
                .toArray();
    }
}
