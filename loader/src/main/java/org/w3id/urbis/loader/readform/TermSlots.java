package org.w3id.urbis.loader.readform;

import java.io.IOException;
import java.util.Arrays;

/** The hash table of a read form's terms while it is made: at most half full; a slot that is taken sends to the next. */
final class TermSlots {
    private static final int FREE = -1;

    private final int[] slots;

    /** Makes an empty table for so many terms. */
    TermSlots(int terms) {
        slots = new int[Math.max(2, Integer.highestOneBit(Math.max(1, terms)) << 2)];
        Arrays.fill(slots, FREE);
    }

    /** Enters the next term, by the hash of its bytes; they come in the order of their numbers. */
    void enter(int hash, int number) {
        int slot = hash & slots.length - 1;
        while (slots[slot] != FREE) {
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = number;
    }

    /** Writes the section. */
    void write(FormFile.Writer out) throws IOException {
        out.ints(Section.TERM_SLOTS, slots, slots.length);
    }
}
