package org.w3id.urbis.loader.publication;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The lines that a patch makes of the lines of a dump, one after the other: neither is ever held in memory.
 *
 * <p>The patch has to be one that {@link PatchWriter} wrote between two dumps: its rows sorted, each taking away a line that
 * is there or adding one that is not. Anything else does not fit, and nothing of it is passed over.
 */
final class PatchedLines implements Iterator<byte[]> {

    private static final byte ADD = 'A';
    private static final byte DELETE = 'D';
    private static final String BEGIN = "TX .\n";
    private static final String END = "TC .\n";
    /** The letter of a row and a space. */
    private static final int PREFIX = 2;

    private final Iterator<byte[]> before;
    private final Iterator<byte[]> patch;
    private byte[] old;
    private byte[] row;
    private byte rowKind;
    private byte[] next;

    /**
     * Begins to patch.
     *
     * @param before the lines of the dump
     * @param patch  the lines of the patch
     * @throws UnfitRevisionException if it does not begin like a patch
     */
    PatchedLines(Iterator<byte[]> before, Iterator<byte[]> patch) {
        this.before = before;
        this.patch = patch;
        String line = header();
        while (line.startsWith("H ")) {
            line = header();
        }
        if (!line.equals(BEGIN)) {
            throw new UnfitRevisionException("The patch does not begin with \"TX .\"");
        }
        this.old = before.hasNext() ? before.next() : null;
        readRow();
        this.next = made();
    }

    private String header() {
        return patch.hasNext() ? new String(patch.next(), StandardCharsets.UTF_8) : "";
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
                readOld();
                return kept;
            }
            if (order == 0) {
                expect(DELETE, "adds what is there already");
                readOld();
                readRow();
                continue;
            }
            expect(ADD, "takes away what is not there");
            byte[] added = row;
            readRow();
            return added;
        }
        return null;
    }

    private int order() {
        if (old == null || row == null) {
            return old == null ? 1 : -1;
        }
        return Arrays.compareUnsigned(old, row);
    }

    private void expect(byte kind, String otherwise) {
        if (rowKind != kind) {
            throw new UnfitRevisionException(
                    "The patch " + otherwise + ": " + new String(row, StandardCharsets.UTF_8).strip());
        }
    }

    private void readOld() {
        old = before.hasNext() ? before.next() : null;
    }

    private void readRow() {
        byte[] last = row;
        byte[] line = patch.hasNext() ? patch.next() : new byte[0];
        if (new String(line, 0, Math.min(line.length, END.length()), StandardCharsets.UTF_8).equals(END)) {
            if (patch.hasNext()) {
                throw new UnfitRevisionException("The patch goes on behind its end");
            }
            row = null;
            return;
        }
        if (line.length <= PREFIX || line[0] != ADD && line[0] != DELETE || line[1] != ' ') {
            throw new UnfitRevisionException(
                    line.length == 0
                            ? "The patch was cut off"
                            : "The patch has a row that is none: " + new String(line, StandardCharsets.UTF_8).strip());
        }
        rowKind = line[0];
        row = Arrays.copyOfRange(line, PREFIX, line.length);
        if (last != null && Arrays.compareUnsigned(last, row) >= 0) {
            throw new UnfitRevisionException(
                    "The rows of the patch are not sorted: " + new String(row, StandardCharsets.UTF_8).strip());
        }
    }
}
