package org.w3id.urbis.endpoint.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;

class ThingRoutesTest {
    private static final String BASE = "https://w3id.org/urbis/";
    private static final Node BRIDGES = Town.iri(BASE + "id/network/bridges");
    private static final String SDG_11 = "/resource?iri=" + RunningServer.encode("http://metadata.un.org/sdg/11");

    @TempDir
    private static Path data;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        Town.publish(data, new ArrayList<>(Town.crowd(60)));
        server = RunningServer.on(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Graph graph(HttpResponse<String> response) {
        assertEquals(200, response.statusCode(), response.body());
        String mediaType =
                response.headers().firstValue("Content-Type").orElseThrow().split(";")[0];
        return RDFParser.fromString(response.body(), RDFLanguages.contentTypeToLang(mediaType))
                .base(server.origin())
                .toGraph();
    }

    private static String page(String path, String... headers) {
        List<String> all = new ArrayList<>(List.of("Accept", "text/html"));
        all.addAll(List.of(headers));
        HttpResponse<String> response = server.get(path, all.toArray(String[]::new));
        assertEquals(200, response.statusCode(), response.body());
        return response.body();
    }

    @ParameterizedTest
    @CsvSource({"text/turtle,ttl", "application/ld+json,jsonld", "application/n-triples,nt", "application/rdf+xml,rdf"})
    void aThingIsDataByHeaderAndBySuffix(String mediaType, String suffix) {
        Graph byHeader = graph(server.get("/id/network/bridges", "Accept", mediaType));
        HttpResponse<String> suffixed = server.get("/id/network/bridges." + suffix, "Accept", "text/html");
        assertTrue(suffixed.headers().firstValue("Content-Type").orElseThrow().startsWith(mediaType));
        for (Graph graph : List.of(byHeader, graph(suffixed))) {
            assertTrue(graph.contains(BRIDGES, SKOS.prefLabel.asNode(), null));
            Node count = Town.iri(BASE + "id/member-count/00000000000000aa");
            assertTrue(graph.contains(count, Town.iri(BASE + "ontology#asPrinted"), null), "facts of owned nodes");
            assertTrue(graph.contains(null, Town.iri(BASE + "ontology#lines"), null), "citations");
            assertTrue(
                    graph.contains(
                            Town.iri(BASE + "id/note/bridges-or-banks"), Town.iri(BASE + "ontology#advice"), null),
                    "notes");
            assertTrue(
                    graph.contains(Town.iri("http://metadata.un.org/sdg/11"), SKOS.prefLabel.asNode(), null),
                    "names of linked things");
        }
    }

    @Test
    void aPageSaysWhatTheGraphSaysAndWhere() {
        String page = page("/id/network/bridges");
        assertTrue(page.contains("Towns with Bridges"), page);
        assertTrue(page.contains(">1, line 12<"), "the lines that support the name");
        assertTrue(page.contains(">1, lines 13–14<"), "the lines that support all else");
        assertTrue(page.contains(">1, line 15<"), "the lines of an owned node");
        assertTrue(page.contains("section “Of bridges”, lines 10–20"), "the section");
        assertTrue(page.contains("The Almanac"), "the document");
        assertTrue(page.contains("href=\"/graph/town/bridges\""), "the graph");
        assertTrue(page.contains("likely misprint") && page.contains("Use the address as corrected."), "the note");
        assertTrue(page.contains(">1, line 19<"), "the lines of the note");
        assertTrue(page.contains("some forty towns"), "facts of owned nodes");
        assertTrue(page.contains("href=\"" + SDG_11 + "\""), "links stay in the graph");
        assertFalse(page.contains("<a href=\"https://w3id.org"), "and on this origin");
        assertTrue(page.contains("<details>") && page.contains("2 in other languages"), "names in other languages");
    }

    @Test
    void whatOnlyTranslatesStandsApart() {
        String page = page("/id/network/bridges");
        int apart = page.indexOf("<details class=\"others\">");
        assertTrue(apart > 0, page);
        assertTrue(page.indexOf("org:Organization") > apart, "classes of others");
        assertTrue(page.indexOf("schema:url") > apart, "properties of others");
        assertTrue(page.indexOf(">Organization<") < apart, "inferred words of ours stand with the rest");
    }

    @Test
    void aPageIsSafe() {
        HttpResponse<String> response = server.get("/id/network/evil", "Accept", "text/html");
        assertTrue(response.headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow()
                .startsWith("default-src 'none'"));
        assertEquals(
                "nosniff",
                response.headers().firstValue("X-Content-Type-Options").orElseThrow());
        assertEquals(
                List.of("<script type=\"application/ld+json\">"),
                Pattern.compile("<script[^>]*>")
                        .matcher(response.body())
                        .results()
                        .map(MatchResult::group)
                        .toList(),
                "data, no script");
        assertFalse(response.body().contains("href=\"javascript"), response.body());
        assertTrue(response.body().contains("&lt;script&gt;alert("), response.body());
        String bridges = page("/id/network/bridges");
        assertTrue(bridges.contains("&lt;b&gt;bridges&lt;/b&gt; &amp; "), bridges);
    }

    @Test
    void namesFollowTheReadersLanguage() {
        assertTrue(page("/id/network/bridges", "Accept-Language", "fr")
                .contains("<h1><span lang=\"fr\" dir=\"ltr\">Villes à ponts</span>"));
        assertTrue(page("/id/network/bridges?lang=ar").contains("<h1><span lang=\"ar\" dir=\"rtl\">مدن الجسور</span>"));
        assertTrue(page("/id/network/bridges", "Accept-Language", "ru")
                .contains("<h1><span lang=\"en\" dir=\"ltr\">Towns with Bridges</span>"));
        assertTrue(page("/id/city/%C5%82%C3%B3d%C5%BA").contains("<span lang=\"pl\" dir=\"ltr\">Łódź</span>"));
        HttpResponse<String> wrong = server.get("/id/network/bridges?lang=xx", "Accept", "application/json");
        assertEquals(400, wrong.statusCode());
        assertTrue(wrong.body().contains("\"parameter\" : \"lang\""), wrong.body());
    }

    @Test
    void whatIsLeftOutIsSaid() {
        String page = page(SDG_11);
        assertTrue(page.contains("Sustainable cities and communities"), page);
        assertTrue(page.contains("Only 50 of 60 are shown."), page);
        assertTrue(page.contains("Show all of them"), page);
        Graph graph = graph(server.get(SDG_11, "Accept", "text/turtle"));
        assertTrue(graph.stream(null, Town.iri("http://www.w3.org/2000/01/rdf-schema#comment"), null)
                .anyMatch(triple -> triple.getObject()
                        .getLiteralLexicalForm()
                        .startsWith("Incomplete: shows 50 of the 60 subjects")));
        assertTrue(graph(server.get(SDG_11 + "&format=nt"))
                .contains(BRIDGES, null, Town.iri("http://metadata.un.org/sdg/11")));
    }

    @Test
    void aGraphIsHandedOutWhole() {
        Graph crowd = graph(server.get("/graph/town/crowd", "Accept", "text/turtle"));
        assertEquals(120, crowd.size());
        assertEquals(120, graph(server.get("/graph/town/crowd.nt")).size());
        assertEquals(120, graph(server.get("/graph/town/crowd.jsonld")).size());
        assertEquals(120, graph(server.get("/graph/town/crowd.rdf")).size());
        assertTrue(page("/graph/town/crowd").contains("What this graph speaks of <span class=\"count\">60</span>"));
        assertTrue(page("/graph/town/bridges").contains("Of bridges"));
        HttpResponse<String> get = server.get("/graph/town/crowd.nt");
        assertEquals(
                get.body().length(),
                server.head("/graph/town/crowd.nt")
                        .headers()
                        .firstValueAsLong("Content-Length")
                        .orElseThrow());
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

    private static JsonObject json(String path, String... headers) {
        HttpResponse<String> response = server.get(path, headers);
        assertEquals(200, response.statusCode(), response.body());
        return JSON.parse(response.body());
    }

    @Test
    void aPlaceIsAFeatureAndANetworkTheCollectionOfItsMembers() {
        JsonObject city = json("/id/city/bridgeton.geojson", "Accept-Language", "fr");
        assertEquals("Feature", city.getString("type"));
        assertEquals(BASE + "id/city/bridgeton", city.getString("id"));
        assertEquals(
                List.of(-6.25, 46.5),
                city.getObj("geometry")
                        .getArray("coordinates")
                        .map(value -> value.getAsNumber().value().doubleValue())
                        .toList());
        assertEquals("Pontville", city.getObj("properties").getString("name"));
        HttpResponse<String> members = server.get("/id/network/bridges", "Accept", "application/geo+json");
        assertEquals(
                "application/geo+json",
                members.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("en", members.headers().firstValue("Content-Language").orElseThrow());
        JsonObject collection = JSON.parse(members.body());
        assertEquals("FeatureCollection", collection.getString("type"));
        JsonObject member = collection.get("features").getAsArray().get(0).getAsObject();
        assertEquals("isMemberOf", member.getObj("properties").getString("relation"));
        assertEquals("Bridgeton", member.getObj("properties").getString("name"));
        HttpResponse<String> none = server.get("/id/network/evil.geojson");
        assertEquals(404, none.statusCode());
        assertTrue(none.body().contains("text/turtle"), "what there is instead: " + none.body());
        HttpResponse<String> refused = server.get("/id/network/evil", "Accept", "application/geo+json");
        assertEquals(406, refused.statusCode());
        assertTrue(refused.body().contains("application/ld+json"), refused.body());
    }

    @Test
    void factsAreATableWithTheLinesThatSayThem() {
        HttpResponse<String> response = server.get("/id/network/bridges.csv");
        assertEquals(
                "text/csv; charset=utf-8",
                response.headers().firstValue("Content-Type").orElseThrow());
        List<String> lines = response.body().lines().toList();
        assertEquals("subject,property,value,language,datatype,name,document,lines,graph", lines.getFirst());
        String almanac = BASE + "id/document/almanac";
        String graph = BASE + "graph/town/bridges";
        assertTrue(
                lines.contains(BASE + "id/network/bridges,name,Villes à ponts,fr,,," + almanac + ",12," + graph),
                response.body());
        assertTrue(
                lines.contains(BASE + "id/network/bridges,contributesTo,http://metadata.un.org/sdg/11,,,"
                        + "Sustainable cities and communities," + almanac + ",13-14," + graph),
                response.body());
        assertTrue(response.body().contains("\"Towns that keep <b>bridges</b> & \"\"banks\"\".\",en"), response.body());
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

    @Test
    void theSameRequestGetsTheSameAnswerAgain() {
        for (String accept :
                List.of("text/turtle", "application/ld+json", "application/json", "text/html", "text/csv")) {
            HttpResponse<String> first = server.get("/id/network/bridges", "Accept", accept);
            HttpResponse<String> second = server.get("/id/network/bridges", "Accept", accept);
            assertEquals(first.body(), second.body());
            assertEquals(first.headers().firstValue("ETag"), second.headers().firstValue("ETag"));
            assertEquals(first.headers().firstValue("Link"), second.headers().firstValue("Link"));
            assertEquals(
                    accept,
                    second.headers().firstValue("Content-Type").orElseThrow().split(";")[0]);
        }
    }

    @Test
    void thoseThatReferArePaged() {
        String by = "&by=" + RunningServer.encode(BASE + "ontology#lovesGoal");
        String first = page(SDG_11 + by);
        assertTrue(first.contains("<span class=\"count\">60</span>") && first.contains("Page 1 of 1"), first);
        assertTrue(first.contains("href=\"/id/person/p60\""), "all of them");
        assertEquals(
                400, server.get(SDG_11 + by + "&page=0", "Accept", "text/html").statusCode());
        assertEquals(
                400,
                server.get(SDG_11 + "&by=not+an+iri", "Accept", "text/html").statusCode());
    }

    @Test
    void aPageSpeaksTheLanguageOfItsReader() {
        String arabic = page("/id/network/bridges?lang=ar");
        assertTrue(arabic.contains("<html lang=\"ar\" dir=\"rtl\">"), arabic);
        assertTrue(arabic.contains("المصادر"), "its own words too");
        String french = page("/id/network/bridges?lang=fr");
        assertTrue(french.contains(">1, lignes 13–14<"), french);
        assertTrue(french.contains("hreflang=\"ar\" href=\"/id/network/bridges?lang=ar\""), french);
    }

    @Test
    void searchEnginesFindTheThingInWordsOfSchemaOrg() {
        String page = page("/id/network/bridges");
        int start = page.indexOf("<script type=\"application/ld+json\">") + 35;
        JsonObject thing = JSON.parse(page.substring(start, page.indexOf("</script>")));
        assertEquals("Towns with Bridges", thing.getString("name"));
        assertEquals(BASE + "id/network/bridges", thing.getString("@id"));
        assertEquals("https://bridges.example/?a=1&b=2", thing.getString("url"));
        assertEquals("Towns that keep <b>bridges</b> & \"banks\".", thing.getString("description"));
    }

    @Test
    void membersAreOnTheMap() {
        String page = page("/id/network/bridges");
        assertTrue(page.contains("<figure class=\"map\">") && page.contains("<title>Bridgeton</title>"), page);
        assertFalse(page("/id/network/evil").contains("<figure class=\"map\">"), "nothing to show");
    }
}
