package org.w3id.urbis.loader.reach;

/** What a query gives to a function by place or name cannot be used; the message says why, for the query's author. */
public final class UnusableArgumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableArgumentException(String message) {
        super(message);
    }
}
