package org.w3id.urbis.shapes;

/** The thread that waited for a validation was interrupted: there is no result. */
public final class ValidationInterruptedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Keeps the interruption.
     *
     * @param cause the interruption, or what it led to
     */
    public ValidationInterruptedException(Exception cause) {
        super("The validation was interrupted", cause);
    }
}
