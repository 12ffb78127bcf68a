package org.w3id.urbis.endpoint.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;

/** Pages that help to understand, as a browser shows them. */
class DocumentationPagesTest {
    private static final String TERM = "/resource?iri=https%3A%2F%2Fw3id.org%2Furbis%2F";

    private static Browser browser;
    private static RunningServer server;

    @BeforeAll
    static void start() {
        browser = Browser.start();
        server = ShippedServer.running();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "documentation, en, /documentation",
        "answers, ar, /documentation/answers/network",
        "recipes, en, /documentation/recipes",
        "sources, ar, /documentation/sources",
        "shapes, ar, /shapes.html",
        "shape, en, " + TERM + "shapes%23Commitment",
        "class, ar, " + TERM + "ontology%23Network",
        "property, en, " + TERM + "ontology%23seat"
    })
    void everybodyCanUseThePage(String name, String lang, String path) {
        try (Browser.Window window = browser.open(lang)) {
            window.page().navigate(server.origin() + path);
            browser.keep(window.page(), name + "-" + lang, !name.equals("shapes"));
            assertEquals(List.of(), browser.inaccessible(window.page()), name);
            window.darken();
            browser.keep(window.page(), name + "-" + lang + "-dark", false);
            assertEquals(
                    List.of(),
                    browser.inaccessible(window.page(), "color-contrast", "link-in-text-block"),
                    name + " in the dark");
            assertEquals(0, window.overflowAt(360), name + " on a phone");
            assertEquals(0, window.overflowAt(2560), name + " on a wall");
            browser.keep(window.page(), name + "-" + lang + "-phone", false);
            assertEquals(List.of(), window.complaints(), name);
        }
    }

    @Test
    void aDrawingLeadsFromTermToTerm() {
        try (Browser.Window window = browser.open("en")) {
            window.page().navigate(server.origin() + TERM + "ontology%23Network");
            window.leave(() -> window.page()
                    .locator(".drawn a.box", new Page.LocatorOptions().setHasText("member count"))
                    .click());
            assertTrue(
                    window.page().url().contains("MemberCount"), window.page().url());
            assertEquals(
                    "member count",
                    window.page().locator(".drawn .centre text").first().textContent());
        }
    }
}
