package org.w3id.urbis.shapes;

import java.util.Arrays;
import java.util.NoSuchElementException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NiceIterator;

/**
 * A graph that was packed when the program was built: it takes no reading, and makes a term when somebody asks for it.
 *
 * <p>Its triples are numbers of terms, sorted three times over, so that any pattern is a stretch of one of the lists. It
 * never changes and may be shared by threads.
 */
final class PackedGraph extends GraphBase {

    private final PackedTerms terms;
    private final Sorted bySubject;
    private final Sorted byPredicate;
    private final Sorted byObject;

    /**
     * Takes a packed graph.
     *
     * @param terms       the terms
     * @param bySubject   subject, predicate and object of each triple in turn, sorted
     * @param byPredicate predicate, object and subject of each, sorted
     * @param byObject    object, subject and predicate of each, sorted
     */
    PackedGraph(PackedTerms terms, int[] bySubject, int[] byPredicate, int[] byObject) {
        this.terms = terms;
        this.bySubject = new Sorted(bySubject, 0, 1, 2);
        this.byPredicate = new Sorted(byPredicate, 2, 0, 1);
        this.byObject = new Sorted(byObject, 1, 2, 0);
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        Stretch stretch = stretch(pattern);
        return stretch.from() == stretch.to() ? NiceIterator.emptyIterator() : new Walk(stretch, terms);
    }

    @Override
    protected boolean graphBaseContains(Triple pattern) {
        Stretch stretch = stretch(pattern);
        return stretch.from() < stretch.to();
    }

    @Override
    protected int graphBaseSize() {
        return bySubject.size();
    }

    @SuppressWarnings("removal")
    @Override
    public boolean dependsOn(Graph other) {
        return other == this;
    }

    /** Where the triples of a pattern stand, all of them and no others. */
    private Stretch stretch(Triple pattern) {
        int s = number(pattern.getSubject());
        int p = number(pattern.getPredicate());
        int o = number(pattern.getObject());
        if (s == ABSENT || p == ABSENT || o == ABSENT) {
            return new Stretch(bySubject, 0, 0);
        }
        if (s >= 0) {
            return p < 0 && o >= 0 ? byObject.stretch(o, s, ANY) : bySubject.stretch(s, p, o);
        }
        return p >= 0 ? byPredicate.stretch(p, o, ANY) : byObject.stretch(o, ANY, ANY);
    }

    private static final int ANY = -1;
    private static final int ABSENT = -2;

    private int number(Node node) {
        if (node == null || !node.isConcrete()) {
            return ANY;
        }
        int number = terms.number(node);
        return number < 0 ? ABSENT : number;
    }

    /** Some of the triples of a list, from one place up to another that does not belong to it. */
    private record Stretch(Sorted list, int from, int to) {}

    /** The triples of a stretch, one after the other. */
    private static final class Walk extends NiceIterator<Triple> {

        private final Stretch stretch;
        private final PackedTerms terms;
        private int at;

        Walk(Stretch stretch, PackedTerms terms) {
            this.stretch = stretch;
            this.terms = terms;
            this.at = stretch.from();
        }

        @Override
        public boolean hasNext() {
            return at < stretch.to();
        }

        @Override
        public Triple next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return stretch.list().triple(at++, terms);
        }
    }

    /** All triples in one order. */
    private record Sorted(int[] numbers, int subject, int predicate, int object) {

        int size() {
            return numbers.length / 3;
        }

        Triple triple(int at, PackedTerms terms) {
            return Triple.create(
                    terms.term(numbers[3 * at + subject]),
                    terms.term(numbers[3 * at + predicate]),
                    terms.term(numbers[3 * at + object]));
        }

        /** The triples that begin with these numbers; after {@link #ANY} nothing counts. */
        Stretch stretch(int first, int second, int third) {
            int[] wanted = first < 0
                    ? new int[0]
                    : second < 0
                            ? new int[] {first}
                            : third < 0 ? new int[] {first, second} : new int[] {first, second, third};
            return new Stretch(this, first(wanted, false), first(wanted, true));
        }

        /** The first place whose numbers are not below those wanted, or are above them. */
        private int first(int[] wanted, boolean above) {
            int low = 0;
            int high = size();
            while (low < high) {
                int middle = low + high >>> 1;
                int order = Arrays.compare(numbers, 3 * middle, 3 * middle + wanted.length, wanted, 0, wanted.length);
                if (order < 0 || above && order == 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
