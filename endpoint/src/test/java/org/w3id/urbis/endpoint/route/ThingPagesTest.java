package org.w3id.urbis.endpoint.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.urbis.endpoint.route.CrowdedTown.BASE;
import static org.w3id.urbis.endpoint.route.CrowdedTown.BRIDGES;
import static org.w3id.urbis.endpoint.route.CrowdedTown.SDG_11;
import static org.w3id.urbis.endpoint.route.CrowdedTown.graph;
import static org.w3id.urbis.endpoint.route.CrowdedTown.page;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;

/** What a reader sees of a thing: whence each fact is, in which language, and what is left out. */
class ThingPagesTest {
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = CrowdedTown.server();
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
    void aPageSpeaksTheLanguageOfItsReader() {
        String arabic = page("/id/network/bridges?lang=ar");
        assertTrue(arabic.contains("<html lang=\"ar\" dir=\"rtl\">"), arabic);
        assertTrue(arabic.contains("المصادر"), "its own words too");
        String french = page("/id/network/bridges?lang=fr");
        assertTrue(french.contains(">1, lignes 13–14<"), french);
        assertTrue(french.contains("hreflang=\"ar\" href=\"/id/network/bridges?lang=ar\""), french);
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
