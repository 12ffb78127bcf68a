package org.w3id.urbis.endpoint.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.Json;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;
import org.w3id.urbis.ontology.Urbis;

/** Both versions of the API, asked of the graph that ships. */
class ReconciliationRoutesTest {

    private static final String FORM = "application/x-www-form-urlencoded";
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

    /** In each row: what is looked for, the class it is of, and the end of the IRI of the one that must come first. */
    @ParameterizedTest
    @CsvSource({
        "Geneva, City, city/geneva, true",
        "City of Geneva, LocalGovernment, government/geneva, false",
        "GENEVA, City, city/geneva, true",
        "C40, Network, network/c40, true",
        "ICLEI, Network, network/iclei, true",
        "UN Habitat, Agency, agency/un-habitat, true",
        "https://w3id.org/urbis/id/network/c40, , network/c40, true",
        "Sendai Framework, Framework, framework/sendai, false",
        "11.5, FrameworkElement, sdg/11.5, true",
        "South Korea, Country, geoArea/410, true",
        "Republic of Korea, Country, geoArea/410, true",
        "CHE, Country, geoArea/756, true",
        "瑞士, Country, geoArea/756, true",
        "سويسرا, Country, geoArea/756, true",
        "Швейцария, Country, geoArea/756, true",
        "Barcelone, City, city/barcelona, false",
        "'Geneva, Switzerland', City, city/geneva, true",
        "Besancon, City, city/besancon, true"
    })
    void whatIsMeantComesFirst(String name, String type, String end, boolean match) {
        String ofType = type == null ? "" : ", \"type\": \"" + Urbis.NS + type + "\"";
        JsonNode first = keyed("{\"q0\": {\"query\": \"" + name + "\"" + ofType + "}}")
                .path("q0")
                .path("result")
                .path(0);
        assertTrue(first.path("id").asText().endsWith(end), first::toString);
        assertEquals(match, first.path("match").asBoolean(), first::toString);
    }

    @Test
    void candidatesComeBestFirstAndTellWhy() {
        JsonNode result = keyed("{\"a\": {\"query\": \"Geneva\", \"limit\": 4}}")
                .path("a")
                .path("result");
        assertEquals(4, result.size());
        List<Double> scores =
                result.findValuesAsText("score").stream().map(Double::valueOf).toList();
        assertEquals(scores.stream().sorted(Collections.reverseOrder()).toList(), scores);
        assertFalse(
                result.path(0).path("match").asBoolean(), "the city and its government have one name: nobody can tell");
        assertEquals(
                List.of("name", "alias", "weight"),
                result.path(0).path("features").findValuesAsText("id"));
    }

    @Test
    void aHintSettlesWhatANameLeavesOpen() {
        String country = "{\"pid\": \"" + Urbis.NS + "country\", \"v\": %s}";
        for (String value : List.of(
                "\"Switzerland\"",
                "\"CH\"",
                "\"che\"",
                "756",
                "\"Suisse\"",
                "{\"id\": \"http://metadata.un.org/sdg/codes/geoArea/756\", \"name\": \"Switzerland\"}")) {
            JsonNode first = keyed("{\"q\": {\"query\": \"Geneva\", \"type\": [\"City\"], \"properties\": ["
                            + country.formatted(value) + "]}}")
                    .path("q")
                    .path("result")
                    .path(0);
            assertEquals("true", feature(first, "country"), value);
            assertTrue(first.path("match").asBoolean(), value);
        }
        JsonNode elsewhere = keyed("{\"q\": {\"query\": \"Geneva\", \"type\": \"City\", \"properties\": ["
                        + country.formatted("\"France\"") + "]}}")
                .path("q")
                .path("result")
                .path(0);
        assertEquals("false", feature(elsewhere, "country"));
        assertFalse(elsewhere.path("match").asBoolean());
        assertTrue(elsewhere.path("score").asDouble() < 50);
    }

