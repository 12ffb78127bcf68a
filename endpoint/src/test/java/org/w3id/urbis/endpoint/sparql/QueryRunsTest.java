package org.w3id.urbis.endpoint.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.endpoint.Json;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;
import org.w3id.urbis.endpoint.metrics.Metrics;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;

/** How a query will run is told, and it does not go on behind the back of whoever has stopped it. */
class QueryRunsTest {
    private static final String ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private final RunningServer server = ShippedServer.running();

    private int stop(String name) {
        return server.send("DELETE", "/sparql/runs/" + name, "", "").statusCode();
    }

    /** Tells the server to stop until it answers so. */
    private void stopUntil(int status, String name) {
        long end = System.nanoTime() + LONGEST.toNanos();
        int said = stop(name);
        while (said != status && System.nanoTime() < end) {
            Thread.onSpinWait();
            said = stop(name);
        }
        assertEquals(status, said);
    }

    @Test
    void itEndsOnTheServerToo() {
        String name = "stopped-query-test";
        CompletableFuture<HttpResponse<String>> answer =
                CompletableFuture.supplyAsync(() -> server.query(ENDLESS, "Urbis-Run", name));
        stopUntil(204, name);
        HttpResponse<String> stopped = answer.join();
        assertEquals(503, stopped.statusCode());
        assertTrue(Json.parse(stopped.body()).get("detail").textValue().contains("stopped by the one who asked"));
        // A name is known for as long as the thread of its query works.
        stopUntil(404, name);
    }

    @Test
    void whatBreaksBecauseItIsStoppedIsToldAsStopped() {
        try (Metrics metrics = new Metrics()) {
            QueryTurns turns = new QueryTurns(1, Duration.ZERO, new LongAdder());
            QueryRun sorting = new QueryRun(
                    (run, out) -> {
                        run.stop(QueryRun.timeout());
                        throw new NullPointerException("what is sorted was let go of");
                    },
                    null,
                    turns,
                    new QueryOutcomes(metrics),
                    0);
            sorting.run();
            ProblemException told =
                    assertThrows(ProblemException.class, () -> sorting.pipe().next());
            assertEquals(ProblemType.QUERY_TIMEOUT, told.problem().type());
        }
    }

    @Test
    void patternsAreExplainedInTheOrderInWhichTheyAreLookedFor() {
        String query = """
            PREFIX urbis: <https://w3id.org/urbis/ontology#>
            SELECT * { ?thing ?any ?value . ?network urbis:cooperatesWith ?thing . ?network urbis:legalForm ?form }
            """;
        assertEquals(
                List.of("?network urbis:legalForm ?form", "?network urbis:cooperatesWith ?thing", "?thing ?any ?value"),
                Json.of(server.get("/sparql/plan?query=" + RunningServer.encode(query)))
                        .get("patterns")
                        .findValuesAsText("pattern"));
    }
}
