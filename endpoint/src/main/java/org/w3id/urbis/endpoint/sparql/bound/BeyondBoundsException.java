package org.w3id.urbis.endpoint.sparql.bound;

/** A query makes a value that is larger than any is allowed to be; the message says which, for the query's author. */
public final class BeyondBoundsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BeyondBoundsException(String message) {
        super(message);
    }
}
