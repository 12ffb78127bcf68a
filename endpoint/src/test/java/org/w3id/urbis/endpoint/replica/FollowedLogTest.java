package org.w3id.urbis.endpoint.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.Town;
import org.w3id.urbis.endpoint.replica.LogReader.Place;
import org.w3id.urbis.loader.publication.Announcement;
import org.w3id.urbis.loader.publication.Publication;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.RevisionPatch;
import org.w3id.urbis.loader.publication.Revisions;

/** The log between a publisher and its replicas, in a real broker. */
class FollowedLogTest {

    @TempDir
    private Path folder;

    private LoggedTown town;
    private Path here;

    @BeforeEach
    void aLogOfItsOwn() throws IOException {
        town = new LoggedTown(LogBroker.running().address(), "log-" + UUID.randomUUID(), folder);
        here = folder.resolve("here");
    }

    @Test
    void everyRevisionArrivesOnceAndInOrder() throws IOException {
        Path later = folder.resolve("later");
        town.publish("one");
        town.write();
        assertTrue(town.follow(here).wasEverUpToDate());
        town.publish("two");
        town.publish("three");
        new Revisions(town.publisher()).rollback(2);
        town.publish("four");
        town.write();
        town.follow(here);
        town.follow(later);
        assertEquals(LoggedTown.history(town.publisher()), LoggedTown.history(here));
        assertEquals(LoggedTown.history(town.publisher()), LoggedTown.history(later));

        Place end = town.last();
        assertEquals(5, end.entry().sequence());
        town.write();
        assertEquals(end, town.last(), "what is in the log is not written twice");
        town.follow(here);
        assertEquals(LoggedTown.history(town.publisher()), LoggedTown.history(here));
    }

    @Test
    void aReplicaFindsItsPlaceByTheHashToo() throws IOException {
        town.publish("one");
        town.publish("two");
        town.write();
        town.follow(here);
        Files.delete(LoggedTown.current(here).directory().resolve("log.json"));
        new Revisions(town.publisher()).rollback(1);
        town.write();
        town.follow(here);
        assertEquals(LoggedTown.history(town.publisher()), LoggedTown.history(here));
    }

    @Test
    void whatAWriterLeftUnfinishedIsSeenByNobody() throws IOException {
        town.publish("one");
        town.write();
        town.follow(here);
        Revision much = town.publishMuch(1);
        long bytes = Files.size(much.patch());
        assertTrue(LogWriter.pieces(bytes) >= 2, "one piece is no test: " + bytes);
        for (int sent = 1; sent <= LogWriter.pieces(bytes); sent++) {
            leaveUnfinished(much, sent);
        }
        assertEquals(1, town.last().entry().sequence());
        town.write();
        town.follow(here);
        assertEquals(LoggedTown.history(town.publisher()), LoggedTown.history(here));
        assertEquals(2, town.last().entry().sequence());
    }

    /** As a publisher that is killed when it has sent some pieces: neither committed nor given up. */
    private void leaveUnfinished(Revision revision, int sent) throws IOException {
        byte[] patch = Files.readAllBytes(revision.patch());
        LogEntry entry = new LogEntry(
                announced(2, revision),
                Optional.of(LoggedTown.current(here).hash()),
                LogWriter.pieces(patch.length),
                patch.length,
                "a".repeat(64));
        KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                LogClients.writer(town.config(town.publisher())), new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
        producer.beginTransaction();
        for (int piece = 1; piece <= sent; piece++) {
            ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(town.topic(), 0, null, patch);
            EntryHeaders.write(entry, piece, message.headers());
            producer.send(message);
        }
        producer.flush();
        producer.close(Duration.ZERO);
    }

    private static Announcement announced(long sequence, Revision revision) {
        return new Announcement(
                sequence,
                revision.number(),
                revision.hash(),
                revision.created(),
                revision.parent(),
                revision.created());
    }

