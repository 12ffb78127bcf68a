package org.w3id.urbis.endpoint.triplestore;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryType;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.Json;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedData;
import org.w3id.urbis.endpoint.ShippedServer;
import org.w3id.urbis.endpoint.config.Setting;
import org.w3id.urbis.endpoint.federation.OtherFuseki;
import org.w3id.urbis.loader.publication.Revisions;
import org.w3id.urbis.loader.publication.StoreCopy;
import org.w3id.urbis.queries.CatalogueQuery;
import org.w3id.urbis.queries.QueryCatalogue;

/** The graph that ships answers over RDF4J and over Fuseki as it does from the data directory. */
class SameAnswersTest {
    private static final String NETWORK = "https://w3id.org/urbis/id/network/c40";
    private static final String ACCEPT = "Accept";
    private static final List<String> FEDERATED = List.of("sdg", "unbis", "eurovoc", "member-states");
    private static final Path FEDERATED_ANSWERS = Path.of("src/test/resources/federation/answers");
    private static final String JSON_ROWS = "application/sparql-results+json";

    @TempDir
    private static Path directory;

    private static RunningServer own;
    private static OtherFuseki unitedNations;
    private static ForeignStore rdf4j;
    private static ForeignStore fuseki;
    private static RunningServer overRdf4j;
    private static RunningServer overFuseki;

    @BeforeAll
    static void start() throws IOException {
        own = ShippedServer.running();
        Path quads = directory.resolve("urbis.nq");
        try (OutputStream out = Files.newOutputStream(quads)) {
            new StoreCopy(new Revisions(ShippedData.directory()).current().orElseThrow()).write(out);
        }
        rdf4j = new Rdf4jServer(Files.createDirectory(directory.resolve("rdf4j")));
        fuseki = new StockFuseki();
        rdf4j.put(quads);
        fuseki.put(quads);
        unitedNations = OtherFuseki.ofSample();
        Files.writeString(
                directory.resolve("federation.properties"),
                FEDERATED.stream()
                        .map(name -> name + ".address = " + unitedNations.address(name) + "\n")
                        .collect(Collectors.joining()));
        overRdf4j = over(rdf4j);
        overFuseki = over(fuseki);
    }

    /** Both keep what they derive of the revision in one place, so that it is made once. */
    private static RunningServer over(ForeignStore store) {
        return RunningServer.on(
                directory.resolve("data"),
                Map.of(
                        Setting.STORE,
                        store.queries(),
                        // A store that has just been started again takes its time on a busy machine.
                        Setting.QUERY_TIMEOUT,
                        "300",
                        Setting.FEDERATION,
                        String.join(", ", FEDERATED),
                        Setting.FEDERATION_FILE,
                        directory.resolve("federation.properties").toString()));
    }

    @AfterAll
    static void stop() {
        Stream.of(overRdf4j, overFuseki, unitedNations, rdf4j, fuseki).forEach(SameAnswersTest::close);
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<RunningServer> others() {
        return List.of(overRdf4j, overFuseki);
    }

    private static String body(RunningServer server, String path, String accept) {
        HttpResponse<String> answer = server.get(path, ACCEPT, accept);
        assertEquals(200, answer.statusCode(), () -> path + "\n" + answer.body());
        return answer.body().replace(server.origin(), "ORIGIN");
    }

    /** Rows in any order, numbers by their value, and what was joined from several values in any order. */
    private static List<Map<String, String>> rows(String document) {
        JsonNode rows = Json.parse(document).at("/results/bindings");
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> {
                    Map<String, String> cells = new TreeMap<>();
                    row.fields().forEachRemaining(cell -> cells.put(cell.getKey(), cell(cell.getValue())));
                    return cells;
                })
                .sorted(Comparator.comparing(Map::toString))
                .toList();
    }

    private static String cell(JsonNode term) {
        String value = term.path("value").asText();
        String datatype = term.path("datatype").asText();
        if (datatype.matches(".*#(integer|decimal|double)")) {
            return new BigDecimal(value).stripTrailingZeros().toPlainString();
        }
        String parts = Arrays.stream(value.split(" \\| ")).sorted().collect(Collectors.joining(" | "));
        return term.path("type").asText() + " " + parts + "@"
                + term.path("xml:lang").asText() + "^" + datatype;
    }

