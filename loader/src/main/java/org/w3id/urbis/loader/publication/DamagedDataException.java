package org.w3id.urbis.loader.publication;

/** The data directory holds something other than what was written there. */
public final class DamagedDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DamagedDataException(String message) {
        super(message);
    }

    DamagedDataException(String message, Throwable cause) {
        super(message, cause);
    }
}
