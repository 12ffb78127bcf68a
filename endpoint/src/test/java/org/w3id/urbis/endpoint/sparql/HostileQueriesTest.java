package org.w3id.urbis.endpoint.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;
import org.w3id.urbis.endpoint.config.Setting;

/** Whatever is asked, it is refused or stopped, in words that help, and others are served. */
class HostileQueriesTest {
    private static final String QUICK = "ASK { <https://w3id.org/urbis/id/network/bridges> ?p ?o }";
    private static final String LONG = "a".repeat(400);
    /** Where nothing follows that fits, all ways to share the text among these are tried. */
    private static final String EVIL = ".*".repeat(12) + "b";

    @TempDir
    private static Path data;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        Town.publish(data, Town.crowd(2_000));
        server = RunningServer.on(data, Map.of(Setting.QUERY_TIMEOUT, "2", Setting.CONCURRENT_QUERIES, "32"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void othersAreServed() {
        assertEquals(
                "_askResult\r\ntrue\r\n",
                server.query(QUICK, "Accept", "text/csv").body());
    }

    private static HttpResponse<String> post(String query) {
        return server.post("/sparql", "application/sparql-query", query, "Accept", "text/csv, text/turtle");
    }

    private static void problem(int status, String slug, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response::body);
        assertTrue(response.body().contains("problem/" + slug), response::body);
    }

    /** Java's matcher would be busy with these for longer than the server stands. */
    @Test
    void regularExpressionsThatTryForeverAreStopped() throws Exception {
        allAreStopped(Stream.of(
                        "SELECT ?x { BIND(REGEX(\"TEXT\", \"EVIL\") AS ?x) }",
                        "SELECT ?x { BIND(REGEX(\"TEXT\", \"EVIL\", \"i\") AS ?x) }",
                        "SELECT ?x { BIND(REPLACE(\"TEXT\", \"EVIL\", \"b\") AS ?x) }",
                        "SELECT ?x { ?s ?p ?o FILTER REGEX(CONCAT(\"TEXT\", STR(?s)), CONCAT(\"EVIL\", \"!\")) }",
                        "SELECT ?x { ?s ?p ?o BIND(REPLACE(CONCAT(\"TEXT\", STR(?s)), CONCAT(\"EVIL\", \"!\"), \"\")"
                                + " AS ?x) }",
                        "SELECT ?x { BIND(<http://www.w3.org/2005/xpath-functions#matches>(\"TEXT\", \"EVIL\") AS ?x)"
                                + " }",
                        "SELECT ?x { BIND(<http://www.w3.org/2005/xpath-functions#replace>(\"TEXT\", \"EVIL\", \"\")"
                                + " AS ?x) }",
                        "SELECT ?s { ?s ?p ?o } ORDER BY REGEX(CONCAT(\"TEXT\", STR(?s)), \"EVIL!\")",
                        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s HAVING (REGEX(CONCAT(\"TEXT\", STR(?s)),"
                                + " \"EVIL!\"))",
                        "SELECT (SAMPLE(REGEX(CONCAT(\"TEXT\", STR(?s)), \"EVIL!\")) AS ?n) { ?s ?p ?o }",
                        "SELECT * { ?s ?p ?o FILTER NOT EXISTS { ?s ?q ?x FILTER REGEX(CONCAT(\"TEXT\", STR(?x)),"
                                + " \"EVIL!\") } }",
                        "ASK { { SELECT * { ?s ?p ?o OPTIONAL { ?s ?q ?r FILTER REGEX(CONCAT(\"TEXT\", STR(?o)),"
                                + " \"EVIL!\") } } } }")
                .map(query -> query.replace("TEXT", LONG).replace("EVIL", EVIL))
                .toList());
    }

    /** Asks them all at once, because each takes its time. */
    private static void allAreStopped(List<String> queries) throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(queries.size())) {
            Map<String, Future<HttpResponse<String>>> answers = new LinkedHashMap<>();
            queries.forEach(query -> answers.put(query, clients.submit(() -> post(query))));
            for (Map.Entry<String, Future<HttpResponse<String>>> answer : answers.entrySet()) {
                HttpResponse<String> response = answer.getValue().get();
                assertEquals(503, response.statusCode(), answer::getKey);
                assertTrue(response.body().contains("problem/query-timeout"), answer::getKey);
            }
        }
    }

    @Test
    void andOnFusekisOwnPort() {
        String query = "SELECT ?x { BIND(REGEX(\"" + LONG + "\", \"" + EVIL + "\") AS ?x) }";
        HttpResponse<String> response = server.send(RunningServer.request(
                        server.fuseki("/urbis?query=" + RunningServer.encode(query)), "Accept", "text/csv")
                .GET());
        assertEquals(503, response.statusCode(), response::body);
    }

    @Test
    void whatRunsAwayIsStopped() throws Exception {
        allAreStopped(List.of(
                "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER (?a = ?z) }",
                "SELECT (COUNT(*) AS ?n) { ?s (!<http://example.org/no>)* ?o . ?x (!<http://example.org/no>)* ?y }",
                "SELECT (COUNT(*) AS ?n) { ?s (<x:a>|!<x:a>)+ ?o . ?o (<x:a>|!<x:a>)+ ?z . ?u ?v ?w }",
                "SELECT DISTINCT ?a { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a LIMIT 5",
                "SELECT ?a (COUNT(DISTINCT ?f) AS ?all) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } GROUP BY ?a",
                "CONSTRUCT { ?a ?b ?i } { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER (?z) }",
                "DESCRIBE ?a { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER (?z) }",
                "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER (?a = ?z) }"));
    }

    static List<String> complex() {
        int many = 20_000;
        return List.of(
                "SELECT * " + "{".repeat(many) + " ?s ?p ?o " + "}".repeat(many),
                "SELECT (" + "(".repeat(many) + "1" + ")".repeat(many) + " AS ?x) {}",
                "SELECT (" + "!".repeat(many) + "true AS ?x) {}",
                "SELECT (1" + "+1".repeat(many) + " AS ?x) {}",
                "SELECT * { " + "OPTIONAL { ?s ?p ?o } ".repeat(many) + "}",
                "SELECT * { " + "{ ?s ?p ?o } UNION ".repeat(many) + "{} }",
                "SELECT * { " + "?s ?p ?o . ".repeat(many) + "}",
                "SELECT * { ?s " + "(".repeat(many) + "<x:a>" + ")*".repeat(many) + " ?o }",
                "SELECT * { ?s <x:a>" + "|<x:a>".repeat(many) + " ?o }",
                "SELECT * { ?s <x:a>" + "/<x:a>".repeat(many) + " ?o }",
                "SELECT * { ?s ?p ?o " + "FILTER (?s = ?o) ".repeat(many) + "}",
                "SELECT * { ?s ?p " + "[ ?p ".repeat(many) + "?o" + "]".repeat(many) + "}",
                "SELECT * { ?s ?p " + "( ".repeat(many) + ")".repeat(many) + "}",
                "SELECT * { " + "FILTER EXISTS { ".repeat(many) + "}".repeat(many) + "}");
    }

    @ParameterizedTest
    @MethodSource("complex")
    void whatIsTooDeepOrTooLongIsRefused(String query) {
        problem(400, "query-too-complex", post(query));
    }

    /** Twenty steps of doubling make a million of one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONCAT(?x, ?x)",
                "?x + ?x",
                "REPLACE(?x, \"(.)\", \"$1$1\")",
                "<http://www.w3.org/2005/xpath-functions#concat>(?x, ?x)",
                "<http://www.w3.org/2005/xpath-functions#replace>(?x, \"(.)\", \"$1$1\")"
            })
    void textsDoNotGrowWithoutBounds(String twice) {
        problem(400, "query-too-complex", post(steps("\"ab\"", twice, "STRLEN(?x)")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (<http://www.w3.org/2005/xpath-functions/math#pow>(10, 2000000000) AS ?x) {}",
                "SELECT (<http://www.w3.org/2005/xpath-functions#round>(1.5, 2000000000) AS ?x) {}",
                "SELECT (<http://www.w3.org/2005/xpath-functions#round-half-to-even>(1.5, 2000000000) AS ?x) {}",
                "SELECT (NOW() + \"P2000000000D\"^^<http://www.w3.org/2001/XMLSchema#dayTimeDuration> AS ?x) {}",
                "SELECT (NOW() + STRDT(\"P2000000000D\", <http://www.w3.org/2001/XMLSchema#duration>) AS ?x) {}",
                "SELECT (NOW() + <http://www.w3.org/2001/XMLSchema#duration>(\"P2000000000D\") AS ?x) {}",
                "SELECT (NOW() + ?d AS ?x) { VALUES ?d { \"P2000000000D\"^^<http://www.w3.org/2001/XMLSchema#duration>"
                        + " } }",
                "SELECT (REGEX(\"\", \"((((){999}){999}){999}){999}\") AS ?x) {}",
                "SELECT (GROUP_CONCAT(?long) AS ?x) { ?a ?b ?c . ?d ?e ?f BIND(CONCAT(STR(?a), STR(?d), \"TEXT\") AS"
                        + " ?long) }",
                "SELECT (GROUP_CONCAT(DISTINCT ?long) AS ?x) { ?a ?b ?c . ?d ?e ?f BIND(CONCAT(STR(?a), STR(?d),"
                        + " \"TEXT\") AS ?long) }"
            })
    void norDoOtherValues(String query) {
        problem(400, "query-too-complex", post(query.replace("TEXT", LONG)));
    }

    @Test
    void numbersDoNotGrowWithoutBounds() {
        problem(400, "query-too-complex", post(steps("12345678", "?x * ?x", "?x")));
        problem(400, "query-too-complex", post(steps("1.2345678", "?x * ?x", "?x")));
    }

    private static String steps(String first, String step, String last) {
        StringBuilder query =
                new StringBuilder("SELECT (" + last.replace("?x", "?x40") + " AS ?end) { BIND(" + first + " AS ?x0) ");
        for (int i = 0; i < 40; i++) {
            query.append("BIND(")
                    .append(step.replace("?x", "?x" + i))
                    .append(" AS ?x")
                    .append(i + 1)
                    .append(") ");
        }
        return query.append("}").toString();
    }

    @Test
    void whatIsWithinBoundsMeansWhatItAlwaysMeant() {
        String query = """
            SELECT ?a ?b ?c ?d ?e ?f ?g ?h ?i {
              BIND(REGEX("Geneva", "^gen", "i") AS ?a)
              BIND(REPLACE("Geneva"@en, "e(.)", "$1e") AS ?b)
              BIND(REPLACE("a.b", ".", "x", "q") AS ?c)
              BIND(CONCAT("a"@en, "b"@en) AS ?d)
              BIND("2020-01-31T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime>
                + "P1DT1.123456789S"^^<http://www.w3.org/2001/XMLSchema#dayTimeDuration> AS ?e)
              BIND(<http://www.w3.org/2005/xpath-functions/math#pow>(2, 10) AS ?f)
              BIND(<http://www.w3.org/2005/xpath-functions#round>(2.567, 2) AS ?g)
              BIND(<http://www.w3.org/2005/xpath-functions#matches>("abc", "B", "i") AS ?h)
              BIND(1.5 * 3 - 0.5 AS ?i)
            }\
            """;
        assertEquals(
                "?a\t?b\t?c\t?d\t?e\t?f\t?g\t?h\t?i\n"
                        + "true\t\"Gnevea\"@en\t\"axb\"\t\"ab\"@en\t"
                        + "\"2020-02-01T00:00:01.123456789Z\"^^<http://www.w3.org/2001/XMLSchema#dateTime>\t"
                        + "1024\t2.57\ttrue\t4.0\n",
                server.query(query, "Accept", "text/tab-separated-values").body());
        assertEquals(
                "x\r\n\r\n",
                server.query("SELECT ?x { BIND(REGEX(\"a\", CONCAT(\"(\", \"\")) AS ?x) }", "Accept", "text/csv")
                        .body());
        assertEquals(
                "a\r\nbridges|spans\r\n",
                server.query(
                                "SELECT (GROUP_CONCAT(DISTINCT ?v; separator=\"|\") AS ?a) "
                                        + "{ VALUES ?v { \"bridges\" \"spans\" \"bridges\" } }",
                                "Accept",
                                "text/csv")
                        .body());
    }

    @Test
    void manyValuesAreNoProblem() {
        String values = IntStream.range(0, 5_000).mapToObj(Integer::toString).collect(Collectors.joining(" "));
        String query = "SELECT (COUNT(*) AS ?n) { VALUES ?n0 { " + values
                + " } ?s <https://w3id.org/urbis/ontology#number> ?n0 }";
        assertEquals("n\r\n2000\r\n", post(query).body());
    }

    @Test
    void waitingIsNoFunction() {
        problem(400, "unknown-function", post("SELECT (<http://jena.apache.org/ARQ/function#wait>(60000) AS ?x) {}"));
        problem(
                400,
                "unknown-function",
                post("SELECT (<http://www.w3.org/2005/xpath-functions#apply>(<x:f>, 1) AS ?x) {}"));
    }

    @Test
    void quickQueriesAreServedWhileSlowOnesRun() throws Exception {
        try (RunningServer patient =
                        RunningServer.on(data, Map.of(Setting.QUERY_TIMEOUT, "2", Setting.CONCURRENT_QUERIES, "4"));
                ExecutorService clients = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> slow = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } #" + i;
                slow.add(() -> patient.query(query).statusCode());
            }
            List<Future<Integer>> underway = slow.stream().map(clients::submit).toList();
            int served = 0;
            while (underway.stream().anyMatch(future -> !future.isDone())) {
                assertEquals(
                        200,
                        patient.query(QUICK + "#" + served, "Accept", "text/csv")
                                .statusCode());
                served++;
            }
            for (Future<Integer> one : underway) {
                assertEquals(503, one.get());
            }
            assertTrue(served > 0, "none was asked meanwhile");
        }
    }

    @Test
    void whoStopsReadingKeepsNobodyWaiting() throws Exception {
        try (RunningServer alone =
                RunningServer.on(data, Map.of(Setting.CONCURRENT_QUERIES, "1", Setting.CACHED_ANSWER_BYTES, "65536"))) {
            URI origin = URI.create(alone.origin());
            String endless = RunningServer.encode("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }");
            try (Socket reader = new Socket(origin.getHost(), origin.getPort())) {
                reader.getOutputStream()
                        .write(("GET /sparql?query=" + endless + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                assertEquals('H', reader.getInputStream().read());
                // There is one turn, and it is free as soon as the reader is waited for.
                assertEquals(200, alone.query(QUICK).statusCode());
            }
        }
    }
}
