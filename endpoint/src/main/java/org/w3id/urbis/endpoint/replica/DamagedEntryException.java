package org.w3id.urbis.endpoint.replica;

/** The log holds something that is not as it was written, or lacks something. */
final class DamagedEntryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DamagedEntryException(String message) {
        super(message);
    }

    DamagedEntryException(String message, Throwable cause) {
        super(message, cause);
    }
}
