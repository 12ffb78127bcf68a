package org.w3id.urbis.endpoint.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.rdf.model.Model;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;

/** What harvesters and editors find at the addresses they know, on the graph that ships. */
class CatalogRoutesTest {
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
        Model catalog = Described.model("/catalog");
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
        Model catalog = Described.model("/catalog");
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
        Model both = Described.model("/catalog").add(Described.model("/dumps/1"));
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
        List<QuerySolution> addresses = Described.rows(
                Described.model("/catalog"),
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
        Model statistics = Described.model("/.well-known/void");
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
        List<QuerySolution> examples = Described.rows(
                Described.model("/.well-known/sparql-examples"),
                "SELECT ?q { ?e a sh:SPARQLSelectExecutable ; sh:select ?q }");
        assertTrue(examples.size() > 50, () -> "only " + examples.size());
        examples.forEach(example -> QueryFactory.create(example.getLiteral("q").getString()));
    }

    private static void assertNone(Model model, String pattern) {
        assertEquals(List.of(), Described.rows(model, "SELECT * { " + pattern + " }"));
    }

    private static long number(Model model, String query) {
        return Described.rows(model, query).getFirst().getLiteral("n").getLong();
    }

    private static long counted(String query) {
        String csv =
                server.query(Described.PREFIXES + query, "Accept", "text/csv").body();
        return Long.parseLong(csv.lines().toList().get(1));
    }
}
