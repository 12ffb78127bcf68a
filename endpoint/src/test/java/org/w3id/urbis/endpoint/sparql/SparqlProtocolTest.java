package org.w3id.urbis.endpoint.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ResultSet;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetReaderRegistry;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;

class SparqlProtocolTest {
    private static final String NAMES = """
        #+ summary: names
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        SELECT ?name WHERE { <https://w3id.org/urbis/id/network/bridges> skos:prefLabel ?name } ORDER BY ?name\
        """;
    private static final String GRAPH = "CONSTRUCT { ?s a ?type } WHERE { ?s a ?type }";

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/sparql-results+json",
                "application/sparql-results+xml",
                "text/csv",
                "text/tab-separated-values"
            })
    void rowsComeInEveryResultFormat(String mediaType) {
        HttpResponse<String> response = server.query(NAMES, "Accept", mediaType);
        assertEquals(200, response.statusCode(), response.body());
        assertTrue(response.headers().firstValue("Content-Type").orElseThrow().startsWith(mediaType));
        Lang lang = RDFLanguages.contentTypeToLang(mediaType);
        ResultSet rows = ResultSetReaderRegistry.getFactory(lang)
                .create(lang)
                .read(new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)), new Context());
        int count = 0;
        while (rows.hasNext()) {
            rows.next();
            count++;
        }
        assertEquals(3, count);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/sparql-results+json | \"boolean\":true",
                "application/sparql-results+xml  | <boolean>true</boolean>",
                "text/csv                        | true",
                "text/tab-separated-values       | true"
            })
    void yesAndNoComeInEveryResultFormat(String mediaType, String expected) {
        HttpResponse<String> response = server.query("ASK { ?s ?p ?o }", "Accept", mediaType);
        assertEquals(200, response.statusCode(), response.body());
        assertTrue(response.body().contains(expected), response.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"})
    void graphsComeInEveryGraphFormat(String mediaType) {
        for (String query : new String[] {GRAPH, "DESCRIBE <https://w3id.org/urbis/id/network/bridges>"}) {
            HttpResponse<String> response = server.query(query, "Accept", mediaType);
            assertEquals(200, response.statusCode(), response.body());
            assertTrue(
                    response.headers().firstValue("Content-Type").orElseThrow().startsWith(mediaType));
            Graph graph = RDFParser.fromString(response.body(), RDFLanguages.contentTypeToLang(mediaType))
                    .toGraph();
            assertFalse(graph.isEmpty());
        }
    }

    @Test
    void weightsDecideAndShortNamesDecideBefore() {
        assertEquals(
                "text/csv; charset=utf-8",
                server.query(NAMES, "Accept", "application/sparql-results+xml;q=0.2, text/csv;q=0.9")
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow());
        assertEquals(
                "text/tab-separated-values; charset=utf-8",
                server.get("/sparql?format=tsv&query=" + RunningServer.encode(NAMES), "Accept", "text/csv")
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow());
        assertEquals(
                "application/json",
                server.query(NAMES, "Accept", "application/json")
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow());
    }

    @Test
    void aQueryComesByGetFormBodyAndTheMethodQuery() {
        String expected = server.query(NAMES, "Accept", "text/csv").body();
        String form = "query=" + RunningServer.encode(NAMES);
        assertEquals("name\r\nمدن الجسور\r\nTowns with Bridges\r\nVilles à ponts\r\n", expected);
        assertEquals(
                expected,
                server.post("/sparql", "application/x-www-form-urlencoded", form, "Accept", "text/csv")
                        .body());
        assertEquals(
                expected,
                server.post("/sparql", "application/x-www-form-urlencoded; charset=UTF-8", form, "Accept", "text/csv")
                        .body());
        assertEquals(
                expected,
                server.post("/sparql", "application/sparql-query", NAMES, "Accept", "text/csv")
                        .body());
        assertEquals(
                expected,
                server.send("QUERY", "/sparql", "application/sparql-query", NAMES, "Accept", "text/csv")
                        .body());
    }

    @Test
    void headHasTheHeadersOfGetAndNoBody() {
        HttpResponse<String> get = server.query(NAMES);
        HttpResponse<String> head = server.head("/sparql?query=" + RunningServer.encode(NAMES));
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        for (String name : new String[] {"content-type", "content-length", "etag", "vary"}) {
            assertEquals(get.headers().allValues(name), head.headers().allValues(name), name);
        }
    }

    @Test
    void whatIsKnownIsNotSentAgain() {
        HttpResponse<String> first = server.query(NAMES, "Accept", "text/csv");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = server.query(NAMES, "Accept", "text/csv", "If-None-Match", "\"other\", " + tag);
        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
        assertEquals(tag, again.headers().firstValue("ETag").orElseThrow());
        assertEquals(
                200,
                server.query(NAMES, "Accept", "text/tab-separated-values", "If-None-Match", tag)
                        .statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (NOW() AS ?x) {}",
                "SELECT (RAND() AS ?x) {}",
                "SELECT (STRUUID() AS ?x) {}",
                "SELECT ?s { ?s ?p ?o } ORDER BY UUID()",
                "SELECT (COUNT(RAND()) AS ?x) { ?s ?p ?o }",
                "SELECT (BNODE() AS ?x) {}",
                "CONSTRUCT { _:b a ?type } WHERE { ?s a ?type }",
                "SELECT * { ?s ?p ?o FILTER EXISTS { FILTER (RAND() < 2) } }"
            })
    void whatChangesEachTimeHasNoTag(String query) {
        HttpResponse<String> response = server.query(query);
        assertEquals(200, response.statusCode(), response.body());
        assertEquals("no-store", response.headers().firstValue("Cache-Control").orElseThrow());
        assertFalse(response.headers().firstValue("ETag").isPresent());
    }

    @Test
    void graphsChosenByParameterMakeTheDataset() {
        String count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";
        String shapes = RunningServer.encode("https://w3id.org/urbis/graph/shapes");
        String path = "/sparql?query=" + RunningServer.encode(count);
        assertEquals(
                "n\r\n6\r\n",
                server.get(path + "&default-graph-uri=" + shapes, "Accept", "text/csv")
                        .body());
        String named = "/sparql?query=" + RunningServer.encode("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }");
        assertEquals(
                "n\r\n6\r\n",
                server.get(named + "&named-graph-uri=" + shapes, "Accept", "text/csv")
                        .body());
        assertEquals(
                "n\r\n0\r\n",
                server.get(path + "&named-graph-uri=" + shapes, "Accept", "text/csv")
                        .body());
        assertEquals(
                "n\r\n0\r\n",
                server.query(
                                "SELECT (COUNT(*) AS ?n) FROM <http://127.0.0.1:1/never-fetched> { ?s ?p ?o }",
                                "Accept",
                                "text/csv")
                        .body());
    }

    @Test
    void theDefaultGraphIsTheUnion() {
        assertEquals(
                "n\r\n2\r\n",
                server.query(
                                "SELECT (COUNT(*) AS ?n) { ?s a <https://w3id.org/urbis/ontology#Network> }",
                                "Accept",
                                "text/csv")
                        .body());
    }

    @Test
    void withoutAQueryTheServiceDescribesItself() {
        for (String mediaType :
                new String[] {"text/turtle", "application/rdf+xml", "application/ld+json", "application/n-triples"}) {
            HttpResponse<String> response = server.get("/sparql", "Accept", mediaType);
            Graph graph = RDFParser.fromString(response.body(), RDFLanguages.contentTypeToLang(mediaType))
                    .toGraph();
            String sd = "http://www.w3.org/ns/sparql-service-description#";
            assertTrue(
                    graph.contains(
                            Town.iri(server.origin() + "/sparql"),
                            Town.iri(sd + "endpoint"),
                            Town.iri(server.origin() + "/sparql")),
                    response.body());
            assertTrue(
                    graph.contains(null, Town.iri(sd + "name"), Town.iri("https://w3id.org/urbis/graph/town/bridges")));
        }
        HttpResponse<String> page = server.get("/sparql", "Accept", "text/html");
        assertTrue(page.body().contains("<textarea id=\"query\""), page.body());
    }

    @Test
    void aBrowserSeesTheRowsAndIsToldWhatIsCut() {
        HttpResponse<String> page = server.query(
                "SELECT ?s ?o { ?s <http://www.w3.org/2004/02/skos/core#prefLabel> ?o }",
                "Accept",
                "text/html,application/xml;q=0.9");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("<a href=\"/id/network/bridges\">"), page.body());
        assertTrue(page.body().contains("lang=\"ar\" dir=\"rtl\""), page.body());
        assertTrue(page.body().contains("&lt;script&gt;"), page.body());
        assertFalse(page.body().contains("<script>"), page.body());
        assertFalse(page.body().contains("Only the first"));
        HttpResponse<String> cut = server.query("SELECT * { ?s ?p ?o . ?a ?b ?c }", "Accept", "text/html");
        assertTrue(cut.body().contains("Only the first 500 rows are shown"), "the cut is announced");
        assertTrue(
                server.query("ASK { ?s ?p ?o }", "Accept", "text/html").body().contains(">Yes<"));
        assertTrue(server.query(GRAPH, "Accept", "text/html")
                .body()
                .contains("&lt;https://w3id.org/urbis/id/network/bridges&gt;"));
    }

    @Test
    void everyOriginMayRead() {
        HttpResponse<String> preflight = server.send(
                "OPTIONS",
                "/sparql",
                "",
                "",
                "Origin",
                "https://elsewhere.example",
                "Access-Control-Request-Method",
                "POST");
        assertEquals(204, preflight.statusCode());
        assertEquals(
                "*",
                preflight.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
        assertTrue(preflight
                .headers()
                .firstValue("Access-Control-Allow-Methods")
                .orElseThrow()
                .contains("POST"));
        assertEquals(
                "*",
                server.query(NAMES)
                        .headers()
                        .firstValue("Access-Control-Allow-Origin")
                        .orElseThrow());
        assertEquals(
                "*",
                server.query("nonsense")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin")
                        .orElseThrow());
    }

    @Test
    void theAnswerNamesItsRevision() {
        assertEquals(
                "1", server.query(NAMES).headers().firstValue("Urbis-Revision").orElseThrow());
    }
}
