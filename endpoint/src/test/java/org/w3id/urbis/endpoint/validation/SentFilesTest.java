package org.w3id.urbis.endpoint.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.urbis.endpoint.validation.LimitedServer.BAD;
import static org.w3id.urbis.endpoint.validation.LimitedServer.GOOD;
import static org.w3id.urbis.endpoint.validation.LimitedServer.LIMIT;
import static org.w3id.urbis.endpoint.validation.LimitedServer.first;
import static org.w3id.urbis.endpoint.validation.LimitedServer.form;
import static org.w3id.urbis.endpoint.validation.LimitedServer.header;
import static org.w3id.urbis.endpoint.validation.LimitedServer.json;
import static org.w3id.urbis.endpoint.validation.LimitedServer.part;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.endpoint.RunningServer;

/** Files to check, in every format, encoding and wrapping in which they may come, and how large they may be. */
class SentFilesTest {
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = LimitedServer.server();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        text/turtle                 | data.ttl    | <http://e/a> <http://e/b> "x" .
        text/turtle;charset="utf-8" | data.ttl    | <http://e/a> <http://e/b> "x" .
        application/trig            | data.trig   | <http://e/g> { <http://e/a> <http://e/b> "x" . }
        application/n-triples       | data.nt     | <http://e/a> <http://e/b> "x" .
        application/n-quads         | data.nq     | <http://e/a> <http://e/b> "x" <http://e/g> .
        application/rdf+xml         | data.rdf    | <r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/"><r:Description r:about="http://e/a"><e:b>x</e:b></r:Description></r:RDF>
        application/ld+json         | data.jsonld | {"@id": "http://e/a", "http://e/b": "x"}
        application/json            | data.jsonld | {"@id": "http://e/a", "http://e/b": "x"}
        """)
    void readsEveryFormat(String type, String name, String body) {
        JsonObject report = json(server.post("/validate", type, body, "Accept", "application/json"));
        assertEquals(
                JSON.parse("{ \"name\": \"" + name + "\", \"statements\": 1, \"complete\": true }"),
                report.get("files").getAsArray().get(0));
        assertTrue(report.getBoolean("acceptable"));
    }

    @Test
    void tellsTheFormatByTheNameWhereTheTypeSaysNothing() {
        JsonObject report =
                json(server.post("/validate?name=nets/my.ttl&format=json", "application/octet-stream", GOOD));
        assertEquals("my.ttl", name(report));
        JsonObject named = json(server.send(RunningServer.request(
                        server.origin() + "/validate?format=json",
                        "Content-Disposition",
                        "attachment; filename=\"my.nt\"")
                .POST(HttpRequest.BodyPublishers.ofString("<http://e/a> <http://e/b> 1 ."))));
        assertEquals("my.nt", name(named));
    }

    @Test
    void saysWhatIsRead() {
        HttpResponse<String> refused = server.post("/validate", "application/pdf", GOOD);
        assertEquals(415, refused.statusCode());
        assertEquals("application/problem+json", header(refused, "Content-Type"));
        List<String> accepted = JSON.parse(refused.body()).get("available").getAsArray().stream()
                .map(type -> type.getAsString().value())
                .toList();
        assertTrue(accepted.containsAll(List.of("text/turtle", "application/ld+json")), refused.body());
        assertTrue(header(refused, "Accept-Post").contains("text/turtle, "), header(refused, "Accept-Post"));
        assertEquals(415, server.post("/validate", "", GOOD).statusCode());
        assertEquals(
                415,
                server.post("/validate", "text/turtle;charset=klingon", GOOD).statusCode());
        assertEquals(
                406,
                server.post("/validate", "text/turtle", GOOD, "Accept", "image/png")
                        .statusCode());
        assertEquals(
                400, server.post("/validate?format=pdf", "text/turtle", GOOD).statusCode());
    }

    @Test
    void readsOtherEncodingsThatTheTypeNames() {
        byte[] latin = GOOD.replace("Rivers", "Rivières").getBytes(StandardCharsets.ISO_8859_1);
        assertTrue(json(send("/validate?format=json", "text/turtle; charset=iso-8859-1", latin))
                .getBoolean("acceptable"));
        JsonObject unsaid = json(send("/validate?format=json", "text/turtle", latin));
        assertEquals("https://w3id.org/urbis/shapes#Encoding", first(unsaid).getString("component"));
        assertEquals(6, first(unsaid).get("line").getAsNumber().value().intValue());
    }

    @Test
    void takesAForm() {
        JsonObject report = json(form(
                "/validate",
                part("data", "filename=\"my.ttl\"", "application/octet-stream", BAD),
                part("format", "", "", "json"),
                part("lang", "", "", "es")));
        assertEquals("my.ttl", name(report));
        assertEquals("es", report.getString("language"));
        JsonObject pasted = json(form(
                "/validate?format=json",
                part("data", "", "", "{\"@id\": \"http://e/a\", \"http://e/b\": \"x\"}"),
                part("type", "", "", "application/ld+json"),
                part("shapes", "filename=\"\"", "application/octet-stream", "")));
        assertEquals("data.jsonld", name(pasted));
        assertTrue(pasted.getBoolean("acceptable"));
        assertEquals(400, form("/validate", part("lang", "", "", "es")).statusCode());
        assertEquals(
                400,
                form("/validate", part("data", "", "", GOOD), part("data", "", "", GOOD))
                        .statusCode());
        assertEquals(400, server.post("/validate", "multipart/form-data", "x").statusCode());
        assertEquals(400, server.post("/validate", "text/turtle", "").statusCode());
    }

    @Test
    void undoesGzipWithinTheLimit() throws IOException {
        assertTrue(json(send("/validate?format=json", "text/turtle", gzip(GOOD), "Content-Encoding", "gzip"))
                .getBoolean("acceptable"));
        byte[] bomb = gzip("# " + "0".repeat(50_000_000));
        assertTrue(bomb.length < LIMIT);
        assertEquals(
                413,
                send("/validate", "text/turtle", bomb, "Content-Encoding", "gzip")
                        .statusCode());
        byte[] cut = gzip(GOOD);
        cut[cut.length - 20] ^= 1;
        assertEquals(
                400,
                send("/validate", "text/turtle", cut, "Content-Encoding", "gzip")
                        .statusCode());
        assertEquals(
                415,
                send("/validate", "text/turtle", gzip(GOOD), "Content-Encoding", "br")
                        .statusCode());
    }

    @Test
    void takesFilesUpToTheLimitAndNotOneByteMore() {
        String file = GOOD + "#".repeat(LIMIT - GOOD.length());
        assertEquals(200, server.post("/validate", "text/turtle", file).statusCode());
        HttpResponse<String> refused = server.post("/validate", "text/turtle", file + "#");
        assertEquals(413, refused.statusCode());
        assertTrue(refused.body().contains("/problem/too-large"), refused.body());
        HttpResponse<String> chunked =
                server.send(RunningServer.request(server.origin() + "/validate", "Content-Type", "text/turtle")
                        .POST(HttpRequest.BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream((file + "#").getBytes(StandardCharsets.UTF_8)))));
        assertEquals(413, chunked.statusCode());
        assertEquals(
                413,
                server.post("/sparql", "application/sparql-query", "#".repeat(20_001))
                        .statusCode(),
                "the limit of other bodies is theirs");
    }

    private static HttpResponse<String> send(String path, String type, byte[] body, String... headers) {
        return server.send(RunningServer.request(server.origin() + path, headers)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String name(JsonObject report) {
        return report.get("files").getAsArray().get(0).getAsObject().getString("name");
    }
}
