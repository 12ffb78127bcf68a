package org.w3id.urbis.endpoint.store;

/** A revision that is pointed to cannot be opened: a file is missing, damaged or not what it should be. */
public final class UnusableRevisionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what cannot be opened, and what to do. */
    public UnusableRevisionException(String message) {
        super(message);
    }

    /** Says what cannot be opened and why. */
    public UnusableRevisionException(String message, Throwable cause) {
        super(message, cause);
    }
}
