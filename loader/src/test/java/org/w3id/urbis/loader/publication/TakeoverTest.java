package org.w3id.urbis.loader.publication;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakeoverTest {

    private static final Quad A = quad("g", "a", "'Athens'@en");
    private static final Quad B = quad("g", "b", "'Bern'@en");
    private static final Quad C = quad("h", "c", "'Ćuprija \\n \\\"old\\\"'@sr");

    @TempDir
    private Path folder;

    private Path there;
    private Path here;

    @BeforeEach
    void twoDirectories() {
        there = folder.resolve("there");
        here = folder.resolve("here");
    }

    @Test
    void patchAfterPatchGivesTheBytesOfThePublisher() throws IOException {
        for (Revision revision : List.of(publish(A, B), publish(B, C), publish(A, C))) {
            Revision taken = take(revision, revision.number(), revision.patch(), false);
            assertEquals(new Revisions(here).current(), Optional.of(taken));
            assertArrayEquals(Files.readAllBytes(revision.dump()), Files.readAllBytes(taken.dump()));
            assertArrayEquals(
                    Files.readAllBytes(revision.directory().resolve(RevisionFile.NAME)),
                    Files.readAllBytes(taken.directory().resolve(RevisionFile.NAME)));
            assertArrayEquals(Files.readAllBytes(revision.patch()), Files.readAllBytes(taken.patch()));
            assertEquals(revision.hash(), StoredRevision.hash(taken));
            assertEquals(
                    Optional.of(new LogPosition("log", revision.number(), 10 * revision.number())),
                    LogPosition.of(taken));
        }
        assertEquals(told(there), told(here));
        assertTrue(new ChangeLog(here).isComplete());
    }

    @Test
    void whatTheRevisionBeforeLacksIsMadeOfTheWhole() throws IOException {
        Revision first = publish(A, B);
        Revision mine = take(first, 1, first.patch(), false);
        byte[] text;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(mine.dump()))) {
            text = in.readAllBytes();
        }
        // As an earlier version wrote it, in one piece.
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(mine.dump()))) {
            out.write(text);
        }
        Revision second = publish(B, C);
        mine = take(second, 2, second.patch(), false);
        assertAlike(second, mine);
        DurableFiles.remove(mine.dumps());
        DurableFiles.remove(mine.names());
        Revision third = publish(A, C);
        mine = take(third, 3, third.patch(), false);
        assertAlike(third, mine);
        Path jsonLd = mine.dumps().resolve(RevisionDumps.JSON_LD);
        byte[] damaged = Files.readAllBytes(jsonLd);
        damaged[damaged.length - 1] ^= 1;
        Files.write(jsonLd, damaged);
        Revision fourth = publish(A, B, C);
        assertAlike(fourth, take(fourth, 4, fourth.patch(), false));
    }

    private static void assertAlike(Revision one, Revision other) throws IOException {
        assertArrayEquals(Files.readAllBytes(one.dump()), Files.readAllBytes(other.dump()));
        assertArrayEquals(Files.readAllBytes(one.readForm()), Files.readAllBytes(other.readForm()));
        for (RevisionDumps.DumpFile file : RevisionDumps.present(one)) {
            Path same = RevisionDumps.find(other, file.name()).orElseThrow().path();
            assertArrayEquals(Files.readAllBytes(file.path()), Files.readAllBytes(same), file.name());
        }
    }

    @Test
    void goingBackIsTakenOverToo() {
        Revision first = publish(A);
        take(first, 1, first.patch(), false);
        Revision second = publish(A, B);
        take(second, 2, second.patch(), false);
        new Revisions(there).rollback(1);
        assertEquals(1, take(first, 3, second.patch(), false).number());
        assertEquals(1, new Revisions(here).current().orElseThrow().number());
        assertEquals(3, LogPosition.of(first(here)).orElseThrow().sequence());
        Revision third = publish(A, C);
        assertEquals(3, third.number());
        take(third, 4, third.patch(), false);
        assertEquals(
                new ChangeLog(there).until(3).stream().map(ChangeSet::revision).toList(),
                new ChangeLog(here).until(3).stream().map(ChangeSet::revision).toList());
    }

    private static Revision first(Path data) {
        return new Revisions(data).find(1).orElseThrow();
    }

    @Test
    void aDirectoryThatBeginsWithADumpKnowsThatItLacksWhatWasBefore() {
        publish(A);
        Revision second = publish(A, B);
        begin(second, second.dump());
        assertFalse(new ChangeLog(here).isComplete());
        Revision begun = new Revisions(here).current().orElseThrow();
        assertEquals(second.hash(), begun.hash());
        assertFalse(Files.exists(begun.patch()), "what it changed of its parent is not known here");
        Revision third = publish(C);
        assertEquals(third.hash(), take(third, 3, third.patch(), false).hash());
        assertTrue(Files.exists(new Revisions(here).current().orElseThrow().patch()));
    }

    @Test
    void aDumpThatIsTakenOverIsKeptAsItCame() throws IOException {
        Revision first = publish(A, B);
        byte[] text;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(first.dump()))) {
            text = in.readAllBytes();
        }
        Path unsorted = folder.resolve("unsorted.gz");
        compress(unsorted, (line("b").replace("b\"", "Bern\"@en") + line("a")).getBytes(StandardCharsets.UTF_8));
        assertThrows(UnfitRevisionException.class, () -> begin(first, unsorted));
        // As another Java compresses it.
        Path dump = folder.resolve("dump.gz");
        compress(dump, text);
        byte[] came = Files.readAllBytes(dump);
        begin(first, dump);
        Files.delete(dump);
        Revision begun = first(here);
        assertArrayEquals(came, Files.readAllBytes(begun.dump()));
        assertEquals(
                Sha256.of(begun.dump()), RevisionDumps.present(begun).getFirst().sha256());
        assertArrayEquals(Files.readAllBytes(first.patch()), Files.readAllBytes(begun.patch()));
        assertArrayEquals(Files.readAllBytes(first.readForm()), Files.readAllBytes(begun.readForm()));
    }

    private static void compress(Path file, byte[] text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text);
        }
    }

    private void begin(Revision revision, Path dump) {
        try (PublisherLock held = PublisherLock.take(here)) {
            new Takeover(here, 10)
                    .byDump(
                            held,
                            announced(revision, revision.number()),
                            dump,
                            new LogPosition("log", revision.number(), 20));
        }
    }

    @Test
    void whatMakesARevisionOfNothingFollowsAnything() throws IOException {
        Revision first = publish(A, B);
        take(first, 1, first.patch(), false);
        publish(C);
        publish(A);
        Revision fourth = publish(B, C);
        Path whole = folder.resolve("whole.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
            RevisionPatch.writeWhole(fourth, out);
        }
        assertEquals(fourth.hash(), take(fourth, 4, whole, true).hash());
        assertFalse(new ChangeLog(here).isComplete());
    }

    @Test
    void whatDoesNotFitChangesNothing() throws IOException {
        Revision first = publish(A, B);
        take(first, 1, first.patch(), false);
        Revision second = publish(B, C);
        Revision third = publish(A, B, C);
        assertUnfit("takes away what is not there", third, second.patch(), "TX .\nD " + line("z") + "TC .\n");
        assertUnfit("adds what is there already", third, second.patch(), "TX .\nA " + line("a") + "TC .\n");
        assertUnfit("was cut off", third, second.patch(), "TX .\nA " + line("c"));
        assertUnfit("not sorted", third, second.patch(), "TX .\nA " + line("y") + "A " + line("c") + "TC .\n");
        assertUnfit("goes on behind", third, second.patch(), "TX .\nTC .\nTX .\n");
        assertUnfit("does not begin", third, second.patch(), "");
        assertUnfit("a row that is none", third, second.patch(), "TX .\nX " + line("c") + "TC .\n");
        assertUnfit("cannot be read", third, second.patch(), "TX .\nA <c> nonsense\nTC .\n");
        assertUnfit("has the hash", third, second.patch(), "TX .\nA " + line("c") + "TC .\n");
        assertEquals(Optional.of(first.hash()), new Revisions(here).current().map(Revision::hash));
        assertEquals(1, new ChangeLog(here).until(1).size());
        take(second, 2, second.patch(), false);
        assertEquals(third.hash(), take(third, 3, third.patch(), false).hash());
    }

    @Test
    void aDirectoryWithAHistoryOfItsOwnIsLeftAlone() {
        Revision first = publish(A);
        for (Quad other : List.of(B, C, A)) {
            new Publication(here, 10, Clock.systemUTC()).publish(() -> Stream.of(other));
        }
        Revision second = publish(A, B);
        assertThrows(UnfitRevisionException.class, () -> take(second, 2, second.patch(), false));
        assertEquals(first.hash(), new Revisions(here).current().orElseThrow().hash());
    }

    private void assertUnfit(String why, Revision announced, Path file, String patch) throws IOException {
        Path damaged = file.resolveSibling("damaged.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(damaged))) {
            out.write(patch.getBytes(StandardCharsets.UTF_8));
        }
        UnfitRevisionException unfit =
                assertThrows(UnfitRevisionException.class, () -> take(announced, announced.number(), damaged, false));
        assertTrue(unfit.getMessage().contains(why), unfit.getMessage());
    }

    private static String line(String name) {
        return "<http://a.example/" + name + "> <http://a.example/name> \""
                + (name.equals("a") ? "Athens\"@en" : name + "\"") + " <http://a.example/g> .\n";
    }

    private Revision take(Revision revision, long sequence, Path patch, boolean isWhole) {
        try (PublisherLock held = PublisherLock.take(here)) {
            return new Takeover(here, 10)
                    .byPatch(
                            held,
                            announced(revision, sequence),
                            patch,
                            isWhole,
                            new LogPosition("log", sequence, 10 * sequence));
        }
    }

    private static Announcement announced(Revision revision, long sequence) {
        return new Announcement(
                sequence,
                revision.number(),
                revision.hash(),
                revision.created(),
                revision.parent(),
                revision.created());
    }

    private Revision publish(Quad... quads) {
        return new Publication(there, 10, Clock.systemUTC())
                .publish(() -> Stream.of(quads))
                .orElseThrow();
    }

    private static List<String> told(Path data) {
        long current = new Revisions(data).current().orElseThrow().number();
        return new ChangeLog(data)
                .until(current).stream()
                        .map(set ->
                                set.sequence() + " " + set.revision() + " " + set.moment() + " " + set.things(0, 99))
                        .toList();
    }

    private static Quad quad(String graph, String subject, String object) {
        return SSE.parseQuad("(<http://a.example/" + graph + "> <http://a.example/" + subject
                + "> <http://a.example/name> " + object + ")");
    }
}
