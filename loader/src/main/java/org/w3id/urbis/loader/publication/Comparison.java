package org.w3id.urbis.loader.publication;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** What two sorted dumps have in common and what not, line by line: neither is ever held in memory. */
interface Comparison {

    /** Is told of a line that only the earlier dump has. */
    void removed(byte[] line);

    /** Is told of a line that only the later dump has. */
    void added(byte[] line);

    /** Is told of a line that both have. */
    void kept(byte[] line);

    /** Tells several. */
    static Comparison each(List<Comparison> several) {
        return new Comparison() {
            @Override
            public void removed(byte[] line) {
                several.forEach(one -> one.removed(line));
            }

            @Override
            public void added(byte[] line) {
                several.forEach(one -> one.added(line));
            }

            @Override
            public void kept(byte[] line) {
                several.forEach(one -> one.kept(line));
            }
        };
    }

    /** Tells of all that is there now, as if nothing had been there before. */
    static Comparison fromNothing(Comparison told) {
        return new Comparison() {
            @Override
            public void removed(byte[] line) {
                // It was not there.
            }

            @Override
            public void added(byte[] line) {
                told.added(line);
            }

            @Override
            public void kept(byte[] line) {
                told.added(line);
            }
        };
    }

    /** Tells of all lines of both dumps, in their order. */
    static void of(Iterator<byte[]> before, Iterator<byte[]> after, Comparison told) {
        byte[] old = next(before);
        byte[] fresh = next(after);
        while (old != null || fresh != null) {
            int order = order(old, fresh);
            if (order < 0) {
                told.removed(old);
            } else if (order > 0) {
                told.added(fresh);
            } else {
                told.kept(old);
            }
            old = order <= 0 ? next(before) : old;
            fresh = order >= 0 ? next(after) : fresh;
        }
    }

    private static int order(byte[] old, byte[] fresh) {
        if (old == null || fresh == null) {
            return old == null ? 1 : -1;
        }
        return Arrays.compareUnsigned(old, fresh);
    }

    private static byte[] next(Iterator<byte[]> lines) {
        return lines.hasNext() ? lines.next() : null;
    }
}
