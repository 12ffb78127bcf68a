package org.w3id.urbis.loader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.urbis.loader.ReviewedData.ANNA;
import static org.w3id.urbis.loader.ReviewedData.CLARA;
import static org.w3id.urbis.loader.ReviewedData.CLOCK;
import static org.w3id.urbis.loader.ReviewedData.STANDARD;
import static org.w3id.urbis.loader.ReviewedData.WHATEVER;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.loader.LoadReport.Outcome;
import org.w3id.urbis.loader.Review.Decided;
import org.w3id.urbis.loader.names.NameIndex;
import org.w3id.urbis.loader.names.NameQuery;
import org.w3id.urbis.loader.submission.ConflictException;
import org.w3id.urbis.loader.submission.Entry;
import org.w3id.urbis.loader.submission.Submission;
import org.w3id.urbis.loader.submission.SubmissionState;
import org.w3id.urbis.loader.submission.Submissions;
import org.w3id.urbis.loader.validation.ValidationResult;

/** Submissions from the day they come to the day they go, on one data directory. */
class ReviewTest {

    @TempDir
    private static Path directory;

    private static ReviewedData data;

    @BeforeAll
    static void publish() {
        data = ReviewedData.in(directory.resolve("data"));
    }

    @Test
    void whatIsAcceptedIsInTheGraphWithItsProvenance() {
        Submission waiting = data.received(SubmittedEntry.network("brooks", "Brooks"), ANNA);
        assertFalse(data.ask("network:brooks ?p ?o"));

        Decided decided = data.review().accept(waiting.id(), CLARA, "welcome", WHATEVER);
        assertEquals(List.of(), decided.findings());
        assertEquals(SubmissionState.PUBLISHED, decided.submission().state());
        assertEquals(
                decided.revision().orElseThrow().number(),
                decided.submission().revision().orElseThrow());
        String graph = "<https://w3id.org/urbis/graph/submission/" + waiting.id() + ">";
        assertTrue(data.ask("GRAPH " + graph + " { network:brooks urbis:citation ?citation }"
                + " ?citation urbis:firstLine 6 ; urbis:document ?document ."
                + " ?document urbis:sha256 '"
                + waiting.receipt().detail("sha256").orElseThrow() + "'"));
        assertTrue(data.ask("GRAPH <https://w3id.org/urbis/graph/catalogue> { " + graph
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
                Files.readAllBytes(ReviewedData.current(loaded).dump()),
                Files.readAllBytes(ReviewedData.current(again).dump()));
        // What was taken over from the revision before is what is made from nothing.
        assertEquals(
                Files.readString(ReviewedData.current(again).directory().resolve("dumps/SHA256SUMS")),
                Files.readString(ReviewedData.current(loaded).directory().resolve("dumps/SHA256SUMS")));
        try (NameIndex made = NameIndex.open(ReviewedData.current(again).names());
                NameIndex amended = NameIndex.open(ReviewedData.current(loaded).names())) {
            NameQuery everything = NameQuery.of("").limit(NameQuery.MOST);
            assertEquals(made.search(everything), amended.search(everything));
        }
    }

    @Test
    void aCorrectionTakesThePlaceOfWhatItCorrectsInOneRevision() {
        Submission first = data.accepted(SubmittedEntry.network("lakes", "Lakse"), ANNA);
        Submission correction = data.received(Optional.of(first.id()), SubmittedEntry.network("lakes", "Lakes"), ANNA);
        Submission rival = data.received(Optional.of(first.id()), SubmittedEntry.network("lakes", "Laces"), ANNA);
        assertTrue(data.ask("network:lakes skos:prefLabel 'Lakse'@en"));

        data.review().accept(correction.id(), CLARA, "", WHATEVER);
        assertTrue(data.ask("network:lakes skos:prefLabel 'Lakes'@en"));
        assertFalse(data.ask("network:lakes skos:prefLabel 'Lakse'@en"));
        assertEquals(
                SubmissionState.SUPERSEDED,
                data.submissions().submission(first.id()).state());
        String refused = assertThrows(
                        ConflictException.class, () -> data.review().accept(rival.id(), CLARA, "", WHATEVER))
                .getMessage();
        assertTrue(refused.contains(correction.id()), refused);
    }

    @Test
    void whatIsWithdrawnIsGoneFromTheGraph() {
        Submission published = data.accepted(SubmittedEntry.network("wells", "Wells"), ANNA);
        Decided asked = data.review().withdraw(published.id(), ANNA, "closed", WHATEVER);
        assertTrue(asked.submission().withdrawalRequested());
        assertTrue(data.ask("network:wells ?p ?o"));
        assertFalse(data.review()
                .reject(published.id(), CLARA, "still there", WHATEVER)
                .submission()
                .withdrawalRequested());

        Decided decided = data.review().withdraw(published.id(), CLARA, "closed", WHATEVER);
        assertEquals(SubmissionState.WITHDRAWN, decided.submission().state());
        assertTrue(decided.revision().isPresent());
        assertFalse(data.ask("network:wells a ?class"));
        assertTrue(data.ask("network:wells owl:deprecated true ;"
                + " dct:description 'Withdrawn on 2026-11-21 by Clara: closed'@en"));
        assertThrows(ConflictException.class, () -> data.review().withdraw(published.id(), CLARA, "", WHATEVER));
    }

    @Test
    void whatIsFaultyIsToldAndNotKept() {
        int before = data.submissions().list().size();
        for (String faulty : List.of(
                "",
                "<urn:a> <urn:b> .",
                SubmittedEntry.network("fens", "Fens").replace("urbis:citation", "urbis:citatoin"),
                SubmittedEntry.network("fens", "Fens", "nowhere"))) {
            ValidationResult judged = data.judged(SubmittedEntry.turtle(faulty));
            assertFalse(judged.isAcceptable(), faulty);
            assertThrows(IllegalArgumentException.class, () -> data.kept(SubmittedEntry.turtle(faulty), judged, ANNA));
        }
        assertEquals(before, data.submissions().list().size());
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
}
