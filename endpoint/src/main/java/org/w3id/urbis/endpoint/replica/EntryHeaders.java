package org.w3id.urbis.endpoint.replica;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.w3id.urbis.loader.publication.Announcement;

/** The entry in the headers of each of its messages, as text that tools for Kafka show. */
final class EntryHeaders {

    private static final String FORMAT = "urbis-format";
    private static final String VERSION = "1";
    private static final String SEQUENCE = "urbis-sequence";
    private static final String REVISION = "urbis-revision";
    private static final String HASH = "urbis-hash";
    private static final String PREVIOUS_HASH = "urbis-previous-hash";
    private static final String CREATED = "urbis-created";
    private static final String PARENT = "urbis-parent";
    private static final String MOMENT = "urbis-moment";
    private static final String PIECE = "urbis-piece";
    private static final String PIECES = "urbis-pieces";
    private static final String BYTES = "urbis-bytes";
    private static final String SHA256 = "urbis-sha256";

    private EntryHeaders() {}

    /**
     * A message of the log.
     *
     * @param entry what it is a part of
     * @param piece which part, from 1
     */
    record Piece(LogEntry entry, int piece) {
        boolean isLast() {
            return piece == entry.pieces();
        }
    }

    static void write(LogEntry entry, int piece, Headers to) {
        Announcement announced = entry.announced();
        put(to, FORMAT, VERSION);
        put(to, SEQUENCE, announced.sequence());
        put(to, REVISION, announced.revision());
        put(to, HASH, announced.hash());
        entry.previousHash().ifPresent(hash -> put(to, PREVIOUS_HASH, hash));
        put(to, CREATED, announced.created());
        announced.parent().ifPresent(parent -> put(to, PARENT, parent));
        put(to, MOMENT, announced.moment());
        put(to, PIECE, piece);
        put(to, PIECES, entry.pieces());
        put(to, BYTES, entry.bytes());
        put(to, SHA256, entry.sha256());
    }

    /**
     * Reads the headers of a message.
     *
     * @return the part that it is of an entry; empty if it is none of ours
     * @throws DamagedEntryException if it is one of ours and says what cannot be
     */
    static Optional<Piece> read(Headers from) {
        Optional<String> format = text(from, FORMAT);
        if (format.isEmpty()) {
            return Optional.empty();
        }
        if (!format.get().equals(VERSION)) {
            throw new DamagedEntryException("The log holds an entry of format " + format.get()
                    + ", which a newer version of this program has written");
        }
        try {
            Optional<String> parent = text(from, PARENT);
            Announcement announced = new Announcement(
                    number(from, SEQUENCE),
                    number(from, REVISION),
                    needed(from, HASH),
                    Instant.parse(needed(from, CREATED)),
                    parent.isPresent() ? OptionalLong.of(Long.parseLong(parent.get())) : OptionalLong.empty(),
                    Instant.parse(needed(from, MOMENT)));
            LogEntry entry = new LogEntry(
                    announced,
                    text(from, PREVIOUS_HASH),
                    Math.toIntExact(number(from, PIECES)),
                    number(from, BYTES),
                    needed(from, SHA256));
            int piece = Math.toIntExact(number(from, PIECE));
            if (piece < 1 || piece > entry.pieces() || entry.sequence() < 1 || announced.revision() < 1) {
                throw new DamagedEntryException("The log holds a message of " + entry + " with numbers that cannot be");
            }
            return Optional.of(new Piece(entry, piece));
        } catch (NumberFormatException | ArithmeticException | DateTimeException unreadable) {
            throw new DamagedEntryException("The log holds a message whose headers cannot be read", unreadable);
        }
    }

    private static void put(Headers to, String name, Object value) {
        to.add(name, value.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> text(Headers from, String name) {
        Header header = from.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }

    private static String needed(Headers from, String name) {
        return text(from, name)
                .orElseThrow(() -> new DamagedEntryException("The log holds a message without the header " + name));
    }

    private static long number(Headers from, String name) {
        return Long.parseLong(needed(from, name));
    }
}
