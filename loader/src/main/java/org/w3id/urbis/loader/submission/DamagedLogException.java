package org.w3id.urbis.loader.submission;

/** The log of submissions does not say what was once written there, or a folder does not hold what the log says. */
public final class DamagedLogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DamagedLogException(String message) {
        super(message);
    }

    DamagedLogException(String message, Throwable cause) {
        super(message, cause);
    }
}
