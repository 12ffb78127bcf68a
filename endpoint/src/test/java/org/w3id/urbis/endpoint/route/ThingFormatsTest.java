package org.w3id.urbis.endpoint.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.urbis.endpoint.route.CrowdedTown.BASE;
import static org.w3id.urbis.endpoint.route.CrowdedTown.BRIDGES;
import static org.w3id.urbis.endpoint.route.CrowdedTown.graph;
import static org.w3id.urbis.endpoint.route.CrowdedTown.page;

import java.net.http.HttpResponse;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;

/** A thing or a graph in each format that programs read. */
class ThingFormatsTest {
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = CrowdedTown.server();
    }

    @ParameterizedTest
    @CsvSource({"text/turtle,ttl", "application/ld+json,jsonld", "application/n-triples,nt", "application/rdf+xml,rdf"})
    void aThingIsDataByHeaderAndBySuffix(String mediaType, String suffix) {
        Graph byHeader = graph(server.get("/id/network/bridges", "Accept", mediaType));
        HttpResponse<String> suffixed = server.get("/id/network/bridges." + suffix, "Accept", "text/html");
        assertTrue(suffixed.headers().firstValue("Content-Type").orElseThrow().startsWith(mediaType));
        for (Graph graph : List.of(byHeader, graph(suffixed))) {
            assertTrue(graph.contains(BRIDGES, SKOS.prefLabel.asNode(), null));
            Node count = Town.iri(BASE + "id/member-count/00000000000000aa");
            assertTrue(graph.contains(count, Town.iri(BASE + "ontology#asPrinted"), null), "facts of owned nodes");
            assertTrue(graph.contains(null, Town.iri(BASE + "ontology#lines"), null), "citations");
            assertTrue(
                    graph.contains(
                            Town.iri(BASE + "id/note/bridges-or-banks"), Town.iri(BASE + "ontology#advice"), null),
                    "notes");
            assertTrue(
                    graph.contains(Town.iri("http://metadata.un.org/sdg/11"), SKOS.prefLabel.asNode(), null),
                    "names of linked things");
        }
    }

    @Test
    void aGraphIsHandedOutWhole() {
        Graph crowd = graph(server.get("/graph/town/crowd", "Accept", "text/turtle"));
        assertEquals(120, crowd.size());
        assertEquals(120, graph(server.get("/graph/town/crowd.nt")).size());
        assertEquals(120, graph(server.get("/graph/town/crowd.jsonld")).size());
        assertEquals(120, graph(server.get("/graph/town/crowd.rdf")).size());
        assertTrue(page("/graph/town/crowd").contains("What this graph speaks of <span class=\"count\">60</span>"));
        assertTrue(page("/graph/town/bridges").contains("Of bridges"));
        HttpResponse<String> get = server.get("/graph/town/crowd.nt");
        assertEquals(
                get.body().length(),
                server.head("/graph/town/crowd.nt")
                        .headers()
                        .firstValueAsLong("Content-Length")
                        .orElseThrow());
    }

    @Test
    void aPlaceIsAFeatureAndANetworkTheCollectionOfItsMembers() {
        JsonObject city = json("/id/city/bridgeton.geojson", "Accept-Language", "fr");
        assertEquals("Feature", city.getString("type"));
        assertEquals(BASE + "id/city/bridgeton", city.getString("id"));
        assertEquals(
                List.of(-6.25, 46.5),
                city.getObj("geometry")
                        .getArray("coordinates")
                        .map(value -> value.getAsNumber().value().doubleValue())
                        .toList());
        assertEquals("Pontville", city.getObj("properties").getString("name"));
        HttpResponse<String> members = server.get("/id/network/bridges", "Accept", "application/geo+json");
        assertEquals(
                "application/geo+json",
                members.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("en", members.headers().firstValue("Content-Language").orElseThrow());
        JsonObject collection = JSON.parse(members.body());
        assertEquals("FeatureCollection", collection.getString("type"));
        JsonObject member = collection.get("features").getAsArray().get(0).getAsObject();
        assertEquals("isMemberOf", member.getObj("properties").getString("relation"));
        assertEquals("Bridgeton", member.getObj("properties").getString("name"));
        HttpResponse<String> none = server.get("/id/network/evil.geojson");
        assertEquals(404, none.statusCode());
        assertTrue(none.body().contains("text/turtle"), "what there is instead: " + none.body());
        HttpResponse<String> refused = server.get("/id/network/evil", "Accept", "application/geo+json");
        assertEquals(406, refused.statusCode());
        assertTrue(refused.body().contains("application/ld+json"), refused.body());
    }

    @Test
    void factsAreATableWithTheLinesThatSayThem() {
        HttpResponse<String> response = server.get("/id/network/bridges.csv");
        assertEquals(
                "text/csv; charset=utf-8",
                response.headers().firstValue("Content-Type").orElseThrow());
        List<String> lines = response.body().lines().toList();
        assertEquals("subject,property,value,language,datatype,name,document,lines,graph", lines.getFirst());
        String almanac = BASE + "id/document/almanac";
        String graph = BASE + "graph/town/bridges";
        assertTrue(
                lines.contains(BASE + "id/network/bridges,name,Villes à ponts,fr,,," + almanac + ",12," + graph),
                response.body());
        assertTrue(
                lines.contains(BASE + "id/network/bridges,contributesTo,http://metadata.un.org/sdg/11,,,"
                        + "Sustainable cities and communities," + almanac + ",13-14," + graph),
                response.body());
        assertTrue(response.body().contains("\"Towns that keep <b>bridges</b> & \"\"banks\"\".\",en"), response.body());
    }

    @Test
    void theSameRequestGetsTheSameAnswerAgain() {
        for (String accept :
                List.of("text/turtle", "application/ld+json", "application/json", "text/html", "text/csv")) {
            HttpResponse<String> first = server.get("/id/network/bridges", "Accept", accept);
            HttpResponse<String> second = server.get("/id/network/bridges", "Accept", accept);
            assertEquals(first.body(), second.body());
            assertEquals(first.headers().firstValue("ETag"), second.headers().firstValue("ETag"));
            assertEquals(first.headers().firstValue("Link"), second.headers().firstValue("Link"));
            assertEquals(
                    accept,
                    second.headers().firstValue("Content-Type").orElseThrow().split(";")[0]);
        }
    }

    private static JsonObject json(String path, String... headers) {
        HttpResponse<String> response = server.get(path, headers);
        assertEquals(200, response.statusCode(), response.body());
        return JSON.parse(response.body());
    }
}
