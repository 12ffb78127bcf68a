package org.w3id.urbis.endpoint.store;

/** A revision that is pointed to cannot be opened: a file is missing, damaged or not what it should be. */
public final class UnusableRevisionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableRevisionException(String message) {
        super(message);
    }

    UnusableRevisionException(String message, Throwable cause) {
        super(message, cause);
    }
}
