package org.w3id.urbis.loader.names;

/** The index of names cannot be written or read: the disk refuses, or what lies there is none. */
public final class NameIndexException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NameIndexException(String message, Throwable cause) {
        super(message, cause);
    }

    NameIndexException(String message) {
        super(message);
    }
}
