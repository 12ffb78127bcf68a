package org.w3id.urbis.loader.statement;

import java.util.Arrays;

/** A row of numbers that grows at its end, page by page, so that growing copies nothing. */
final class Numbers {

    private static final int BITS = 14;
    private static final int MASK = (1 << BITS) - 1;

    private int[][] pages = new int[16][];
    private int count;

    void add(int number) {
        int page = count >>> BITS;
        if ((count & MASK) == 0) {
            if (page == pages.length) {
                pages = Arrays.copyOf(pages, 2 * page);
            }
            pages[page] = new int[1 << BITS];
        }
        pages[page][count & MASK] = number;
        count++;
    }

    int get(int place) {
        return pages[place >>> BITS][place & MASK];
    }

    void set(int place, int number) {
        pages[place >>> BITS][place & MASK] = number;
    }

    int count() {
        return count;
    }
}
