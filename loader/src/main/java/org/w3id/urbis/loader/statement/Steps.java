package org.w3id.urbis.loader.statement;

import java.util.Arrays;

/**
 * For statements that rules made, at which step of their work: one byte for each of some rows that follow each other. Steps are
 * numbered from 0 to 255, in the order in which they are taken.
 */
public final class Steps {

    /** How many steps can be told apart. */
    public static final int MOST = 256;

    private final int first;
    private byte[] steps = new byte[1 << 10];
    private int count;

    /**
     * Begins.
     *
     * @param first the number of the first row
     */
    public Steps(int first) {
        this.first = first;
    }

    /**
     * Notes the step of the next rows.
     *
     * @param rows how many
     * @param step their step
     */
    public void add(int rows, int step) {
        if (count + rows > steps.length) {
            steps = Arrays.copyOf(steps, Math.max(count + rows, steps.length + (steps.length >> 1)));
        }
        Arrays.fill(steps, count, count + rows, (byte) step);
        count += rows;
    }

    /**
     * Whether rules made a statement.
     *
     * @param row its number
     * @return false if it is none of the rows
     */
    public boolean has(int row) {
        return row >= first && row < first + count;
    }

    /**
     * The step of a row, as a byte without sign.
     *
     * @param row its number, one of the rows
     * @return the step
     */
    public byte of(int row) {
        return steps[row - first];
    }

    /** How many rows there are. */
    public int count() {
        return count;
    }
}
