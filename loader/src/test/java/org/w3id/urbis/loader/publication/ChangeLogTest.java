package org.w3id.urbis.loader.publication;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeLogTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Quad A = quad("g", "a", "'Athens'@en");
    private static final Quad B = quad("g", "b", "'Bern'@en");
    private static final Quad B_ELSEWHERE = quad("h", "b", "'Berne'@en");
    private static final Quad C = quad("g", "c", "'Ćuprija'@sr");
    private static final Quad FIGURE = quad("graph/description", "dataset", "4");
    private static final Quad GIVEN_UP = SSE.parseQuad(
            "(<http://a.example/g> <http://a.example/a> <http://www.w3.org/2002/07/owl#deprecated> true)");

    @TempDir
    private Path data;

    @Test
    void aPatchMakesTheSuccessorsBytesOfThePredecessors() throws IOException {
        Revision first = publish(A, B);
        Revision second = publish(B, B_ELSEWHERE, C);
        DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
        RDFPatchOps.applyChange(dataset, RDFPatchOps.read(new ByteArrayInputStream(unzipped(first.patch()))));
        assertArrayEquals(unzipped(first.dump()), bytes(dataset));
        RDFPatchOps.applyChange(dataset, RDFPatchOps.read(new ByteArrayInputStream(unzipped(second.patch()))));
        assertArrayEquals(unzipped(second.dump()), bytes(dataset));

        ByteArrayOutputStream back = new ByteArrayOutputStream();
        RevisionPatch.write(second, first, back);
        RDFPatchOps.applyChange(dataset, RDFPatchOps.read(new ByteArrayInputStream(back.toByteArray())));
        assertArrayEquals(unzipped(first.dump()), bytes(dataset));
    }

    @Test
    void eachChangeSetSaysWhatBecameOfThings() {
        publish(A, B, FIGURE);
        publish(B, B_ELSEWHERE, C);
        List<ChangeSet> sets = new ChangeLog(data).until(2);
        assertEquals(List.of(created("a"), created("b")), sets.getFirst().things(0, 10));
        assertEquals(
                List.of(change("a", ChangeKind.DELETED), change("b", ChangeKind.UPDATED), created("c")),
                sets.getLast().things(0, 10));
        assertEquals(List.of(change("b", ChangeKind.UPDATED)), sets.getLast().things(1, 1));
        assertEquals(
                List.of(1L, 1L, 1L),
                List.of(
                        sets.getLast().created(),
                        sets.getLast().updated(),
                        sets.getLast().deleted()));
        assertEquals(OptionalLong.empty(), sets.getFirst().previous());
        assertEquals(OptionalLong.of(1), sets.getLast().previous());
        assertEquals(NOON, sets.getLast().moment());
    }

    @Test
    void aNameThatIsGivenUpIsAThingThatWasDeleted() {
        publish(A, B);
        publish(GIVEN_UP, B);
        publish(GIVEN_UP, B, C);
        ChangeLog log = new ChangeLog(data);
        assertEquals(
                List.of(change("a", ChangeKind.DELETED)), log.until(2).getLast().things(0, 10));
        assertEquals(List.of(created("c")), log.until(3).getLast().things(0, 10));
    }

    @Test
    void goingBackIsAChangeToo() {
        publish(A);
        publish(A, B);
        new Revisions(data).rollback(1);
        new Revisions(data).rollback(1);
        List<ChangeSet> sets = new ChangeLog(data).until(1);
        assertEquals(List.of(1L, 2L, 1L), revisions(sets));
        assertEquals(List.of(change("b", ChangeKind.DELETED)), sets.getLast().things(0, 10));
        assertFalse(sets.get(2).moment().isBefore(sets.get(1).moment()));
        publish(A, C);
        assertEquals(
                List.of(created("c")), new ChangeLog(data).until(3).getLast().things(0, 10));
    }

    @Test
    void changesOutliveTheirRevisions() {
        publish(A);
        new Publication(data, 1, Clock.fixed(NOON, ZoneOffset.UTC)).publish(() -> Stream.of(B));
        assertEquals(1, new Revisions(data).list().size());
        assertEquals(
                List.of(created("a")), new ChangeLog(data).until(2).getFirst().things(0, 10));
    }

    @Test
    void whatWasWrittenForARevisionThatNeverCountedIsPassedOverAndRemoved() throws IOException {
        publish(A);
        // A directory where the new pointer has to be written.
        Files.createDirectory(data.resolve("current.new"));
        assertThrows(PublicationException.class, () -> publish(A, B));
        assertEquals(List.of(1L), revisions(new ChangeLog(data).until(1)));
        Files.delete(data.resolve("current.new"));
        Files.createDirectory(data.resolve("changes/2.new"));
        publish(A, C);
        assertEquals(List.of(1L, 2L), revisions(new ChangeLog(data).until(2)));
        assertEquals(
                List.of(created("c")), new ChangeLog(data).until(2).getLast().things(0, 10));
        assertFalse(Files.exists(data.resolve("changes/2.new")));
    }

    @Test
    void theLogOfADirectoryThatHadNoneBeginsWithAllThatIsThere() throws IOException {
        publish(A);
        DurableFiles.remove(data.resolve("changes"));
        assertEquals(List.of(), new ChangeLog(data).until(1));
        publish(A, B);
        assertEquals(
                List.of(created("a"), created("b")),
                new ChangeLog(data).until(2).getFirst().things(0, 10));
    }

    private static List<Long> revisions(List<ChangeSet> sets) {
        return sets.stream().map(ChangeSet::revision).toList();
    }

    private static ThingChange created(String name) {
        return change(name, ChangeKind.CREATED);
    }

    private static ThingChange change(String name, ChangeKind kind) {
        return new ThingChange("http://a.example/" + name, kind);
    }

    private Revision publish(Quad... quads) {
        return new Publication(data, 10, Clock.fixed(NOON, ZoneOffset.UTC))
                .publish(() -> Stream.of(quads))
                .orElseThrow();
    }

    private static byte[] bytes(DatasetGraph dataset) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SortedQuads.of(Iter.asStream(dataset.find())).lines().forEachRemaining(out::writeBytes);
        return out.toByteArray();
    }

    private static byte[] unzipped(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    private static Quad quad(String graph, String subject, String object) {
        return SSE.parseQuad("(<http://a.example/" + graph + "> <http://a.example/" + subject
                + "> <http://a.example/name> " + object + ")");
    }
}
