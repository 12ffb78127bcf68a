package org.w3id.urbis.endpoint.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.endpoint.Json;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;
import org.w3id.urbis.loader.publication.Revision;

class SiteRoutesTest {
    @TempDir
    private static Path data;

    private static Revision revision;
    private static RunningServer server;

    @BeforeAll
    static void start() {
        revision = Town.publish(data);
        server = RunningServer.on(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void healthNamesTheRevision() {
        HttpResponse<String> response = server.get("/health");
        assertEquals(200, response.statusCode());
        assertEquals(
                "application/json",
                response.headers().firstValue("Content-Type").orElseThrow());
        JsonObject json = JSON.parse(response.body());
        assertEquals("UP", json.getString("status"));
        JsonObject data = json.getArray("checks")
                .map(JsonValue::getAsObject)
                .filter(check -> check.getString("name").equals("revision"))
                .map(check -> check.getObj("data"))
                .findFirst()
                .orElseThrow();
        assertEquals(revision.number(), data.getNumber("revision").longValue());
        assertEquals(revision.hash(), data.getString("hash"));
        assertEquals(revision.quads(), data.getNumber("quads").longValue());
        assertEquals("", server.head("/health").body());
        assertEquals(405, server.post("/health", "text/plain", "x").statusCode());
    }

    @Test
    void theFirstPageAsksQuestions() {
        HttpResponse<String> response = server.get("/");
        assertEquals(200, response.statusCode());
        assertEquals(3, response.body().split("<li><a href=\"/queries/", -1).length - 1);
        assertTrue(response.body().contains(server.origin() + "/sparql"));
        String tag = response.headers().firstValue("ETag").orElseThrow();
        assertEquals(304, server.get("/", "If-None-Match", tag).statusCode());
        assertFalse(
                Pattern.compile("<script(?! src=\"/assets/)|style=")
                        .matcher(response.body())
                        .find(),
                "the policy allows neither");
    }

    /** Who knows only the first page finds all else. */
    @Test
    void theFirstPageLeadsEverywhereForPeopleAndPrograms() {
        JsonNode links = Json.of(server.get("/", "Accept", "application/json")).get("links");
        Set<String> paths = new TreeSet<>();
        for (JsonNode link : links) {
            String path = Json.path(link.get("href"));
            paths.add(path);
            int status =
                    server.get(path, "Accept", link.get("type").textValue()).statusCode();
            boolean wantsMore = path.equals("/submissions") && status == 401 || path.equals("/validate");
            assertTrue(status == 200 || wantsMore, () -> status + " " + link);
        }
        assertTrue(
                paths.containsAll(Set.of(
                        "/api",
                        "/catalog",
                        "/reconcile",
                        "/openapi",
                        "/collections",
                        "/dumps",
                        "/revisions",
                        "/queries",
                        "/sparql",
                        "/validate")),
                paths::toString);
        String page =
                server.get("/", "Accept", "text/html", "Accept-Language", "zh").body();
        Matcher hrefs = Pattern.compile("href=\"(/[a-z]+)\"><span lang=\"zh\"").matcher(page);
        Set<String> shown = new TreeSet<>();
        while (hrefs.find()) {
            shown.add(hrefs.group(1));
            assertEquals(200, server.get(hrefs.group(1)).statusCode(), hrefs.group(1));
        }
        assertTrue(shown.containsAll(Set.of("/api", "/catalog", "/reconcile", "/dumps", "/queries")), shown::toString);
    }

    @ParameterizedTest
    @CsvSource({"/assets/urbis.css,text/css; charset=utf-8", "/assets/urbis.svg,image/svg+xml"})
    void assetsComeFromHere(String path, String contentType) {
        HttpResponse<String> response = server.get(path);
        assertEquals(200, response.statusCode());
        assertEquals(contentType, response.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(
                304,
                server.get(
                                path,
                                "If-None-Match",
                                response.headers().firstValue("ETag").orElseThrow())
                        .statusCode());
        assertEquals(404, server.get("/assets/other.css").statusCode());
    }

    @ParameterizedTest
    @CsvSource({"/ontology,13", "/shapes,6"})
    void aVocabularyIsOneDocument(String path, int triples) {
        for (String mediaType :
                new String[] {"text/turtle", "application/ld+json", "application/n-triples", "application/rdf+xml"}) {
            HttpResponse<String> response = server.get(path, "Accept", mediaType);
            assertEquals(200, response.statusCode());
            Graph graph = RDFParser.fromString(response.body(), RDFLanguages.contentTypeToLang(mediaType))
                    .toGraph();
            assertEquals(triples, graph.size(), mediaType);
        }
        assertEquals(
                "text/turtle; charset=utf-8",
                server.get(path + ".ttl", "Accept", "text/html")
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow());
        assertEquals(406, server.get(path, "Accept", "text/csv").statusCode());
        assertEquals(
                304,
                server.get(
                                path,
                                "If-None-Match",
                                server.get(path).headers().firstValue("ETag").orElseThrow())
                        .statusCode());
    }

    @Test
    void aTermIsFoundByItsFragment() {
        String ontology = server.get("/ontology", "Accept", "text/html").body();
        assertTrue(ontology.contains("id=\"Network\"") && ontology.contains("Cities that act together."), ontology);
        assertTrue(ontology.contains("Networks and membership"), ontology);
        assertTrue(server.get("/ontology.html", "Accept-Language", "fr").body().contains("réseau de villes"));
        String shapes = server.get("/shapes.html").body();
        assertTrue(shapes.contains("id=\"Network-name\"") && shapes.contains("at least 1"), shapes);
        assertTrue(
                server.get(
                                "/resource?iri=" + RunningServer.encode("https://w3id.org/urbis/ontology#Network"),
                                "Accept",
                                "text/html")
                        .body()
                        .contains("Towns with Bridges"),
                "its members");
    }

    @Test
    void nothingElseIsHere() {
        assertEquals(404, server.get("/ontology/none").statusCode());
        assertEquals(404, server.get("/favicon.ico").statusCode());
        assertEquals(204, server.send("OPTIONS", "/id/network/bridges", "", "").statusCode());
    }
}
