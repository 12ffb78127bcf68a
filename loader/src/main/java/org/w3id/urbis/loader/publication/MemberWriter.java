package org.w3id.urbis.loader.publication;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a file of several gzip members, which any reader of gzip reads as one text. A member is held in memory, compressed,
 * until it is whole.
 */
final class MemberWriter implements Closeable {

    /** Text is compressed in pieces of just this length, so that equal text gives equal bytes however it comes. */
    private static final int PIECE_BYTES = 1 << 16;

    private static final byte[] NO_SUBJECT = new byte[0];

    private final MessageDigest digest = Sha256.digest();
    private final OutputStream out;
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private final CRC32 sum = new CRC32();
    private final byte[] piece = new byte[PIECE_BYTES];
    private final byte[] compressed = new byte[PIECE_BYTES];
    private final ByteArrayOutputStream member = new ByteArrayOutputStream();
    private int filled;
    private GzipMember.Kind kind;
    private byte[] first;
    private boolean isEmpty = true;

    /**
     * Begins a file.
     *
     * @param file where to; its directory is there
     */
    MemberWriter(Path file) throws IOException {
        this.out = new BufferedOutputStream(new DigestOutputStream(Files.newOutputStream(file), digest), PIECE_BYTES);
    }

    /** Writes what comes before the first subject. */
    void head(String text) throws IOException {
        part(GzipMember.Kind.HEAD, text);
    }

    /** Writes what comes after the last subject. */
    void tail(String text) throws IOException {
        part(GzipMember.Kind.TAIL, text);
    }

    private void part(GzipMember.Kind what, String text) throws IOException {
        if (!text.isEmpty()) {
            begin(what, NO_SUBJECT);
            write(text.getBytes(StandardCharsets.UTF_8));
            end();
        }
    }

    /**
     * Says that what comes next is about another subject.
     *
     * @param subject its IRI in UTF-8
     */
    void subject(byte[] subject) throws IOException {
        if (kind == null || GzipMember.isBegunBy(subject)) {
            begin(GzipMember.Kind.BODY, subject);
        }
    }

    private void begin(GzipMember.Kind what, byte[] subject) throws IOException {
        end();
        kind = what;
        first = subject;
    }

    /** Writes text about the subject that was named. */
    void write(byte[] text) throws IOException {
        sum.update(text);
        for (int from = 0; from < text.length; ) {
            int some = Math.min(text.length - from, PIECE_BYTES - filled);
            System.arraycopy(text, from, piece, filled, some);
            filled += some;
            from += some;
            if (filled == PIECE_BYTES) {
                compress();
            }
        }
    }

    private void compress() {
        deflater.setInput(piece, 0, filled);
        while (!deflater.needsInput()) {
            member.write(compressed, 0, deflater.deflate(compressed));
        }
        filled = 0;
    }

    /** Takes a whole member as it is, which has to come where it would be written. */
    void copy(byte[] whole) throws IOException {
        end();
        out.write(whole);
        isEmpty = false;
    }

    /** Ends the member that is being written, if there is one. */
    private void end() throws IOException {
        if (kind == null) {
            return;
        }
        compress();
        deflater.finish();
        while (!deflater.finished()) {
            member.write(compressed, 0, deflater.deflate(compressed));
        }
        out.write(GzipMember.header(kind, first, member.size() + GzipMember.TRAILER_BYTES));
        member.writeTo(out);
        ByteBuffer trailer = GzipMember.little(new byte[GzipMember.TRAILER_BYTES]);
        out.write(trailer.putInt((int) sum.getValue())
                .putInt((int) deflater.getBytesRead())
                .array());
        kind = null;
        isEmpty = false;
        member.reset();
        deflater.reset();
        sum.reset();
    }

    /**
     * Ends the file, which is not whole before.
     *
     * @return the SHA-256 of its bytes, in hexadecimal
     */
    String finish() throws IOException {
        end();
        if (isEmpty) {
            // A file without members is none of gzip.
            begin(GzipMember.Kind.HEAD, NO_SUBJECT);
            end();
        }
        out.flush();
        return Sha256.hex(digest);
    }

    @Override
    public void close() throws IOException {
        deflater.end();
        out.close();
    }
}
