package org.w3id.urbis.loader.readform;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.w3id.urbis.loader.statement.StatementOrder;

/** The terms of a read form without those that go and with those that come, each at its place in the order of all. */
final class AmendedTerms {
    private static final int GONE = -1;

    /** The order of the numbers of terms: those that are numbers by value, then the others by text. */
    private static final Comparator<Key> ORDER = Comparator.comparing(
                    Key::value, Comparator.nullsLast(NumericValues.ORDER))
            .thenComparing(Key::text, Arrays::compareUnsigned);

    private final Terms old;
    private final Renumbering numbers;
    private final List<Node> coming;
    private final Map<Node, Integer> indexes = new HashMap<>();

    private AmendedTerms(Terms old, Renumbering numbers, List<Node> coming) {
        this.old = old;
        this.numbers = numbers;
        this.coming = coming;
        for (int index = 0; index < coming.size(); index++) {
            indexes.put(coming.get(index), index);
        }
    }

    /** What a term is sorted by; the value is null if it is no number. */
    private record Key(Node term, Object value, byte[] text) {
        Key(Node term) {
            this(term, NumericValues.of(term), StatementOrder.text(term));
        }
    }

    /**
     * Where a term stands.
     *
     * @param before  its number before or, if it had none, the number of the term that it comes before
     * @param isKnown whether it had a number before
     * @param after   its number now; negative if it goes
     */
    record Spot(int before, boolean isKnown, int after) {
        boolean stays() {
            return after >= 0;
        }
    }

    /**
     * Finds the places of those that come.
     *
     * @param old    the terms before
     * @param coming terms that are not among them
     * @param going  the numbers of those that go, sorted
     */
    static AmendedTerms of(Terms old, Collection<Node> coming, int[] going) {
        Key[] keys = coming.stream().map(Key::new).sorted(ORDER).toArray(Key[]::new);
        int[] places = new int[keys.length];
        place(old, keys, places, 0, keys.length, 0, old.count());
        return new AmendedTerms(
                old,
                new Renumbering(old.count(), going, places),
                Arrays.stream(keys).map(Key::term).toList());
    }

    /** Finds the places of some of the keys, which lie between two places; the middle one first, so that few are looked at. */
    private static void place(Terms old, Key[] keys, int[] places, int from, int end, int lowest, int highest) {
        if (from == end) {
            return;
        }
        int middle = from + end >>> 1;
        int low = lowest;
        int high = highest;
        while (low < high) {
            int looked = low + high >>> 1;
            if (ORDER.compare(new Key(old.term(looked)), keys[middle]) < 0) {
                low = looked + 1;
            } else {
                high = looked;
            }
        }
        places[middle] = low;
        place(old, keys, places, from, middle, lowest, low);
        place(old, keys, places, middle + 1, end, low, highest);
    }

    /** How old numbers become new ones. */
    Renumbering numbers() {
        return numbers;
    }

    /** The terms that come, in order. */
    List<Node> coming() {
        return coming;
    }

    /** Where a term stands that is there before or now. */
    Spot spot(Node term) {
        Integer index = indexes.get(term);
        if (index != null) {
            return new Spot(numbers.place(index), false, numbers.ofInserted(index));
        }
        return spot(old.number(term));
    }

    /** Where a term stands by its number before. */
    Spot spot(int before) {
        return new Spot(before, true, numbers.isRemoved(before) ? GONE : numbers.of(before));
    }
}
