package org.w3id.urbis.endpoint.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.ontology.Urbis;

/** Who is found for a name, in which order and why, in the graph that ships. */
class CandidatesTest {
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
        JsonNode first = KeyedBatch.answer("{\"q0\": {\"query\": \"" + name + "\"" + ofType + "}}")
                .path("q0")
                .path("result")
                .path(0);
        assertTrue(first.path("id").asText().endsWith(end), first::toString);
        assertEquals(match, first.path("match").asBoolean(), first::toString);
    }

    @Test
    void candidatesComeBestFirstAndTellWhy() {
        JsonNode result = KeyedBatch.answer("{\"a\": {\"query\": \"Geneva\", \"limit\": 4}}")
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
            JsonNode first = KeyedBatch.answer("{\"q\": {\"query\": \"Geneva\", \"type\": [\"City\"], \"properties\": ["
                            + country.formatted(value) + "]}}")
                    .path("q")
                    .path("result")
                    .path(0);
            assertEquals("true", feature(first, "country"), value);
            assertTrue(first.path("match").asBoolean(), value);
        }
        JsonNode elsewhere = KeyedBatch.answer("{\"q\": {\"query\": \"Geneva\", \"type\": \"City\", \"properties\": ["
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
        JsonNode near = KeyedBatch.answer("{\"q\": {\"query\": \"Athens\", \"type\": \"City\", \"properties\": ["
                        + "{\"pid\": \"http://www.w3.org/2003/01/geo/wgs84_pos#lat_long\", \"v\": \"37.98, 23.73\"},"
                        + "{\"pid\": \"population\", \"v\": \"664,046\"}]}}")
                .path("q")
                .path("result")
                .path(0);
        assertTrue(Double.parseDouble(feature(near, "distance")) < 5, near::toString);
        assertEquals("1.0", feature(near, "population"));
        assertTrue(near.path("match").asBoolean());
        JsonNode far = KeyedBatch.answer("{\"q\": {\"query\": \"Athens\", \"type\": \"City\", \"properties\": ["
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
            JsonNode result = KeyedBatch.answer("{\"q\": {\"properties\": [" + property + "]}}")
                    .path("q")
                    .path("result");
            assertEquals(Urbis.ID + "city/paris", result.path(0).path("id").asText());
            assertTrue(result.path(0).path("match").asBoolean());
            assertEquals("true", feature(result.path(0), "identifier"));
        }
        assertEquals(
                Urbis.ID + "network/c40",
                KeyedBatch.answer("{\"q\": {\"properties\": [{\"pid\": \"website\", \"v\": \"https://c40.org/\"}]}}")
                        .path("q")
                        .path("result")
                        .path(0)
                        .path("id")
                        .asText());
        assertEquals(
                0,
                KeyedBatch.answer("{\"q\": {\"properties\": [{\"pid\": \"website\", \"v\":"
                                + " \"https://nobody.example/\"}]}}")
                        .path("q")
                        .path("result")
                        .size());
    }

    @Test
    void aBlankCellFindsNothingAndLeavesTheRestOfTheBatchAlone() {
        JsonNode answer = KeyedBatch.answer(
                "{\"q0\": {\"query\": \" \"}, \"q1\": {\"query\": \"Paris\", \"type\": \"City\"}, \"q2\": {\"query\":"
                        + " \"?!\"}, \"q3\": {\"query\": \"Paris\", \"type\": \"http://a.example/Unknown\"}}");
        assertEquals(0, answer.path("q0").path("result").size());
        assertEquals(1, answer.path("q1").path("result").size());
        assertEquals(0, answer.path("q2").path("result").size());
        assertEquals(0, answer.path("q3").path("result").size());
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
