package org.w3id.urbis.loader;

/** There are more things than a table has rows. */
public final class TooManyRowsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyRowsException(int most) {
        super("There are more than " + most + " of them, which is the most that a table holds.");
    }
}