    @Test
    void distanceAndInhabitantsAreShown() {
        JsonNode near = keyed("{\"q\": {\"query\": \"Athens\", \"type\": \"City\", \"properties\": ["
                        + "{\"pid\": \"http://www.w3.org/2003/01/geo/wgs84_pos#lat_long\", \"v\": \"37.98, 23.73\"},"
                        + "{\"pid\": \"population\", \"v\": \"664,046\"}]}}")
                .path("q")
                .path("result")
                .path(0);
        assertTrue(Double.parseDouble(feature(near, "distance")) < 5, near::toString);
        assertEquals("1.0", feature(near, "population"));
        assertTrue(near.path("match").asBoolean());
        JsonNode far = keyed("{\"q\": {\"query\": \"Athens\", \"type\": \"City\", \"properties\": ["
                        + "{\"pid\": \"latitude\", \"v\": 33.96}, {\"pid\": \"longitude\", \"v\": -83.38}]}}")
                .path("q")
                .path("result")
                .path(0);
        assertFalse(far.path("match").asBoolean(), "Athens in Georgia is another city");
    }

    @Test
    void anIdentifierIsEnough() {
        for (String property : List.of(
                "{\"pid\": \"http://www.w3.org/2004/02/skos/core#closeMatch\", \"v\": \"2988507\"}",
                "{\"pid\": \"http://www.w3.org/2004/02/skos/core#closeMatch\", \"v\":"
                        + " \"https://sws.geonames.org/2988507/\"}")) {
            JsonNode result = keyed("{\"q\": {\"properties\": [" + property + "]}}")
                    .path("q")
                    .path("result");
            assertEquals(Urbis.ID + "city/paris", result.path(0).path("id").asText());
            assertTrue(result.path(0).path("match").asBoolean());
            assertEquals("true", feature(result.path(0), "identifier"));
        }
        assertEquals(
                Urbis.ID + "network/c40",
                keyed("{\"q\": {\"properties\": [{\"pid\": \"website\", \"v\": \"https://c40.org/\"}]}}")
                        .path("q")
                        .path("result")
                        .path(0)
                        .path("id")
                        .asText());
        assertEquals(
                0,
                keyed("{\"q\": {\"properties\": [{\"pid\": \"website\", \"v\": \"https://nobody.example/\"}]}}")
                        .path("q")
                        .path("result")
                        .size());
    }

    @Test
    void aBlankCellFindsNothingAndLeavesTheRestOfTheBatchAlone() {
        JsonNode answer = keyed(
                "{\"q0\": {\"query\": \" \"}, \"q1\": {\"query\": \"Paris\", \"type\": \"City\"}, \"q2\": {\"query\":"
                        + " \"?!\"}, \"q3\": {\"query\": \"Paris\", \"type\": \"http://a.example/Unknown\"}}");
        assertEquals(0, answer.path("q0").path("result").size());
        assertEquals(1, answer.path("q1").path("result").size());
        assertEquals(0, answer.path("q2").path("result").size());
        assertEquals(0, answer.path("q3").path("result").size());
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
                server.post("/reconcile", FORM, "queries=" + RunningServer.encode(batch)),
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
        assertEquals(200, post(batchOf(most)).statusCode());
        HttpResponse<String> response = post(batchOf(most + 1));
        assertEquals(413, response.statusCode());
        assertTrue(response.body().contains("batchSize"), response::body);
    }

