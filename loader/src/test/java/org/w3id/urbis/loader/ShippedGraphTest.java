package org.w3id.urbis.loader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.Store;
import org.w3id.urbis.loader.validation.Severity;

/** The graph that ships, loaded whole: it has no fault, it is the same bytes each time, and every fact has its source. */
class ShippedGraphTest {

    @TempDir
    private static Path directory;

    private static LoadReport report;
    private static Revision revision;

    @BeforeAll
    static void load() {
        report = ShippedGraph.loaded().report();
        revision = ShippedGraph.loaded().revision();
    }

    @Test
    void everySourceIsInIt() {
        List<SourceReport> shipped = report.sources().stream()
                .filter(source -> source.state() != SourceReport.State.MISSING)
                .toList();
        assertEquals(8, shipped.size(), () -> report.sources().toString());
        for (SourceReport source : shipped) {
            assertTrue(source.graphs() > 0 && source.quads() > 0, source::toString);
        }
        assertEquals(0, report.count(Severity.VIOLATION));
    }

    @Test
    void loadedAgainItIsTheSameBytes() throws IOException {
        Path again = directory.resolve("again");
        assertEquals(
                LoadReport.Outcome.PUBLISHED,
                new Pipeline().load(LoadRequest.all(again)).outcome());
        assertArrayEquals(
                Files.readAllBytes(revision.dump()), Files.readAllBytes(again.resolve("revisions/1/data.nq.gz")));
        assertEquals(
                LoadReport.Outcome.UNCHANGED,
                new Pipeline().load(LoadRequest.all(again)).outcome());
    }

    @Test
    void everyRuleMakesSomethingOrIsForSomethingThatMayCome() {
        // No source confirms that two IRIs name one thing yet.
        assertTrue(report.inferred() > 10_000, () -> "only " + report.inferred());
        assertFalse(
                ask("ASK { GRAPH <https://w3id.org/urbis/graph/inferred> { ?s ?p ?o } GRAPH ?g { ?s ?p ?o }"
                        + " FILTER ( ?g != <https://w3id.org/urbis/graph/inferred> ) }"),
                "something stated is inferred as well");
    }

    @Test
    void everyCitationLeadsToADocument() {
        assertFalse(ask("""
            PREFIX urbis: <https://w3id.org/urbis/ontology#>
            ASK { ?thing urbis:citation ?citation
                  FILTER NOT EXISTS { ?citation urbis:inGraph ?graph ; urbis:document ?document ; a urbis:Citation }
                  FILTER NOT EXISTS { ?citation urbis:locator ?place } }\
            """));
    }

    private static boolean ask(String question) {
        return Store.read(revision, store -> {
            try (QueryExec execution = QueryExec.dataset(store).query(question).build()) {
                return execution.ask();
            }
        });
    }
}
