package org.w3id.urbis.loader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.loader.LoadReport.Outcome;
import org.w3id.urbis.loader.Review.Decided;
import org.w3id.urbis.loader.Review.Seen;
import org.w3id.urbis.loader.names.NameIndex;
import org.w3id.urbis.loader.names.NameQuery;
import org.w3id.urbis.loader.publication.AlreadyPublishingException;
import org.w3id.urbis.loader.publication.Publication;
import org.w3id.urbis.loader.publication.PublisherLock;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.Revisions;
import org.w3id.urbis.loader.publication.Store;
import org.w3id.urbis.loader.submission.Actor;
import org.w3id.urbis.loader.submission.ConflictException;
import org.w3id.urbis.loader.submission.Entry;
import org.w3id.urbis.loader.submission.Event.Kind;
import org.w3id.urbis.loader.submission.NotPermittedException;
import org.w3id.urbis.loader.submission.Role;
import org.w3id.urbis.loader.submission.Submission;
import org.w3id.urbis.loader.submission.SubmissionState;
import org.w3id.urbis.loader.submission.Submissions;
import org.w3id.urbis.loader.validation.ValidationResult;

/** Submissions from the day they come to the day they go, on one data directory. */
class ReviewTest {

    private static final Actor ANNA = new Actor("Anna <b>", Role.SUBMITTER, "token:aaaaaaaa");
    private static final Actor CLARA = new Actor("Clara", Role.CURATOR, "token:cccccccc");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
    private static final Standard STANDARD = Standard.shipped();
    private static final Consumer<Seen> WHATEVER = seen -> {};

    @TempDir
    private static Path directory;

    private static Path data;
    private static Submissions submissions;
    private static Review review;
    private static Reception reception;

    @BeforeAll
    static void publish() {
        data = directory.resolve("data");
        Node any = NodeFactory.createURI("https://w3id.org/urbis/graph/test/one");
        Quad one =
                Quad.create(any, any, RDFS.Nodes.comment, NodeFactory.createLiteralString("Something is published."));
        new Publication(data, 20, CLOCK).publish(() -> Stream.of(one));
        submissions = new Submissions(data, CLOCK);
        review = new Review(data, submissions, () -> STANDARD, Progress.NONE, CLOCK, Duration.ofMinutes(1));
        reception = new Reception(submissions, STANDARD);
    }

    @Test
    void whatIsAcceptedIsInTheGraphWithItsProvenance() {
        Submission waiting = received(SubmittedEntry.network("brooks", "Brooks"), ANNA);
        assertFalse(ask("network:brooks ?p ?o"));

        Decided decided = review.accept(waiting.id(), CLARA, "welcome", WHATEVER);
        assertEquals(List.of(), decided.findings());
        assertEquals(SubmissionState.PUBLISHED, decided.submission().state());
        assertEquals(
                decided.revision().orElseThrow().number(),
                decided.submission().revision().orElseThrow());
        String graph = "<https://w3id.org/urbis/graph/submission/" + waiting.id() + ">";
        assertTrue(ask("GRAPH " + graph + " { network:brooks urbis:citation ?citation }"
                + " ?citation urbis:firstLine 6 ; urbis:document ?document ."
                + " ?document urbis:sha256 '"
                + waiting.receipt().detail("sha256").orElseThrow() + "'"));
        assertTrue(ask("GRAPH <https://w3id.org/urbis/graph/catalogue> { " + graph
                + " prov:wasAttributedTo [ rdfs:label 'Anna <b>' ] ; prov:wasGeneratedBy [ prov:wasAssociatedWith"
                + " [ rdfs:label 'Clara' ] ; prov:endedAtTime '2026-11-21T12:00:00Z'^^xsd:dateTime ] ;"
                + " urbis:sha256 ?checksum . ?source urbis:hasGraph " + graph + " ; dct:license ?licence }"));
    }

    @Test
    void whatIsAcceptedComesBackByteForByteFromTheSourcesAndTheSubmissions() throws IOException {
        Path loaded = directory.resolve("loaded");
        copy(ShippedGraph.loaded().data(), loaded);
        Submissions there = new Submissions(loaded, CLOCK);
        Submission submission = there.receive(
                new Entry(
                        "streams.ttl",
                        "ttl",
                        "text/turtle",
                        SubmittedEntry.network("streams", "Streams", "c40").getBytes(StandardCharsets.UTF_8),
                        "{}",
                        5,
                        0,
                        Optional.empty()),
                ANNA);
        Review itsReview = new Review(loaded, there, () -> STANDARD, Progress.NONE, CLOCK, Duration.ZERO);
        assertEquals(
                List.of(),
                itsReview.accept(submission.id(), CLARA, "", WHATEVER).findings());

        Path again = directory.resolve("again");
        copy(loaded.resolve("submissions"), again.resolve("submissions"));
        assertEquals(
                Outcome.PUBLISHED, new Pipeline().load(LoadRequest.all(again)).outcome());
        assertArrayEquals(
                Files.readAllBytes(current(loaded).dump()),
                Files.readAllBytes(current(again).dump()));
        // What was taken over from the revision before is what is made from nothing.
        assertEquals(
                Files.readString(current(again).directory().resolve("dumps/SHA256SUMS")),
                Files.readString(current(loaded).directory().resolve("dumps/SHA256SUMS")));
        try (NameIndex made = NameIndex.open(current(again).names());
                NameIndex amended = NameIndex.open(current(loaded).names())) {
            NameQuery everything = NameQuery.of("").limit(NameQuery.MOST);
            assertEquals(made.search(everything), amended.search(everything));
        }
    }

