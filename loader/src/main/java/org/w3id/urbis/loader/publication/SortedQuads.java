package org.w3id.urbis.loader.publication;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.sparql.core.Quad;

/**
 * The canonical form of a graph: each statement as Rio writes it in N-Quads, once, sorted by its bytes.
 *
 * <p>There are no blank nodes, so that sorting is all it takes.
 *
 * @see <a href="https://www.w3.org/TR/n-quads/">RDF 1.1 N-Quads</a>
 */
final class SortedQuads {

    private final Line[] lines;

    private SortedQuads(Line[] lines) {
        this.lines = lines;
    }

    static SortedQuads of(Stream<Quad> quads) {
        QuadText text = new QuadText();
        Line[] lines = quads.map(quad -> new Line(text.line(quad), quad)).toArray(Line[]::new);
        Arrays.parallelSort(lines);
        return new SortedQuads(lines);
    }

    /** The statements in the order of their lines. */
    Stream<Quad> quads() {
        return Arrays.stream(lines).map(Line::quad);
    }

    /** The lines, each with its end of line. */
    Iterator<byte[]> lines() {
        return Arrays.stream(lines).map(Line::text).iterator();
    }

    int size() {
        return lines.length;
    }

    /** The SHA-256 of the text, in hexadecimal. */
    String hash() {
        MessageDigest digest = sha256();
        for (Line line : lines) {
            digest.update(line.text());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Writes the text, compressed. The header of gzip would hold a time; Java leaves it zero.
     *
     * @return the SHA-256 of the compressed file, in hexadecimal
     */
    String write(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest);
                OutputStream zip = compressed(out)) {
            for (Line line : lines) {
                zip.write(line.text());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** A statement and its line, which says its place. */
    private record Line(byte[] text, Quad quad) implements Comparable<Line> {
        @Override
        public int compareTo(Line other) {
            return Arrays.compareUnsigned(text, other.text);
        }
    }

    /** Compresses a file; equal bytes in, equal bytes out. */
    static OutputStream compressed(OutputStream out) throws IOException {
        return new BufferedOutputStream(new Zip(out), 1 << 16);
    }

    /** Gzip at a fixed level. */
    private static final class Zip extends GZIPOutputStream {
        Zip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.DEFAULT_COMPRESSION);
        }
    }
}
