package org.w3id.urbis.endpoint.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;

/** Somebody asks the graph in a browser. */
class WorkbenchTest extends InBrowser {
    private final RunningServer server = ShippedServer.running();

    private static void write(Page page, String query) {
        page.evaluate(
                "query => { const editor = document.querySelector('.CodeMirror').CodeMirror;"
                        + " editor.execCommand('selectAll'); editor.replaceSelection(query); }",
                query);
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
            everybodyCanUse(window, "workbench", lang, true);
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

    /** Types letter by letter, and takes the first thing that is offered with a text. */
    private static void complete(Page page, String typed, String taken) {
        page.keyboard().type(typed);
        Locator offered = page.locator(".CodeMirror-hint", named(taken)).first();
        offered.waitFor();
        offered.click();
        page.locator(".CodeMirror-hints").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    @Test
    void aQueryIsWrittenWithCompletionAlone() {
        try (Browser.Window window = browser.open("en")) {
            Page page = window.page();
            page.navigate(server.origin() + "/sparql");
            page.locator(".question-list details").first().waitFor();
            page.locator("#new-tab").click();
            page.evaluate("() => document.querySelector('.CodeMirror').CodeMirror.focus()");
            page.keyboard().type("SELECT * { ?network a ");
            complete(page, "net", "urbis:Network");
            page.keyboard().type("; ");
            complete(page, "seat", "urbis:seat");
            complete(page, "Genev", "city:geneva");
            browser.keep(page, "workbench-completed", false);
            page.locator("#run").click();
            page.locator(".told-summary").waitFor();
            assertEquals(
                    List.of(),
                    window.complaints().stream()
                            .filter(text -> !text.contains("400"))
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void aQuestionIsAskedWithoutSparqlAndTakenAway(String lang) throws IOException {
        try (Browser.Window window = browser.open(lang)) {
            Page page = window.page();
            page.navigate(server.origin() + "/sparql");
            page.locator("#questions input[type=search]").fill("due-by");
            page.locator(".question-list button").first().click();
            page.locator(".rows-pane tbody td").first().waitFor();
            int before = page.locator(".rows-pane tbody tr").count();
            page.locator("#question input[type=date]").fill("2025-12-31");
            page.locator("#ask-question").click();
            page.waitForFunction(
                    "before => { const rows = document.querySelectorAll('.rows-pane tbody tr').length;"
                            + " return rows > 0 && rows < before; }",
                    before);
            Download download = page.waitForDownload(
                    () -> page.locator(".away a", named("CSV")).click());
            String csv = Files.readString(download.path(), StandardCharsets.UTF_8);
            assertTrue(csv.startsWith("deadlineDate,actorName,commitmentName"), csv);
            assertEquals(
                    page.locator(".rows-pane tbody tr").count(), csv.lines().count() - 1);
            browser.keep(page, "workbench-question-" + lang, false);
            assertEquals(List.of(), browser.inaccessible(page), lang);
            page.locator("#show-sparql").click();
            page.locator("#ask:not([hidden])").waitFor();
            Object text = page.evaluate("() => document.querySelector('.CodeMirror').CodeMirror.getValue()");
            assertTrue(text.toString().contains("\"2025-12-31\"^^xsd:date"), text.toString());
            assertEquals(List.of(), window.complaints(), lang);
        }
    }

    @Test
    void aLinkOpensTheSameAnswerInTheSameRevision() {
        String link;
        try (Browser.Window window = browser.open("en")) {
            Page page = window.page();
            page.navigate(server.origin() + "/sparql");
            ask(page, "SELECT (COUNT(*) AS ?n) { ?s a <https://w3id.org/urbis/ontology#Network> }");
            page.locator(".rows-pane td.number").waitFor();
            page.locator("#share").click();
            link = page.locator(".over input").last().inputValue();
            assertEquals(List.of(), browser.inaccessible(page), "the links");
        }
        try (Browser.Window window = browser.open("en")) {
            Page page = window.page();
            page.navigate(link);
            page.locator(".rows-pane td.number").waitFor();
            assertTrue(page.locator("#answer-place .cut").innerText().contains("revision"));
            page.locator(".away button", named("Cite")).click();
            String bibtex = page.locator(".over pre").first().innerText();
            assertTrue(bibtex.contains(server.server().revision().hash()), bibtex);
        }
    }

    @Test
    void aQueryIsStoppedHereAndOnTheServer() {
        try (Browser.Window window = browser.open("en")) {
            Page page = window.page();
            page.navigate(server.origin() + "/sparql");
            Request stopped = page.waitForRequest(request -> request.method().equals("DELETE"), () -> {
                ask(page, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }");
                page.locator("#stop").click();
            });
            page.locator(".trouble.stopped").waitFor();
            String name = stopped.url().replaceFirst(".*/", "");
            assertTrue(name.matches("[0-9a-f]{32}"), name);
        }
    }

    @Test
    void whatIsLostIsSaidAndTriedAgain() {
        try (Browser.Window window = browser.open("en")) {
            Page page = window.page();
            page.navigate(server.origin() + "/sparql");
            page.locator(".question-list details").first().waitFor();
            window.context().setOffline(true);
            page.locator("#run").click();
            page.locator(".trouble.lost").waitFor();
            browser.keep(page, "workbench-lost", false);
            window.context().setOffline(false);
            page.locator(".trouble button", named("Try again")).click();
            page.locator(".rows-pane tbody td").first().waitFor();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "chart,network/member-counts,svg.chart .bar",
        "map,network/members-of-a-network,svg.world .marker",
        "timeline,network/founding-timeline,svg.timeline .bar",
        "network,agency/networks-of-an-agency,svg.graph .node"
    })
    void anAnswerIsSeenInAnotherWay(String view, String question, String drawn) {
        try (Browser.Window window = browser.open("en")) {
            Page page = window.page();
            page.navigate(server.origin() + "/sparql?question=" + question + "&view=" + view);
            page.locator(drawn).first().waitFor();
            Download picture = page.waitForDownload(
                    () -> page.locator(".controls button", named("PNG")).click());
            assertTrue(picture.suggestedFilename().endsWith(".png"));
            everybodyCanUse(window, "workbench-" + view, "en", true);
        }
    }

    @Test
    void namesStandBesideTheirBarsInArabicToo() {
        try (Browser.Window window = browser.open("ar")) {
            Page page = window.page();
            page.navigate(server.origin() + "/sparql?question=network/member-counts&view=chart");
            BoundingBox bar = page.locator("svg.chart .bar").first().boundingBox();
            BoundingBox name = page.locator("svg.chart .label").first().boundingBox();
            BoundingBox value = page.locator("svg.chart .value").first().boundingBox();
            assertTrue(name.x + name.width <= bar.x, "the name ends before the bar");
            assertTrue(value.x >= bar.x + bar.width, "the number stands behind it");
            browser.keep(page, "workbench-chart-ar", false);
        }
    }

    @Test
    void aQueryIsLaidOutAndExplained() {
        try (Browser.Window window = browser.open("en")) {
            Page page = window.page();
            page.navigate(server.origin() + "/sparql");
            write(page, "select ?n{?n a <https://w3id.org/urbis/ontology#Network>. # all\n}limit 5");
            page.locator("#format-query").click();
            assertEquals("""
                SELECT ?n {
                  ?n a <https://w3id.org/urbis/ontology#Network> . # all
                }
                LIMIT 5
                """, page.evaluate("() => document.querySelector('.CodeMirror').CodeMirror.getValue()"));
            page.locator("#explain").click();
            page.locator(".plan tbody tr").first().waitFor();
            assertEquals(List.of(), browser.inaccessible(page), "the plan");
        }
    }

    private static Page.LocatorOptions named(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
