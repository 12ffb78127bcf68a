package org.w3id.urbis.loader.publication;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;

/** The lines of a dump, one after the other and each with its end of line. */
final class DumpLines implements Iterator<byte[]>, Closeable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int end;
    private byte[] next;

    DumpLines(Path file) throws IOException {
        this(text(file));
    }

    DumpLines(InputStream text) throws IOException {
        this.in = text;
        this.next = read();
    }

    /** The text of a dump. */
    static InputStream text(Path file) throws IOException {
        return new GZIPInputStream(Files.newInputStream(file), BUFFER_BYTES);
    }

    /**
     * Hands on the statements of some lines one by one.
     *
     * @throws org.apache.jena.riot.RiotException if they are not N-Quads
     */
    static void parse(InputStream lines, Consumer<Quad> taking) {
        RDFParser.source(lines).lang(Lang.NQUADS).parse(new StreamRDFBase() {
            @Override
            public void quad(Quad quad) {
                taking.accept(quad);
            }
        });
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

    /** The next line; empty at the end of the file. Most lie whole in the buffer. */
    private byte[] read() throws IOException {
        byte[] line = new byte[0];
        while (at < end || fill()) {
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            boolean isWhole = at < end;
            at += isWhole ? 1 : 0;
            int before = line.length;
            line = Arrays.copyOf(line, before + at - from);
            System.arraycopy(buffer, from, line, before, at - from);
            if (isWhole) {
                break;
            }
        }
        return line;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
