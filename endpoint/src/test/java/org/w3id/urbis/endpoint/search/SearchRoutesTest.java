package org.w3id.urbis.endpoint.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.endpoint.Json;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;

/** Pages to look around in, as programs see them. */
class SearchRoutesTest {
    private static final RunningServer SERVER = ShippedServer.running();

    @Test
    void whatIsTypedIsOfferedInTheLanguageOfTheReader() {
        JsonNode found = Json.of(SERVER.get("/search?q=swit&format=json&limit=3&lang=fr"));
        assertEquals("Suisse", found.get("items").get(0).get("name").textValue());
        assertEquals("pays", found.get("items").get(0).get("kind").textValue());
        assertTrue(found.get("items").size() <= 3);
        assertEquals(0, Json.of(SERVER.get("/search?format=json")).get("total").intValue());
    }

    @Test
    void aPageCountsByKindAndPages() {
        String all =
                SERVER.get("/search?q=cities&limit=5", "Accept", "text/html").body();
        assertTrue(all.contains("kind=network\""), all);
        assertTrue(all.contains("page=2"), "more than one page");
        String networks = SERVER.get("/search?q=cities&kind=network", "Accept", "text/html")
                .body();
        assertTrue(networks.contains("aria-current=\"true\""), networks);
        assertTrue(networks.contains("/id/network/c40"), networks);
        String nothing = SERVER.get("/search?q=qqzzxxyy", "Accept", "text/html").body();
        assertTrue(nothing.contains("qqzzxxyy") && !nothing.contains("class=\"hits\""), nothing);
    }

    @ParameterizedTest
    @CsvSource({
        "/search?q=geneva",
        "/compare?thing=network/c40&thing=network/icorn",
        "/graph-view?thing=network/c40",
        "/sections?thing=document/city-networks-directory-2021",
        "/"
    })
    void aPageIsKnownByItsTagAndIsSmall(String path) {
        HttpResponse<byte[]> page = SERVER.bytes(path, "Accept", "text/html", "Accept-Encoding", "gzip");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().length < 100_000, () -> path + " takes " + page.body().length + " bytes");
        String tag = page.headers().firstValue("ETag").orElseThrow();
        assertEquals(
                304,
                SERVER.get(path, "Accept", "text/html", "Accept-Encoding", "gzip", "If-None-Match", tag)
                        .statusCode());
        assertEquals("1", page.headers().firstValue("Urbis-Revision").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "/search?q=a&kind=nonsense,kind",
        "/search?q=a&page=0,page",
        "/compare?thing=network/no-such,thing",
        "/graph-view,thing",
        "/graph-view?thing=no%20iri,thing",
        "/sections?thing=network/c40,thing",
        "/sections?thing=document/city-networks-directory-2021&section=999,section"
    })
    void whatCannotBeIsRefusedByName(String path, String parameter) {
        HttpResponse<String> refused = SERVER.get(path);
        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains("\"parameter\" : \"" + parameter + "\""), refused.body());
    }

    @Test
    void whatTiesTwoThingsIsPassedThrough() {
        JsonNode around = Json.of(SERVER.get("/graph-view?thing=network/human-rights-cities-network&format=json"));
        boolean graz = false;
        for (JsonNode one : around.get("neighbours")) {
            String iri = one.get("id").textValue();
            assertTrue(!iri.contains("/membership/"), iri);
            graz |= iri.endsWith("/government/graz") || iri.endsWith("/city/graz");
        }
        assertTrue(graz, around.toString());
    }

    @Test
    void aSectionStandsBesideItsLines() {
        String page = SERVER.get(
                        "/sections?thing=document/city-networks-directory-2021&section=5",
                        "Accept",
                        "text/html",
                        "Accept-Language",
                        "en")
                .body();
        assertTrue(page.contains("C40 Cities"), page);
        assertTrue(page.contains("lines 207–234"), "the section");
        assertTrue(page.contains("<q>halve the collective carbon emissions</q>"), "what is printed there");
    }
}
