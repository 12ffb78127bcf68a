package org.w3id.urbis.loader.cli;

/** What the user asked for cannot be done as it was asked. */
final class ImpossibleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImpossibleException(String message) {
        super(message);
    }

    ImpossibleException(String message, Throwable cause) {
        super(message, cause);
    }
}
