package org.w3id.urbis.endpoint.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;

/**
 * The cases that the W3C's tests of the protocol try, 1.1 and the draft of 1.2, on graphs of ours; updates are refused.
 *
 * @see <a href="https://w3c.github.io/rdf-tests/sparql/sparql11/protocol/">SPARQL 1.1 Protocol tests</a>
 */
class ProtocolCasesTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String DIRECT = "application/sparql-query";
    private static final String BRIDGES = encoded("https://w3id.org/urbis/graph/town/bridges");
    private static final String SHAPES = encoded("https://w3id.org/urbis/graph/shapes");
    private static final String INFERRED = encoded("https://w3id.org/urbis/graph/inferred");
    /** Holds in the graph of the bridges, in that of the shapes, and in both together. */
    private static final String IN_BRIDGES = "<https://w3id.org/urbis/id/network/bridges> a ?bridges";

    private static final String IN_SHAPES = "?shape a <http://www.w3.org/ns/shacl#NodeShape>";
    private static final String BOTH = "ASK { " + IN_BRIDGES + " . " + IN_SHAPES + " }";
    private static final String EACH = "ASK { GRAPH ?g1 { " + IN_BRIDGES + " } GRAPH ?g2 { " + IN_SHAPES + " } }";

    @TempDir
    private static Path data;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        Town.publish(data);
        server = RunningServer.on(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String encoded(String text) {
        return RunningServer.encode(text);
    }

    private static void says(boolean expected, HttpResponse<String> response) {
        assertEquals(200, response.statusCode(), response::body);
        assertEquals(
                "application/sparql-results+json",
                response.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(response.body().contains("\"boolean\":" + expected), response::body);
    }

    @Test
    void aQueryComesInThreeWays() {
        says(true, server.get("/sparql?query=ASK%20%7B%7D"));
        says(true, server.post("/sparql", FORM, "query=ASK%20%7B%7D"));
        says(true, server.post("/sparql?default-graph-uri=" + SHAPES, FORM, "query=ASK%20%7B%7D"));
        says(true, server.post("/sparql", FORM, "query=ASK%20%7B%7D&default-graph-uri=" + SHAPES));
        says(true, server.post("/sparql", DIRECT, "ASK {}"));
        says(true, server.post("/sparql", DIRECT + "; charset=utf-8", "ASK {}"));
        says(true, server.post("/sparql", DIRECT + "; version=1.2", "ASK {}"));
        says(true, server.get("/sparql?version=1.1&query=ASK%20%7B%7D"));
    }

    @Test
    void graphsOfTheRequestMakeTheDefaultGraph() {
        String graphs = "default-graph-uri=" + BRIDGES + "&default-graph-uri=" + SHAPES;
        says(true, server.get("/sparql?query=" + encoded(BOTH) + "&" + graphs));
        says(true, server.post("/sparql?" + graphs, DIRECT, BOTH));
        says(true, server.post("/sparql", FORM, graphs + "&query=" + encoded(BOTH)));
        says(false, server.get("/sparql?query=" + encoded(BOTH) + "&default-graph-uri=" + SHAPES));
        says(false, server.get("/sparql?query=" + encoded(EACH) + "&" + graphs));
    }

    @Test
    void graphsOfTheRequestCanBeNamed() {
        String graphs = "named-graph-uri=" + BRIDGES + "&named-graph-uri=" + SHAPES;
        says(true, server.get("/sparql?query=" + encoded(EACH) + "&" + graphs));
        says(true, server.post("/sparql?" + graphs, DIRECT, EACH));
        says(false, server.get("/sparql?query=" + encoded(EACH) + "&named-graph-uri=" + SHAPES));
        says(false, server.get("/sparql?query=" + encoded(BOTH) + "&" + graphs));
    }

    @Test
    void aWholeDatasetComesWithTheRequest() {
        String graphs = "?default-graph-uri=" + SHAPES + "&named-graph-uri=" + BRIDGES;
        says(
                true,
                server.post("/sparql" + graphs, DIRECT, "ASK { " + IN_SHAPES + " GRAPH ?g { " + IN_BRIDGES + " } }"));
        says(false, server.post("/sparql" + graphs, DIRECT, "ASK { " + IN_BRIDGES + " }"));
    }

    @Test
    void theRequestsDatasetCountsMoreThanTheQuerys() {
        String other = "ASK FROM <https://w3id.org/urbis/graph/inferred> { " + IN_SHAPES + " }";
        says(false, server.post("/sparql", DIRECT, other));
        says(true, server.post("/sparql?default-graph-uri=" + SHAPES, DIRECT, other));
        says(false, server.post("/sparql?default-graph-uri=" + INFERRED, DIRECT, "ASK { " + IN_SHAPES + " }"));
        String named = "ASK FROM NAMED <https://w3id.org/urbis/graph/inferred> { GRAPH ?g { " + IN_SHAPES + " } }";
        says(false, server.post("/sparql", DIRECT, named));
        says(true, server.post("/sparql?named-graph-uri=" + SHAPES, DIRECT, named));
    }

    @ParameterizedTest
    @CsvSource({
        "SELECT (1 AS ?value) {},       application/sparql-results+xml",
        "SELECT (1 AS ?value) {},       application/sparql-results+json",
        "SELECT (1 AS ?value) {},       text/csv",
        "SELECT (1 AS ?value) {},       text/tab-separated-values",
        "ASK {},                        application/sparql-results+xml",
        "ASK {},                        application/sparql-results+json",
        "DESCRIBE <http://example.org/>, text/turtle",
        "DESCRIBE <http://example.org/>, application/rdf+xml",
        "DESCRIBE <http://example.org/>, application/n-triples",
        "CONSTRUCT { <a> <b> 1 } {},    text/turtle",
        "CONSTRUCT { <a> <b> 1 } {},    application/rdf+xml",
        "CONSTRUCT { <a> <b> 1 } {},    application/ld+json"
    })
    void eachFormComesInItsMediaTypes(String query, String mediaType) {
        HttpResponse<String> response = server.query(query, "Accept", mediaType);
        assertEquals(200, response.statusCode(), response::body);
        assertTrue(response.headers().firstValue("Content-Type").orElseThrow().startsWith(mediaType));
    }

    @Test
    void relativeNamesBeginWithTheBaseOfTheGraph() {
        says(true, server.query("ASK { <id/network/bridges> ?p ?o }"));
        says(true, server.query("BASE <https://w3id.org/urbis/id/> ASK { <network/bridges> ?p ?o }"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "PUT,  /sparql?query=ASK%20%7B%7D,                      none,                     none, 405",
                "PUT,  /sparql,                                        application/sparql-query, ASK {}, 405",
                "GET,  /sparql?query=ASK%20%7B%7D&query=SELECT%20*%20%7B%7D, none,              none, 400",
                "POST, /sparql,              application/x-www-form-urlencoded, query=ASK%7B%7D&query=ASK%7B%7D, 400",
                "POST, /sparql?query=ASK%7B%7D, application/sparql-query,        ASK {}, 400",
                "POST, /sparql,              text/plain,                        ASK {}, 415",
                "POST, /sparql,              none,                              query=ASK%20%7B%7D, 400",
                "POST, /sparql,              none,                              ASK {}, 400",
                "GET,  /sparql?query=ASK%20%7B,                         none,                     none, 400",
                "GET,  /sparql?query=ASK%20%7B%7D,                      application/sparql-query, ASK {}, 400",
                "GET,  /sparql?version=1.1&version=1.2&query=ASK%7B%7D, none,                     none, 400",
                "GET,  /sparql?version=7&query=ASK%7B%7D,               none,                     none, 400",
                "POST, /sparql,              application/sparql-query; charset=UTF-16, ASK {}, 415",
                "GET,  /sparql?update=CLEAR%20ALL,                      none,                     none, 403",
                "POST, /sparql,              application/x-www-form-urlencoded, update=CLEAR%20ALL, 403",
                "POST, /sparql,              application/sparql-update,         CLEAR ALL, 403",
                "POST, /sparql,              application/sparql-query,          CLEAR ALL, 403"
            })
    void whatIsNoQueryIsRefused(String method, String path, String contentType, String body, int status) {
        HttpResponse<String> response =
                server.send(method, path, contentType == null ? "" : contentType, body == null ? "" : body);
        assertEquals(status, response.statusCode(), response::body);
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElseThrow());
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        HttpResponse<String> response = server.send(RunningServer.request(
                        server.origin() + "/sparql", "Content-Type", DIRECT)
                .POST(HttpRequest.BodyPublishers.ofByteArray("ASK { ?s ?p 'ü' }".getBytes(StandardCharsets.UTF_16))));
        assertEquals(400, response.statusCode(), response::body);
    }
}
