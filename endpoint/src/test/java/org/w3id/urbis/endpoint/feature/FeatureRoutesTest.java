package org.w3id.urbis.endpoint.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.Json;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;

/** The requirements of OGC 17-069r4, by their names, on the graph that ships. */
class FeatureRoutesTest {
    private static final String JSON = "application/json";
    private static final String GEO_JSON = "application/geo+json";

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = ShippedServer.running();
    }

    /** /req/core/root-op, root-success, api-definition-op, api-definition-success */
    @Test
    void theLandingPageLinksToAllElse() {
        JsonNode landing = json("/");
        for (String rel : List.of("service-desc", "service-doc", "conformance", "data", "self", "alternate")) {
            JsonNode link = link(landing, rel);
            HttpResponse<String> found = server.get(
                    Json.path(link.get("href")), "Accept", link.get("type").textValue() + ", */*;q=0.1");
            assertEquals(200, found.statusCode(), rel);
        }
        assertTrue(Json.of(server.get(Json.path(link(landing, "service-desc").get("href"))))
                .has("paths"));
    }

    /** /req/core/conformance-op, conformance-success */
    @Test
    void itSaysWhatItConformsTo() {
        Set<String> classes = new HashSet<>();
        json("/conformance").get("conformsTo").forEach(one -> classes.add(one.textValue()));
        String base = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/";
        assertEquals(Set.of(base + "core", base + "geojson", base + "html"), classes);
    }

    /** /req/core/fc-md-op, fc-md-success, fc-md-links, fc-md-items, fc-md-items-links, fc-md-extent, sfc-md-op, sfc-md-success */
    @Test
    void everyCollectionIsDescribedInTheListAndByItself() {
        JsonNode list = json("/collections");
        link(list, "self");
        link(list, "alternate");
        assertEquals(5, list.get("collections").size());
        for (JsonNode collection : list.get("collections")) {
            assertEquals(collection, json("/collections/" + collection.get("id").textValue()));
            assertEquals(GEO_JSON, link(collection, "items").get("type").textValue());
            JsonNode box = collection.get("extent").get("spatial").get("bbox").get(0);
            JsonNode items = items(collection.get("id").textValue() + "/items?limit=10000");
            int located = 0;
            for (JsonNode feature : items.get("features")) {
                if (!feature.get("geometry").isNull()) {
                    JsonNode point = feature.get("geometry").get("coordinates");
                    assertTrue(
                            point.get(0).doubleValue() >= box.get(0).doubleValue()
                                    && point.get(0).doubleValue() <= box.get(2).doubleValue()
                                    && point.get(1).doubleValue() >= box.get(1).doubleValue()
                                    && point.get(1).doubleValue() <= box.get(3).doubleValue(),
                            feature::toString);
                    located++;
                }
            }
            assertTrue(located > 0, collection.get("id")::textValue);
        }
        assertEquals(404, server.get("/collections/rivers").statusCode());
        assertEquals(404, server.get("/collections/rivers/items").statusCode());
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

    /** /req/core/query-param-unknown, query-param-invalid, fc-limit-definition, fc-limit-response-1, crs84 */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/collections/cities/items?bbox=1,2,3 | bbox",
                "/collections/cities/items?bbox=1,2,3,four | bbox",
                "/collections/cities/items?bbox=0,50,10,40 | bbox",
                "/collections/cities/items?bbox=0,0,200,40 | bbox",
                "/collections/cities/items?bbox=0,0,10,91 | bbox",
                "/collections/cities/items?datetime=yesterday | datetime",
                "/collections/cities/items?datetime=2021-01-01T00:00:00Z/2020-01-01T00:00:00Z | datetime",
                "/collections/cities/items?datetime=2021-01-01T00:00:00Z/../.. | datetime",
                "/collections/cities/items?limit=0 | limit",
                "/collections/cities/items?limit=10001 | limit",
                "/collections/cities/items?offset=-1 | offset",
                "/collections/cities/items?colour=red | colour",
                "/collections/cities/items/paris?bbox=0,0,1,1 | bbox",
                "/collections/cities?limit=1 | limit",
                "/collections?limit=1 | limit",
                "/conformance?limit=1 | limit",
            })
    void whatCannotBeUsedIsNamed(String path, String parameter) {
        HttpResponse<String> response = server.get(path);
        assertEquals(400, response.statusCode(), response.body());
        assertEquals(parameter, Json.parse(response.body()).get("parameter").textValue());
    }

    /** /req/html/definition, /req/html/content */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/conformance",
                "/collections",
                "/collections/cities",
                "/collections/cities/items",
                "/collections/cities/items/paris"
            })
    void everythingIsAPageToo(String path) {
        HttpResponse<String> page = server.get(path, "Accept", "text/html");
        assertEquals(200, page.statusCode());
        assertEquals(
                "text/html; charset=utf-8",
                page.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(page.body().contains("</html>"));
        if (path.endsWith("items") || path.endsWith("paris")) {
            assertTrue(page.body().contains("Paris"), page.body());
        }
    }

    /** /req/core/http, /rec/core/etag */
    @Test
    void featuresAreKnownByTagAndRevision() {
        String path = "/collections/cities/items?bbox=0,40,10,50";
        HttpResponse<String> first = server.get(path);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertEquals(304, server.get(path, "If-None-Match", tag).statusCode());
        assertFalse(tag.equals(server.get("/collections/cities/items")
                .headers()
                .firstValue("ETag")
                .orElseThrow()));
        assertEquals(first.body(), server.get(path + "&revision=1").body().replace("&revision=1", ""));
        assertEquals("", server.head(path).body());
        assertEquals(406, server.get(path, "Accept", "application/gml+xml").statusCode());
        assertEquals(405, server.post(path, JSON, "{}").statusCode());
    }

    private static JsonNode json(String path) {
        return Json.of(server.get(path, "Accept", JSON));
    }

    private static JsonNode items(String path) {
        return Json.of(server.get("/collections/" + path));
    }

    private static List<String> ids(JsonNode items) {
        List<String> ids = new ArrayList<>();
        items.get("features").forEach(feature -> ids.add(feature.get("id").textValue()));
        return ids;
    }

    private static JsonNode link(JsonNode document, String rel) {
        return find(document, rel).orElseThrow(() -> new AssertionError("no link " + rel + " in " + document));
    }

    private static Optional<JsonNode> find(JsonNode document, String rel) {
        return StreamSupport.stream(document.get("links").spliterator(), false)
                .filter(link -> link.get("rel").textValue().equals(rel))
                .findFirst();
    }

    @Test
    void whatAnAddressDoesNotKnowIsPassedOverForWhoPrefersThat() {
        for (String path :
                List.of("/collections", "/collections/cities", "/collections/cities/items", "/conformance")) {
            assertEquals(400, server.get(path + "?colour=red").statusCode(), path);
            HttpResponse<String> lenient = server.get(path + "?colour=red", "Prefer", "handling=lenient");
            assertEquals(200, lenient.statusCode(), lenient.body());
            assertEquals(
                    "handling=lenient",
                    lenient.headers().firstValue("Preference-Applied").orElseThrow());
            assertTrue(lenient.headers().firstValue("Vary").orElseThrow().contains("Prefer"), path);
        }
        assertEquals(
                400,
                server.get("/collections/cities/items?limit=many", "Prefer", "handling=lenient")
                        .statusCode(),
                "what it knows is still read");
    }

    @Test
    void pagesSpeakTheLanguageOfTheirReader() {
        for (String path :
                List.of("/collections", "/collections/cities", "/collections/cities/items", "/conformance")) {
            HttpResponse<String> page = server.get(path + "?format=html&lang=ru");
            assertEquals("ru", page.headers().firstValue("Content-Language").orElseThrow());
            assertTrue(page.body().contains("Географические объекты"), page.body());
            assertTrue(
                    page.body().contains("hreflang=\"ar\" href=\"" + path + "?format=html&amp;lang=ar\""), page.body());
        }
    }
}