    @Test
    void whatIsNotOursIsPassedOver() throws Exception {
        town.publish("one");
        town.write();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                LogClients.common(town.config(here)), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(town.topic(), 0, null, "hello".getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
        town.publish("two");
        town.write();
        Standing standing = town.follow(here);
        assertEquals(LoggedTown.history(town.publisher()), LoggedTown.history(here));
        assertEquals(1, standing.foreign().sum());
    }

    @Test
    void whatIsDamagedStopsAReplicaUntilARevisionComesWhole() throws IOException {
        Revision first = town.publish("one");
        town.write();
        town.follow(here);
        Revision second = town.publish("two");
        // Its checksum is that of another file.
        send(announced(2, second), Optional.of(first.hash()), second.patch(), first.patch());
        Standing stopped = town.follow(here);
        assertTrue(stopped.fault().orElseThrow().contains("is not what was written"), stopped.fault()::get);
        assertFalse(stopped.wasEverUpToDate());
        assertEquals(first.hash(), LoggedTown.current(here).hash());

        Revision third = town.publish("three");
        town.write();
        assertTrue(town.follow(here).fault().orElseThrow().contains("is not what was written"));
        assertEquals(first.hash(), LoggedTown.current(here).hash(), "the third does not follow the first");

        Path whole = folder.resolve("whole.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
            RevisionPatch.writeWhole(third, out);
        }
        send(announced(4, third), Optional.empty(), whole, whole);
        Standing mended = town.follow(here);
        assertEquals(Optional.empty(), mended.fault());
        assertTrue(mended.wasEverUpToDate());
        assertEquals(third.hash(), LoggedTown.current(here).hash());
    }

    private void send(Announcement announced, Optional<String> previous, Path patch, Path summed) throws IOException {
        byte[] sum = EntryAssembly.sha256().digest(Files.readAllBytes(summed));
        try (LogWriter writer = LogWriter.open(town.config(town.publisher()))) {
            writer.write(
                    new LogEntry(
                            announced,
                            previous,
                            LogWriter.pieces(Files.size(patch)),
                            Files.size(patch),
                            HexFormat.of().formatHex(sum)),
                    patch);
        }
    }

    @Test
    void whatDoesNotFollowStopsAReplica() throws IOException {
        Revision first = town.publish("one");
        town.write();
        town.follow(here);
        Revision second = town.publish("two");
        send(announced(3, second), Optional.of(first.hash()), second.patch(), second.patch());
        Standing gap = town.follow(here);
        assertTrue(gap.fault().orElseThrow().contains("does not follow what is here"), gap.fault()::get);
        assertEquals(first.hash(), LoggedTown.current(here).hash());
    }

    @Test
    void whatIsKeptNoLongerGoesIntoTheLogWhole() throws IOException {
        town.publish("one");
        town.write();
        town.follow(here);
        for (String mark : new String[] {"two", "three", "four"}) {
            new Publication(town.publisher(), 1, Clock.systemUTC())
                    .publish(() -> Town.marked(mark).stream())
                    .orElseThrow();
        }
        town.write();
        Standing standing = town.follow(here);
        assertEquals(4, standing.sequence());
        assertEquals(
                LoggedTown.current(town.publisher()).hash(),
                LoggedTown.current(here).hash());
        assertTrue(town.last().entry().isWhole());
    }

    @Test
    void theLogOfAnotherDataDirectoryIsRefused() {
        town.publish("one");
        town.publish("two");
        town.write();
        LoggedTown other = new LoggedTown(town.broker(), town.topic(), folder.resolve("other"));
        other.publish("elsewhere");
        LogException refused = assertThrows(LogException.class, other::write);
        assertTrue(refused.getMessage().contains("not in the history"), refused.getMessage());
        assertThrows(LogException.class, () -> other.follow(other.publisher()));
        assertEquals(2, town.last().entry().sequence());
    }

    @Test
    void aFileOfTheOperatorMaySayWhoOneIsAndNothingElse() throws IOException {
        Files.createDirectories(here);
        Files.writeString(
                here.resolve("log.properties"), "security.protocol=PLAINTEXT\nisolation.level=read_uncommitted\n");
        LogException refused = assertThrows(LogException.class, () -> town.follow(here));
        assertTrue(refused.getMessage().contains("isolation.level"), refused.getMessage());
        Files.writeString(here.resolve("log.properties"), "security.protocol=PLAINTEXT\n");
        town.publish("one");
        town.write();
        assertTrue(town.follow(here).wasEverUpToDate());
    }
}
