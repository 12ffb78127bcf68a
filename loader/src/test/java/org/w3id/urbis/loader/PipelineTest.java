package org.w3id.urbis.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.loader.LoadReport.Outcome;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.linking.LinkCount;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.Revisions;
import org.w3id.urbis.loader.publication.Store;
import org.w3id.urbis.loader.source.SourceFile;
import org.w3id.urbis.loader.source.UnknownSourceException;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.Severity;

class PipelineTest {

    @TempDir
    private Path directory;

    private Path data;
    private Path folders;
    private SmallSource source;

    @BeforeEach
    void writeSource() {
        data = directory.resolve("data");
        folders = directory.resolve("sources");
        source = SmallSource.in(folders);
    }

    @Test
    void aSourceBecomesARevisionWithProvenanceAndWhatFollows() {
        List<String> steps = new ArrayList<>();
        LoadReport report = new Pipeline(BaseIri.URBIS, (step, detail) -> steps.add(step.name()), Clock.systemUTC())
                .load(request(List.of("small"), false));
        assertEquals(
                Outcome.PUBLISHED, report.outcome(), () -> report.findings().toString());
        assertEquals(List.of("FINDING", "READING", "CHECKING", "INFERRING", "PUBLISHING"), steps);
        assertEquals(
                new SourceReport("small", SourceReport.State.READ, 2, 13, 0, 0, LinkCount.NONE),
                report.sources().getFirst());
        assertEquals(
                report.stated() + report.inferred(),
                report.revision().orElseThrow().quads());
        // The description of the whole is not told among what changes.
        Revision revision = report.revision().orElseThrow();
        long described = revision.graphs().get("https://w3id.org/urbis/graph/description");
        assertTrue(described > 1000, () -> "described by " + described);
        assertEquals(revision.quads() - described, report.change().gained());
        assertTrue(ask("""
            GRAPH g:small/networks { network:rivers urbis:citation ?citation }
            ?citation a urbis:Citation ; urbis:firstLine 1 ; urbis:lastLine 2 ; urbis:inGraph g:small/networks ;
              urbis:document <https://w3id.org/urbis/id/document/small> .
            network:rivers a <http://www.w3.org/ns/org#Organization>\
            """));
        assertTrue(ask("""
            GRAPH g:small/towns { ?town a urbis:City ; urbis:citation [ urbis:row 2 ] }
            ?town <http://www.w3.org/2004/02/skos/core#prefLabel> "Banks"@en\
            """));
        assertTrue(ask("GRAPH g:catalogue { g:small/towns urbis:sha256 '"
                + SourceFile.at(source.folder().resolve("towns.csv")).sha256() + "' }"));
        assertTrue(ask("GRAPH g:ontology { urbis:Network a ?class } GRAPH g:shapes { ?shape a ?s }"
                + " GRAPH g:framework/sendai { ?e a urbis:Target } GRAPH g:area/m49 { ?country a urbis:Country }"));
        assertFalse(ask("FILTER EXISTS { ?s ?p ?o FILTER ( ISBLANK(?s) || ISBLANK(?o) ) }"));
    }

    @Test
    void theSameFilesAgainReadAndPublishNothing() throws IOException {
        LoadReport first = load();
        assertEquals(Outcome.PUBLISHED, first.outcome());
        List<String> steps = new ArrayList<>();
        LoadReport second = new Pipeline(BaseIri.URBIS, (step, detail) -> steps.add(step.name()), Clock.systemUTC())
                .load(request(List.of("small"), false));
        assertEquals(Outcome.UNCHANGED, second.outcome());
        assertEquals(List.of("FINDING"), steps);
        assertEquals(first.sources(), second.sources());
        assertEquals(first.stated(), second.stated());
        assertEquals(first.inferred(), second.inferred());
        source.write("networks.ttl", SmallSource.TURTLE.replace("Rivers", "Streams"));
        steps.clear();
        LoadReport third = new Pipeline(BaseIri.URBIS, (step, detail) -> steps.add(detail), Clock.systemUTC())
                .load(request(List.of("small"), false));
        assertEquals(Outcome.PUBLISHED, third.outcome());
        assertTrue(steps.get(2).startsWith("checking what 4 changed statements"), steps.get(2));
        assertEquals(2, third.revision().orElseThrow().number());
        likeFromNothing(third);
        assertEquals(1, third.change().lost() - (third.change().gained() - 1), () -> third.change()
                .toString());
    }

