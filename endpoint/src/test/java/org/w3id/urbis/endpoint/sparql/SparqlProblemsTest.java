package org.w3id.urbis.endpoint.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;
import org.w3id.urbis.endpoint.config.Setting;

class SparqlProblemsTest {
    @TempDir
    private static Path data;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        Town.publish(data);
        server = RunningServer.on(data, Map.of(Setting.REQUEST_BYTES, "4096"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonObject problem(HttpResponse<String> response, int status, String slug) {
        assertEquals(status, response.statusCode(), response.body());
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElseThrow());
        JsonObject json = JSON.parse(response.body());
        assertEquals("https://w3id.org/urbis/problem/" + slug, json.getString("type"));
        assertEquals(status, json.getNumber("status").intValue());
        assertFalse(json.getString("title").isBlank());
        return json;
    }

    @Test
    void aFaultHasLineAndColumn() {
        JsonObject json = problem(server.query("SELECT *\nWHERE {\n  ?s ?p }\n"), 400, "query-syntax");
        assertEquals(3, json.getNumber("line").intValue());
        assertEquals(9, json.getNumber("column").intValue());
        assertEquals("Line 3, column 9: \"}\" stands where something else is expected.", json.getString("detail"));
        assertTrue(json.get("expected").getAsArray().toString().contains("<IRIref>"), json.toString());
        assertEquals(
                "Line 1, column 10: the query ends where something else is expected.",
                problem(server.query("SELECT * {"), 400, "query-syntax").getString("detail"));
        JsonObject lexical = problem(server.query("SELECT *\n { ?s ?p \"open }"), 400, "query-syntax");
        assertEquals(2, lexical.getNumber("line").intValue());
    }

    @ParameterizedTest
    @CsvSource({
        "SELCT * { ?s ?p ?o },               1, SELCT,     SELECT",
        "SELECT * WERE { ?s ?p ?o },         10, WERE,     WHERE",
        "SELECT * { ?s ?p ?o FILER(?x) },    21, FILER,    FILTER",
        "SELECT (STRLENGTH(?x) AS ?y) {},    9, STRLENGTH, STRLEN",
        "SELECT * { ?s ?p ?o } ordr BY ?s,   23, ordr,     ORDER",
        "SELECT (elsewhere(?x) AS ?y) {},    9, elsewhere, "
    })
    void aMistypedWordIsNamedWithTheOneThatWasMeant(String query, int column, String word, String meant) {
        JsonObject json = problem(server.query(query), 400, "query-syntax");
        assertEquals(column, json.getNumber("column").intValue());
        assertTrue(json.getString("detail").contains("\"" + word + "\""), json.toString());
        assertEquals(meant, json.hasKey("suggestion") ? json.getString("suggestion") : null);
    }

    @ParameterizedTest
    @CsvSource({"skos,skos", "skoss,skos", "urbi,urbis", "netwrok,network", "DCT,dct"})
    void anUndeclaredPrefixIsNamedWithTheNearestKnownOne(String prefix, String meant) {
        JsonObject json = problem(server.query("SELECT * {\n ?s " + prefix + ":x ?o }"), 400, "query-syntax");
        assertEquals(2, json.getNumber("line").intValue());
        assertEquals(5, json.getNumber("column").intValue());
        assertEquals(prefix, json.getString("prefix"));
        boolean near = !prefix.equals("DCT");
        assertEquals(near, json.hasKey("suggestion"));
        if (near) {
            assertTrue(json.getString("suggestion").startsWith("PREFIX " + meant + ": <"), json.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
                "SELECT * { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }",
                "SELECT * { ?s ?p ?service SERVICE ?service { ?a ?b ?c } }",
                "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } } }",
                "SELECT * { { SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } } }",
                "SELECT ?s { ?s ?p ?o } ORDER BY (EXISTS { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } })",
                "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
                "ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"
            })
    void otherEndpointsAreNotAsked(String query) {
        problem(server.query(query), 403, "federation-off");
        problem(server.query(query, "Accept", "text/html;q=0.1, application/json"), 403, "federation-off");
    }

    @Test
    void updatesAreRefusedHoweverTheyCome() {
        String update = "DELETE WHERE { ?s ?p ?o }";
        problem(server.query(update), 403, "read-only");
        problem(server.post("/sparql", "application/sparql-update", update), 403, "read-only");
        problem(
                server.post("/sparql", "application/x-www-form-urlencoded", "update=" + RunningServer.encode(update)),
                403,
                "read-only");
        problem(server.query("LOAD <http://127.0.0.1:1/>"), 403, "read-only");
        assertEquals(
                "n\r\n1\r\n",
                server.query(
                                "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a <https://w3id.org/urbis/ontology#Note> }",
                                "Accept",
                                "text/csv")
                        .body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java:java.lang.System.exit",
                "java:org.apache.jena.sparql.function.library.localname",
                "http://www.w3.org/2005/xpath-functions#upper-csae",
                "http://jena.apache.org/ARQ/function#context"
            })
    void unknownFunctionsAreNamed(String function) {
        JsonObject json = problem(server.query("SELECT (<" + function + ">(1) AS ?x) {}"), 400, "unknown-function");
        assertEquals(function, json.getString("function"));
        problem(server.query("SELECT ?s { ?s ?p ?o } ORDER BY <" + function + ">(?s)"), 400, "unknown-function");
    }

    @Test
    void standardFunctionsWork() {
        assertEquals(
                "x\r\nABC\r\n",
                server.query(
                                "SELECT (<http://www.w3.org/2005/xpath-functions#upper-case>('abc') AS ?x) {}",
                                "Accept",
                                "text/csv")
                        .body());
    }

    @Test
    void noAcceptableFormListsWhatThereIs() {
        JsonObject json = problem(server.query("SELECT * {}", "Accept", "text/turtle"), 406, "not-acceptable");
        assertTrue(json.get("available").getAsArray().toString().contains("text/csv"));
        problem(server.query("CONSTRUCT WHERE { ?s ?p ?o }", "Accept", "text/csv"), 406, "not-acceptable");
        assertEquals(
                "format",
                problem(server.get("/sparql?format=pdf&query=ASK%7B%7D"), 400, "bad-parameter")
                        .getString("parameter"));
    }

    @Test
    void badParametersAreNamed() {
        assertEquals(
                "query",
                problem(server.get("/sparql?query=ASK%7B%7D&query=ASK%7B%7D"), 400, "bad-parameter")
                        .getString("parameter"));
        assertEquals(
                "query",
                problem(server.get("/sparql?query="), 400, "bad-parameter").getString("parameter"));
        assertEquals(
                "query",
                problem(server.post("/sparql", "application/x-www-form-urlencoded", "a=b"), 400, "bad-parameter")
                        .getString("parameter"));
        assertEquals(
                "default-graph-uri",
                problem(server.get("/sparql?query=ASK%7B%7D&default-graph-uri=not%20absolute"), 400, "bad-parameter")
                        .getString("parameter"));
        problem(server.get("/sparql?query=%FF"), 400, "bad-request");
        problem(server.post("/sparql", "application/x-www-form-urlencoded", "query=ASK%7"), 400, "bad-request");
    }

    @Test
    void bodiesHaveATypeAndASize() {
        problem(server.post("/sparql", "application/json", "{}"), 415, "unsupported-media-type");
        problem(server.post("/sparql", "application/sparql-query", "ASK {} #" + "x".repeat(5000)), 413, "too-large");
        HttpResponse<String> deleted = server.send("DELETE", "/sparql", "", "");
        problem(deleted, 405, "method-not-allowed");
        assertEquals(
                "GET, HEAD, POST, QUERY, OPTIONS",
                deleted.headers().firstValue("Allow").orElseThrow());
    }

    @Test
    void peopleSeeAPage() {
        HttpResponse<String> page = server.query("SELECT <b>", "Accept", "text/html");
        assertEquals(400, page.statusCode());
        assertTrue(page.headers().firstValue("Content-Type").orElseThrow().startsWith("text/html"));
        assertTrue(page.body().contains("The query does not parse"), page.body());
    }

    @Test
    void everyTypeOfProblemIsExplained() {
        assertEquals(200, server.get("/problem/query-syntax").statusCode());
        problem(server.get("/problem/none"), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/r1/query", "/r1", "/urbis/sparql"})
    void fusekisOwnPortIsJustAsClosed(String path) {
        String service = RunningServer.encode("SELECT * { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }");
        assertEquals(
                422,
                server.send(RunningServer.request(server.fuseki(path + "?query=" + service))
                                .GET())
                        .statusCode());
        String variable = RunningServer.encode(
                "SELECT * FROM <https://w3id.org/urbis/graph/shapes> { ?s ?p ?o SERVICE SILENT ?o { ?a ?b ?c } }");
        assertEquals(
                422,
                server.send(RunningServer.request(server.fuseki(path + "?query=" + variable))
                                .GET())
                        .statusCode());
        HttpResponse<String> update =
                server.send(RunningServer.request(server.fuseki(path), "Content-Type", "application/sparql-update")
                        .POST(HttpRequest.BodyPublishers.ofString("CLEAR ALL")));
        assertTrue(update.statusCode() >= 400, update.body());
        String java = RunningServer.encode(
                "SELECT ?x { BIND(<java:org.apache.jena.sparql.function.library.localname>(<http://a/b>) AS ?x) }");
        HttpResponse<String> silent =
                server.send(RunningServer.request(server.fuseki(path + "?query=" + java), "Accept", "text/csv")
                        .GET());
        assertFalse(silent.body().contains("b\r\n"), silent.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/$/ping",
                "/$/stats",
                "/$/server",
                "/urbis/update",
                "/urbis/data",
                "/urbis/upload",
                "/urbis/get"
            })
    void fusekiHasNothingButQueries(String path) {
        assertTrue(server.send(RunningServer.request(server.fuseki(path)).GET()).statusCode() >= 400, path);
    }
}
