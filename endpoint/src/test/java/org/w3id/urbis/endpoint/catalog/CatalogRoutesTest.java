package org.w3id.urbis.endpoint.catalog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;

/** What harvesters and editors find at the addresses they know, on the graph that ships. */
class CatalogRoutesTest {
    private static final String PREFIXES = """
        PREFIX dcat: <http://www.w3.org/ns/dcat#>
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX dqv: <http://www.w3.org/ns/dqv#>
        PREFIX foaf: <http://xmlns.com/foaf/0.1/>
        PREFIX sh: <http://www.w3.org/ns/shacl#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX spdx: <http://spdx.org/rdf/terms#>
        PREFIX urbis: <https://w3id.org/urbis/ontology#>
        PREFIX void: <http://rdfs.org/ns/void#>
        """;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = ShippedServer.running();
    }

    @ParameterizedTest
    @CsvSource({
        "/catalog, application/ld+json",
        "/catalog, application/rdf+xml",
        "/catalog, text/turtle",
        "/.well-known/void, text/turtle",
        "/.well-known/void, application/n-triples",
        "/.well-known/sparql-examples, text/turtle",
        "/.well-known/void, text/html",
        "/dumps, text/turtle",
        "/dumps, text/html",
        "/dumps/1, application/ld+json",
    })
    void eachIsHandedOutAsAskedForAndKnownByItsTag(String path, String type) {
        HttpResponse<String> response = server.get(path, "Accept", type);
        assertEquals(200, response.statusCode(), response.body());
        assertTrue(response.headers().firstValue("Content-Type").orElseThrow().startsWith(type));
        String tag = response.headers().firstValue("ETag").orElseThrow();
        assertEquals(304, server.get(path, "Accept", type, "If-None-Match", tag).statusCode());
        assertEquals(406, server.get(path, "Accept", "image/png").statusCode());
    }

    @Test
    void theCatalogueHasWhatDcatApMakesMandatory() {
        Model catalog = model("/catalog");
        assertNone(
                catalog,
                "?c a dcat:Catalog FILTER NOT EXISTS { ?c dct:title ?t ; dct:description ?d ;"
                        + " dct:publisher/foaf:name ?p ; dcat:dataset ?s }");
        assertNone(catalog, "?d a dcat:Dataset FILTER NOT EXISTS { ?d dct:title ?t ; dct:description ?x }");
        assertNone(catalog, "?d dct:publisher ?p FILTER NOT EXISTS { ?p a foaf:Agent ; foaf:name ?n }");
        assertNone(catalog, "?d a dcat:Distribution FILTER NOT EXISTS { ?d dcat:accessURL ?u ; dct:license ?l }");
        assertNone(catalog, "?s a dcat:DataService FILTER NOT EXISTS { ?s dct:title ?t ; dcat:endpointURL ?u }");
        assertNone(catalog, "?d dct:license ?l FILTER NOT EXISTS { ?l a dct:LicenseDocument }");
        assertNone(catalog, "?d dcat:mediaType ?l FILTER NOT EXISTS { ?l a dct:MediaType }");
        assertNone(catalog, "?d spdx:checksum ?k FILTER NOT EXISTS { ?k spdx:algorithm ?a ; spdx:checksumValue ?v }");
        assertEquals(9, number(catalog, "SELECT (COUNT(?d) AS ?n) { ?c a dcat:Catalog ; dcat:dataset ?d }"));
        assertTrue(number(catalog, "SELECT (COUNT(?m) AS ?n) { ?d dqv:hasQualityMeasurement ?m }") > 10);
    }

    @Test
    void whatDcatApRecommendsIsSaidWhereItIsKnown() {
        Model catalog = model("/catalog");
        assertNone(
                catalog,
                "?d a dcat:Distribution FILTER NOT EXISTS { ?d dct:title ?t ; dct:description ?x ; dct:format ?f ;"
                        + " <http://data.europa.eu/r5r/availability>/skos:prefLabel ?a }");
        assertNone(catalog, "?d a dcat:Dataset FILTER NOT EXISTS { ?d dct:publisher ?p }");
        assertNone(catalog, "?c a dcat:Catalog FILTER NOT EXISTS { ?c dct:spatial/dcat:bbox ?b }");
        assertNone(
                catalog,
                "?d dct:license <https://creativecommons.org/licenses/by/4.0/> FILTER NOT EXISTS {"
                        + " ?d dct:license/dct:type <http://purl.org/adms/licencetype/Attribution> }");
        // The terms of a publisher are no licence of a known kind.
        assertNone(catalog, "<http://metadata.un.org/sdg> dct:type ?t");
    }

    /** A file is under one licence, whichever document tells of it. */
    @Test
    void theDumpsOfAGraphAreUnderItsLicence() {
        Model both = model("/catalog").add(model("/dumps/1"));
        assertNone(both, "?d a dcat:Distribution ; dct:license ?one , ?other FILTER ( ?one != ?other )");
        assertNone(both, "?d a dcat:Dataset FILTER NOT EXISTS { ?d dct:title ?t ; dct:description ?x }");
        String link = server.head("/dumps/1/graph/sdg-custodians/custodians.ttl.gz")
                .headers()
                .allValues("Link")
                .toString();
        assertTrue(link.contains("<http://metadata.un.org/sdg>; rel=\"license\""), link);
    }

    @Test
    void whatTheCatalogueLeadsToIsThere() {
        List<QuerySolution> addresses = rows(
                model("/catalog"),
                "SELECT DISTINCT ?u { { ?d dcat:downloadURL ?u } UNION { ?d dcat:accessURL ?u }"
                        + " UNION { ?d foaf:homepage ?u } UNION { ?d dcat:landingPage ?u } }");
        assertTrue(addresses.size() > 40, () -> "only " + addresses.size());
        addresses.forEach(row -> {
            String address = row.getResource("u").getURI();
            assertTrue(address.startsWith(server.origin()), address);
            assertEquals(
                    200,
                    server.head(address.substring(server.origin().length())).statusCode(),
                    address);
        });
    }

    @Test
    void theFiguresOfVoidAreThoseThatAQueryCounts() {
        Model statistics = model("/.well-known/void");
        assertEquals(
                counted("SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x a urbis:Commitment }"),
                number(statistics, "SELECT ?n { [] void:class urbis:Commitment ; void:entities ?n }"));
        assertEquals(
                counted("SELECT (COUNT(*) AS ?n) { GRAPH"
                        + " <https://w3id.org/urbis/graph/city-networks-directory-2021/c40> { ?s ?p ?o } }"),
                number(
                        statistics,
                        "SELECT ?n { <https://w3id.org/urbis/graph/city-networks-directory-2021/c40> void:triples"
                                + " ?n }"));
        assertNone(
                statistics,
                "?l a void:Linkset FILTER NOT EXISTS { ?l void:subjectsTarget ?s ; void:objectsTarget ?o ;"
                        + " void:linkPredicate ?p ; void:triples ?n }");
    }

    @Test
    void theDescriptionCanBeAskedToo() {
        assertEquals(
                counted("SELECT (COUNT(*) AS ?n) { ?note a urbis:Note }"),
                counted("SELECT ?n { <https://w3id.org/urbis/id/quality-measurement/notes> dqv:value ?n }"));
    }

    @Test
    void theExamplesAreTheQuestionsAndParse() {
        List<QuerySolution> examples = rows(
                model("/.well-known/sparql-examples"), "SELECT ?q { ?e a sh:SPARQLSelectExecutable ; sh:select ?q }");
        assertTrue(examples.size() > 50, () -> "only " + examples.size());
        examples.forEach(example -> QueryFactory.create(example.getLiteral("q").getString()));
    }

    @Test
    void aDumpIsWhatItsChecksumSaysAndHoldsTheGraph() throws IOException, NoSuchAlgorithmException {
        byte[] dump = bytes("/dumps/1/urbis.nq.gz").body();
        String line = server.get("/dumps/1/urbis.nq.gz.sha256").body();
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(dump));
        assertEquals(hash + "  urbis.nq.gz\n", line);
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(dump))) {
            Dataset dataset = RDFParser.source(in).lang(Lang.NQUADS).toDataset();
            assertEquals(server.server().revision().graphs().size(), count(dataset));
        }
    }

    @Test
    void everyDumpThatTheCatalogueNamesIsWhatItsChecksumSays() throws NoSuchAlgorithmException {
        List<QuerySolution> dumps = rows(
                model("/catalog"),
                "SELECT ?u ?v ?n { ?d dcat:downloadURL ?u ; dcat:byteSize ?n ; spdx:checksum/spdx:checksumValue ?v }");
        String sums = server.get("/dumps/1/SHA256SUMS").body();
        assertEquals(
                server.server().revision().graphs().size() + 2L, sums.lines().count());
        assertTrue(dumps.size() > 40, () -> "only " + dumps.size());
        for (QuerySolution dump : dumps) {
            String address = dump.getResource("u").getURI();
            HttpResponse<byte[]> file =
                    server.bytes(address.substring(server.origin().length()));
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(file.body()));
            assertEquals(hash, dump.getLiteral("v").getLexicalForm(), address);
            assertEquals(file.body().length, dump.getLiteral("n").getInt(), address);
            assertTrue(
                    sums.contains(hash + "  " + address.substring(address.indexOf("/dumps/1/") + 9) + "\n"), address);
            assertEquals(
                    "sha-256=:"
                            + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hash)) + ":",
                    file.headers().firstValue("Repr-Digest").orElseThrow());
            assertEquals("1", file.headers().firstValue("Urbis-Revision").orElseThrow());
            assertTrue(file.headers().firstValue("Cache-Control").orElseThrow().endsWith("immutable"));
        }
    }

    @Test
    void aGraphCanBeTakenAwayAsTurtle() throws IOException {
        String graph = "graph/city-networks-directory-2021/c40";
        byte[] file = server.bytes("/dumps/1/" + graph + ".ttl.gz").body();
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(file))) {
            Model dumped = ModelFactory.createDefaultModel();
            RDFParser.source(in).lang(Lang.TURTLE).parse(dumped);
            assertTrue(dumped.isIsomorphicWith(model("/" + graph)));
        }
        assertEquals(200, server.head("/dumps/1/" + graph + ".ttl.gz.sha256").statusCode());
        assertTrue(rows(
                        model("/.well-known/void"),
                        "SELECT ?u { <https://w3id.org/urbis/" + graph + "> void:dataDump ?u }")
                .getFirst()
                .getResource("u")
                .getURI()
                .endsWith("/dumps/1/" + graph + ".ttl.gz"));
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-9, 0, 10", "bytes=100-199, 100, 200", "bytes=-5, -5, 0", "bytes=100000-, 100000, 0"})
    void partsOfADumpCanBeAskedFor(String range, int from, int to) {
        byte[] whole = bytes("/dumps/1/urbis.nq.gz").body();
        HttpResponse<byte[]> part = bytes("/dumps/1/urbis.nq.gz", "Range", range);
        int first = from < 0 ? whole.length + from : from;
        int end = to == 0 ? whole.length : to;
        assertEquals(206, part.statusCode());
        assertArrayEquals(Arrays.copyOfRange(whole, first, end), part.body());
        assertEquals(
                "bytes " + first + "-" + (end - 1) + "/" + whole.length,
                part.headers().firstValue("Content-Range").orElseThrow());
    }

    @Test
    void aRangeBehindTheEndOrOfAnotherFileIsNotServed() {
        HttpResponse<String> head = server.head("/dumps/1/urbis.nq.gz", "Range", "bytes=0-9");
        assertEquals(200, head.statusCode(), "a range is of what GET sends");
        HttpResponse<byte[]> known = bytes("/dumps/1/urbis.nq.gz", "If-None-Match", "*");
        assertEquals(304, known.statusCode());
        assertEquals(head.headers().allValues("Vary"), known.headers().allValues("Vary"), "the same as on the whole");
        assertEquals(
                416, bytes("/dumps/1/urbis.nq.gz", "Range", "bytes=99999999-").statusCode());
        assertEquals(
                200,
                bytes("/dumps/1/urbis.nq.gz", "Range", "bytes=0-9", "If-Range", "\"other\"")
                        .statusCode());
        assertEquals(
                200, bytes("/dumps/1/urbis.nq.gz", "Range", "bytes=0-1,5-6").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dumps/99/urbis.nq.gz", "/dumps/x/urbis.nq.gz", "/dumps/1/other.nq.gz"})
    void whatIsNotThereIsNotFound(String path) {
        HttpResponse<String> response = server.get(path);
        assertTrue(response.statusCode() == 404 || response.statusCode() == 400, response.body());
        assertTrue(response.headers().firstValue("Content-Type").orElseThrow().startsWith("application/problem+json"));
    }

    @Test
    void theNewestDumpIsFoundWithoutKnowingItsNumber() {
        HttpResponse<String> response = server.get("/dumps/latest/urbis.nq.gz");
        assertEquals(307, response.statusCode());
        assertEquals(
                "/dumps/1/urbis.nq.gz",
                response.headers().firstValue("Location").orElseThrow());
        assertEquals(
                "/dumps/1",
                server.get("/dumps/latest").headers().firstValue("Location").orElseThrow());
        assertEquals(404, server.get("/dumps/latest/other.nq.gz").statusCode());
    }

    private static Model model(String path) {
        Model model = ModelFactory.createDefaultModel();
        RDFParser.fromString(server.get(path, "Accept", "text/turtle").body(), Lang.TURTLE)
                .parse(model);
        return model;
    }

    private static List<QuerySolution> rows(Model model, String query) {
        try (QueryExecution execution = QueryExecutionFactory.create(PREFIXES + query, model)) {
            return ResultSetFormatter.toList(execution.execSelect());
        }
    }

    private static void assertNone(Model model, String pattern) {
        assertEquals(List.of(), rows(model, "SELECT * { " + pattern + " }"));
    }

    private static long number(Model model, String query) {
        return rows(model, query).getFirst().getLiteral("n").getLong();
    }

    private static long counted(String query) {
        String csv = server.query(PREFIXES + query, "Accept", "text/csv").body();
        return Long.parseLong(csv.lines().toList().get(1));
    }

    private static int count(Dataset dataset) {
        int names = 0;
        var all = dataset.listNames();
        while (all.hasNext()) {
            all.next();
            names++;
        }
        return names;
    }

    private static HttpResponse<byte[]> bytes(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.origin() + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
