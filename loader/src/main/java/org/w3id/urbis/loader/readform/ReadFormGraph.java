package org.w3id.urbis.loader.readform;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/** One graph of a read form, or the union of all. */
final class ReadFormGraph extends GraphBase {
    private final ReadForm form;
    private final GraphChoice choice;

    ReadFormGraph(ReadForm form, GraphChoice choice) {
        this.form = form;
        this.choice = choice;
    }

    ReadForm form() {
        return form;
    }

    GraphChoice choice() {
        return choice;
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        Iterator<TripleCursor> found = Found.in(
                form,
                choice,
                form.part(pattern.getMatchSubject()),
                form.part(pattern.getMatchPredicate()),
                form.part(pattern.getMatchObject()));
        return WrappedIterator.create(new Iterator<>() {
            @Override
            public boolean hasNext() {
                return found.hasNext();
            }

            @Override
            public Triple next() {
                return form.statement(found.next());
            }
        });
    }

    @Override
    protected boolean graphBaseContains(Triple triple) {
        return Found.in(
                        form,
                        choice,
                        form.part(triple.getMatchSubject()),
                        form.part(triple.getMatchPredicate()),
                        form.part(triple.getMatchObject()))
                .hasNext();
    }

    @Override
    protected int graphBaseSize() {
        return choice.size(form.triples());
    }

    /** Walks over what is found; what it hands out is one and the same object, moved on. */
    static final class Found implements Iterator<TripleCursor> {
        private final Triples triples;
        private final GraphChoice choice;
        private final TripleCursor cursor;
        private boolean looked;
        private boolean more;

        private Found(Triples triples, GraphChoice choice, TripleCursor cursor, boolean possible) {
            this.triples = triples;
            this.choice = choice;
            this.cursor = cursor;
            this.looked = !possible;
        }

        static Found in(ReadForm form, GraphChoice choice, int subject, int property, int value) {
            TripleCursor cursor = new TripleCursor(form.triples());
            boolean possible = choice != GraphChoice.NONE
                    && subject != Terms.UNKNOWN
                    && property != Terms.UNKNOWN
                    && value != Terms.UNKNOWN;
            if (possible) {
                choice.open(cursor, form.triples(), subject, property, value);
            }
            return new Found(form.triples(), choice, cursor, possible);
        }

        @Override
        public boolean hasNext() {
            if (!looked) {
                do {
                    more = cursor.next();
                } while (more && !choice.holds(triples, cursor.triple()));
                looked = true;
            }
            return more;
        }

        @Override
        public TripleCursor next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            looked = false;
            return cursor;
        }
    }
}