    @Test
    void whatDoesNotFitTheGraphAnyMoreIsNotAccepted() {
        Submission hub = accepted(SubmittedEntry.network("hub", "Hub"), ANNA);
        Submission spoke = received(SubmittedEntry.network("spoke", "Spoke", "hub"), ANNA);
        review.withdraw(hub.id(), CLARA, "", WHATEVER);
        long before = current(data).number();

        Decided decided = review.accept(spoke.id(), CLARA, "", WHATEVER);
        assertTrue(decided.isRefused());
        assertTrue(
                decided.findings().stream()
                        .anyMatch(finding -> finding.file().equals("submissions/" + spoke.id() + "/entry.ttl")
                                && finding.line() == 9),
                () -> decided.findings().toString());
        assertEquals(SubmissionState.WAITING, submissions.submission(spoke.id()).state());
        assertEquals(before, current(data).number());
    }

    @Test
    void aCorrectionTakesThePlaceOfWhatItCorrectsInOneRevision() {
        Submission first = accepted(SubmittedEntry.network("lakes", "Lakse"), ANNA);
        Submission correction = received(Optional.of(first.id()), SubmittedEntry.network("lakes", "Lakes"), ANNA);
        Submission rival = received(Optional.of(first.id()), SubmittedEntry.network("lakes", "Laces"), ANNA);
        assertTrue(ask("network:lakes skos:prefLabel 'Lakse'@en"));

        review.accept(correction.id(), CLARA, "", WHATEVER);
        assertTrue(ask("network:lakes skos:prefLabel 'Lakes'@en"));
        assertFalse(ask("network:lakes skos:prefLabel 'Lakse'@en"));
        assertEquals(
                SubmissionState.SUPERSEDED, submissions.submission(first.id()).state());
        String refused = assertThrows(ConflictException.class, () -> review.accept(rival.id(), CLARA, "", WHATEVER))
                .getMessage();
        assertTrue(refused.contains(correction.id()), refused);
    }

    @Test
    void whatIsWithdrawnIsGoneFromTheGraph() {
        Submission published = accepted(SubmittedEntry.network("wells", "Wells"), ANNA);
        Decided asked = review.withdraw(published.id(), ANNA, "closed", WHATEVER);
        assertTrue(asked.submission().withdrawalRequested());
        assertTrue(ask("network:wells ?p ?o"));
        assertFalse(review.reject(published.id(), CLARA, "still there", WHATEVER)
                .submission()
                .withdrawalRequested());

        Decided decided = review.withdraw(published.id(), CLARA, "closed", WHATEVER);
        assertEquals(SubmissionState.WITHDRAWN, decided.submission().state());
        assertTrue(decided.revision().isPresent());
        assertFalse(ask("network:wells a ?class"));
        assertTrue(ask("network:wells owl:deprecated true ;"
                + " dct:description 'Withdrawn on 2026-11-21 by Clara: closed'@en"));
        assertThrows(ConflictException.class, () -> review.withdraw(published.id(), CLARA, "", WHATEVER));
    }

    @Test
    void whatReferencesLeadToIsNotWithdrawn() {
        Submission held = accepted(SubmittedEntry.network("mill", "Mill"), ANNA);
        accepted(SubmittedEntry.network("miller", "Miller", "mill"), ANNA);
        assertTrue(review.withdraw(held.id(), CLARA, "", WHATEVER).isRefused());
        assertEquals(
                SubmissionState.PUBLISHED, submissions.submission(held.id()).state());
    }

    @Test
    void onlyCuratorsDecideAndOnlyOnce() {
        Submission waiting = received(SubmittedEntry.network("ponds", "Ponds"), ANNA);
        assertThrows(NotPermittedException.class, () -> review.accept(waiting.id(), ANNA, "", WHATEVER));
        assertThrows(NotPermittedException.class, () -> review.reject(waiting.id(), ANNA, "no", WHATEVER));
        Actor other = new Actor("Ben", Role.SUBMITTER, "token:bbbbbbbb");
        assertThrows(NotPermittedException.class, () -> review.withdraw(waiting.id(), other, "", WHATEVER));
        review.reject(waiting.id(), CLARA, "twice", WHATEVER);
        assertThrows(ConflictException.class, () -> review.accept(waiting.id(), CLARA, "", WHATEVER));
        assertThrows(ConflictException.class, () -> review.reject(waiting.id(), CLARA, "again", WHATEVER));
    }

