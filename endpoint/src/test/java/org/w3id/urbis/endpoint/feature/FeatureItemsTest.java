package org.w3id.urbis.endpoint.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.urbis.endpoint.feature.ServedFeatures.GEO_JSON;
import static org.w3id.urbis.endpoint.feature.ServedFeatures.JSON;
import static org.w3id.urbis.endpoint.feature.ServedFeatures.find;
import static org.w3id.urbis.endpoint.feature.ServedFeatures.ids;
import static org.w3id.urbis.endpoint.feature.ServedFeatures.items;
import static org.w3id.urbis.endpoint.feature.ServedFeatures.json;
import static org.w3id.urbis.endpoint.feature.ServedFeatures.link;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.endpoint.Json;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;

/** Which features a collection hands out: the requirements of OGC 17-069r4, by their names, on the graph that ships. */
class FeatureItemsTest {
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = ShippedServer.running();
    }

    /** /req/core/fc-op, fc-response, fc-links, fc-rel-type, fc-numberMatched, fc-numberReturned, /req/geojson/content */
    @Test
    void itemsAreAFeatureCollectionWithItsLinks() {
        HttpResponse<String> response = server.get("/collections/cities/items?limit=7");
        assertEquals(GEO_JSON, response.headers().firstValue("Content-Type").orElseThrow());
        JsonNode items = Json.of(response);
        assertEquals("FeatureCollection", items.get("type").textValue());
        assertEquals(44, items.get("numberMatched").intValue());
        assertEquals(7, items.get("numberReturned").intValue());
        assertEquals(7, items.get("features").size());
        for (String rel : List.of("self", "alternate", "next", "collection")) {
            assertFalse(link(items, rel).get("type").textValue().isEmpty());
        }
        assertEquals(
                "/collections/cities/items?limit=7",
                Json.path(link(items, "self").get("href")));
        assertTrue(response.headers().firstValue("Link").orElseThrow().contains("rel=\"next\""));
        HttpResponse<String> plain = server.get("/collections/cities/items?limit=7", "Accept", JSON);
        assertEquals(JSON, plain.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(items, Json.of(plain));
    }

    /** /rec/core/fc-next-1 */
    @Test
    void nextLeadsThroughAllFeaturesOnce() {
        List<String> walked = new ArrayList<>();
        String path = "/collections/cities/items?limit=10";
        while (!path.isEmpty()) {
            JsonNode items = Json.of(server.get(path));
            walked.addAll(ids(items));
            path = find(items, "next").map(link -> Json.path(link.get("href"))).orElse("");
        }
        assertEquals(44, walked.size());
        assertEquals(ids(items("cities/items?limit=10000")), walked);
        assertEquals(44, new HashSet<>(walked).size());
        JsonNode second = items("cities/items?limit=10&offset=10");
        assertEquals(
                walked.subList(0, 10),
                ids(Json.of(server.get(Json.path(link(second, "prev").get("href"))))));
    }

    /** /req/core/fc-bbox-definition, fc-bbox-response */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0,40,10,50 | paris | new-york",
                "2.3488,48.85341,2.3488,48.85341 | paris | barcelona",
                "0,40,-100,10,50,9000 | paris | new-york",
                "-80,35,-70,45 | new-york | paris",
                "170,-90,-60,90 | new-york | paris",
                "0,0,180,90 | paris | new-york",
            })
    void aBoxKeepsWhatLiesInIt(String box, String inside, String outside) {
        List<String> ids = ids(items("cities/items?limit=10000&bbox=" + box));
        assertTrue(ids.contains(inside), ids::toString);
        assertFalse(ids.contains(outside), ids::toString);
    }

    @Test
    void whatHasNoPositionLiesInEveryBox() {
        JsonNode middleOfTheOcean = items("cities/items?bbox=-40,-50,-39,-49");
        assertTrue(middleOfTheOcean.get("features").size() > 0);
        middleOfTheOcean
                .get("features")
                .forEach(feature -> assertTrue(feature.get("geometry").isNull()));
    }

    /** /req/core/fc-time-definition, fc-time-response */
    @ParameterizedTest
    @CsvSource({
        "2016-10-18T00:00:00Z, true",
        "2016-10-18, true",
        "2016-10-01T00:00:00Z/2016-10-31T00:00:00Z, true",
        "../2016-12-31T00:00:00Z, true",
        "/2016-12-31T00:00:00Z, true",
        "2016-01-01T00:00:00Z/.., true",
        "2016-01-01T00:00:00Z/, true",
        "2017-01-01T00:00:00Z/.., false",
        "../2015-12-31T23:59:59Z, false",
        "2021-06-30T00:00:00+02:00, false",
    })
    void aTimeKeepsWhatWasThen(String time, boolean found) {
        List<String> ids = ids(items("events/items?limit=10000&datetime=" + RunningServer.encode(time)));
        assertEquals(found, ids.contains("habitat-iii"), ids::toString);
        // It has no date, and the standard wants it in every answer then.
        assertTrue(ids.size() > 1);
    }

    /** /rec/core/fc-filters */
    @Test
    void filtersOfTheCollectionHoldHereToo() {
        assertTrue(ids(items("cities/items?country=FR")).contains("paris"));
        assertFalse(ids(items("cities/items?country=FR")).contains("new-york"));
        JsonNode members = items("memberships/items?city=paris");
        assertTrue(members.get("numberMatched").intValue() > 0);
        JsonNode point = members.get("features").get(0).get("geometry").get("coordinates");
        assertEquals(48.85341, point.get(1).doubleValue());
    }

    /** /req/core/f-op, f-success, f-links, /req/geojson/content */
    @Test
    void aFeatureIsFoundByItsIdentifier() {
        HttpResponse<String> response = server.get("/collections/cities/items/paris");
        assertEquals(GEO_JSON, response.headers().firstValue("Content-Type").orElseThrow());
        JsonNode paris = Json.of(response);
        assertEquals("Feature", paris.get("type").textValue());
        assertEquals("paris", paris.get("id").textValue());
        assertEquals(
                "https://w3id.org/urbis/id/city/paris",
                paris.get("properties").get("iri").textValue());
        for (String rel : List.of("self", "alternate", "collection")) {
            assertEquals(
                    200, server.get(Json.path(link(paris, rel).get("href"))).statusCode());
        }
        for (JsonNode collection : json("/collections").get("collections")) {
            String items = "/collections/" + collection.get("id").textValue() + "/items";
            for (String id : ids(Json.of(server.get(items + "?limit=3")))) {
                assertEquals(id, Json.of(server.get(items + "/" + id)).get("id").textValue());
            }
        }
        assertEquals(404, server.get("/collections/cities/items/nowhere").statusCode());
        assertEquals(404, server.get("/collections/cities/items/network:c40").statusCode());
    }
}