    /** What is taken over from the revision before makes no difference. */
    private void likeFromNothing(LoadReport amended) throws IOException {
        LoadRequest again = new LoadRequest(
                directory.resolve("again"), List.of(folders), List.of("small"), Optional.empty(), false, 5);
        LoadReport fresh = new Pipeline().load(again);
        assertEquals(fresh.sources(), amended.sources());
        assertEquals(fresh.stated(), amended.stated());
        assertEquals(fresh.inferred(), amended.inferred());
        assertEquals(fresh.findings(), amended.findings());
        Revision one = fresh.revision().orElseThrow();
        Revision other = amended.revision().orElseThrow();
        for (String file : List.of("data.nq.gz", "read-form.bin", Revision.STEPS, Told.FILE, "dumps/SHA256SUMS")) {
            assertEquals(
                    -1,
                    Files.mismatch(
                            one.directory().resolve(file), other.directory().resolve(file)),
                    file);
        }
    }

    @Test
    void aDryRunSaysWhatWouldChangeAndPublishesNothing() throws IOException {
        LoadReport report = new Pipeline().load(request(List.of("small"), true));
        assertEquals(Outcome.TRIED, report.outcome());
        assertTrue(report.change().gained() > 1000 && report.change().lost() == 0, () -> report.change()
                .toString());
        assertFalse(Files.exists(data));
    }

    @Test
    void aGivenFileTakesThePlaceOfTheTableAndStaysUntilItIsReadAgain() throws IOException {
        Path given = Files.writeString(directory.resolve("given.txt"), "key,name\ndelta,Delta\n");
        source.delete("towns.csv");
        LoadReport loaded = new Pipeline()
                .load(new LoadRequest(
                        data, List.of(folders), List.of("small"), Optional.of(SourceFile.at(given)), false, 5));
        assertEquals(
                Outcome.PUBLISHED, loaded.outcome(), () -> loaded.findings().toString());
        assertTrue(ask("GRAPH g:small/towns { <https://w3id.org/urbis/id/city/delta> a urbis:City }"));
        // The file does not ship: a load without names keeps what was published from it.
        LoadReport all = new Pipeline().load(request(List.of(), true));
        assertEquals(SourceReport.State.KEPT, states(all).get("small"));
        assertEquals(0, all.change().lost(), () -> all.change().toString());
    }

    @Test
    void whatIsNotNamedIsKeptAndWhatIsNotKnownAnyMoreIsDropped() {
        load();
        LoadReport other = new Pipeline()
                .load(new LoadRequest(
                        data, List.of(), List.of("global-alliance-vision-mission"), Optional.empty(), false, 5));
        assertEquals(
                Map.of("small", SourceReport.State.KEPT, "global-alliance-vision-mission", SourceReport.State.READ),
                states(other));
        assertEquals(13, other.sources().get(1).quads());
        assertTrue(ask("GRAPH g:small/networks { network:rivers a urbis:Network } GRAPH g:catalogue { ?s"
                + " urbis:hasGraph g:small/networks }"));
        LoadReport without =
                new Pipeline().load(new LoadRequest(data, List.of(), List.of(), Optional.empty(), true, 5));
        assertEquals(SourceReport.State.DROPPED, states(without).get("small"));
    }

