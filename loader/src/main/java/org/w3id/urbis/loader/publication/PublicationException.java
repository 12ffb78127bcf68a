package org.w3id.urbis.loader.publication;

/** A revision could not be written or made current; what was current before still is. */
public final class PublicationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PublicationException(String message, Throwable cause) {
        super(message, cause);
    }
}
