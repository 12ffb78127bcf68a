package org.w3id.urbis.loader.publication;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The rows of a patch that came from elsewhere, one after the other. It has to be one that {@link PatchWriter} wrote between two
 * dumps, its rows sorted; nothing of anything else is passed over.
 */
final class PatchRows implements Iterator<PatchRow> {

    private static final byte ADD = 'A';
    private static final byte DELETE = 'D';
    private static final String BEGIN = "TX .\n";
    private static final String END = "TC .\n";
    /** The letter of a row and a space. */
    private static final int PREFIX = 2;

    private final Iterator<byte[]> patch;
    /** Null at the end. */
    private PatchRow next;

    /**
     * Begins to read.
     *
     * @param patch the lines of the patch
     * @throws UnfitRevisionException if it does not begin like one
     */
    PatchRows(Iterator<byte[]> patch) {
        this.patch = patch;
        String line = header();
        while (line.startsWith("H ")) {
            line = header();
        }
        if (!line.equals(BEGIN)) {
            throw new UnfitRevisionException("The patch does not begin with \"TX .\"");
        }
        this.next = read(null);
    }

    private String header() {
        return patch.hasNext() ? new String(patch.next(), StandardCharsets.UTF_8) : "";
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public PatchRow next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        PatchRow given = next;
        next = read(given);
        return given;
    }

    private PatchRow read(PatchRow last) {
        byte[] line = patch.hasNext() ? patch.next() : new byte[0];
        if (new String(line, 0, Math.min(line.length, END.length()), StandardCharsets.UTF_8).equals(END)) {
            if (patch.hasNext()) {
                throw new UnfitRevisionException("The patch goes on behind its end");
            }
            return null;
        }
        if (line.length <= PREFIX || line[0] != ADD && line[0] != DELETE || line[1] != ' ') {
            throw new UnfitRevisionException(
                    line.length == 0
                            ? "The patch was cut off"
                            : "The patch has a row that is none: " + new String(line, StandardCharsets.UTF_8).strip());
        }
        PatchRow row = new PatchRow(Arrays.copyOfRange(line, PREFIX, line.length), line[0] == ADD);
        if (last != null && last.compareTo(row) >= 0) {
            throw new UnfitRevisionException(
                    "The rows of the patch are not sorted: " + new String(row.line(), StandardCharsets.UTF_8).strip());
        }
        return row;
    }
}
