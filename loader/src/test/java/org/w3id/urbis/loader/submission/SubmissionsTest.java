package org.w3id.urbis.loader.submission;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.loader.submission.Event.Kind;

class SubmissionsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00.9Z"), ZoneOffset.UTC);

    @TempDir
    private Path data;

    private Submissions submissions;

    @BeforeEach
    void look() {
        submissions = new Submissions(data, CLOCK);
    }

    @Test
    void aDirectoryWithoutSubmissionsIsLeftAlone() throws IOException {
        assertEquals(List.of(), submissions.list());
        assertEquals(Optional.empty(), submissions.find("20261121-00000001"));
        assertFalse(Files.exists(data.resolve("submissions")));
    }

    @Test
    void aFileIsKeptByteForByteWithWhoAndWhen() {
        byte[] bytes = "\uFEFFé\r\n".getBytes(StandardCharsets.UTF_16);
        Entry entry = new Entry("é.ttl", "ttl", "text/turtle", bytes, "{\"findings\":[]}\n", 7, 2, Optional.empty());
        Submission kept = submissions.receive(entry, Handed.ANNA);

        Submission read = fresh().submission(kept.id());
        assertEquals(kept, read);
        assertTrue(read.id().startsWith("20261121-"), read.id());
        assertEquals(SubmissionState.WAITING, read.state());
        assertEquals(Handed.ANNA, read.submitter());
        assertEquals(Instant.parse("2026-11-21T12:00:00Z"), read.received());
        assertEquals("é.ttl", read.receipt().detail(Event.FILE_NAME).orElseThrow());
        assertEquals("7", read.receipt().detail(Event.STATEMENTS).orElseThrow());
        assertEquals("2", read.receipt().detail(Event.WARNINGS).orElseThrow());
        assertArrayEquals(bytes, fresh().file(read));
        assertEquals("{\"findings\":[]}\n", fresh().report(read));
    }

    @Test
    void theNameOfAFileIsNeverAPath() {
        assertEquals(
                "passwd", Handed.named("../../etc/passwd", "", Optional.empty()).fileName());
        assertEquals(
                "a b.ttl",
                Handed.named("C:\\x\\a b.ttl\r\n", "", Optional.empty()).fileName());
        assertEquals(
                "entry.ttl",
                Handed.named("..//\u202E\u0000", "", Optional.empty()).fileName());
        assertEquals(
                120,
                Handed.named("x".repeat(500), "", Optional.empty()).fileName().length());
    }

    @Test
    void theSameFileSentTwiceIsKeptOnce() {
        Submission first = submissions.receive(Handed.in("same"), Handed.ANNA);
        assertEquals(first.id(), fresh().receive(Handed.in("same"), Handed.ANNA).id());
        assertNotEquals(
                first.id(), submissions.receive(Handed.in("same"), Handed.BEN).id());
        assertNotEquals(
                first.id(), submissions.receive(Handed.in("other"), Handed.ANNA).id());
        submissions.decide(submissions.draft(Kind.REJECTED, first.id(), Handed.CLARA, "no"), any -> {});
        assertNotEquals(
                first.id(), submissions.receive(Handed.in("same"), Handed.ANNA).id());
    }

    @Test
    void whatHappensIsSeenByAllWhoLook() {
        Submissions other = fresh();
        Submission kept = submissions.receive(Handed.in("a"), Handed.ANNA);
        assertEquals(List.of(kept), other.list());
        other.decide(submissions.draft(Kind.ACCEPTED, kept.id(), Handed.CLARA, " well done "), any -> {});
        Submission accepted = submissions.submission(kept.id());
        assertEquals(SubmissionState.ACCEPTED, accepted.state());
        assertEquals(
                "well done",
                accepted.acceptance().orElseThrow().detail(Event.REASON).orElseThrow());
        assertTrue(submissions.hasUnpublished());

        other.published(7, "abc", Handed.CLARA);
        other.published(8, "abc", Handed.CLARA);
        Submission published = submissions.submission(kept.id());
        assertEquals(SubmissionState.PUBLISHED, published.state());
        assertEquals(7, published.revision().orElseThrow());
        assertFalse(submissions.hasUnpublished());
        assertEquals(3, submissions.verify().size());

        other.decide(submissions.draft(Kind.WITHDRAWN, kept.id(), Handed.CLARA, ""), any -> {});
        assertTrue(submissions.hasUnpublished());
        assertEquals(
                SubmissionState.WITHDRAWN, submissions.submission(kept.id()).state());
    }

    @Test
    void aConditionSeesTheLatestAndCanRefuse() {
        Submission kept = submissions.receive(Handed.in("a"), Handed.ANNA);
        fresh().decide(submissions.draft(Kind.REJECTED, kept.id(), Handed.CLARA, "no"), any -> {});
        assertThrows(
                ConflictException.class,
                () -> submissions.decide(submissions.draft(Kind.ACCEPTED, kept.id(), Handed.CLARA, ""), now -> {
                    assertEquals(SubmissionState.REJECTED, now.state());
                    throw new ConflictException("too late");
                }));
        assertEquals(2, submissions.verify().size());
    }

    @Test
    void aCorrectionTakesThePlaceOfWhatWaitsAtOnceAndOfWhatIsPublishedWhenItIsAccepted() {
        Submission waiting = submissions.receive(Handed.in("a"), Handed.ANNA);
        Submission correction = submissions.receive(Handed.correcting(waiting, "b"), Handed.ANNA);
        assertEquals(
                SubmissionState.SUPERSEDED, submissions.submission(waiting.id()).state());
        assertEquals(
                Optional.of(correction.id()),
                submissions.submission(waiting.id()).supersededBy());

        accept(correction);
        submissions.published(1, "abc", Handed.CLARA);
        Submission second = submissions.receive(Handed.correcting(correction, "c"), Handed.CLARA);
        assertEquals(
                SubmissionState.PUBLISHED,
                submissions.submission(correction.id()).state());
        accept(second);
        assertEquals(
                SubmissionState.SUPERSEDED,
                submissions.submission(correction.id()).state());
        assertEquals(
                second.id(),
                submissions.submission(correction.id()).supersededBy().orElseThrow());
    }

    @Test
    void onlyWhoSentItOrACuratorCanCorrectWhatIsStillThere() {
        Submission first = submissions.receive(Handed.in("a"), Handed.ANNA);
        assertThrows(NotPermittedException.class, () -> submissions.receive(Handed.correcting(first, "b"), Handed.BEN));
        Submission anonymous = submissions.receive(Handed.in("a"), Actor.anonymous());
        assertThrows(
                NotPermittedException.class,
                () -> submissions.receive(Handed.correcting(anonymous, "b"), Actor.anonymous()));
        submissions.decide(submissions.draft(Kind.WITHDRAWN, first.id(), Handed.ANNA, ""), any -> {});
        assertThrows(ConflictException.class, () -> submissions.receive(Handed.correcting(first, "b"), Handed.ANNA));
        assertThrows(
                UnknownSubmissionException.class,
                () -> submissions.receive(Handed.named("x", "b", Optional.of("20260101-00000000")), Handed.CLARA));
    }

    @Test
    void manyAtOnceAreAllKept() {
        int many = 24;
        List<String> ids = IntStream.range(0, many)
                .parallel()
                .mapToObj(number -> fresh().receive(Handed.in("entry " + number), Handed.ANNA)
                        .id())
                .toList();
        assertEquals(many, ids.stream().distinct().count());
        assertEquals(many, submissions.verify().size());
        assertEquals(
                ids.stream().sorted().toList(),
                submissions.list().stream().map(Submission::id).sorted().toList());
    }

    @Test
    void aFolderThatNoLineTellsOfIsEnteredAndHalfAFolderRemoved() throws IOException {
        Submission kept = submissions.receive(Handed.in("a"), Handed.ANNA);
        Files.delete(data.resolve("submissions").resolve("log.jsonl"));
        Path half = Files.createDirectories(data.resolve("submissions").resolve("20261121-12345678.new"));
        Files.writeString(half.resolve("entry.ttl"), "half");

        Submission next = fresh().receive(Handed.in("b"), Handed.ANNA);
        assertEquals(
                List.of(kept.id(), next.id()),
                fresh().list().stream().map(Submission::id).toList());
        assertEquals(
                kept.receipt().details(),
                fresh().submission(kept.id()).receipt().details());
        assertFalse(Files.exists(half));
    }

    @Test
    void aFileChangedAfterwardsIsFound() throws IOException {
        Submission kept = submissions.receive(Handed.in("a"), Handed.ANNA);
        Files.writeString(data.resolve("submissions").resolve(kept.id()).resolve("entry.ttl"), "b");
        assertThrows(DamagedLogException.class, () -> submissions.file(kept));
        assertThrows(DamagedLogException.class, submissions::verify);
    }

    @Test
    void whatTheDiskRefusesHasNotHappened() throws IOException {
        submissions.receive(Handed.in("a"), Handed.ANNA);
        Path root = data.resolve("submissions");
        // A folder where the log is to be written stands for a disk that refuses.
        Files.move(root.resolve("log.jsonl"), root.resolve("log.kept"));
        Files.createDirectory(root.resolve("log.jsonl"));
        Submissions refused = fresh();
        assertThrows(RuntimeException.class, () -> refused.receive(Handed.in("b"), Handed.ANNA));
        Files.delete(root.resolve("log.jsonl"));
        Files.move(root.resolve("log.kept"), root.resolve("log.jsonl"));
        assertEquals(1, fresh().list().size());
        try (Stream<Path> entries = Files.list(root)) {
            assertEquals(1, entries.filter(Files::isDirectory).count());
        }
    }

    private void accept(Submission submission) {
        submissions.decide(submissions.draft(Kind.ACCEPTED, submission.id(), Handed.CLARA, ""), any -> {});
    }

    private Submissions fresh() {
        return new Submissions(data, CLOCK);
    }
}
