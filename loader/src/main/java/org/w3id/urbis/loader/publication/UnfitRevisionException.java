package org.w3id.urbis.loader.publication;

/** What was to be taken over does not give the revision that was announced. Nothing has changed. */
public final class UnfitRevisionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what does not fit.
     *
     * @param message a sentence for the operator
     */
    public UnfitRevisionException(String message) {
        super(message);
    }

    /** Says what does not fit, and how that was noticed. */
    UnfitRevisionException(String message, Throwable cause) {
        super(message, cause);
    }
}
