package org.w3id.urbis.loader.names;

/** A text with operators cannot be understood; the message says why, for its author. */
public final class UnreadableWordsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableWordsException(String message) {
        super(message);
    }
}
