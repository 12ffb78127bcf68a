package org.w3id.urbis.loader.submission;

/** Somebody asks for what is not theirs to do. */
public final class NotPermittedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Refuses.
     *
     * @param message who may do it
     */
    public NotPermittedException(String message) {
        super(message);
    }
}
