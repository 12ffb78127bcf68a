package org.w3id.urbis.endpoint.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;
import org.w3id.urbis.endpoint.config.Setting;

/** Files that mean harm get a finding or a problem; the server goes on, and asks nobody for anything. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HostileFilesTest {

    @TempDir
    private static Path data;

    private static RunningServer server;
    private static HttpServer elsewhere;
    private static final AtomicInteger ASKED = new AtomicInteger();

    @BeforeAll
    static void start() throws IOException {
        Town.publish(data);
        server = RunningServer.on(data, Map.of(Setting.VALIDATION_TIMEOUT, "3", Setting.CONCURRENT_VALIDATIONS, "1"));
        // The shapes are read for the first file, which may take longer than a check may.
        while (server.post("/validate", "text/turtle", "").statusCode() == 503) {
            Thread.onSpinWait();
        }
        elsewhere = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        elsewhere.createContext("/", exchange -> {
            ASKED.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        elsewhere.start();
    }

    @AfterAll
    static void stop() {
        server.close();
        elsewhere.stop(0);
    }

    @AfterEach
    void theServerGoesOnAndHasAskedNobody() {
        assertEquals(200, server.get("/health").statusCode());
        assertEquals(0, ASKED.get());
    }

    @Test
    void expandsNoEntities() throws IOException {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE r [<!ENTITY a0 \"aaaaaaaaaa\">");
        IntStream.rangeClosed(1, 12).forEach(i -> bomb.append("<!ENTITY a")
                .append(i)
                .append(" \"")
                .append(("&a" + (i - 1) + ";").repeat(10))
                .append("\">"));
        String rdf = "<r:RDF xmlns:r=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:e=\"http://e/\">"
                + "<r:Description r:about=\"http://e/a\"><e:b>&%s;</e:b></r:Description></r:RDF>";
        assertRefused(findings("application/rdf+xml", bomb + "]>" + rdf.formatted("a12")));
        Path secret = Files.writeString(data.resolve("secret.txt"), "the secret");
        for (String system : List.of(secret.toUri().toString(), elsewhere("/entity"))) {
            String xxe = "<!DOCTYPE r [<!ENTITY x SYSTEM \"" + system + "\">]>" + rdf.formatted("x");
            JsonObject report = findings("application/rdf+xml", xxe);
            assertRefused(report);
            assertFalse(report.toString().contains("the secret"), report.toString());
        }
        assertRefused(findings(
                "application/rdf+xml", "<!DOCTYPE r SYSTEM \"" + elsewhere("/dtd") + "\">" + rdf.replace("&%s;", "x")));
    }

    @Test
    void fetchesNoContextsAndNoImports() {
        assertRefused(findings(
                "application/ld+json", "{\"@context\": \"" + elsewhere("/context") + "\", \"@id\": \"http://e/a\"}"));
        assertRefused(findings(
                "application/ld+json",
                "{\"@context\": {\"@import\": \"" + elsewhere("/import") + "\"}, \"@id\": \"http://e/a\"}"));
        HttpResponse<String> imports = form(
                "<http://e/a> a <http://e/C> .",
                "<http://e/> <http://www.w3.org/2002/07/owl#imports> <" + elsewhere("/shapes") + "> .");
        assertEquals(200, imports.statusCode(), imports.body());
    }

    @Test
    void callsNothingFromTheQueriesOfShapes() {
        for (String pattern : List.of(
                "SERVICE <" + elsewhere("/sparql") + "> { $this ?p ?o }",
                "BIND ( <java:java.lang.System.exit>(1) AS ?x )")) {
            HttpResponse<String> refused = form("<http://e/a> a <http://e/C> .", """
                @prefix sh: <http://www.w3.org/ns/shacl#> .
                <http://e/S> a sh:NodeShape ; sh:targetClass <http://e/C> ;
                  sh:sparql [ sh:message "x" ; sh:select "SELECT $this WHERE { %s }" ] .
                """.formatted(pattern));
            assertEquals(422, refused.statusCode(), refused.body());
        }
    }

    @Test
    void survivesDeepNesting() {
        int deep = 200_000;
        assertRefused(findings("text/turtle", "<http://e/a> <http://e/b> " + "[ <http://e/b> ".repeat(deep)));
        assertRefused(findings("text/turtle", "<http://e/a> <http://e/b> " + "( ".repeat(deep)));
        assertRefused(findings("application/ld+json", "{\"http://e/a\":".repeat(deep)));
        assertRefused(findings("application/ld+json", "[".repeat(deep) + "]".repeat(deep)));
        assertRefused(findings("application/rdf+xml", "<a>".repeat(deep)));
    }

    @Test
    void stopsShapesThatWouldNeverEnd() {
        StringBuilder many = new StringBuilder();
        IntStream.range(0, 1000)
                .forEach(i -> many.append("<http://e/").append(i).append("> a <http://e/C> .\n"));
        HttpResponse<String> stopped = form(many.toString(), """
            @prefix sh: <http://www.w3.org/ns/shacl#> .
            <http://e/S> a sh:NodeShape ; sh:targetClass <http://e/C> ; sh:sparql [ sh:message "x" ; sh:select
              "SELECT $this WHERE { ?a ?p ?t . ?b ?q ?u . ?c ?r ?v . FILTER ( STRLEN( CONCAT( STR( ?a ) , STR( ?b ) ) ) < 0 ) }" ] .
            """);
        assertEquals(503, stopped.statusCode(), stopped.body());
        assertTrue(stopped.body().contains("/problem/validation-timeout"), stopped.body());
        // The turn is given back, for there is but one.
        assertEquals(200, form("<http://e/a> a <http://e/C> .", "").statusCode());
    }

    /**
     * Last, for its check keeps the one turn of sent shapes, and a processor, for some seconds more: with each letter for
     * twice as long, with these for thrice the time that a check may take, or more.
     */
    @Test
    @Order(Integer.MAX_VALUE)
    void neverLetsSentShapesKeepOthersWaiting() {
        HttpResponse<String> endless = form("<http://e/a> <http://e/p> \"" + "a".repeat(28) + "!\" .", """
            @prefix sh: <http://www.w3.org/ns/shacl#> .
            <http://e/S> a sh:NodeShape ; sh:targetNode <http://e/a> ; sh:property [ sh:path <http://e/p> ;
              sh:pattern "^(a+)+\\\\1b$" ] .
            """);
        assertEquals(503, endless.statusCode(), endless.body());
        assertEquals(
                200,
                server.post("/validate", "text/turtle", "<http://e/a> <http://e/b> 1 .")
                        .statusCode());
    }

    @Test
    void breaksNoLineAndNoHeaderByAName() {
        HttpResponse<String> answer =
                server.post("/validate?format=text&name=a%0D%0AX-Evil:%201%0Ab.ttl%1B%5B2J", "text/turtle", "<a>");
        assertEquals(200, answer.statusCode());
        assertFalse(answer.headers().firstValue("X-Evil").isPresent());
        assertTrue(answer.body().startsWith("a__X-Evil: 1_b.ttl_[2J:1:"), answer.body());
        assertEquals(
                200,
                server.post("/validate?format=html&name=%3Cscript%3Ealert(1)%3C/script%3E.ttl", "text/turtle", "<a>")
                        .statusCode());
    }

    @Test
    void answersManyAtOnceWithinItsMeans() {
        String bad = "x".repeat(50_000);
        List<Integer> statuses = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> server.post("/validate", "text/turtle", bad).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertTrue(statuses.stream().allMatch(status -> status == 200 || status == 503), statuses::toString);
        assertTrue(statuses.contains(200));
    }

    private static JsonObject findings(String type, String body) {
        HttpResponse<String> answer = server.post("/validate?format=json", type, body);
        assertEquals(200, answer.statusCode(), answer.body());
        return JSON.parse(answer.body());
    }

    private static void assertRefused(JsonObject report) {
        assertFalse(report.getBoolean("acceptable"), report.toString());
    }

    private static String elsewhere(String path) {
        return "http://127.0.0.1:" + elsewhere.getAddress().getPort() + path;
    }

    private static HttpResponse<String> form(String file, String shapes) {
        String part = "--limit\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s.ttl\"\r\n\r\n%s\r\n";
        return server.post(
                "/validate",
                "multipart/form-data; boundary=limit",
                part.formatted("data", "data", file) + part.formatted("shapes", "shapes", shapes) + "--limit--");
    }
}
