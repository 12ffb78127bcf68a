package org.w3id.urbis.loader.validation;

/** Ends the reading of a file at a fault from which its parser cannot go on; the fault is recorded as a finding. */
final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;

    StoppedException(int line) {
        super("Stopped in line " + line, null, false, false);
        this.line = line;
    }

    /** The line of the fault, counted from 1; 0 if it is not known. */
    int line() {
        return line;
    }
}
