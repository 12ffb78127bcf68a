package org.w3id.urbis.endpoint.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.urbis.endpoint.validation.LimitedServer.BAD;
import static org.w3id.urbis.endpoint.validation.LimitedServer.GOOD;
import static org.w3id.urbis.endpoint.validation.LimitedServer.header;
import static org.w3id.urbis.endpoint.validation.LimitedServer.part;

import java.net.http.HttpResponse;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.endpoint.RunningServer;

/** What a check answers: in which form and language, and by which schema. */
class ValidationRoutesTest {
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = LimitedServer.server();
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
}
