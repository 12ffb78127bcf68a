package org.w3id.urbis.loader.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.w3id.urbis.loader.validation.ParsedText.parse;
import static org.w3id.urbis.loader.validation.ParsedText.places;

import java.util.List;
import org.junit.jupiter.api.Test;

/** N-Triples and N-Quads, which are read line by line. */
class LocatedParserLinesTest {

    @Test
    void knowsWhereThingsStandInNTriplesAndNQuads() {
        assertEquals(List.of("p b 1:27", "p c 2:27"), places(parse("""
            <http://x/a> <http://x/p> <http://x/b> .
            <http://x/a> <http://x/p> "c" .
            """, RdfFormat.N_TRIPLES)));
        assertEquals(List.of("p b 1:27", "p a 2:27"), places(parse("""
            <http://x/a> <http://x/p> <http://x/b> <http://x/g> .
            <http://x/a> <http://x/p> <http://x/a> .
            """, RdfFormat.N_QUADS)));
    }

    @Test
    void readsNTriplesOnAfterEachBadLine() {
        LocatedFile file = parse("""
            <http://x/a> <http://x/p> "1" .
            <http://x/a> <http://x/p> foo .
            <http://x/a> <http://x/p> "3"
            <http://x/a> <rel> "4" .
            <http://x/a> <http://x/p> "5" .
            """, RdfFormat.N_TRIPLES);
        assertEquals(
                List.of(2, 3, 4),
                file.findings().stream().map(Finding::line).distinct().toList(),
                file.findings().toString());
        assertEquals(List.of("p 1 1:27", "el 4 4:20", "p 5 5:27"), places(file));
        assertFalse(file.isComplete());
    }

    @Test
    void namesTheLineWhoseMarkIsLostThoughTheNextBeginsLikeAGraph() {
        LocatedFile file = parse("""
            <http://x/a> <http://x/p> "1" <http://x/g> .
            <http://x/a> <http://x/p> "2"
            <http://x/a> <http://x/p> "x"^^<http://www.w3.org/2001/XMLSchema#date> <http://x/g> .
            <http://x/a> <http://x/p> "4" <http://x/g> .
            """, RdfFormat.N_QUADS);
        assertEquals(
                List.of(2, 3),
                file.findings().stream().map(Finding::line).toList(),
                file.findings().toString());
    }

    @Test
    void givesUpOnAFileOfBadLines() {
        LocatedFile file = parse("what is this\n".repeat(5_000), RdfFormat.N_QUADS);
        assertEquals(101, file.findings().size());
        assertEquals(
                "100 faults of grammar; what follows was not read.",
                file.findings().getLast().message());
    }
}
