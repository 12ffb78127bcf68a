package org.w3id.urbis.loader.submission;

/** The disk refuses to keep something: it is full, or it cannot be written to. Nothing has changed. */
public final class UnwritableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnwritableException(String message, Throwable cause) {
        super(message, cause);
    }
}
