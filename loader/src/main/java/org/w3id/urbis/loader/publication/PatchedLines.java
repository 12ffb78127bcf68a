package org.w3id.urbis.loader.publication;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The lines that a patch makes of the lines of a dump, one after the other: neither is ever held in memory.
 *
 * <p>Each row has to take away a line that is there or add one that is not. Anything else does not fit, and nothing of it is
 * passed over.
 */
final class PatchedLines implements Iterator<byte[]> {

    private final Iterator<byte[]> before;
    private final Iterator<PatchRow> rows;
    private final Comparison told;
    private byte[] old;
    private PatchRow row;
    private byte[] next;

    /**
     * Begins to patch.
     *
     * @param before the lines of the dump
     * @param rows   the rows of the patch, sorted
     * @param told   is told of each line before it comes
     */
    PatchedLines(Iterator<byte[]> before, Iterator<PatchRow> rows, Comparison told) {
        this.before = before;
        this.rows = rows;
        this.told = told;
        readOld();
        readRow();
        this.next = made();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public byte[] next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        byte[] given = next;
        next = made();
        return given;
    }

    /** The next line that is there when the patch has been applied; null at the end. */
    private byte[] made() {
        while (old != null || row != null) {
            int order = order();
            if (order < 0) {
                byte[] kept = old;
                told.kept(kept);
                readOld();
                return kept;
            }
            if (order == 0) {
                expect(false, "adds what is there already");
                told.removed(old);
                readOld();
                readRow();
                continue;
            }
            expect(true, "takes away what is not there");
            byte[] added = row.line();
            told.added(added);
            readRow();
            return added;
        }
        return null;
    }

    private int order() {
        if (old == null || row == null) {
            return old == null ? 1 : -1;
        }
        return Arrays.compareUnsigned(old, row.line());
    }

    private void expect(boolean isAdded, String otherwise) {
        if (row.isAdded() != isAdded) {
            throw new UnfitRevisionException(
                    "The patch " + otherwise + ": " + new String(row.line(), StandardCharsets.UTF_8).strip());
        }
    }

    private void readOld() {
        old = before.hasNext() ? before.next() : null;
    }

    private void readRow() {
        row = rows.hasNext() ? rows.next() : null;
    }
}
