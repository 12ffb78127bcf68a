package org.w3id.urbis.loader.publication;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;

/** The lines of a dump, one after the other and each with its end of line. */
final class DumpLines implements Iterator<byte[]>, Closeable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private byte[] next;

    DumpLines(Path file) throws IOException {
        this.in = new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file), BUFFER_BYTES), BUFFER_BYTES);
        this.next = read();
    }

    @Override
    public boolean hasNext() {
        return next.length > 0;
    }

    @Override
    public byte[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        byte[] given = next;
        try {
            next = read();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read a dump", e);
        }
        return given;
    }

    private byte[] read() throws IOException {
        line.reset();
        int one = in.read();
        while (one >= 0) {
            line.write(one);
            if (one == '\n') {
                break;
            }
            one = in.read();
        }
        return line.toByteArray();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
