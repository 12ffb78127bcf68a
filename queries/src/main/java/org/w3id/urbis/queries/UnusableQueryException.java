package org.w3id.urbis.queries;

/** A query file does not have the form of a catalogue query. */
public final class UnusableQueryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableQueryException(String place, String complaint) {
        super(place + ": " + complaint);
    }

    UnusableQueryException(String place, String complaint, Throwable cause) {
        super(place + ": " + complaint, cause);
    }
}