    @Test
    void bodiesOfOtherTypesAndOtherMethodsAreRefused() {
        assertEquals(415, server.post("/reconcile", JSON, "{\"queries\": []}").statusCode());
        assertEquals(415, server.post("/reconcile/match", FORM, "queries=x").statusCode());
        assertEquals(400, server.post("/reconcile", FORM, "other=x").statusCode());
        assertEquals(405, server.send("PUT", "/reconcile", JSON, "{}").statusCode());
        assertEquals(400, server.get("/reconcile/match").statusCode());
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

    @Test
    void conditionsOfTheDraftAreAnsweredInTheirOrder() {
        JsonNode answer = ApiSchemas.DRAFT.answer(
                "results", server.post("/reconcile/match", JSON, """
                    {"queries": [
                      {"type": "%1$sCity", "limit": 1, "conditions": [
                        {"matchType": "name", "propertyValue": ["Genf", "Geneva"], "matchQuantifier": "any"}]},
                      {"conditions": [{"matchType": "id", "propertyValue": "%2$snetwork/c40"}]},
                      {"type": "%1$sNetwork", "conditions": [
                        {"matchType": "name", "propertyValue": "C40"},
                        {"matchType": "property", "propertyId": "website", "propertyValue": "uclg.org", "required": true}]},
                      {"type": "%1$sCity", "conditions": [
                        {"matchType": "name", "propertyValue": "Paris"},
                        {"matchType": "property", "pid": "%1$scountry", "v": "FR", "matchQuantifier": "none"}]}
                    ]}
                    """.formatted(Urbis.NS, Urbis.ID)));
        JsonNode results = answer.path("results");
        assertEquals(4, results.size());
        assertEquals(Urbis.ID + "city/geneva", first(results.path(0)).path("id").asText());
        assertEquals("en", first(results.path(0)).path("lang").asText());
        assertEquals(Urbis.ID + "network/c40", first(results.path(1)).path("id").asText());
        assertTrue(first(results.path(1)).path("match").asBoolean());
        assertTrue(results.path(2)
                .path("candidates")
                .valueStream()
                .noneMatch(candidate -> candidate.path("id").asText().endsWith("/c40")));
        assertEquals(0, results.path(3).path("candidates").size(), "the only Paris here is in France");
    }

    @Test
    void whatHasAValueIsFoundWithoutAName() {
        JsonNode result = ApiSchemas.DRAFT
                .answer("results", server.post("/reconcile/match", JSON, """
                    {"queries": [{"type": "%sCity", "conditions": [{"matchType": "property",
                      "propertyId": "isMemberOf", "propertyValue": "%snetwork/human-rights-cities-network"}]}]}
                    """.formatted(Urbis.NS, Urbis.ID)))
                .path("results")
                .path(0)
                .path("candidates");
        assertTrue(result.findValuesAsText("id").contains(Urbis.ID + "city/graz"), result::toString);
        assertFalse(result.path(0).path("match").asBoolean());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[1]",
                "{\"queries\": {}}",
                "{\"queries\": [{}]}",
                "{\"queries\": [{\"conditions\": []}]}",
                "{\"queries\": [{\"conditions\": [{\"propertyValue\": \"x\"}]}]}",
                "{\"queries\": [{\"conditions\": [{\"matchType\": \"name\"}]}]}",
                "{\"queries\": [{\"conditions\": [{\"matchType\": \"property\", \"propertyValue\": \"x\"}]}]}",
                "{\"queries\": [{\"conditions\": [{\"matchType\": \"name\", \"propertyValue\": \"x\","
                        + " \"matchQuantifier\": \"most\"}]}]}",
                "{\"queries\": [{\"type\": [\"City\"], \"conditions\": [{\"matchType\": \"name\", \"propertyValue\":"
                        + " \"x\"}]}]}"
            })
    void whatIsNoBatchOfTheDraftIsToldAsAProblem(String batch) {
        HttpResponse<String> response = server.post("/reconcile/match", JSON, batch);
        assertEquals(400, response.statusCode(), response::body);
        assertEquals("body", Json.parse(response.body()).path("parameter").asText());
    }

    private static String batchOf(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> "\"q" + i + "\": {\"query\": \"Geneva\", \"limit\": 1}")
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static HttpResponse<String> post(String batch) {
        return server.post("/reconcile", FORM, "queries=" + RunningServer.encode(batch));
    }

    private static JsonNode keyed(String batch) {
        return ApiSchemas.FINAL.answer("results", post(batch));
    }

    private static JsonNode first(JsonNode result) {
        return result.path("candidates").path(0);
    }

    private static String feature(JsonNode candidate, String id) {
        return candidate
                .path("features")
                .valueStream()
                .filter(feature -> feature.path("id").asText().equals(id))
                .map(feature -> feature.path("value").asText())
                .findFirst()
                .orElse("");
    }
}
