package org.w3id.urbis.loader.validation;

/** Nobody can tell in which format a file is written, so it was not read. */
public final class UnknownFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Names the file and the endings that are known.
     *
     * @param file the file's name
     */
    public UnknownFormatException(String file) {
        super(file + ": the format cannot be told from the name; known endings are "
                + String.join(" ", RdfFormat.allEndings()));
    }
}
