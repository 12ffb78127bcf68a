package org.w3id.urbis.endpoint.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;
import org.w3id.urbis.endpoint.exchange.HttpDate;
import org.w3id.urbis.loader.publication.Publication;
import org.w3id.urbis.loader.publication.Revision;

class RevisionRoutesTest {
    @TempDir
    private static Path data;

    private static Revision second;
    private static Revision third;
    private static RunningServer server;

    @BeforeAll
    static void start() {
        Publication keepingTwo = new Publication(data, 2, Clock.systemUTC());
        keepingTwo.publish(() -> Town.marked("one").stream());
        second = keepingTwo.publish(() -> Town.marked("two").stream()).orElseThrow();
        third = keepingTwo.publish(() -> Town.marked("three").stream()).orElseThrow();
        server = RunningServer.on(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theListNamesWhatIsKept() {
        HttpResponse<String> response = server.get("/revisions", "Accept", "application/json");
        assertEquals(200, response.statusCode());
        JsonObject json = JSON.parse(response.body());
        assertEquals("https://w3id.org/urbis/revisions/3", json.getString("current"));
        assertEquals(2, json.getArray("revisions").count());
        JsonObject newest = json.getArray("revisions").findFirst().orElseThrow().getAsObject();
        assertEquals(3, newest.getNumber("number").longValue());
        assertEquals(third.hash(), newest.getString("hash"));
        assertEquals(third.created().toString(), newest.getString("created"));
        assertEquals(third.quads(), newest.getNumber("statements").longValue());
        assertEquals("https://w3id.org/urbis/revisions/2", newest.getString("parent"));
        String tag = response.headers().firstValue("ETag").orElseThrow();
        assertEquals(
                304,
                server.get("/revisions", "Accept", "application/json", "If-None-Match", tag)
                        .statusCode());
    }

    @Test
    void oneRevisionTellsWhatEachGraphHolds() {
        for (String name : List.of("2", second.hash())) {
            JsonObject json = JSON.parse(server.get("/revisions/" + name, "Accept", "application/ld+json")
                    .body());
            assertEquals(2, json.getNumber("number").longValue());
            JsonObject graph = json.getArray("graphs").findFirst().orElseThrow().getAsObject();
            assertEquals("https://w3id.org/urbis/graph/town/mark", graph.getString("id"));
            assertEquals(1, graph.getNumber("statements").longValue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/revisions", "/revisions/2"})
    void everyFormSaysTheSame(String path) {
        Graph turtle = RDFParser.fromString(
                        server.get(path, "Accept", "text/turtle").body(), Lang.TURTLE)
                .toGraph();
        assertTrue(turtle.size() > 8, turtle::toString);
        for (Lang lang : List.of(Lang.JSONLD, Lang.NTRIPLES, Lang.RDFXML)) {
            String body = server.get(path, "Accept", lang.getContentType().getContentTypeStr())
                    .body();
            assertTrue(turtle.isIsomorphicWith(RDFParser.fromString(body, lang).toGraph()), body);
        }
        HttpResponse<String> page = server.get(path, "Accept", "text/html");
        assertTrue(page.body().contains(second.hash()), page.body());
    }

    @ParameterizedTest
    @CsvSource({"/revisions/1,410", "/revisions/4,404", "/revisions/latest,400", "/revisions/2/more,404"})
    void whatIsNotKeptIsTold(String path, int status) {
        assertEquals(status, server.get(path).statusCode());
    }

    @Test
    void whatIsGoneIsToldWithWhatIsThere() {
        HttpResponse<String> gone = server.get("/id/mark/here?revision=1");
        assertEquals(410, gone.statusCode());
        JsonObject problem = JSON.parse(gone.body());
        assertEquals("https://w3id.org/urbis/problem/revision-gone", problem.getString("type"));
        assertEquals(
                List.of("3", "2"),
                problem.getArray("available")
                        .map(value -> value.getAsString().value())
                        .toList());
        assertEquals(200, server.get("/problem/revision-gone").statusCode());
    }

    @Test
    void aTimeMapListsAnAddressInEachRevision() {
        HttpResponse<String> response = server.get("/timemap/id/mark/here?format=nt");
        assertEquals(200, response.statusCode());
        assertEquals(
                "application/link-format",
                response.headers().firstValue("Content-Type").orElseThrow());
        String original = server.origin() + "/id/mark/here?format=nt";
        List<String> lines = Arrays.asList(response.body().split(",\n"));
        assertEquals("<" + original + ">; rel=\"original timegate\"", lines.getFirst());
        assertTrue(lines.get(1).startsWith("<" + server.origin() + "/timemap/id/mark/here?format=nt>; rel=\"self\""));
        assertEquals(
                "<" + original + "&revision=2>; rel=\"first memento\"; datetime=\"" + HttpDate.of(second.created())
                        + "\"",
                lines.get(2));
        assertTrue(lines.get(3).startsWith("<" + original + "&revision=3>; rel=\"last memento\""), lines.get(3));
        for (String line : lines.subList(2, 4)) {
            String address = line.substring(1, line.indexOf('>'));
            assertEquals(
                    200, server.get(address.substring(server.origin().length())).statusCode());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/timemap/health", "/timemap/assets/urbis.css", "/timemap/timemap/id/mark/here", "/timemap"})
    void whatDoesNotComeFromTheGraphHasNoTimeMap(String path) {
        assertEquals(404, server.get(path).statusCode());
    }
}
