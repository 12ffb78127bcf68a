package org.w3id.urbis.endpoint.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.Json;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;
import org.w3id.urbis.ontology.Urbis;

/** What the draft of version 1.0 asks by conditions, of the graph that ships. */
class DraftConditionsTest {
    private static final String JSON = "application/json";

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = ShippedServer.running();
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

    private static JsonNode first(JsonNode result) {
        return result.path("candidates").path(0);
    }
}