    private static Graph graph(String turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.create()
                .source(new StringReader(turtle))
                .lang(Lang.TURTLE)
                .base("http://localhost/")
                .parse(graph);
        return graph;
    }

    @Test
    void everyQuestionThatShips() {
        List<String> names = QueryCatalogue.shipped().queries().stream()
                .filter(query -> !query.isFederated() && query.form() == QueryType.SELECT)
                .map(query -> "/queries/" + query.name())
                .toList();
        assertTrue(names.size() > 60, names.toString());
        assertAll(names.stream().flatMap(path -> {
            List<Map<String, String>> expected = rows(body(own, path, JSON_ROWS));
            return others().stream()
                    .map(server -> () -> assertEquals(expected, rows(body(server, path, JSON_ROWS)), path));
        }));
    }

    @Test
    void questionsThatAskOthersToo() {
        assertAll(QueryCatalogue.shipped().queries().stream()
                .filter(CatalogueQuery::isFederated)
                .map(query -> () -> assertEquals(
                        Files.readString(FEDERATED_ANSWERS.resolve(query.name() + ".csv")),
                        body(overFuseki, "/queries/" + query.name(), "text/csv").replace("\r\n", "\n"),
                        query.name())));
    }

    @Test
    void itIsKilledAndComesBack() {
        String query = "SELECT ?o { <" + NETWORK + "> ?p ?o } LIMIT ";
        assertEquals(200, overRdf4j.query(query + 1).statusCode());
        rdf4j.kill();
        HttpResponse<String> away = overRdf4j.query(query + 2);
        assertEquals(503, away.statusCode(), away.body());
        assertTrue(away.body().contains("problem/store-away"), away.body());
        assertEquals(503, overRdf4j.get("/health/ready").statusCode());
        rdf4j.restart();
        assertEquals(200, overRdf4j.query(query + 2).statusCode());
        assertEquals(200, overRdf4j.get("/health/ready").statusCode());
    }

    /** They read statements as the questions and graphs do, of which both stores are asked. */
    @Test
    void pagesAndDocuments() {
        Map<String, String> asked = Map.ofEntries(
                Map.entry("/id/network/c40?format=html", "text/html"),
                Map.entry("/id/agency/un-habitat.html", "text/html"),
                Map.entry("/id/network/c40.jsonld", "*/*"),
                Map.entry("/api", "application/ld+json"),
                Map.entry("/api/networks?sort=-member-count&limit=5", "application/ld+json"),
                Map.entry("/api/cities?limit=20", "application/ld+json"),
                Map.entry("/api/commitments?quantified=true", "application/ld+json"),
                Map.entry("/api/networks/c40", "application/ld+json"),
                Map.entry("/collections", "application/json"),
                Map.entry("/collections/cities/items?bbox=0,40,20,55", "application/geo+json"),
                Map.entry("/search?q=climate", "application/json"),
                Map.entry("/search?q=Genf", "text/html"),
                Map.entry("/compare?thing=" + NETWORK + "&thing=https://w3id.org/urbis/id/network/uclg", "text/html"),
                Map.entry("/graph-view?thing=" + NETWORK, "text/html"),
                Map.entry("/documentation/answers", "text/html"),
                Map.entry("/ontology?format=html", "text/html"),
                Map.entry("/health/ready", "application/json"));
        assertAll(asked.entrySet().stream()
                .map(one -> () -> assertEquals(
                        body(own, one.getKey(), one.getValue()),
                        body(overRdf4j, one.getKey(), one.getValue()),
                        one.getKey())));
    }

    @Test
    void graphs() {
        List<String> asked = List.of(
                "/id/network/c40",
                "/graph/framework/sendai",
                "/ontology",
                "/shapes",
                "/revisions",
                "/sparql?query=" + RunningServer.encode("DESCRIBE <" + NETWORK + ">"),
                "/sparql?query="
                        + RunningServer.encode("CONSTRUCT { ?thing <urn:x-test:called> ?name } WHERE { ?thing a"
                                + " <https://w3id.org/urbis/ontology#Network> ;"
                                + " <http://www.w3.org/2004/02/skos/core#prefLabel> ?name }"));
        assertAll(asked.stream().flatMap(path -> others().stream()
                .map(server -> () -> assertTrue(
                        graph(body(own, path, "text/turtle"))
                                .isIsomorphicWith(graph(body(server, path, "text/turtle"))),
                        path))));
    }

