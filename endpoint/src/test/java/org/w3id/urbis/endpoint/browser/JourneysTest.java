package org.w3id.urbis.endpoint.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;
import org.w3id.urbis.endpoint.page.Words;
import org.w3id.urbis.queries.CatalogueQuery;
import org.w3id.urbis.queries.QueryCatalogue;
import org.w3id.urbis.queries.QuestionWords;

/** Somebody comes with a question and leaves with an answer, from beginning to end. */
class JourneysTest extends InBrowser {
    /** Ten questions; the last is the one that is taken away. */
    private static final List<String> TEN = List.of(
            "network/networks",
            "network/member-counts",
            "network/founding-timeline",
            "network/partners-of-a-network",
            "city/cities",
            "agency/agencies",
            "framework/most-cited",
            "commitment/by-measure",
            "document/sources",
            "commitment/due-by");

    private static final QueryCatalogue CATALOGUE = QueryCatalogue.shipped();

    private final RunningServer server = ShippedServer.running();

    /** Finds a question by its words in the reader's language, which asks it; returns how many rows there are. */
    private static int answer(Page page, String name, String lang) {
        CatalogueQuery query = CATALOGUE.find(name).orElseThrow();
        String summary = QuestionWords.of(lang).summary(query).text();
        page.locator("#questions input[type=search]").fill(summary);
        page.locator("li[data-question='" + name + "'] button").click();
        page.locator(
                        "#question h2",
                        named(QuestionWords.of(lang).question(query).text()))
                .waitFor();
        page.locator(".rows-pane tbody td").first().waitFor();
        return page.locator(".rows-pane tbody tr").count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void whoKnowsNoSparqlAnswersTenQuestionsAndTakesACitedTableAway(String lang) throws IOException {
        try (Browser.Window window = browser.open(lang)) {
            Page page = window.page();
            page.navigate(server.origin() + "/sparql");
            page.locator(".question-list details").first().waitFor();
            for (String name : TEN) {
                assertTrue(answer(page, name, lang) > 0, name);
            }
            Locator all = page.locator("li[data-question='" + TEN.getLast() + "'] .last");
            all.waitFor();
            int rows = page.locator(".rows-pane tbody tr").count();
            assertTrue(all.innerText().contains(Integer.toString(rows)), all.innerText() + " " + rows);
            page.locator("#question input[type=date]").fill("2025-12-31");
            page.locator("#ask-question").click();
            page.waitForFunction(
                    "before => { const rows = document.querySelectorAll('.rows-pane tbody tr').length;"
                            + " return rows > 0 && rows < before; }",
                    rows);
            Download table = page.waitForDownload(
                    () -> page.locator(".away a", named("CSV")).click());
            String csv = Files.readString(table.path(), StandardCharsets.UTF_8);
            assertEquals(
                    page.locator(".rows-pane tbody tr").count(), csv.lines().count() - 1, csv);
            page.locator(".away button", named(Words.of(lang).get("workbench.share.cite")))
                    .click();
            String bibtex = page.locator(".over pre").first().innerText();
            assertTrue(bibtex.contains(server.server().revision().hash()), bibtex);
            assertTrue(bibtex.contains("revision=" + server.server().revision().number()), bibtex);
            assertTrue(bibtex.contains("p.latest=2025-12-31"), bibtex);
            browser.keep(page, "journey-cited-" + lang, false);
            assertEquals(List.of(), browser.inaccessible(page), lang);
            // Whoever asks again gives up what was asked before, which may have ended by then: the server says so by
            // 404.
            List<String> others = window.complaints().stream()
                    .filter(complaint -> !complaint.contains("404"))
                    .toList();
            assertEquals(List.of(), others, lang);
        }
    }

    /** The good day of a researcher, as the product promises it. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void whoLooksForPromisesLeavesWithTableChartLinkAndTheDocumentBehindEachRow(String lang) {
        String link;
        try (Browser.Window window = browser.open(lang)) {
            Page page = window.page();
            page.navigate(server.origin() + "/sparql");
            page.locator(".question-list details").first().waitFor();
            int before = answer(page, "commitment/quantified-climate-commitments", lang);
            page.locator("#show-sparql").click();
            page.locator("#ask:not([hidden])").waitFor();
            page.evaluate("() => { const editor = document.querySelector('.CodeMirror').CodeMirror;"
                    + " const query = editor.getValue().replaceAll('2030-12-31', '2050-12-31')"
                    + ".replace('?documentName', '?documentName ?document');"
                    + " editor.execCommand('selectAll'); editor.replaceSelection(query); }");
            page.locator("#run").click();
            page.waitForFunction("before => document.querySelectorAll('.rows-pane tbody tr').length > before", before);
            page.locator("#view-chart").click();
            page.locator("svg.chart .bar").first().waitFor();
            page.locator("#share").click();
            link = page.locator(".over input").last().inputValue();
            assertEquals(List.of(), window.complaints(), lang);
        }
        try (Browser.Window window = browser.open(lang)) {
            Page page = window.page();
            page.navigate(link);
            page.locator("#view-table").click();
            Locator document = page.locator(".rows-pane tbody a[href*='%2Fid%2Fdocument%2F']")
                    .first();
            document.waitFor();
            browser.keep(page, "journey-promises-" + lang, false);
            page.navigate(server.origin() + document.getAttribute("href"));
            assertTrue(
                    page.locator("h1").innerText().contains("Directory"),
                    page.locator("h1").innerText());
        }
    }

    /** Types as a person does, and takes the first thing that is offered with a text. */
    private static void complete(Page page, String typed, String taken) {
        page.keyboard().type(typed);
        Locator offered = page.locator(".CodeMirror-hint", named(taken)).first();
        offered.waitFor();
        offered.click();
        page.locator(".CodeMirror-hints").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    @ParameterizedTest
    @CsvSource({"ar, شبكة, المقر"})
    void whoKnowsSparqlWritesANewQueryInWordsOfTheReadersLanguage(String lang, String type, String property) {
        try (Browser.Window window = browser.open(lang)) {
            Page page = window.page();
            page.navigate(server.origin() + "/sparql");
            page.locator(".question-list details").first().waitFor();
            page.locator("#new-tab").click();
            page.evaluate("() => document.querySelector('.CodeMirror').CodeMirror.focus()");
            page.keyboard().type("SELECT * { ?network a ");
            complete(page, type, "urbis:Network");
            page.keyboard().type("; ");
            complete(page, property, "urbis:seat");
            page.keyboard().type("?seat . ");
            page.keyboard().press("Control+Enter");
            page.locator(".rows-pane tbody td").first().waitFor();
            assertTrue(page.locator(".rows-pane tbody tr").count() > 3);
            browser.keep(page, "journey-completed-" + lang, false);
            assertEquals(List.of(), browser.inaccessible(page), lang);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void whoLearnsSparqlGoesFromTheFirstStepToTheWorkbench(String lang) {
        try (Browser.Window window = browser.open(lang)) {
            Page page = window.page();
            page.navigate(server.origin() + "/");
            window.leave(() -> page.locator("nav.main a[href='/documentation']").click());
            window.leave(() ->
                    page.locator(".cards a[href='/documentation/tutorial']").click());
            assertEquals(8, page.locator(".step").count());
            browser.keep(page, "tutorial-" + lang, false);
            assertEquals(List.of(), browser.inaccessible(page), lang);
            page.locator(".step .try").last().click();
            page.locator(".CodeMirror").waitFor();
            page.locator(".rows-pane tbody td").first().waitFor();
            Object text = page.evaluate("() => document.querySelector('.CodeMirror').CodeMirror.getValue()");
            assertTrue(text.toString().contains("urbis:Event"), text.toString());
            assertEquals(List.of(), window.complaints(), lang);
        }
    }

    private static Page.LocatorOptions named(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
