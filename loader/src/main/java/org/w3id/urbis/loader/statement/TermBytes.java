package org.w3id.urbis.loader.statement;

import java.util.Arrays;

/** The texts of terms one after the other, in pages. */
final class TermBytes {

    private static final int BITS = 20;
    private static final int SIZE = 1 << BITS;
    private static final int MASK = SIZE - 1;

    private final Numbers ends = new Numbers();
    private byte[][] pages = new byte[4][];
    private int length;

    /** Adds a text at the end; its number is how many there were before. */
    void add(byte[] text) {
        if (length > Integer.MAX_VALUE - text.length) {
            throw new TooManyStatementsException("The terms take more than two gigabytes");
        }
        int from = 0;
        while (from < text.length) {
            int page = length >>> BITS;
            if (page == pages.length) {
                pages = Arrays.copyOf(pages, 2 * page);
            }
            if (pages[page] == null) {
                pages[page] = new byte[SIZE];
            }
            int some = Math.min(text.length - from, SIZE - (length & MASK));
            System.arraycopy(text, from, pages[page], length & MASK, some);
            from += some;
            length += some;
        }
        ends.add(length);
    }

    int count() {
        return ends.count();
    }

    private int begin(int number) {
        return number == 0 ? 0 : ends.get(number - 1);
    }

    byte[] get(int number) {
        int begin = begin(number);
        byte[] text = new byte[ends.get(number) - begin];
        int from = 0;
        while (from < text.length) {
            int at = begin + from;
            int some = Math.min(text.length - from, SIZE - (at & MASK));
            System.arraycopy(pages[at >>> BITS], at & MASK, text, from, some);
            from += some;
        }
        return text;
    }

    boolean is(int number, byte[] text) {
        int begin = begin(number);
        int end = ends.get(number);
        if (end - begin != text.length) {
            return false;
        }
        return (begin & MASK) + text.length <= SIZE
                ? Arrays.equals(pages[begin >>> BITS], begin & MASK, (begin & MASK) + text.length, text, 0, text.length)
                : Arrays.equals(get(number), text);
    }
}
