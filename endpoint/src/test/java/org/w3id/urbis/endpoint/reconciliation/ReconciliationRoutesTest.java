package org.w3id.urbis.endpoint.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.Json;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;
import org.w3id.urbis.ontology.Urbis;

/** What clients of both versions of the API rely on: manifests, tags, limits, problems and calls from other origins. */
class ReconciliationRoutesTest {
    private static final String JSON = "application/json";

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = ShippedServer.running();
    }

    @Test
    void theManifestIsThatOfTheVersionAskedFor() {
        JsonNode whole = ApiSchemas.FINAL.answer("manifest", server.get("/reconcile"));
        assertEquals(Urbis.BASE, whole.path("identifierSpace").asText());
        assertEquals(
                server.origin() + "/resource?iri={{id}}",
                whole.path("view").path("url").asText());
        for (String address : List.of("/reconcile?version=1.0-draft", "/reconcile?version=1.0")) {
            assertEquals(
                    server.origin() + "/resource?iri={id}",
                    ApiSchemas.DRAFT
                            .answer("manifest", server.get(address))
                            .path("view")
                            .path("url")
                            .asText());
        }
        for (String accept : List.of("application/reconciliation.v1+json", "application/json; version=1.0")) {
            HttpResponse<String> response = server.get("/reconcile", "Accept", accept);
            ApiSchemas.DRAFT.answer("manifest", response);
            assertTrue(response.headers().firstValue("Vary").orElse("").contains("Accept"));
        }
        assertEquals(400, server.get("/reconcile?version=7").statusCode());
    }

    @Test
    void namesInTheManifestAreInTheReadersLanguage() {
        HttpResponse<String> response = server.get("/reconcile?version=1.0-draft", "Accept-Language", "ar");
        JsonNode city = ApiSchemas.DRAFT
                .answer("manifest", response)
                .path("defaultTypes")
                .path(0);
        assertEquals("ar", city.path("lang").asText());
        assertEquals("rtl", city.path("dir").asText());
        assertEquals("ar", response.headers().firstValue("Content-Language").orElse(""));
    }

    @Test
    void aBatchCanBeGotAndIsThenKnownByATag() {
        String address = "/reconcile?queries=" + RunningServer.encode("{\"q0\": {\"query\": \"C40\"}}");
        HttpResponse<String> response = server.get(address);
        ApiSchemas.FINAL.answer("results", response);
        String tag = response.headers().firstValue("ETag").orElseThrow();
        assertEquals(304, server.get(address, "If-None-Match", tag).statusCode());
        assertEquals(
                200,
                server.get(address, "If-None-Match", tag, "Accept-Language", "fr")
                        .statusCode());
        assertEquals("", server.head(address).body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "",
                "[]",
                "\"Geneva\"",
                "{} {}",
                "{\"q0\": {}}",
                "{\"q0\": \"Geneva\"}",
                "{\"q0\": {\"query\": {\"a\": 1}}}",
                "{\"q0\": {\"query\": \"x\", \"limit\": 0}}",
                "{\"q0\": {\"query\": \"x\", \"limit\": \"many\"}}",
                "{\"q0\": {\"query\": \"x\", \"limit\": 1.5}}",
                "{\"q0\": {\"query\": \"x\", \"properties\": [{\"v\": \"y\"}]}}",
                "{\"q0\": {\"query\": \"x\", \"properties\": [{\"pid\": \"a\", \"v\": [[1]]}]}}"
            })
    void whatIsNoBatchIsToldAsAProblem(String batch) {
        for (HttpResponse<String> response : List.of(
                server.post("/reconcile", KeyedBatch.FORM, "queries=" + RunningServer.encode(batch)),
                server.get("/reconcile?queries=" + RunningServer.encode(batch)))) {
            assertEquals(400, response.statusCode(), response::body);
            assertEquals(
                    "application/problem+json",
                    response.headers().firstValue("Content-Type").orElse(""));
            assertEquals(
                    "queries", Json.parse(response.body()).path("parameter").asText());
            assertEquals(
                    "*",
                    response.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
        }
    }

    @Test
    void aBatchLargerThanAnnouncedIsRefused() {
        int most = Json.of(server.get("/reconcile")).path("batchSize").asInt();
        assertEquals(200, KeyedBatch.post(batchOf(most)).statusCode());
        HttpResponse<String> response = KeyedBatch.post(batchOf(most + 1));
        assertEquals(413, response.statusCode());
        assertTrue(response.body().contains("batchSize"), response::body);
    }

    @Test
    void bodiesOfOtherTypesAndOtherMethodsAreRefused() {
        assertEquals(
                415,
                server.post("/reconcile", "text/plain", "{\"queries\": []}").statusCode());
        assertEquals(
                415,
                server.post("/reconcile/match", KeyedBatch.FORM, "queries=x").statusCode());
        assertEquals(400, server.post("/reconcile", KeyedBatch.FORM, "other=x").statusCode());
        assertEquals(405, server.send("PUT", "/reconcile", JSON, "{}").statusCode());
        assertEquals(400, server.get("/reconcile/match").statusCode());
    }

    @Test
    void aBatchOfTheDraftIsTakenWhereverDraftsHaveIt() {
        String batch = "{\"queries\": [{\"conditions\": [{\"matchType\": \"name\", \"propertyValue\": \"C40\"}]}]}";
        JsonNode results = ApiSchemas.DRAFT.answer("results", server.post("/reconcile/match", JSON, batch));
        for (String path : List.of("/reconcile", "/reconcile/reconcile")) {
            assertEquals(results, ApiSchemas.DRAFT.answer("results", server.post(path, JSON, batch)), path);
        }
    }

    @Test
    void aFunctionOfThePageIsCalledWithTheAnswer() {
        HttpResponse<String> script = server.get("/reconcile/suggest/entity?prefix=c40&callback=jQuery1.done");
        assertEquals(
                "application/javascript",
                script.headers().firstValue("Content-Type").orElse(""));
        assertEquals(
                "/**/jQuery1.done("
                        + server.get("/reconcile/suggest/entity?prefix=c40").body() + ");",
                script.body());
        assertEquals(
                400,
                server.get("/reconcile?callback=" + RunningServer.encode("alert(1)//"))
                        .statusCode());
        ApiSchemas.DRAFT.answer("manifest", server.get("/reconcile?version=1.0&callback=done"));
    }

    @Test
    void whoComesWithABrowserIsLedToAPage() {
        HttpResponse<String> led = server.get("/reconcile", "Accept", "text/html, */*;q=0.8");
        assertEquals(303, led.statusCode());
        String page = led.headers().firstValue("Location").orElseThrow();
        assertTrue(server.get(page.split("#")[0]).body().contains("id=\"" + page.split("#")[1] + "\""), page);
        ApiSchemas.FINAL.answer("manifest", server.get("/reconcile", "Accept", "application/json, text/html;q=0.9"));
    }

    @Test
    void otherOriginsMayAsk() {
        for (String path : List.of("/reconcile", "/reconcile/match", "/reconcile/extend")) {
            HttpResponse<String> preflight = server.send(
                    "OPTIONS", path, "", "", "Origin", "https://a.example", "Access-Control-Request-Method", "POST");
            assertEquals(204, preflight.statusCode());
            assertTrue(preflight
                    .headers()
                    .firstValue("Access-Control-Allow-Methods")
                    .orElse("")
                    .contains("POST"));
        }
    }

    private static String batchOf(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> "\"q" + i + "\": {\"query\": \"Geneva\", \"limit\": 1}")
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
