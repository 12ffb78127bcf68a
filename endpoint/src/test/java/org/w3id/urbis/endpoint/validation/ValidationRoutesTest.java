package org.w3id.urbis.endpoint.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;
import org.w3id.urbis.endpoint.config.Setting;

class ValidationRoutesTest {

    private static final int LIMIT = 100_000;

    private static final String PREFIXES = """
        @prefix network: <https://w3id.org/urbis/id/network/> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix dct: <http://purl.org/dc/terms/> .
        @prefix urbis: <https://w3id.org/urbis/ontology#> .
        """;
    private static final String GOOD = PREFIXES + """
        network:rivers a urbis:Network ;
            skos:prefLabel "Rivers"@en ;
            dct:description "Cities on rivers."@en ;
            urbis:citation [ urbis:lines "3-5" ] .
        """;
    private static final String BAD = GOOD.replace("skos:prefLabel", "skos:altLabel 7 ; urbis:webside");

    @TempDir
    private static Path data;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        Town.publish(data);
        server = RunningServer.on(
                data, Map.of(Setting.FILE_BYTES, Integer.toString(LIMIT), Setting.REQUEST_BYTES, "20000"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void answersWithAReportOfShacl() {
        HttpResponse<String> answer = server.post("/validate", "text/turtle", GOOD);
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals("text/turtle; charset=utf-8", header(answer, "Content-Type"));
        assertTrue(conforms(answer, Lang.TURTLE));
        HttpResponse<String> bad = server.post("/validate", "text/turtle", BAD, "Accept", "application/ld+json");
        assertEquals(200, bad.statusCode(), "a file with faults is a check that went well");
        assertFalse(conforms(bad, Lang.JSONLD));
        assertEquals("no-store", header(bad, "Cache-Control"));
        assertTrue(header(bad, "Vary").startsWith("Accept, Accept-Language"), header(bad, "Vary"));
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, '\"acceptable\": false'",
        "application/sarif+json, '\"version\": \"2.1.0\"'",
        "text/html, '<mark>urbis:webside</mark>'",
        "text/plain, 'data.ttl:6:23: violation: The ontology has no urbis:webside.'",
        "application/xml, '<testsuite name=\"data.ttl\"'",
        "text/turtle, 'sh:sourceConstraintComponent  shape:UndeclaredTerm'",
        "application/ld+json, '\"@type\": \"sh:ValidationReport\"'"
    })
    void answersInTheFormThatIsAskedFor(String mediaType, String part) {
        HttpResponse<String> answer = server.post("/validate", "text/turtle", BAD, "Accept", mediaType);
        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(header(answer, "Content-Type").startsWith(mediaType), header(answer, "Content-Type"));
        assertTrue(answer.body().contains(part), answer.body());
    }

    @ParameterizedTest
    @CsvSource({
        "text,text/plain",
        "json,application/json",
        "turtle,text/turtle",
        "ttl,text/turtle",
        "jsonld,application/ld+json",
        "sarif,application/sarif+json",
        "junit,application/xml",
        "html,text/html"
    })
    void takesTheNamesOfTheCommandLine(String name, String mediaType) {
        HttpResponse<String> answer =
                server.post("/validate?format=" + name, "text/turtle", BAD, "Accept", "application/json");
        assertTrue(header(answer, "Content-Type").startsWith(mediaType), header(answer, "Content-Type"));
    }

    @Test
    void speaksTheLanguageOfTheReader() {
        HttpResponse<String> french = server.post(
                "/validate?format=text", "text/turtle", BAD, "Accept-Language", "pt, fr-CH;q=0.9, en;q=0.8");
        assertTrue(french.body().contains("L'ontologie n'a pas de urbis:webside."), french.body());
        assertEquals("fr", header(french, "Content-Language"));
        HttpResponse<String> chinese =
                server.post("/validate?format=text&lang=zh", "text/turtle", BAD, "Accept-Language", "fr");
        assertTrue(chinese.body().contains("本体中没有 urbis:webside。"), chinese.body());
        assertEquals(400, server.post("/validate?lang=tlh", "text/turtle", BAD).statusCode());
    }

    @Test
    void givesThePageItsStyleAndNothingElse() {
        HttpResponse<String> page = server.post("/validate?format=html", "text/turtle", BAD);
        assertTrue(
                header(page, "Content-Security-Policy").matches("default-src 'none'; style-src 'sha256-[^']+'; .*"),
                header(page, "Content-Security-Policy"));
        assertFalse(page.body().contains("<script"));
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
    void judgesByShapesThatAreSentAndByNothingElse() {
        String shapes = """
            @prefix sh: <http://www.w3.org/ns/shacl#> .
            @prefix urbis: <https://w3id.org/urbis/ontology#> .
            <http://e/S> a sh:NodeShape ; sh:targetClass urbis:Network ; sh:property <http://e/P> .
            <http://e/P> sh:path urbis:website ; sh:minCount 1 ; sh:message "Where is it?"@en .
            """;
        HttpResponse<String> answer = form(
                "/validate?format=json",
                part("data", "filename=\"my.ttl\"", "text/turtle", BAD),
                part("shapes", "filename=\"s.ttl\"", "text/turtle", shapes));
        JsonObject report = json(answer);
        assertEquals(1, report.get("findings").getAsArray().size(), answer.body());
        assertEquals("Where is it?", first(report).getString("message"));
        assertEquals("http://e/P", first(report).getString("shape"));
    }

    @Test
    void refusesShapesThatAreNoneAndSaysWhere() {
        HttpResponse<String> broken = form(
                "/validate",
                part("data", "", "", GOOD),
                part(
                        "shapes",
                        "filename=\"s.ttl\"",
                        "text/turtle",
                        "@prefix sh: <http://www.w3.org/ns/shacl#> .\n[] sh:path"));
        assertEquals(422, broken.statusCode(), broken.body());
        JsonObject problem = JSON.parse(broken.body());
        assertEquals("https://w3id.org/urbis/problem/bad-shapes", problem.getString("type"));
        assertEquals("s.ttl", problem.getString("file"));
        assertEquals(2, problem.get("line").getAsNumber().value().intValue());

        HttpResponse<String> illFormed =
                form("/validate", part("data", "", "", GOOD), part("shapes", "filename=\"s.ttl\"", "text/turtle", """
                    @prefix sh: <http://www.w3.org/ns/shacl#> .
                    <http://e/S> a sh:NodeShape ; sh:targetClass <http://e/C> ;
                      sh:property <http://e/nowhere> .
                    """));
        assertEquals(422, illFormed.statusCode(), illFormed.body());
        assertEquals(
                3,
                JSON.parse(illFormed.body()).get("line").getAsNumber().value().intValue());
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

    @Test
    void isOnlyForPosting() {
        HttpResponse<String> refused = server.send("PUT", "/validate", "text/turtle", GOOD);
        assertEquals(405, refused.statusCode());
        assertTrue(header(refused, "Allow").contains("POST"), header(refused, "Allow"));
    }

    @Test
    void publishesTheSchemaOfFindings() {
        HttpResponse<String> schema = server.get("/schemas/findings-1.json");
        assertEquals(200, schema.statusCode());
        assertEquals("application/schema+json", header(schema, "Content-Type"));
        assertEquals(
                "https://w3id.org/urbis/schemas/findings-1.json",
                JSON.parse(schema.body()).getString("$id"));
        assertEquals(
                304,
                server.get("/schemas/findings-1.json", "If-None-Match", header(schema, "ETag"))
                        .statusCode());
    }

    private static boolean conforms(HttpResponse<String> answer, Lang lang) {
        Graph report = RDFParser.fromString(answer.body(), lang).toGraph();
        return report.find(Node.ANY, SHACL.conforms, Node.ANY)
                .next()
                .getObject()
                .getLiteralLexicalForm()
                .equals("true");
    }

    private static HttpResponse<String> send(String path, String type, byte[] body, String... headers) {
        return server.send(RunningServer.request(server.origin() + path, headers)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private static HttpResponse<String> form(String path, String... parts) {
        return server.post(path, "multipart/form-data; boundary=\"limit\"", String.join("", parts) + "--limit--\r\n");
    }

    private static String part(String name, String fileName, String type, String content) {
        return "--limit\r\nContent-Disposition: form-data; name=\"" + name + "\""
                + (fileName.isEmpty() ? "" : "; " + fileName) + "\r\n"
                + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n") + "\r\n" + content + "\r\n";
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static JsonObject json(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        return JSON.parse(answer.body());
    }

    private static String name(JsonObject report) {
        return report.get("files").getAsArray().get(0).getAsObject().getString("name");
    }

    private static JsonObject first(JsonObject report) {
        return report.get("findings").getAsArray().get(0).getAsObject();
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
