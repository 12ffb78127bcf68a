package org.w3id.urbis.endpoint.sparql.result;

/** A text holds a character that the format has no way to write. */
public final class UnwritableTextException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnwritableTextException(String message) {
        super(message);
    }
}
