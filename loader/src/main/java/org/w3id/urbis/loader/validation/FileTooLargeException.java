package org.w3id.urbis.loader.validation;

/** A file is larger than the setting allows, so it was not read. */
public final class FileTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int limitBytes;

    /**
     * Names the file and the limit.
     *
     * @param file       the file's name
     * @param limitBytes the most that is read, in bytes
     */
    public FileTooLargeException(String file, int limitBytes) {
        super(file + ": larger than " + limitBytes + " bytes, the most that is read");
        this.limitBytes = limitBytes;
    }

    /**
     * Returns the limit.
     *
     * @return the most that is read, in bytes
     */
    public int limitBytes() {
        return limitBytes;
    }
}
