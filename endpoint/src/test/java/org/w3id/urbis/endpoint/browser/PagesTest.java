package org.w3id.urbis.endpoint.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;

/** Pages of the graph that ships, as a browser shows them. */
class PagesTest extends InBrowser {
    /** Of these a picture of the whole page would take longer than all else. */
    private static final Set<String> LONG = Set.of("ontology", "questions");

    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    static {
        PAGES.put("home", "/");
        PAGES.put("network", "/id/network/human-rights-cities-network");
        PAGES.put("city", "/id/city/geneva");
        PAGES.put("commitment", "/id/commitment/c40-halve-emissions");
        PAGES.put("framework", "/id/framework/paris-agreement");
        PAGES.put("country", "/resource?iri=http%3A%2F%2Fmetadata.un.org%2Fsdg%2Fcodes%2FgeoArea%2F756");
        PAGES.put("source", "/id/document/city-networks-directory-2021");
        PAGES.put("ontology", "/ontology.html");
        PAGES.put("query", "/sparql");
        PAGES.put("questions", "/queries");
        PAGES.put("question", "/queries/network/compare-two-networks?format=html");
        PAGES.put("catalog", "/catalog");
    }

    private static final int[] PHONES = {390, 320};
    /** Those that no other test looks at on a phone. */
    private static final List<String> NARROW = List.of(
            "/",
            "/api",
            "/api/commitments",
            "/id/network/energy-cities",
            "/id/agency/un-habitat",
            "/compare?thing=network/c40&thing=network/icorn",
            "/search?q=geneva",
            "/validate/form/commitment",
            "/documentation",
            "/.well-known/void",
            "/federation",
            "/openapi",
            "/collections");

    private final RunningServer server = ShippedServer.running();

    static Stream<String> pages() {
        return PAGES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everybodyCanUseThePage(String name) {
        for (String lang : List.of("en", "ar")) {
            Browser.Window window = browser.again(lang);
            window.page().navigate(server.origin() + PAGES.get(name));
            everybodyCanUse(window, name, lang, !LONG.contains(name));
        }
    }

    /** One window looks at them all, and at one again, which is what it was when it was kept. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void noPageIsScrolledSidewaysOnAPhone(String lang) {
        Map<String, String> wide = new LinkedHashMap<>();
        try (Browser.Window window = browser.open(lang)) {
            for (String path : NARROW) {
                window.page().navigate(server.origin() + path);
                for (int width : PHONES) {
                    int overflow = window.overflowAt(width);
                    if (overflow > 0) {
                        wide.put(path + " at " + width, overflow + " too wide");
                    }
                }
            }
            window.page().navigate(server.origin() + NARROW.getFirst());
            assertEquals(List.of(), window.complaints(), "also of a page that was kept");
        }
        assertEquals(Map.of(), wide);
    }

    @Test
    void theSourceOfAFactIsOneClickAway() {
        try (Browser.Window window = browser.open("en")) {
            window.page().navigate(server.origin() + PAGES.get("commitment"));
            window.page().locator(".mark").first().click();
            window.page().waitForURL(url -> url.contains("#source-"));
            assertTrue(
                    window.page().locator("li:target").innerText().contains("International City Networks Directory"));
        }
    }

    @Test
    void theLanguageIsSwitchedOnThePage() {
        try (Browser.Window window = browser.open("en")) {
            window.page().navigate(server.origin() + PAGES.get("network"));
            window.leave(() -> window.page().locator("nav.languages a[lang=ar]").click());
            assertEquals("rtl", window.page().getAttribute("html", "dir"));
            assertEquals("ar", window.page().getAttribute("html", "lang"));
        }
    }

    @Test
    void aPlaceOnTheMapLeadsToItsPage() {
        try (Browser.Window window = browser.open("en")) {
            window.page().navigate(server.origin() + PAGES.get("network"));
            window.leave(() -> window.page().locator(".map a[aria-label=Graz]").click());
            assertEquals(server.origin() + "/id/city/graz", window.page().url());
            Object land = window.page().evaluate("() => document.querySelector('.map use').getBBox().width");
            assertTrue(((Number) land).doubleValue() > 1000, "the land is drawn: " + land);
        }
    }
}
