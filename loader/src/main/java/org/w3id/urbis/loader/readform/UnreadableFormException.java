package org.w3id.urbis.loader.readform;

/** A read form is missing, of another version, damaged, or cannot be made. The store has all it would hold. */
public final class UnreadableFormException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableFormException(String message) {
        super(message);
    }

    UnreadableFormException(String message, Throwable cause) {
        super(message, cause);
    }
}
