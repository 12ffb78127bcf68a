package org.w3id.urbis.loader.submission;

/** What is asked for cannot be done to a submission in the state it is in. */
public final class ConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Refuses.
     *
     * @param message which state that is, and what can be done instead
     */
    public ConflictException(String message) {
        super(message);
    }
}