    @Test
    void ofTwoCuratorsWhoSawTheSameOneWins() throws Exception {
        Submission one = received(SubmittedEntry.network("east", "East"), ANNA);
        Submission two = received(SubmittedEntry.network("west", "West"), ANNA);
        Seen sawOne = review.seen(one);
        Seen sawTwo = review.seen(two);
        long before = current(data).number();
        try (ExecutorService curators = Executors.newFixedThreadPool(2)) {
            List<Callable<Decided>> decisions = List.of(
                    () -> review.accept(one.id(), CLARA, "", expecting(sawOne)),
                    () -> review.accept(two.id(), CLARA, "", expecting(sawTwo)));
            List<Future<Decided>> done = curators.invokeAll(decisions);
            long won = done.stream()
                    .filter(each -> each.state() == Future.State.SUCCESS)
                    .count();
            long lost = done.stream()
                    .filter(each -> each.state() == Future.State.FAILED && each.exceptionNow() instanceof Stale)
                    .count();
            assertEquals(List.of(1L, 1L), List.of(won, lost), done::toString);
        }
        assertEquals(before + 1, current(data).number());
    }

    @Test
    void whoIsNotWaitedForIsAskedToComeAgain() {
        Submission waiting = received(SubmittedEntry.network("weirs", "Weirs"), ANNA);
        Review impatient = new Review(data, submissions, () -> STANDARD, Progress.NONE, CLOCK, Duration.ZERO);
        try (PublisherLock load = PublisherLock.take(data)) {
            assertThrows(AlreadyPublishingException.class, () -> impatient.accept(waiting.id(), CLARA, "", WHATEVER));
        }
        assertEquals(
                SubmissionState.WAITING, submissions.submission(waiting.id()).state());
    }

    @Test
    void whatWasAcceptedAndNotPublishedBeforeTheProcessDiedIsPublishedNext() {
        Submission waiting = received(SubmittedEntry.network("dams", "Dams"), ANNA);
        submissions.decide(submissions.draft(Kind.ACCEPTED, waiting.id(), CLARA, ""), any -> {});
        assertEquals(
                SubmissionState.ACCEPTED, submissions.submission(waiting.id()).state());
        assertEquals(List.of(), review.settle());
        assertEquals(
                SubmissionState.PUBLISHED, submissions.submission(waiting.id()).state());
        assertTrue(ask("network:dams ?p ?o"));
        long settled = current(data).number();
        assertEquals(List.of(), review.settle());
        assertEquals(settled, current(data).number());
    }

    @Test
    void whatIsFaultyIsToldAndNotKept() {
        int before = submissions.list().size();
        for (String faulty : List.of(
                "",
                "<urn:a> <urn:b> .",
                SubmittedEntry.network("fens", "Fens").replace("urbis:citation", "urbis:citatoin"),
                SubmittedEntry.network("fens", "Fens", "nowhere"))) {
            ValidationResult judged = judged(SubmittedEntry.turtle(faulty));
            assertFalse(judged.isAcceptable(), faulty);
            assertThrows(
                    IllegalArgumentException.class, () -> reception.keep(SubmittedEntry.turtle(faulty), judged, ANNA));
        }
        assertEquals(before, submissions.list().size());
    }

    private static Submission accepted(String text, Actor by) {
        Submission waiting = received(text, by);
        Decided decided = review.accept(waiting.id(), CLARA, "", WHATEVER);
        assertEquals(List.of(), decided.findings());
        return decided.submission();
    }

    private static Submission received(String text, Actor by) {
        return received(Optional.empty(), text, by);
    }

    private static Submission received(Optional<String> earlier, String text, Actor by) {
        Reception.Arrival arrival = SubmittedEntry.correcting(earlier, text);
        ValidationResult judged = judged(arrival);
        assertTrue(judged.isAcceptable(), () -> judged.findings().toString());
        return reception.keep(arrival, judged, by);
    }

    private static ValidationResult judged(Reception.Arrival arrival) {
        return Store.read(current(data), published -> reception.judge(arrival, published, Optional.empty()));
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

    private static Revision current(Path where) {
        return new Revisions(where).current().orElseThrow();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path));
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        }
    }

    private static boolean ask(String pattern) {
        String prefixes = """
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX network: <https://w3id.org/urbis/id/network/>
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX prov: <http://www.w3.org/ns/prov#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX urbis: <https://w3id.org/urbis/ontology#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;
        return Store.read(current(data), store -> {
            try (QueryExec query = QueryExec.dataset(store)
                    .query(prefixes + "ASK { " + pattern + " }")
                    .build()) {
                return query.ask();
            }
        });
    }
}
