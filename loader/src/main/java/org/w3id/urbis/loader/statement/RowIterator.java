package org.w3id.urbis.loader.statement;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

/** What is made of each of some rows. */
final class RowIterator<T> implements Iterator<T> {

    private final Statements.Rows rows;
    private final IntFunction<T> made;
    private int next;

    RowIterator(Statements.Rows rows, IntFunction<T> made) {
        this.rows = rows;
        this.made = made;
        this.next = rows.next();
    }

    @Override
    public boolean hasNext() {
        return next >= 0;
    }

    @Override
    public T next() {
        if (next < 0) {
            throw new NoSuchElementException();
        }
        T one = made.apply(next);
        next = rows.next();
        return one;
    }
}
