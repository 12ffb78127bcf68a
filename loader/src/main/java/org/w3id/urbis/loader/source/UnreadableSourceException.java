package org.w3id.urbis.loader.source;

/** A file of a source could not be read at all: the disk, the network or an archive failed, not what the file says. */
public final class UnreadableSourceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Reports a failure to read.
     *
     * @param message which file, and what was being done
     * @param cause   the failure
     */
    public UnreadableSourceException(String message, Throwable cause) {
        super(message, cause);
    }
}
