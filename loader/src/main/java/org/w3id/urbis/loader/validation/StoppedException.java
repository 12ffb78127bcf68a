package org.w3id.urbis.loader.validation;

/** Ends the reading of a file at a fault from which its parser cannot go on; the fault is recorded as a finding. */
final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    StoppedException(long line, long column) {
        super("Stopped at " + line + ":" + column, null, false, false);
        this.line = (int) Math.max(0, line);
        this.column = (int) Math.max(0, column);
    }

    /** The line of the fault, counted from 1; 0 if it is not known. */
    int line() {
        return line;
    }

    /** The column at which the parser gave up, counted from 1; 0 if it is not known. */
    int column() {
        return column;
    }
}
