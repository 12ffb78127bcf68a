package org.w3id.urbis.loader.statement;

/** There is more than can be numbered. */
public final class TooManyStatementsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyStatementsException(String message) {
        super(message);
    }
}
