package org.w3id.urbis.endpoint.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;
import org.w3id.urbis.loader.reach.Reach;

/** Who knows Jena's extensions asks by place and name here as there, and is told what cannot be used. */
class PlaceAndNameQueriesTest {

    private static final String PLACES = """
        PREFIX urbis: <https://w3id.org/urbis/ontology#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX : <https://w3id.org/urbis/id/city/>
        GRAPH <https://w3id.org/urbis/graph/places> {
          :geneva a urbis:City ; skos:prefLabel "Geneva"@en ; urbis:latitude 46.2 ; urbis:longitude 6.15 .
          :basel a urbis:City ; skos:prefLabel "Basel"@de ; urbis:latitude 47.56 ; urbis:longitude 7.59 .
          :lima a urbis:City ; skos:prefLabel "Lima"@es ; urbis:latitude -12.05 ; urbis:longitude -77.04 .
        }
        """;

    private static final String PREFIXES = """
        PREFIX geof: <http://www.opengis.net/def/function/geosparql/>
        PREFIX spatial: <http://jena.apache.org/spatial#>
        PREFIX spatialF: <http://jena.apache.org/function/spatial#>
        PREFIX text: <http://jena.apache.org/text#>
        PREFIX units: <http://www.opengis.net/def/uom/OGC/1.0/>
        PREFIX urbis: <https://w3id.org/urbis/ontology#>
        """;

    @TempDir
    private static Path data;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        DatasetGraph places = DatasetGraphFactory.create();
        RDFParser.fromString(PLACES, Lang.TRIG).parse(places);
        List<Quad> quads = places.stream().toList();
        Town.publish(data, quads);
        server = RunningServer.on(data, Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String rows(String pattern) {
        HttpResponse<String> answer = ask(pattern, "Accept", "text/csv");
        assertEquals(200, answer.statusCode(), answer::body);
        return answer.body()
                .replace("https://w3id.org/urbis/id/city/", "")
                .replace("\r\n", " ")
                .strip();
    }

    private static HttpResponse<String> ask(String pattern, String... headers) {
        return server.query(PREFIXES + "SELECT ?p { " + pattern + " }", headers);
    }

    @Test
    void placesAndNamesAreFound() {
        assertEquals("p geneva basel", rows("?p spatial:nearby (46 6 300 units:kilometre)"));
        assertEquals("p geneva", rows("?p a urbis:City ; spatial:nearby (46 6 300 units:kilometre 1)"));
        assertEquals("p lima", rows("?p spatial:withinBox (-20 -80 0 -70)"));
        assertEquals(
                "p basel",
                rows("?p urbis:latitude ?n ; urbis:longitude ?e FILTER geof:sfWithin(spatialF:convertLatLon(?n, ?e),"
                        + " 'POLYGON((7 47, 8 47, 8 48, 7 48, 7 47))')"));
        assertEquals("p geneva", rows("?p a urbis:City ; text:query 'genev*'"));
        assertEquals("p", rows("?p text:query ('geneva' 'lang:fr')"));
    }

    @Test
    void fusekisOwnPortFindsThemToo() {
        String query = PREFIXES + "SELECT ?p { ?p spatial:nearby (46 6 300) . ?p text:query 'basle~2' }";
        HttpResponse<String> answer = server.send(RunningServer.request(
                        server.fuseki("/urbis?query=" + RunningServer.encode(query)), "Accept", "text/csv")
                .GET());
        assertTrue(answer.body().contains("/basel"), answer::body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?p spatial:nearby (46 6 -5) | spatial:nearby takes a distance of 0 or more.",
                "?p spatial:nearby (46 6) | spatial:nearby takes (latitude longitude radius unit limit).",
                "?p spatial:withinBox (0 0 95 0) | spatial:withinBox takes a latitude of -90 to 90 degrees, latitude"
                        + " first, not 95.0.",
                "?p text:query '\"*\" a*' | Before * stand two letters or more.",
                "?p text:query ?words | text:query needs a value for ?words. Give it one by VALUES or BIND before."
            })
    void whatCannotBeUsedIsToldInTheReadersLanguage(String pattern, String detail) {
        HttpResponse<String> answer = ask(pattern, "Accept", "application/json");
        assertEquals(400, answer.statusCode(), answer::body);
        assertTrue(answer.body().contains("problem/unusable-argument"), answer::body);
        assertTrue(answer.body().contains(detail), answer::body);
        String french = ask(pattern, "Accept", "application/json", "Accept-Language", "fr")
                .body();
        assertTrue(french.contains("La requête donne à une fonction"), french);
        assertTrue(!french.contains(detail), french);
    }

    @Test
    void onlyWhatIsToldIsThere() {
        for (String call : List.of("geof:transform('POINT(1 1)', 'x')", "spatialF:transform('POINT(1 1)')")) {
            HttpResponse<String> answer = ask("BIND (" + call + " AS ?p)");
            assertEquals(400, answer.statusCode(), answer::body);
            assertTrue(answer.body().contains("problem/unknown-function"), answer::body);
        }
        HttpResponse<String> undeclared = server.query("SELECT ?p { ?p spatial:nearby (46 6 300) }");
        assertTrue(undeclared.body().contains("PREFIX spatial: <http://jena.apache.org/spatial#>"), undeclared::body);
        Graph graph = RDFParser.fromString(
                        server.get("/sparql", "Accept", "text/turtle").body(), Lang.TURTLE)
                .toGraph();
        String sd = "http://www.w3.org/ns/sparql-service-description#";
        Reach.properties()
                .forEach(iri -> assertTrue(graph.contains(null, Town.iri(sd + "propertyFeature"), Town.iri(iri))));
        Reach.functions()
                .forEach(iri -> assertTrue(graph.contains(null, Town.iri(sd + "extensionFunction"), Town.iri(iri))));
        String terms = server.get("/sparql/terms", "Accept", "application/json").body();
        assertTrue(terms.contains(Reach.SPATIAL + "nearby") && terms.contains(Reach.GEOF + "distance"), terms);
    }
}
