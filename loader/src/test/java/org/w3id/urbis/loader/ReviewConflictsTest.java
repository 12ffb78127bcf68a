package org.w3id.urbis.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.urbis.loader.ReviewedData.ANNA;
import static org.w3id.urbis.loader.ReviewedData.CLARA;
import static org.w3id.urbis.loader.ReviewedData.WHATEVER;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.loader.Review.Decided;
import org.w3id.urbis.loader.Review.Seen;
import org.w3id.urbis.loader.publication.AlreadyPublishingException;
import org.w3id.urbis.loader.publication.PublisherLock;
import org.w3id.urbis.loader.submission.Actor;
import org.w3id.urbis.loader.submission.ConflictException;
import org.w3id.urbis.loader.submission.Event.Kind;
import org.w3id.urbis.loader.submission.NotPermittedException;
import org.w3id.urbis.loader.submission.Role;
import org.w3id.urbis.loader.submission.Submission;
import org.w3id.urbis.loader.submission.SubmissionState;

/** What stands against a decision: who decides, what others have decided, and what the graph has become meanwhile. */
class ReviewConflictsTest {

    @TempDir
    private static Path directory;

    private static ReviewedData data;

    @BeforeAll
    static void publish() {
        data = ReviewedData.in(directory.resolve("data"));
    }

    @Test
    void onlyCuratorsDecideAndOnlyOnce() {
        Submission waiting = data.received(SubmittedEntry.network("ponds", "Ponds"), ANNA);
        assertThrows(NotPermittedException.class, () -> data.review().accept(waiting.id(), ANNA, "", WHATEVER));
        assertThrows(NotPermittedException.class, () -> data.review().reject(waiting.id(), ANNA, "no", WHATEVER));
        Actor other = new Actor("Ben", Role.SUBMITTER, "token:bbbbbbbb");
        assertThrows(NotPermittedException.class, () -> data.review().withdraw(waiting.id(), other, "", WHATEVER));
        data.review().reject(waiting.id(), CLARA, "twice", WHATEVER);
        assertThrows(ConflictException.class, () -> data.review().accept(waiting.id(), CLARA, "", WHATEVER));
        assertThrows(ConflictException.class, () -> data.review().reject(waiting.id(), CLARA, "again", WHATEVER));
    }

    @Test
    void ofTwoCuratorsWhoSawTheSameOneWins() throws Exception {
        Submission one = data.received(SubmittedEntry.network("east", "East"), ANNA);
        Submission two = data.received(SubmittedEntry.network("west", "West"), ANNA);
        Seen sawOne = data.review().seen(one);
        Seen sawTwo = data.review().seen(two);
        long before = data.current().number();
        try (ExecutorService curators = Executors.newFixedThreadPool(2)) {
            List<Callable<Decided>> decisions =
                    List.of(() -> data.review().accept(one.id(), CLARA, "", expecting(sawOne)), () -> data.review()
                            .accept(two.id(), CLARA, "", expecting(sawTwo)));
            List<Future<Decided>> done = curators.invokeAll(decisions);
            long won = done.stream()
                    .filter(each -> each.state() == Future.State.SUCCESS)
                    .count();
            long lost = done.stream()
                    .filter(each -> each.state() == Future.State.FAILED && each.exceptionNow() instanceof Stale)
                    .count();
            assertEquals(List.of(1L, 1L), List.of(won, lost), done::toString);
        }
        assertEquals(before + 1, data.current().number());
    }

    @Test
    void whoIsNotWaitedForIsAskedToComeAgain() {
        Submission waiting = data.received(SubmittedEntry.network("weirs", "Weirs"), ANNA);
        Review impatient = data.review(Duration.ZERO);
        try (PublisherLock load = PublisherLock.take(data.data())) {
            assertThrows(AlreadyPublishingException.class, () -> impatient.accept(waiting.id(), CLARA, "", WHATEVER));
        }
        assertEquals(
                SubmissionState.WAITING,
                data.submissions().submission(waiting.id()).state());
    }

    @Test
    void whatWasAcceptedAndNotPublishedBeforeTheProcessDiedIsPublishedNext() {
        Submission waiting = data.received(SubmittedEntry.network("dams", "Dams"), ANNA);
        data.submissions().decide(data.submissions().draft(Kind.ACCEPTED, waiting.id(), CLARA, ""), any -> {});
        assertEquals(
                SubmissionState.ACCEPTED,
                data.submissions().submission(waiting.id()).state());
        assertEquals(List.of(), data.review().settle());
        assertEquals(
                SubmissionState.PUBLISHED,
                data.submissions().submission(waiting.id()).state());
        assertTrue(data.ask("network:dams ?p ?o"));
        long settled = data.current().number();
        assertEquals(List.of(), data.review().settle());
        assertEquals(settled, data.current().number());
    }

    @Test
    void whatDoesNotFitTheGraphAnyMoreIsNotAccepted() {
        Submission hub = data.accepted(SubmittedEntry.network("hub", "Hub"), ANNA);
        Submission spoke = data.received(SubmittedEntry.network("spoke", "Spoke", "hub"), ANNA);
        data.review().withdraw(hub.id(), CLARA, "", WHATEVER);
        long before = data.current().number();

        Decided decided = data.review().accept(spoke.id(), CLARA, "", WHATEVER);
        assertTrue(decided.isRefused());
        assertTrue(
                decided.findings().stream()
                        .anyMatch(finding -> finding.file().equals("submissions/" + spoke.id() + "/entry.ttl")
                                && finding.line() == 9),
                () -> decided.findings().toString());
        assertEquals(
                SubmissionState.WAITING,
                data.submissions().submission(spoke.id()).state());
        assertEquals(before, data.current().number());
    }

    @Test
    void whatReferencesLeadToIsNotWithdrawn() {
        Submission held = data.accepted(SubmittedEntry.network("mill", "Mill"), ANNA);
        data.accepted(SubmittedEntry.network("miller", "Miller", "mill"), ANNA);
        assertTrue(data.review().withdraw(held.id(), CLARA, "", WHATEVER).isRefused());
        assertEquals(
                SubmissionState.PUBLISHED,
                data.submissions().submission(held.id()).state());
    }

    private static Consumer<Seen> expecting(Seen expected) {
        return seen -> {
            if (!seen.equals(expected)) {
                throw new Stale();
            }
        };
    }

    private static final class Stale extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
