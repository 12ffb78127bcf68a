package org.w3id.urbis.loader.submission;

/** Nothing was handed in under an id. */
public final class UnknownSubmissionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownSubmissionException(String id) {
        super("There is no submission " + id + ".");
    }
}
