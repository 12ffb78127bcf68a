package org.w3id.urbis.endpoint.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;

/** Somebody looks around in the graph without SPARQL. */
class ExploreTest extends InBrowser {
    private final RunningServer server = ShippedServer.running();

    /** From the box on the first page by keyboard to a network, to its document, and to the section that says so. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void aNetworkIsFoundByTypingAndLeadsToTheLinesThatSaySo(String lang) {
        try (Browser.Window window = browser.open(lang)) {
            Page page = window.page();
            page.navigate(server.origin() + "/");
            Locator box = page.locator("#seek[role=combobox]");
            box.fill("human rights cit");
            page.locator(".offers li", new Page.LocatorOptions().setHasText("Human Rights Cities Network"))
                    .first()
                    .waitFor();
            browser.keep(page, "explore-typing-" + lang, false);
            assertEquals(List.of(), browser.inaccessible(page), "typing in " + lang);
            box.press("ArrowDown");
            assertEquals("true", page.locator(".offers li").first().getAttribute("aria-selected"));
            box.press("Enter");
            page.waitForURL("**/id/network/human-rights-cities-network");
            assertTrue(page.locator("#members ~ .wide-map .marker").count() > 3, "members are on the map");
            assertTrue(page.locator("section.doubts a").count() > 0, "doubtful facts are told");
            page.locator(".told .mark").first().click();
            page.locator(".sources li:target a").first().click();
            page.waitForURL("**/id/document/**");
            page.locator("td.number").first().waitFor();
            page.locator("main table a", new Page.LocatorOptions().setHasText("Human Rights Cities Network"))
                    .first()
                    .click();
            page.waitForURL("**/sections?**");
            assertTrue(page.locator(".line-row").count() > 5);
            everybodyCanUse(window, "explore-section", lang, true);
        }
    }

    /** From the doors on the first page to a list, narrowed, and to some of it side by side. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void networksAreNarrowedAndSetSideBySide(String lang) {
        try (Browser.Window window = browser.open(lang)) {
            Page page = window.page();
            page.navigate(server.origin() + "/");
            page.locator(".tiles a").first().click();
            page.waitForURL("**/api/networks");
            String all = page.locator("h1 .count").innerText();
            browser.keep(page, "explore-list-" + lang, false);
            assertEquals(List.of(), browser.inaccessible(page), "list in " + lang);
            Locator facet = page.locator(".facet li a").first();
            String number = page.locator(".facet li .count").first().innerText();
            facet.click();
            page.waitForURL("**/api/networks?**");
            assertEquals(number, page.locator("h1 .count").innerText(), "as many as the facet promised, of " + all);
            page.navigate(server.origin() + "/api/networks?framework=paris-agreement");
            page.locator("input[name=thing]").nth(0).check();
            page.locator("input[name=thing]").nth(1).check();
            page.locator("main form[action='/compare'] button").click();
            page.waitForURL("**/compare?**");
            assertEquals(2, page.locator(".compare thead th").count());
            assertTrue(page.locator("#frameworks ~ .scroll .yes").count() >= 2, "they share a framework");
            assertTrue(page.locator(".compare .mark").count() > 5, "each fact has its source");
            everybodyCanUse(window, "explore-compare", lang, true);
        }
    }

    /** From a framework's tree to what contributes, and on by a drawing that grows. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void theDrawingGrowsByKeyboard(String lang) {
        try (Browser.Window window = browser.open(lang)) {
            Page page = window.page();
            page.navigate(server.origin() + "/id/framework/sdg");
            page.locator("ul.tree details[open] .contributors a").first().waitFor();
            assertTrue(page.locator("ul.tree > li").count() >= 17, "all goals are there");
            browser.keep(page, "explore-framework-" + lang, false);
            page.navigate(server.origin() + "/id/network/energy-cities");
            page.locator(".timeline circle.due").first().waitFor();
            browser.keep(page, "explore-network-" + lang, true);
            page.locator(".ways a[href^='/graph-view']").click();
            page.locator("svg.grows .spot").first().waitFor();
            int before = page.locator("svg.grows .spot").count();
            Locator besancon = page.locator("svg.grows .spot[data-iri$='/besancon']");
            besancon.focus();
            besancon.press("Enter");
            page.locator("svg.grows .spot.grown[data-iri$='/besancon']").waitFor();
            assertTrue(page.locator("svg.grows .spot").count() > before, "it has grown");
            assertEquals("/id/city/besancon", page.locator("#to-page").getAttribute("href"));
            String there = String.valueOf(page.evaluate("() => document.activeElement.dataset.iri"));
            page.keyboard().press("ArrowLeft");
            String next = String.valueOf(page.evaluate("() => document.activeElement.dataset.iri"));
            page.keyboard().press("ArrowRight");
            assertTrue(!next.equals("undefined") && !there.isEmpty(), next);
            everybodyCanUse(window, "explore-graph", lang, true);
        }
    }

    @Test
    void allOfItWorksWithoutScript() {
        try (Browser.Window window = browser.open("en")) {
            Page page = window.page();
            page.route("**/assets/*.js", route -> route.abort());
            page.navigate(server.origin() + "/");
            page.locator("#seek").fill("geneva");
            page.locator("#seek").press("Enter");
            page.waitForURL("**/search?**");
            assertTrue(page.locator(".hits li").count() > 5);
            String cities = page.locator(".facet a", new Page.LocatorOptions().setHasText("city"))
                    .first()
                    .getAttribute("href");
            page.navigate(server.origin() + cities);
            assertEquals(1, page.locator(".hits li").count());
            browser.keep(page, "explore-results", true);
            page.locator(".hits a").first().click();
            page.locator(".ways a[href^='/graph-view']").click();
            page.locator("a.spot").first().waitFor();
            assertTrue(page.locator("#neighbours ~ section li").count() > 3, "the list says the same");
        }
    }
}