    @Test
    void queriesOfClients() {
        String urbis = "PREFIX urbis: <https://w3id.org/urbis/ontology#> ";
        List<String> asked = List.of(
                "SELECT (COUNT(*) AS ?all) { ?s ?p ?o }",
                "SELECT ?g (COUNT(*) AS ?all) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g",
                "SELECT (COUNT(*) AS ?all) FROM <https://w3id.org/urbis/graph/framework/sendai> { ?s ?p ?o }",
                urbis + "SELECT ?x { ?x a urbis:Network . FILTER EXISTS { GRAPH ?g { ?x urbis:member ?y } } }",
                urbis + "SELECT ?x ?d { ?x a urbis:Network OPTIONAL { ?x urbis:foundingDate ?d } } ORDER BY ?x LIMIT 7",
                "BASE <" + NETWORK + "> SELECT ?p ?o { <> ?p ?o }",
                "SELECT ?p (<http://www.w3.org/2005/xpath-functions#upper-case>(STR(?o)) AS ?large) { <" + NETWORK
                        + "> <http://www.w3.org/2004/02/skos/core#prefLabel> ?o }");
        assertAll(asked.stream().flatMap(query -> {
            String path = "/sparql?query=" + RunningServer.encode(query);
            List<Map<String, String>> expected = rows(body(own, path, JSON_ROWS));
            return others().stream()
                    .map(server -> () -> assertEquals(expected, rows(body(server, path, JSON_ROWS)), query));
        }));
        String ask = "/sparql?query=" + RunningServer.encode("ASK { <" + NETWORK + "> a ?kind }");
        String graphs = "/sparql?query=" + RunningServer.encode("SELECT (COUNT(*) AS ?all) { ?s ?p ?o }")
                + "&default-graph-uri=" + RunningServer.encode("https://w3id.org/urbis/graph/framework/sendai");
        String table = "/sparql?query=" + RunningServer.encode("SELECT ?o { <" + NETWORK + "> a ?o } ORDER BY ?o");
        for (RunningServer server : others()) {
            assertEquals(body(own, ask, JSON_ROWS), body(server, ask, JSON_ROWS));
            assertEquals(rows(body(own, graphs, JSON_ROWS)), rows(body(server, graphs, JSON_ROWS)));
            for (String form : List.of("text/csv", "text/tab-separated-values", "application/sparql-results+xml")) {
                assertEquals(body(own, table, form), body(server, table, form));
            }
        }
    }

    @Test
    void whatIsRefusedIsRefusedBeforeTheStoreIsAsked() {
        for (RunningServer server : others()) {
            assertEquals(400, server.query("SELECT { ?s").statusCode());
            assertEquals(
                    403, server.query("INSERT DATA { <urn:a> <urn:b> <urn:c> }").statusCode());
            assertEquals(
                    403,
                    server.query("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")
                            .statusCode());
            assertEquals(404, server.get("/id/network/no-such").statusCode());
            assertEquals(404, server.get("/api/networks?revision=99").statusCode());
        }
    }

    @Test
    void whatNeedsFilesIsNotOfferedAndNotSpokenOf() {
        for (RunningServer server : others()) {
            for (String path :
                    List.of("/dumps", "/dumps/1/urbis.nq.gz", "/feed", "/revisions/1/patch", "/submissions")) {
                HttpResponse<String> answer = server.get(path, "Accept-Language", "fr");
                assertEquals(404, answer.statusCode(), path);
                assertTrue(answer.body().contains("problem/not-offered"), answer.body());
                assertTrue(answer.body().contains("entrepôt"), answer.body());
            }
            String catalogue =
                    body(server, "/catalog", "text/turtle") + body(server, "/.well-known/void", "text/turtle");
            assertTrue(!catalogue.contains("/dumps") && !catalogue.contains("/feed"));
            JsonNode paths = Json.of(server.get("/openapi.json")).get("paths");
            assertTrue(paths.has("/sparql"));
            assertTrue(!paths.has("/dumps") && !paths.has("/feed") && !paths.has("/submissions"));
        }
    }
}
