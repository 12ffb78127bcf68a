package org.w3id.urbis.loader.readform;

import java.io.IOException;
import java.util.Arrays;

/**
 * Where the rows of a list stand after some were taken out and others put in. Those that stay keep their order, so that a list
 * that is sorted by their numbers stays sorted.
 */
final class Renumbering {
    /** Rows of which one entry of the table tells where to look, as a power of two. */
    private static final int BLOCK_BITS = 7;

    private final int before;
    private final int[] removed;
    private final int[] inserted;
    /** Old numbers from each of these on are shifted by as much as stands beside it. */
    private final int[] from;

    private final int[] shift;
    /** For each block the last shift that begins not after it. */
    private final int[] first;

    /**
     * Numbers anew.
     *
     * @param before   how many rows there were
     * @param removed  the numbers of those that go, sorted
     * @param inserted for each row that comes the number of the old one that it comes before, sorted
     */
    Renumbering(int before, int[] removed, int[] inserted) {
        this.before = before;
        this.removed = removed;
        this.inserted = inserted;
        this.from = new int[removed.length + inserted.length + 1];
        this.shift = new int[from.length];
        this.first = new int[(before >>> BLOCK_BITS) + 2];
        fill();
    }

    private void fill() {
        int gone = 0;
        int come = 0;
        for (int at = 1; at < from.length; at++) {
            boolean comes = gone == removed.length || come < inserted.length && inserted[come] <= removed[gone];
            from[at] = comes ? inserted[come++] : removed[gone++] + 1;
            shift[at] = come - gone;
        }
        int last = 0;
        for (int block = 0; block < first.length; block++) {
            while (last + 1 < from.length && from[last + 1] <= (long) block << BLOCK_BITS) {
                last++;
            }
            first[block] = last;
        }
    }

    /** Is told what the new list is made of, from its begin to its end. */
    interface Target {
        /** Old rows that stay. */
        void kept(int from, int end) throws IOException;

        /** A row that comes, counted from 0. */
        void inserted(int index) throws IOException;
    }

    /** Goes through the new list. */
    void walk(Target target) throws IOException {
        int gone = 0;
        int at = 0;
        for (int come = 0; come <= inserted.length; come++) {
            int end = come < inserted.length ? inserted[come] : before;
            while (gone < removed.length && removed[gone] < end) {
                keep(target, at, removed[gone]);
                at = removed[gone++] + 1;
            }
            keep(target, at, end);
            at = Math.max(at, end);
            if (come < inserted.length) {
                target.inserted(come);
            }
        }
    }

    private static void keep(Target target, int from, int end) throws IOException {
        if (from < end) {
            target.kept(from, end);
        }
    }

    /** How many rows there are now. */
    int count() {
        return before - removed.length + inserted.length;
    }

    /** The new number of a row that stays. */
    int of(int old) {
        int block = old >>> BLOCK_BITS;
        int low = first[block];
        int high = first[block + 1];
        while (low < high) {
            int middle = low + high + 1 >>> 1;
            if (from[middle] <= old) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return old + shift[low];
    }

    /** Whether a row goes. */
    boolean isRemoved(int old) {
        return Arrays.binarySearch(removed, old) >= 0;
    }

    /** The number of a row that comes. */
    int ofInserted(int index) {
        int gone = Arrays.binarySearch(removed, inserted[index]);
        return inserted[index] + index - (gone < 0 ? -gone - 1 : gone);
    }

    /** The old number that a row that comes stands before. */
    int place(int index) {
        return inserted[index];
    }

    /** Gives every so many of some numbers, from the first one on, their new ones. */
    void renumber(int[] rows, int first, int step, int end) {
        if (from.length > 1) {
            for (int at = first; at < end; at += step) {
                rows[at] = of(rows[at]);
            }
        }
    }
}
