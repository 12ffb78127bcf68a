package org.w3id.urbis.shapes;

/** A shapes file could not be read as RDF, or what it says is not SHACL: nothing can be judged by it. */
public final class UnreadableShapesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Names the file and what is wrong with it.
     *
     * @param message the file, and line and column where they are known
     * @param cause   what the parser said
     */
    public UnreadableShapesException(String message, Throwable cause) {
        super(message, cause);
    }
}
