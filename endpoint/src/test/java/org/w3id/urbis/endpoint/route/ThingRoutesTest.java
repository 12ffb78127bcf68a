package org.w3id.urbis.endpoint.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.urbis.endpoint.route.CrowdedTown.BASE;
import static org.w3id.urbis.endpoint.route.CrowdedTown.graph;
import static org.w3id.urbis.endpoint.route.CrowdedTown.page;

import java.net.http.HttpResponse;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;

/** Which address leads to which thing, and what its headers say. */
class ThingRoutesTest {
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = CrowdedTown.server();
    }

    @Test
    void keysThatLookLikeSuffixesAreFound() {
        assertTrue(page("/id/city/a.html").contains("A key that looks like a suffix"));
        assertTrue(graph(server.get("/id/city/a.html.ttl")).contains(Town.iri(BASE + "id/city/a.html"), null, null));
        assertTrue(graph(server.get("/id/city/%C5%82%C3%B3d%C5%BA.nt"))
                .contains(Town.iri(BASE + "id/city/łódź"), null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/id/network/unknown",
                "/id/network/",
                "/id/",
                "/id/network/bridges/more",
                "/framework/none/1",
                "/graph/none",
                "/nothing",
                "/id/%3Cscript%3E",
                "/id/network/../../etc/passwd",
                "/resource?iri=http%3A%2F%2Funknown.example%2F",
                "/id/network/unknown.ttl"
            })
    void whatIsNotKnownIsNotFound(String path) {
        HttpResponse<String> data = server.get(path, "Accept", "text/turtle, application/problem+json");
        assertEquals(404, data.statusCode(), data.body());
        assertEquals(
                "application/problem+json",
                data.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(data.headers().firstValue("Set-Cookie").isEmpty());
        HttpResponse<String> page = server.get(path, "Accept", "text/html");
        assertEquals(404, page.statusCode());
        assertTrue(page.body().contains("Nothing is known by this name"), page.body());
        assertFalse(page.body().contains("<script"), page.body());
    }

    @Test
    void badParametersAndMethodsAreNamed() {
        assertTrue(server.get("/resource").body().contains("\"parameter\" : \"iri\""));
        assertEquals(400, server.get("/resource?iri=not+an+iri").statusCode());
        assertEquals(400, server.get("/resource?iri=http://a/%3E%3Cx").statusCode());
        assertEquals(
                406, server.get("/id/network/bridges", "Accept", "image/png").statusCode());
        HttpResponse<String> posted = server.post("/id/network/bridges", "text/plain", "x");
        assertEquals(405, posted.statusCode());
        assertEquals("GET, HEAD, OPTIONS", posted.headers().firstValue("Allow").orElseThrow());
    }

    @Test
    void tagsLinksAndHead() {
        HttpResponse<String> get = server.get("/id/network/bridges", "Accept", "text/turtle");
        String tag = get.headers().firstValue("ETag").orElseThrow();
        assertEquals(
                304,
                server.get("/id/network/bridges", "Accept", "text/turtle", "If-None-Match", tag)
                        .statusCode());
        assertNotEquals(
                tag,
                server.get("/id/network/bridges", "Accept", "text/html")
                        .headers()
                        .firstValue("ETag")
                        .orElseThrow());
        assertTrue(get.headers()
                .firstValue("Link")
                .orElseThrow()
                .contains("</id/network/bridges.jsonld>; rel=\"alternate\"; type=\"application/ld+json\""));
        assertEquals("1", get.headers().firstValue("Urbis-Revision").orElseThrow());
        HttpResponse<String> head = server.head("/id/network/bridges", "Accept", "text/turtle");
        assertEquals("", head.body());
        assertEquals(get.headers().firstValue("Content-Length"), head.headers().firstValue("Content-Length"));
        String linked = server.get("/id/city/%C5%82%C3%B3d%C5%BA")
                .headers()
                .firstValue("Link")
                .orElseThrow();
        assertTrue(linked.contains("</id/city/%C5%82%C3%B3d%C5%BA.ttl>"), linked);
    }

    @Test
    void whatWasRenamedIsFoundUnderItsNewName() {
        HttpResponse<String> plain = server.get("/id/network/spans", "Accept", "text/turtle");
        assertEquals(301, plain.statusCode());
        assertEquals(
                "/id/network/bridges", plain.headers().firstValue("Location").orElseThrow());
        assertEquals(
                "/id/network/bridges.jsonld",
                server.get("/id/network/spans.jsonld")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow());
        assertEquals(
                "/id/network/bridges?lang=fr",
                server.get("/id/network/spans?lang=fr")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow());
    }

    @Test
    void whatWasWithdrawnSaysWhyAndWhatStandsInItsPlace() {
        HttpResponse<String> response = server.get("/id/network/ferries", "Accept-Language", "fr");
        assertEquals(410, response.statusCode());
        JsonObject problem = JSON.parse(response.body());
        assertEquals("Deux entrées, un seul réseau.", problem.getString("reason"));
        assertEquals(
                BASE + "id/network/bridges",
                problem.get("replacedBy").getAsArray().get(0).getAsString().value());
        String links = response.headers().firstValue("Link").orElseThrow();
        assertTrue(links.endsWith("<" + BASE + "id/network/bridges>; rel=\"successor-version\""), links);
        assertEquals(
                410,
                server.get("/id/network/ferries.ttl", "Accept", "text/html").statusCode());
    }

    @Test
    void signpostsLeadOn() {
        HttpResponse<String> page =
                server.get("/id/network/bridges", "Accept", "text/html", "Accept-Language", "fr, en;q=0.5");
        String link = page.headers().firstValue("Link").orElseThrow();
        for (String post : List.of(
                "<" + BASE + "id/network/bridges>; rel=\"cite-as\"",
                "<" + BASE + "id/network/bridges>; rel=\"canonical\"",
                "<https://schema.org/AboutPage>; rel=\"type\"",
                "<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"",
                "</id/network/bridges.jsonld>; rel=\"describedby\"; type=\"application/ld+json\"",
                "</id/network/bridges.geojson>; rel=\"alternate\"; type=\"application/geo+json\"")) {
            assertTrue(link.contains(post), link);
        }
        assertEquals("fr", page.headers().firstValue("Content-Language").orElseThrow());
        assertEquals(
                "/id/network/bridges.html",
                page.headers().firstValue("Content-Location").orElseThrow());
        List<String> vary = page.headers().allValues("Vary").stream()
                .flatMap(value -> List.of(value.split(", ")).stream())
                .toList();
        assertTrue(vary.containsAll(List.of("Accept", "Accept-Language")), vary.toString());
    }
}
