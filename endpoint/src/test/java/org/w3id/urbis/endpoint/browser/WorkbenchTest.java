package org.w3id.urbis.endpoint.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;

/** Somebody asks the graph in a browser. */
class WorkbenchTest {
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

    private static void write(Page page, String query) {
        page.evaluate("query => document.querySelector('.CodeMirror').CodeMirror.setValue(query)", query);
    }

    private static void ask(Page page, String query) {
        write(page, query);
        page.locator("#run").click();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void everybodyCanUseTheWorkbench(String lang) {
        try (Browser.Window window = browser.open(lang)) {
            Page page = window.page();
            page.navigate(server.origin() + "/sparql");
            page.locator("#run").click();
            page.locator(".rows-pane tbody a").first().waitFor();
            browser.keep(page, "workbench-" + lang, true);
            assertEquals(List.of(), browser.inaccessible(page), lang);
            window.darken();
            browser.keep(page, "workbench-" + lang + "-dark", false);
            assertEquals(List.of(), browser.inaccessible(page, "color-contrast", "link-in-text-block"), "in the dark");
            assertEquals(0, window.overflowAt(360), "on a phone");
            browser.keep(page, "workbench-" + lang + "-phone", false);
            assertEquals(0, window.overflowAt(2560), "on a wall");
            assertEquals(List.of(), window.complaints(), lang);
        }
    }

    @Test
    void thousandsOfRowsAreSortedAndFiltered() {
        try (Browser.Window window = browser.open("en")) {
            Page page = window.page();
            page.navigate(server.origin() + "/sparql");
            ask(page, "SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 5000");
            page.locator(".rows-pane.tall tbody td").first().waitFor();
            assertTrue(page.locator(".told-summary").innerText().startsWith("5,000 rows"));
            assertTrue(page.locator(".rows-pane tbody tr").count() < 200, "only what is seen is drawn");
            page.locator(".sort").first().click();
            assertEquals("ascending", page.locator("th").first().getAttribute("aria-sort"));
            page.locator(".table-bar input[type=search]").fill("no such thing at all");
            assertEquals("0 of 5,000", page.locator(".table-bar output").innerText());
        }
    }

    @Test
    void aFaultIsShownWhereItIs() {
        try (Browser.Window window = browser.open("en")) {
            Page page = window.page();
            page.navigate(server.origin() + "/sparql");
            ask(page, "SELECT ?name {\n  ?network a urbis:Network ; skos:prefLabel ?name }");
            page.locator(".trouble").waitFor();
            assertEquals("urbis:Network", page.locator(".fault").innerText());
            browser.keep(page, "workbench-fault", false);
            page.locator(".trouble button", named("Add PREFIX urbis")).click();
            page.locator(".trouble button", named("Add PREFIX skos")).click();
            page.locator(".rows-pane tbody td").first().waitFor();
        }
    }

    private static Page.LocatorOptions named(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
