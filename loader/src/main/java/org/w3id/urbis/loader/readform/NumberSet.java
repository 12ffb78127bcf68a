package org.w3id.urbis.loader.readform;

import java.util.Arrays;

/** Numbers from 0 up, each once, in the order they came. */
final class NumberSet {
    private int[] slots = new int[16];
    private int[] members = new int[8];
    private int size;

    NumberSet() {
        Arrays.fill(slots, -1);
    }

    /** Adds a number, unless it is there already. */
    void add(int number) {
        int slot = slot(number);
        if (slots[slot] == number) {
            return;
        }
        slots[slot] = number;
        if (size == members.length) {
            members = Arrays.copyOf(members, 2 * size);
        }
        members[size++] = number;
        if (2 * size > slots.length) {
            slots = new int[2 * slots.length];
            Arrays.fill(slots, -1);
            for (int i = 0; i < size; i++) {
                slots[slot(members[i])] = members[i];
            }
        }
    }

    boolean contains(int number) {
        return slots[slot(number)] == number;
    }

    int size() {
        return size;
    }

    /** The number that came so many after the first. */
    int get(int place) {
        return members[place];
    }

    /** Where a number is or would be. */
    private int slot(int number) {
        int slot = number * 0x9E3779B9 >>> 7 & slots.length - 1;
        while (slots[slot] >= 0 && slots[slot] != number) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }
}
