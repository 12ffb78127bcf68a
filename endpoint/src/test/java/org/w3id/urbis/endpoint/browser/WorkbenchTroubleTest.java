package org.w3id.urbis.endpoint.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedData;
import org.w3id.urbis.endpoint.config.Setting;
import org.w3id.urbis.endpoint.page.Words;

/** What keeps an answer away is told as a person would want to hear it, and no part of an answer looks like all of it. */
class WorkbenchTroubleTest extends InBrowser {
    /** More rows than anybody waits for, made quicker than they can be counted. */
    private static final String ENDLESS = "SELECT ?a ?d { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";

    @AutoClose
    private static RunningServer server;

    @BeforeAll
    static void startServer() {
        server = RunningServer.on(
                ShippedData.directory(), Map.of(Setting.QUERY_TIMEOUT, "2", Setting.CACHED_ANSWER_BYTES, "65536"));
    }

    private static void ask(Page page, String query) {
        page.evaluate(
                "query => { const editor = document.querySelector('.CodeMirror').CodeMirror;"
                        + " editor.execCommand('selectAll'); editor.replaceSelection(query); }",
                query);
        page.locator("#run").click();
    }

    @ParameterizedTest
    @ValueSource(strings = "ar")
    void whatTakesTooLongAndWhatBreaksOffIsTold(String lang) {
        Words words = Words.of(lang);
        try (Browser.Window window = browser.open(lang)) {
            Page page = window.page();
            page.navigate(server.origin() + "/sparql");
            page.locator(".question-list details").first().waitFor();
            ask(page, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }");
            Locator late = page.locator(".trouble.problem");
            late.waitFor();
            assertEquals(
                    words.get("workbench.trouble.again"), late.locator("button").innerText());
            browser.keep(page, "workbench-late-" + lang, false);
            assertEquals(List.of(), browser.inaccessible(page), lang);
            ask(page, ENDLESS);
            Locator broken = page.locator(".trouble.broken");
            broken.waitFor();
            assertTrue(broken.innerText().contains(words.get("workbench.trouble.broken.detail")), broken.innerText());
            assertEquals(0, page.locator(".rows-pane").count(), "no part of the answer is shown");
            browser.keep(page, "workbench-broken-" + lang, false);
            ask(page, "SELECT ?n { ?n a <https://w3id.org/urbis/ontology#Network> } LIMIT 3");
            page.locator(".rows-pane tbody td").first().waitFor();
        }
    }

    @Test
    void whatFitsNothingIsNamed() {
        try (Browser.Window window = browser.open("en")) {
            Page page = window.page();
            page.navigate(server.origin() + "/sparql");
            page.locator(".question-list details").first().waitFor();
            ask(page, """
                PREFIX urbis: <https://w3id.org/urbis/ontology#>
                SELECT ?n ?s { ?n a urbis:Network . ?n urbis:seet ?s }
                """);
            Locator unmatched = page.locator(".unmatched code");
            unmatched.waitFor();
            assertEquals("?n urbis:seet ?s", unmatched.innerText());
            browser.keep(page, "workbench-nothing", false);
            assertEquals(List.of(), browser.inaccessible(page));
            Locator meant = page.locator(".hinted button").first();
            assertEquals("Replace with urbis:seat", meant.innerText());
            meant.click();
            page.locator(".rows-pane tbody td").first().waitFor();
            assertEquals(0, page.locator(".hinted").count());
        }
    }

    @Test
    void withoutAScriptTheQueryComesBackWithWhatIsWrong() {
        try (Browser.Window window = browser.openWithoutScript("fr")) {
            Page page = window.page();
            page.navigate(server.origin() + "/sparql");
            page.locator("#query").fill("SELECT ?n {\n  ?n a urbis:Network }");
            page.locator("#run").click();
            Locator place = page.locator(".problem pre");
            place.waitFor();
            assertEquals("  ?n a urbis:Network }\n       ^", place.innerText().stripTrailing());
            browser.keep(page, "unscripted-fault-fr", false);
            page.locator("#query")
                    .fill("PREFIX urbis: <https://w3id.org/urbis/ontology#>\nSELECT ?n { ?n a urbis:Network }");
            page.locator("main button[type=submit]").click();
            page.locator("table tbody a").first().waitFor();
            assertEquals(0, window.overflowAt(360), "on a phone");
        }
    }
}
