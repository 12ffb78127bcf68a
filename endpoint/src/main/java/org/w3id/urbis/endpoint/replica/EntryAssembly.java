package org.w3id.urbis.endpoint.replica;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.w3id.urbis.endpoint.replica.EntryHeaders.Piece;

/** Puts the pieces of an entry together again, in a file, so that none has to fit into memory. */
final class EntryAssembly implements AutoCloseable {

    private final Path file;
    private Optional<LogEntry> entry = Optional.empty();
    private int taken;
    private MessageDigest digest;
    private OutputStream out;

    /**
     * Prepares.
     *
     * @param file where the patch is put together; replaced by each
     */
    EntryAssembly(Path file) {
        this.file = file;
    }

    /** Whether an entry has been begun and not ended. */
    boolean isOpen() {
        return entry.isPresent();
    }

    /** How far it has come. */
    String progress() {
        return entry.map(begun -> begun + " ends after " + taken + " of " + begun.pieces() + " pieces")
                .orElse("nothing was begun");
    }

    /** Whether a piece is the one that comes next: the first of another entry, or the next of the one that was begun. */
    boolean expects(Piece piece) {
        return piece.piece() == taken + 1 && (entry.isEmpty() || entry.get().equals(piece.entry()));
    }

    /**
     * Takes the piece that comes next.
     *
     * @return the file with the whole patch, if that was the last one
     * @throws DamagedEntryException if it is not what was written
     */
    Optional<Path> add(Piece piece, byte[] bytes) {
        try {
            if (entry.isEmpty()) {
                begin(piece.entry());
            }
            out.write(bytes);
            taken++;
            return piece.isLast() ? Optional.of(whole(piece.entry())) : Optional.empty();
        } catch (IOException e) {
            reset();
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private void begin(LogEntry begun) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        digest = sha256();
        out = new DigestOutputStream(Files.newOutputStream(file), digest);
        entry = Optional.of(begun);
    }

    private Path whole(LogEntry ended) throws IOException {
        out.close();
        String sum = HexFormat.of().formatHex(digest.digest());
        long length = Files.size(file);
        reset();
        if (!sum.equals(ended.sha256()) || length != ended.bytes()) {
            throw new DamagedEntryException("The patch of " + ended + " is not what was written: its SHA-256 is " + sum
                    + " and not " + ended.sha256());
        }
        return file;
    }

    /** Forgets what was begun. */
    void reset() {
        entry = Optional.empty();
        taken = 0;
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The SHA-256 of all that is left of a stream, in hexadecimal; the stream is closed then. */
    static String sum(InputStream from) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(from, digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() {
        reset();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + file, e);
        }
    }
}
