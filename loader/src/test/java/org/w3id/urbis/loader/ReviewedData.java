package org.w3id.urbis.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.RDFS;
import org.w3id.urbis.loader.Review.Decided;
import org.w3id.urbis.loader.Review.Seen;
import org.w3id.urbis.loader.publication.Publication;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.Revisions;
import org.w3id.urbis.loader.publication.Store;
import org.w3id.urbis.loader.submission.Actor;
import org.w3id.urbis.loader.submission.Role;
import org.w3id.urbis.loader.submission.Submission;
import org.w3id.urbis.loader.submission.Submissions;
import org.w3id.urbis.loader.validation.ValidationResult;

/** A data directory with a graph of one statement, into which files are handed in and about which is decided. */
final class ReviewedData {

    static final Actor ANNA = new Actor("Anna <b>", Role.SUBMITTER, "token:aaaaaaaa");
    static final Actor CLARA = new Actor("Clara", Role.CURATOR, "token:cccccccc");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
    static final Standard STANDARD = Standard.shipped();
    static final Consumer<Seen> WHATEVER = seen -> {};

    private final Path data;
    private final Submissions submissions;
    private final Reception reception;

    private ReviewedData(Path data) {
        this.data = data;
        this.submissions = new Submissions(data, CLOCK);
        this.reception = new Reception(submissions, STANDARD);
    }

    /** Publishes the one statement in a directory that is not there yet. */
    static ReviewedData in(Path data) {
        Node any = NodeFactory.createURI("https://w3id.org/urbis/graph/test/one");
        Quad one =
                Quad.create(any, any, RDFS.Nodes.comment, NodeFactory.createLiteralString("Something is published."));
        new Publication(data, 20, CLOCK).publish(() -> Stream.of(one));
        return new ReviewedData(data);
    }

    /** Looks at a directory as it is. */
    static ReviewedData at(Path data) {
        return new ReviewedData(data);
    }

    Path data() {
        return data;
    }

    Submissions submissions() {
        return submissions;
    }

    Review review() {
        return review(Duration.ofMinutes(1));
    }

    Review review(Duration patience) {
        return new Review(data, submissions, () -> STANDARD, Progress.NONE, CLOCK, patience);
    }

    Submission accepted(String text, Actor by) {
        Submission waiting = received(text, by);
        Decided decided = review().accept(waiting.id(), CLARA, "", WHATEVER);
        assertEquals(List.of(), decided.findings());
        return decided.submission();
    }

    Submission received(String text, Actor by) {
        return received(Optional.empty(), text, by);
    }

    Submission received(Optional<String> earlier, String text, Actor by) {
        Reception.Arrival arrival = SubmittedEntry.correcting(earlier, text);
        ValidationResult judged = judged(arrival);
        assertTrue(judged.isAcceptable(), () -> judged.findings().toString());
        return reception.keep(arrival, judged, by);
    }

    Submission kept(Reception.Arrival arrival, ValidationResult judged, Actor by) {
        return reception.keep(arrival, judged, by);
    }

    ValidationResult judged(Reception.Arrival arrival) {
        return Store.read(current(), published -> reception.judge(arrival, published, Optional.empty()));
    }

    Revision current() {
        return current(data);
    }

    static Revision current(Path where) {
        return new Revisions(where).current().orElseThrow();
    }

    /** Asks the graph as it is whether it holds a pattern. */
    boolean ask(String pattern) {
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
        return Store.read(current(), store -> {
            try (QueryExec query = QueryExec.dataset(store)
                    .query(prefixes + "ASK { " + pattern + " }")
                    .build()) {
                return query.ask();
            }
        });
    }
}
