package org.w3id.urbis.endpoint.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;

/** Pages that help to understand, as a browser shows them. */
class DocumentationPagesTest extends InBrowser {
    private static final String TERM = "/resource?iri=https%3A%2F%2Fw3id.org%2Furbis%2F";

    private final RunningServer server = ShippedServer.running();

    @ParameterizedTest
    @CsvSource({
        "documentation, en, /documentation",
        "answers, ar, /documentation/answers/network",
        "recipes, en, /documentation/recipes",
        "sources, ar, /documentation/sources",
        "diagram, ar, /documentation/diagram",
        "shapes, ar, /shapes.html",
        "shape, en, " + TERM + "shapes%23Commitment",
        "class, ar, " + TERM + "ontology%23Network",
        "property, en, " + TERM + "ontology%23seat"
    })
    void everybodyCanUseThePage(String name, String lang, String path) {
        Browser.Window window = browser.again(lang);
        window.page().navigate(server.origin() + path);
        everybodyCanUse(window, name, lang, !name.equals("shapes"));
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
