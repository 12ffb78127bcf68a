package org.w3id.urbis.loader.publication;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.sse.SSE;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublicationTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    private Path data;

    @Test
    void aRevisionHoldsWhatWasPublished() {
        List<Quad> quads = quads(1, 200);
        Revision revision = publish(quads).orElseThrow();
        assertEquals(1, revision.number());
        assertEquals(NOON, revision.created());
        assertEquals(200, revision.quads());
        assertEquals(
                Set.of("http://a.example/g0", "http://a.example/g1", "http://a.example/g2"),
                revision.graphs().keySet());
        assertEquals(
                200,
                revision.graphs().values().stream().mapToLong(Long::longValue).sum());
        assertEquals(Set.copyOf(quads), Set.copyOf(stored(revision)));
        assertEquals(Optional.of(revision), new Revisions(data).current());
    }

    @Test
    void theDumpIsTheSameBytesForTheSameContentInWhateverOrder(@TempDir Path other) throws IOException {
        List<Quad> quads = quads(1, 500);
        publish(quads);
        Collections.shuffle(quads, new Random(3));
        new Publication(other, 10, Clock.fixed(NOON.plusSeconds(99), ZoneOffset.UTC)).publish(quads::stream);
        byte[] dump = Files.readAllBytes(data.resolve("revisions/1/data.nq.gz"));
        assertArrayEquals(dump, Files.readAllBytes(other.resolve("revisions/1/data.nq.gz")));
        assertEquals(
                new Revisions(data).current().orElseThrow().hash(),
                new Revisions(other).current().orElseThrow().hash());
    }

    @Test
    void theDumpIsSortedNQuadsAndTheHashIsTheirs() throws Exception {
        Revision revision = publish(quads(1, 300)).orElseThrow();
        byte[] text;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(revision.dump()))) {
            text = in.readAllBytes();
        }
        List<String> lines = new String(text, StandardCharsets.UTF_8).lines().toList();
        assertEquals(lines.stream().sorted().toList(), lines);
        assertEquals(
                "<http://a.example/s0> <http://a.example/p> \"Straße \\\"0\\\"\"@de <http://a.example/g0> .",
                lines.getFirst());
        assertEquals(revision.hash(), sha256(text));
        String checksum = Files.readString(revision.directory().resolve("data.nq.gz.sha256"));
        assertEquals(sha256(Files.readAllBytes(revision.dump())) + "  data.nq.gz\n", checksum);
    }

    @Test
    void equalContentIsNotPublishedAgain() {
        publish(quads(1, 10));
        assertEquals(Optional.empty(), publish(quads(1, 10)));
        assertEquals(1, new Revisions(data).list().size());
        assertEquals(2, publish(quads(1, 11)).orElseThrow().number());
    }

    @Test
    void goingBackMakesAnotherRevisionCurrentAndDeletesNothing() {
        publish(quads(1, 10));
        publish(quads(1, 20));
        Revisions revisions = new Revisions(data);
        assertEquals(1, revisions.rollback(1).number());
        assertEquals(10, stored(revisions.current().orElseThrow()).size());
        assertEquals(
                List.of(2L, 1L), revisions.list().stream().map(Revision::number).toList());
        assertEquals(3, publish(quads(1, 30)).orElseThrow().number());
        assertEquals(20, stored(revisions.rollback(2)).size());
        assertThrows(UnknownRevisionException.class, () -> revisions.rollback(9));
    }

    @Test
    void oldRevisionsAreRemovedButNeverTheCurrentOne() {
        for (int size = 1; size <= 4; size++) {
            publish(quads(1, size));
        }
        new Revisions(data).rollback(1);
        new Publication(data, 2, Clock.systemUTC()).publish(quads(1, 50)::stream);
        assertEquals(List.of(5L, 4L), numbers());
        new Revisions(data).rollback(4);
        new Publication(data, 1, Clock.systemUTC()).publish(quads(1, 60)::stream);
        assertEquals(List.of(6L), numbers());
        assertThrows(IllegalArgumentException.class, () -> new Publication(data, 0, Clock.systemUTC()));
    }

    @Test
    void whatAPublicationThatWasCutOffLeftIsRemovedByTheNext() throws IOException {
        publish(quads(1, 10));
        Path half = Files.createDirectories(data.resolve("revisions/2.new/tdb2"));
        Files.writeString(half.resolve("nodes.dat"), "half");
        // Whole, but the process died before the pointer was moved.
        Files.createDirectories(data.resolve("revisions/2"));
        Files.copy(data.resolve("revisions/1/revision.json"), data.resolve("revisions/2/revision.json"));
        assertEquals(List.of(1L), numbers());
        assertEquals(1, new Revisions(data).current().orElseThrow().number());
        assertEquals(Optional.empty(), publish(quads(1, 10)));
        assertFalse(Files.exists(data.resolve("revisions/2.new")));
        assertFalse(Files.exists(data.resolve("revisions/2")));
        assertEquals(2, publish(quads(1, 11)).orElseThrow().number());
    }

    @Test
    void aRevisionWhosePointerWasMovedCountsEvenIfNothingElseWasDone() throws IOException {
        publish(quads(1, 10));
        publish(quads(1, 20));
        Files.delete(data.resolve("revisions/2/published"));
        assertEquals(List.of(2L, 1L), numbers());
        publish(quads(1, 20));
        assertTrue(Files.exists(data.resolve("revisions/2/published")));
        assertEquals(2, new Revisions(data).current().orElseThrow().number());
    }

    @Test
    void twoPublishersAreKeptApart() throws IOException {
        publish(quads(1, 10));
        try (FileChannel channel = FileChannel.open(data.resolve("publisher.lock"), StandardOpenOption.WRITE)) {
            channel.lock();
            assertThrows(AlreadyPublishingException.class, () -> publish(quads(1, 20)));
            assertThrows(AlreadyPublishingException.class, () -> new Revisions(data).rollback(1));
        }
        assertEquals(2, publish(quads(1, 20)).orElseThrow().number());
    }

    @Test
    void aDiskThatRefusesChangesNothing() throws IOException {
        publish(quads(1, 10));
        // A directory where the new pointer has to be written.
        Files.createDirectory(data.resolve("current.new"));
        assertThrows(PublicationException.class, () -> publish(quads(1, 20)));
        assertEquals(10, stored(new Revisions(data).current().orElseThrow()).size());
        assertEquals(List.of(1L), numbers());
        Files.delete(data.resolve("current.new"));
        assertEquals(2, publish(quads(1, 20)).orElseThrow().number());
    }

    @Test
    void anEmptyDataDirectoryHasNoRevision() {
        Revisions revisions = new Revisions(data.resolve("none"));
        assertEquals(Optional.empty(), revisions.current());
        assertEquals(List.of(), revisions.list());
        assertEquals(Optional.empty(), revisions.find(1));
    }

    @Test
    void aDamagedDirectoryIsToldApartFromAnEmptyOne() throws IOException {
        publish(quads(1, 10));
        Files.writeString(data.resolve("current"), "7\n");
        assertThrows(DamagedDataException.class, () -> new Revisions(data).current());
        Files.writeString(data.resolve("current"), "seven\n");
        assertThrows(DamagedDataException.class, () -> new Revisions(data).current());
        Files.writeString(data.resolve("current"), "1\n");
        Files.writeString(data.resolve("revisions/1/revision.json"), "{}");
        assertThrows(DamagedDataException.class, () -> new Revisions(data).current());
    }

    @Test
    void queriesSeeTheUnionOfTheGraphsByDefault() {
        Revision revision = publish(quads(1, 30)).orElseThrow();
        long count = Store.read(revision, store -> {
            try (QueryExec query =
                    QueryExec.dataset(store).query("SELECT * { ?s ?p ?o }").build()) {
                return Iter.count(query.select());
            }
        });
        assertEquals(30, count);
    }

    @Test
    void aRevisionThatAnotherReaderHasOpenCanBeReadAndPublishedUpon() throws Exception {
        Revision revision = publish(quads(1, 30)).orElseThrow();
        List<String> before = checksums(revision.store());
        DatasetGraph server = DatabaseMgr.connectDatasetGraph(Location.create(revision.store()));
        try {
            assertEquals(30, stored(revision).size());
            assertEquals(30, Store.read(revision, store -> stored(revision)).size());
            assertEquals(2, publish(quads(1, 40)).orElseThrow().number());
        } finally {
            TDBInternal.expel(server);
        }
        assertEquals(before, checksums(revision.store()), "reading changed the store");
    }

    private static List<String> checksums(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> sums = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("tdb.lock"))
                    .sorted()
                    .toList()) {
                sums.add(file + " " + sha256(Files.readAllBytes(file)));
            }
            return sums;
        }
    }

    @ParameterizedTest
    @EnumSource(DumpFormat.class)
    void theDumpComesInEveryFormatAndByGraph(DumpFormat format) {
        Revision revision = publish(quads(1, 30)).orElseThrow();
        String all = dump(revision, format, Optional.empty());
        String one = dump(revision, format, Optional.of("http://a.example/g1"));
        assertTrue(all.contains("s29") && all.contains("s1"), all);
        assertTrue(one.contains("s1") && !one.contains("s29"), one);
        assertEquals(all, dump(revision, format, Optional.empty()));
    }

    private static String dump(Revision revision, DumpFormat format, Optional<String> graph) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Dump(revision).write(format, graph, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private Optional<Revision> publish(List<Quad> quads) {
        return new Publication(data, 10, Clock.fixed(NOON, ZoneOffset.UTC)).publish(quads::stream);
    }

    private List<Long> numbers() {
        return new Revisions(data).list().stream().map(Revision::number).toList();
    }

    private static List<Quad> stored(Revision revision) {
        return Store.read(revision, store -> Iter.toList(store.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY)));
    }

    private static List<Quad> quads(int from, int count) {
        Node property = NodeFactory.createURI("http://a.example/p");
        return Stream.iterate(0, i -> i + 1)
                .limit(count)
                .map(i -> Quad.create(
                        NodeFactory.createURI("http://a.example/g" + i % 3),
                        NodeFactory.createURI("http://a.example/s" + i),
                        property,
                        i % 2 == 0
                                ? NodeFactory.createLiteralLang("Straße \"" + i + "\"", "de")
                                : SSE.parseNode(from + i + "")))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
