package org.w3id.urbis.endpoint.replica;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.endpoint.config.ReplicationConfig;
import org.w3id.urbis.endpoint.replica.EntryHeaders.Piece;

/**
 * Reads the log: only what was committed, in its order. To be used by one thread, but for {@link #wake}.
 *
 * <p>Methods throw {@link KafkaException} when no broker answers, or none that lets us in.
 */
final class LogReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogReader.class);
    private static final Duration LOOK = Duration.ofMillis(200);
    /** The last message of the log, its transaction's mark, and some more. */
    private static final int LAST_FEW = 4;

    private final TopicPartition partition;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final EntryAssembly assembly;
    private final LongAdder foreign;
    private final Deque<ConsumerRecord<byte[], byte[]>> fetched = new ArrayDeque<>();

    /**
     * Opens it; nothing is asked of a broker yet.
     *
     * @param workplace where patches are put together
     * @param foreign   counts messages that are none of ours
     * @throws LogException if the client cannot be set up so
     */
    LogReader(ReplicationConfig config, Path workplace, LongAdder foreign) {
        this.partition = new TopicPartition(config.topic(), 0);
        this.assembly = new EntryAssembly(workplace);
        this.foreign = foreign;
        try {
            this.consumer = new KafkaConsumer<>(
                    LogClients.reader(config), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException unusable) {
            throw new LogException("The log cannot be read with these settings: " + reason(unusable), unusable);
        }
        consumer.assign(List.of(partition));
    }

    /**
     * An entry with its patch.
     *
     * @param entry what it says
     * @param patch the file with the patch, until the next one is read
     * @param next  where in the log the next one begins
     */
    record Received(LogEntry entry, Path patch, long next) {}

    /**
     * An entry of the log without its patch.
     *
     * @param entry what it says
     * @param next  where in the log the next one begins
     */
    record Place(LogEntry entry, long next) {}

    /** What a failure comes down to: Kafka tells the reason in the cause. What the operator's file can mend is told with it. */
    static String reason(Throwable failure) {
        Throwable deepest = failure;
        boolean isOfSecurity = false;
        while (deepest.getCause() != null) {
            isOfSecurity |= deepest instanceof SslAuthenticationException;
            deepest = deepest.getCause();
        }
        isOfSecurity |= deepest instanceof SslAuthenticationException;
        boolean isOfIdentity = deepest instanceof SaslAuthenticationException;
        String said = deepest.getMessage() == null ? deepest.toString() : deepest.getMessage();
        if (isOfSecurity) {
            return "No secure connection came about (" + said + "). The file log-file names the certificates that are"
                    + " trusted (ssl.truststore.location).";
        }
        return isOfIdentity ? said + ". The file log-file says who this server is (sasl.jaas.config)." : said;
    }

    /** Where the log begins: earlier messages have been removed. */
    long begin() {
        return consumer.beginningOffsets(List.of(partition)).get(partition);
    }

    /** Where the next message will be. */
    long end() {
        return consumer.endOffsets(List.of(partition)).get(partition);
    }

    /** Goes to a place. */
    void seek(long offset) {
        fetched.clear();
        assembly.reset();
        consumer.seek(partition, offset);
    }

    /** Whether all that is there has been read. */
    boolean isAtEnd() {
        return fetched.isEmpty() && !assembly.isOpen() && consumer.position(partition) >= end();
    }

    /**
     * Reads on.
     *
     * @return the next entry; empty if it is not there yet
     * @throws DamagedEntryException if what comes next is not whole; reading goes on behind it
     */
    Optional<Received> next() {
        if (fetched.isEmpty()) {
            consumer.poll(LOOK).forEach(fetched::add);
        }
        while (!fetched.isEmpty()) {
            ConsumerRecord<byte[], byte[]> message = fetched.peek();
            Optional<Piece> piece = piece(message);
            if (piece.isEmpty()) {
                fetched.remove();
                passOver(message);
                continue;
            }
            if (!assembly.expects(piece.get())) {
                throw outOfTurn(piece.get());
            }
            fetched.remove();
            byte[] bytes = message.value() == null ? new byte[0] : message.value();
            Optional<Path> patch = assembly.add(piece.get(), bytes);
            if (patch.isPresent()) {
                return Optional.of(new Received(piece.get().entry(), patch.get(), message.offset() + 1));
            }
        }
        return Optional.empty();
    }

    private Optional<Piece> piece(ConsumerRecord<byte[], byte[]> message) {
        try {
            return EntryHeaders.read(message.headers());
        } catch (DamagedEntryException unreadable) {
            fetched.remove();
            assembly.reset();
            throw unreadable;
        }
    }

    /** A message that begins an entry stays where it is, and is read next. */
    private DamagedEntryException outOfTurn(Piece piece) {
        String cutOff = assembly.progress();
        boolean wasOpen = assembly.isOpen();
        assembly.reset();
        if (piece.piece() != 1) {
            fetched.remove();
        }
        return new DamagedEntryException(
                wasOpen
                        ? "The log lacks something: " + cutOff
                        : "The log lacks the beginning of " + piece.entry() + ", which goes on with piece "
                                + piece.piece());
    }

    private void passOver(ConsumerRecord<byte[], byte[]> message) {
        foreign.increment();
        if (foreign.sum() == 1) {
            LOG.warn(
                    "The log {} holds a message that is none of ours, at offset {}; it is passed over, and so will"
                            + " others be. Nobody but the publisher should be allowed to write there.",
                    partition.topic(),
                    message.offset());
        }
    }

    /**
     * Looks for the last entry of the log, and then goes back to where it was.
     *
     * @return the entry; empty if there is none
     */
    Optional<Place> last() {
        long here = consumer.position(partition);
        long begin = begin();
        long end = end();
        Optional<Place> last = Optional.empty();
        for (long few = LAST_FEW; last.isEmpty() && end > begin; few *= 8) {
            last = lastBetween(Math.max(begin, end - few), end, Optional.empty());
            if (end - few <= begin) {
                break;
            }
        }
        consumer.seek(partition, here);
        return last;
    }

    /**
     * Looks through the whole log for a revision, and goes to its beginning.
     *
     * @param hash the hash of its content
     * @return the last entry by which it became current; empty if there is none
     */
    Optional<Place> find(String hash) {
        long begin = begin();
        Optional<Place> found = lastBetween(begin, end(), Optional.of(hash));
        seek(begin);
        return found;
    }

    /** The last entry in a part of the log, if need be the last one that gives a certain hash. */
    private Optional<Place> lastBetween(long from, long to, Optional<String> hash) {
        Optional<Place> last = Optional.empty();
        consumer.seek(partition, from);
        while (consumer.position(partition) < to) {
            for (ConsumerRecord<byte[], byte[]> message : consumer.poll(LOOK)) {
                Optional<Place> place = lastPiece(message)
                        .filter(entry -> hash.isEmpty()
                                || hash.get().equals(entry.announced().hash()))
                        .map(entry -> new Place(entry, message.offset() + 1));
                last = place.isPresent() && message.offset() < to ? place : last;
            }
        }
        return last;
    }

    private static Optional<LogEntry> lastPiece(ConsumerRecord<byte[], byte[]> message) {
        try {
            return EntryHeaders.read(message.headers()).filter(Piece::isLast).map(Piece::entry);
        } catch (DamagedEntryException unreadable) {
            return Optional.empty();
        }
    }

    /** Lets whoever waits for the log wait no longer; for another thread that wants to close it. */
    void wake() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        try {
            consumer.close();
        } finally {
            assembly.close();
        }
    }
}
