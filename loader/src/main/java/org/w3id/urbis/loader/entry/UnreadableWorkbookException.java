package org.w3id.urbis.loader.entry;

/** Bytes are no workbook that is read; the key says why, for the files of messages. */
final class UnreadableWorkbookException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String key;

    UnreadableWorkbookException(String key) {
        super(key);
        this.key = key;
    }

    UnreadableWorkbookException(String key, Throwable cause) {
        super(key, cause);
        this.key = key;
    }

    String key() {
        return key;
    }
}
