package org.w3id.urbis.loader.publication;

/** A revision was asked for that is not there, or not any more. */
public final class UnknownRevisionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownRevisionException(long number) {
        super("There is no revision " + number + " here.");
    }
}
