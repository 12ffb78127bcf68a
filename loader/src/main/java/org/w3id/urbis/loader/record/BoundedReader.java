package org.w3id.urbis.loader.record;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * A text that is read part by part, none of which may be so long that it fills the memory: a quotation mark that is never
 * closed, or an archive made to do harm.
 */
final class BoundedReader extends FilterReader {

    /** Longer is no row, key or value that people make. */
    static final int MOST = 1 << 22;

    /** The part that has begun is longer than any may be. */
    static final class TooLongException extends IOException {

        private static final long serialVersionUID = 1L;

        TooLongException() {
            super("longer than " + MOST + " characters");
        }
    }

    private long read;

    BoundedReader(Reader in) {
        super(in);
    }

    /** A part ends, and another begins. */
    void begin() {
        read = 0;
    }

    @Override
    public int read() throws IOException {
        int character = super.read();
        count(1);
        return character;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int characters) throws IOException {
        read += characters;
        if (read > MOST) {
            throw new TooLongException();
        }
    }
}
