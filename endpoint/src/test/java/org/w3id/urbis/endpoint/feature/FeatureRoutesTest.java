package org.w3id.urbis.endpoint.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.urbis.endpoint.feature.ServedFeatures.GEO_JSON;
import static org.w3id.urbis.endpoint.feature.ServedFeatures.JSON;
import static org.w3id.urbis.endpoint.feature.ServedFeatures.items;
import static org.w3id.urbis.endpoint.feature.ServedFeatures.json;
import static org.w3id.urbis.endpoint.feature.ServedFeatures.link;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.Json;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;

/**
 * What leads to features and how every address answers: the requirements of OGC 17-069r4, by their names, on the graph that
 * ships.
 */
class FeatureRoutesTest {
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