    @Test
    void aSyntaxErrorChangesNothingAndSaysWhere() {
        source.write(
                "networks.ttl", SmallSource.TURTLE.replace("\"Towns on rivers.\"@en ;", "\"Towns on rivers.@en ;"));
        assertRefused("networks.ttl:8:");
    }

    @Test
    void aRaggedRowChangesNothingAndSaysWhere() {
        source.write("towns.csv", SmallSource.TABLE + "too,many,cells\n");
        assertRefused("towns.csv:4:");
    }

    @Test
    void aMissingFileChangesNothingAndSaysWhere() {
        source.delete("networks.ttl");
        assertRefused("source.ttl:27:");
    }

    @Test
    void aViolationChangesNothingAndSaysWhere() {
        source.write("networks.ttl", SmallSource.TURTLE.replace("urbis:lines \"1-2\"", "urbis:lines \"two\""));
        assertRefused("networks.ttl:9:");
    }

    @Test
    void aViolationInATableSaysTheRow() {
        source.write("towns.csv", SmallSource.TABLE + "dale,Dale\n")
                .write(
                        "mapping.rq",
                        SmallSource.MAPPING
                                .replace("?town a urbis:City ;", "?town a ?class ;")
                                .replace(
                                        "WHERE {",
                                        "WHERE {\n  BIND ( IF(?key = 'dale', urbis:Citty, urbis:City) AS ?class )"));
        assertRefused("towns.csv:4:");
    }

    @Test
    void aBlankNodeWithoutNameChangesNothingAndSaysWhere() {
        source.write("networks.ttl", SmallSource.TURTLE + "[] skos:prefLabel \"nobody\"@en .\n");
        assertRefused("networks.ttl:10:");
    }

    @Test
    void anUnknownSourceIsNoFindingButAnError() {
        assertThrows(UnknownSourceException.class, () -> new Pipeline().load(request(List.of("unknown"), false)));
    }

    private void assertRefused(String place) {
        LoadReport report = load();
        assertEquals(Outcome.REFUSED, report.outcome());
        assertEquals(Optional.empty(), new Revisions(data).current());
        List<String> places = report.findings().stream()
                .filter(finding -> finding.severity() == Severity.VIOLATION)
                .map(PipelineTest::place)
                .toList();
        assertTrue(
                places.stream().anyMatch(each -> each.contains("small/" + place)),
                () -> places + " " + report.findings());
        assertTrue(report.sources().stream().allMatch(each -> each.violations() > 0), () -> report.sources()
                .toString());
    }

    private static String place(Finding finding) {
        return finding.file() + ":" + finding.line() + ":" + finding.column();
    }

    private LoadReport load() {
        return new Pipeline().load(request(List.of("small"), false));
    }

    private LoadRequest request(List<String> names, boolean dryRun) {
        return new LoadRequest(data, List.of(folders), names, Optional.empty(), dryRun, 5);
    }

    private static Map<String, SourceReport.State> states(LoadReport report) {
        return report.sources().stream()
                .filter(each -> each.state() != SourceReport.State.READ
                        || report.sources().size() < 3)
                .collect(Collectors.toMap(SourceReport::id, SourceReport::state));
    }

    private boolean ask(String pattern) {
        Revision revision = new Revisions(data).current().orElseThrow();
        return Store.read(revision, store -> ask(store, pattern));
    }

    private static boolean ask(DatasetGraph store, String pattern) {
        String prefixes = """
            PREFIX g: <https://w3id.org/urbis/graph/>
            PREFIX network: <https://w3id.org/urbis/id/network/>
            PREFIX urbis: <https://w3id.org/urbis/ontology#>
            """;
        // A slash has to be escaped in the local part of a prefixed name.
        String escaped = pattern.replaceAll("(g:[a-z0-9-]+)/", "$1\\\\/");
        try (QueryExec query = QueryExec.dataset(store)
                .query(prefixes + "ASK { " + escaped + " }")
                .build()) {
            return query.ask();
        }
    }
}
