package org.w3id.urbis.endpoint.replica;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.endpoint.config.ReplicationConfig;

/**
 * Writes the log: an entry is in it whole, or not at all.
 *
 * <p>Opening it gives up what a writer before has left unfinished, and shuts that one out if it is still there: of two
 * publishers, the later one writes.
 */
final class LogWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);
    /** Well below the megabyte that a broker takes unless it is told otherwise. */
    private static final int PIECE_BYTES = 256 << 10;

    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;

    private LogWriter(String topic, KafkaProducer<byte[], byte[]> producer) {
        this.topic = topic;
        this.producer = producer;
    }

    /**
     * Opens the log.
     *
     * @throws LogException   if the log or the client cannot be used so
     * @throws KafkaException if no broker answers, or none that lets us in
     */
    static LogWriter open(ReplicationConfig config) {
        KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(LogClients.writer(config), new ByteArraySerializer(), new ByteArraySerializer());
        try {
            int partitions = producer.partitionsFor(config.topic()).size();
            if (partitions != 1) {
                throw new LogException("The topic " + config.topic() + " has " + partitions
                        + " partitions. A log has one, so that all of it has an order.");
            }
            producer.initTransactions();
            return new LogWriter(config.topic(), producer);
        } catch (RuntimeException cannot) {
            producer.close();
            throw cannot;
        }
    }

    /**
     * Makes the log if there is none: with one partition, and nothing is ever removed unless the operator wants it.
     *
     * @throws KafkaException if no broker answers, or none that lets us in
     */
    static void make(ReplicationConfig config) {
        NewTopic topic = new NewTopic(config.topic(), Optional.of(1), Optional.empty())
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG, "-1",
                        TopicConfig.RETENTION_BYTES_CONFIG, "-1"));
        try (Admin admin = Admin.create(LogClients.common(config))) {
            admin.createTopics(List.of(topic)).all().get();
            LOG.info("Made the topic {} for the log of revisions", config.topic());
        } catch (ExecutionException refused) {
            // Without the right to make topics, somebody else has made it.
            if (!(refused.getCause() instanceof TopicExistsException)
                    && !(refused.getCause() instanceof AuthorizationException)) {
                throw new KafkaException(LogReader.reason(refused), refused.getCause());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Stopped", stopped);
        }
    }

    /** In how many messages a patch of some length goes. */
    static int pieces(long bytes) {
        return Math.toIntExact(Math.max(1, (bytes + PIECE_BYTES - 1) / PIECE_BYTES));
    }

    /**
     * Writes an entry with its patch, in one transaction.
     *
     * @param entry what it says
     * @param patch the file with the patch
     * @throws LogException   if another writer has taken the log over
     * @throws KafkaException if it could not be written; then nothing of it is in the log
     */
    void write(LogEntry entry, Path patch) {
        try {
            producer.beginTransaction();
            send(entry, patch);
            producer.commitTransaction();
        } catch (ProducerFencedException shutOut) {
            throw new LogException(
                    "Another publisher has taken over the topic " + topic + ". There can be one at a time.", shutOut);
        } catch (RuntimeException failed) {
            giveUp(failed);
            throw failed;
        }
    }

    private void send(LogEntry entry, Path patch) {
        byte[] key = Long.toString(entry.sequence()).getBytes(StandardCharsets.US_ASCII);
        try (InputStream in = Files.newInputStream(patch)) {
            for (int piece = 1; piece <= entry.pieces(); piece++) {
                ProducerRecord<byte[], byte[]> message =
                        new ProducerRecord<>(topic, 0, key, in.readNBytes(PIECE_BYTES));
                EntryHeaders.write(entry, piece, message.headers());
                producer.send(message);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + patch, e);
        }
    }

    private void giveUp(RuntimeException failed) {
        try {
            producer.abortTransaction();
        } catch (KafkaException afterwards) {
            // The writer that comes next gives it up.
            failed.addSuppressed(afterwards);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
