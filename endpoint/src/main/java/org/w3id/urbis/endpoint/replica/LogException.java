package org.w3id.urbis.endpoint.replica;

/** The log cannot be used as it is set up: the wrong topic, the wrong data directory, another publisher. */
public final class LogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogException(String message) {
        super(message);
    }

    LogException(String message, Throwable cause) {
        super(message, cause);
    }
}
