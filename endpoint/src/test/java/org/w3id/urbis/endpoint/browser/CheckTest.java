package org.w3id.urbis.endpoint.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;
import org.w3id.urbis.loader.submission.Actor;
import org.w3id.urbis.loader.submission.Role;
import org.w3id.urbis.loader.submission.Submissions;
import org.w3id.urbis.loader.submission.Tokens;

/** Somebody checks an entry, mends it and takes it home. */
class CheckTest extends InBrowser {
    private static final String BROKEN = """
        @prefix network: <https://w3id.org/urbis/id/network/> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix theme: <https://w3id.org/urbis/id/theme/> .

        network:rivers a urbis:Network ;
            skos:prefLabel "Rivers <b onclick='alert(1)'>and</b> Cities"@en ;
            urbis:theme theme:resiliense ;
            urbis:citation [ urbis:lines "1" ] .
        """;

    @TempDir
    private static Path data;

    @AutoClose
    private static RunningServer server;

    private static String token;

    @BeforeAll
    static void startServer() {
        Town.publish(data);
        token = new Tokens(data, new Submissions(data, Clock.systemUTC()))
                .add("Anna", Role.SUBMITTER, Actor.ofThisProcess())
                .text();
        server = RunningServer.on(data);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void aBrokenTextIsMendedAndTakenHome(String lang) throws IOException {
        try (Browser.Window window = browser.open(lang)) {
            Page page = window.page();
            page.navigate(server.origin() + "/validate");
            page.locator("#text").fill(BROKEN);
            Locator findings = page.locator(".found > li");
            findings.first().waitFor();
            assertEquals("5", page.locator(".gutter b").first().innerText());
            browser.keep(page, "check-" + lang, true);
            assertEquals(List.of(), browser.inaccessible(page), lang);
            findings.first().locator("a.place").click();
            assertEquals("urbis:Network", page.evaluate("() => getSelection().toString()"));
            page.locator("button[name=apply][value=all]").click();
            page.locator(".result.good").waitFor();
            String mended = page.locator("#text").inputValue();
            assertTrue(mended.contains("@prefix urbis: <https://w3id.org/urbis/ontology#>"), mended);
            assertTrue(mended.contains("theme:resilience ;"), mended);
            Download download = page.waitForDownload(
                    () -> page.locator("button[name=download]").click());
            assertEquals(mended, Files.readString(download.path(), StandardCharsets.UTF_8));
            everybodyCanUse(window, "check-mended", lang, true);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void aFormMakesANetworkThatIsValid(String lang) {
        try (Browser.Window window = browser.open(lang)) {
            Page page = window.page();
            page.navigate(server.origin() + "/validate/form/network");
            assertEquals(List.of(), browser.inaccessible(page), "form in " + lang);
            open(page);
            field(page, "skos:prefLabel").fill("Réseau \"des Rivières\"");
            field(page, "urbis:theme").selectOption("https://w3id.org/urbis/id/theme/resilience");
            field(page, "urbis:website").fill("not an address");
            field(page, "urbis:founded").fill("1995-06");
            field(page, "urbis:memberCount.0.urbis:value").fill("120");
            field(page, "source.locator").fill("https://rivers.example/about");
            assertFalse(isValid(page, "urbis:website"));
            field(page, "urbis:website").fill("www.rivers.example");
            assertTrue(isValid(page, "urbis:website"));
            field(page, "urbis:memberCount.0.urbis:value").fill("-1");
            assertFalse(isValid(page, "urbis:memberCount.0.urbis:value"));
            field(page, "urbis:memberCount.0.urbis:value").fill("120");
            send(window);
            // A count without a unit: that one thing asks for another no field can know.
            page.locator(".problem-of-field").first().waitFor();
            browser.keep(page, "form-wrong-" + lang, true);
            open(page);
            String prefix = "urbis:memberCount.0.urbis:";
            field(page, prefix + "comparator").selectOption("https://w3id.org/urbis/id/comparator/exactly");
            field(page, prefix + "measure").selectOption("https://w3id.org/urbis/id/measure/member-cities");
            field(page, prefix + "unit").selectOption("https://w3id.org/urbis/id/unit/city");
            field(page, prefix + "asOf").fill("2026");
            window.leave(() -> field(page, prefix + "asOf").press("Enter"));
            page.locator(".result.good").waitFor();
            everybodyCanUse(window, "form", lang, true);
            window.leave(() -> page.locator("#written button").click());
            page.locator("#verdict .result.good").waitFor();
            assertTrue(page.locator("#text").inputValue().contains("network/reseau-des-rivieres> a urbis:Network"));
        }
    }

    @Test
    void aFormMakesACommitmentThatIsValid() {
        try (Browser.Window window = browser.open("en")) {
            Page page = window.page();
            page.navigate(server.origin() + "/validate/form/commitment");
            open(page);
            field(page, "skos:prefLabel").fill("Halve waste by 2035");
            field(page, "dct:description").fill("Halve the waste of all member cities.");
            field(page, "urbis:committedBy").fill("network/rivers");
            field(page, "urbis:commitmentKind")
                    .selectOption("https://w3id.org/urbis/id/commitment-kind/quantified-target");
            field(page, "urbis:deadline").fill("2035");
            field(page, "source.locator").fill("https://rivers.example/pledge");
            window.leave(() ->
                    page.locator("button[name=add][value='urbis:committedBy']").click());
            assertEquals(2, field(page, "urbis:committedBy").count());
            open(page);
            assertEquals(List.of(), browser.inaccessible(page), "commitment");
            field(page, "urbis:quantity.0.urbis:value").fill("10");
            window.leave(() ->
                    page.locator("button[name=add][value='urbis:quantity']").click());
            open(page);
            field(page, "urbis:quantity.1.urbis:value").fill("50");
            window.leave(() -> page.locator("button[name=remove][value='urbis:quantity.0']")
                    .click());
            open(page);
            assertEquals("50", field(page, "urbis:quantity.0.urbis:value").inputValue());
            assertEquals(0, field(page, "urbis:quantity.1.urbis:value").count());
            field(page, "urbis:quantity.0.urbis:value").fill("");
            send(window);
            // That a target has a figure is a rule in SPARQL, which no input could know.
            page.locator(".result.bad").waitFor();
            open(page);
            field(page, "urbis:commitmentKind").selectOption("https://w3id.org/urbis/id/commitment-kind/pledge");
            send(window);
            page.locator(".result.good").waitFor();
            assertEquals(List.of(), window.complaints());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void aWorkbookIsCheckedPreviewedAndHandedInWithoutEverBeingText(String lang) throws IOException {
        Path workbook = data.resolve("organizations-" + lang + ".xlsx");
        fill(workbook, lang);
        try (Browser.Window window = browser.open(lang)) {
            Page page = window.page();
            page.navigate(server.origin() + "/validate");
            page.locator("#file").setInputFiles(workbook);
            page.locator("#verdict .result.good").waitFor();
            assertEquals(
                    "organizations-" + lang + ".xlsx", page.locator("#name").inputValue());
            assertEquals("", page.locator("#text").inputValue());
            Page preview = page.context().waitForPage(() -> page.locator("button[formaction='/submissions?dry-run']")
                    .click());
            preview.getByText("Friends of rivers " + lang).first().waitFor();
            browser.keep(preview, "workbook-preview-" + lang, true);
            preview.close();
            page.locator("#token").fill(token);
            page.locator("#submit").click();
            page.locator("#handed-in bdi").waitFor();
            assertTrue(page.locator("#handed-in bdi").innerText().matches("[0-9]{8}-[0-9a-f]{8}"));
            browser.keep(page, "workbook-handed-in-" + lang, true);
            assertEquals(List.of(), browser.inaccessible(page), lang);
            assertEquals(List.of(), window.complaints());
        }
    }

    @Test
    void withoutAScriptAllOfItIsDoneByForms() {
        try (Browser.Window window = browser.openWithoutScript("en")) {
            Page page = window.page();
            page.navigate(server.origin() + "/validate");
            page.locator("#text").fill(BROKEN);
            page.locator("#check button[type=submit]").first().click();
            page.locator("#verdict .result.bad").waitFor();
            assertEquals(1, page.locator("#line-5 a.mark").count());
            page.locator("button[name=apply][value=all]").click();
            page.locator("#verdict .result.good").waitFor();
            page.locator("#submit").click();
            // Nobody hands anything in here without a token.
            page.locator("#handed-in .detail").waitFor();
            page.locator("#token").fill(token);
            page.locator("#submit").click();
            page.locator("#handed-in bdi").waitFor();
            browser.keep(page, "handed-in-without-script", true);
        }
    }

    private static void fill(Path file, String key) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Urbis", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("organization");
            List<String> titles = List.of("organization", "name", "description", "website");
            List<String> row =
                    List.of("", "Friends of rivers " + key, "Plants trees on banks.", "www.banks-" + key + ".example");
            for (int i = 0; i < titles.size(); i++) {
                sheet.value(0, i, titles.get(i));
                sheet.value(1, i, row.get(i));
            }
        }
    }

    private static Locator field(Page page, String name) {
        return page.locator("[name='" + name + "']");
    }

    /** What the browser itself thinks of a field. */
    private static boolean isValid(Page page, String name) {
        return (boolean) field(page, name).evaluate("field => field.checkValidity()");
    }

    private static void open(Page page) {
        page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true; })");
    }

    private static void send(Browser.Window window) {
        window.leave(() -> window.page()
                .locator("#entry button[type=submit]:not([hidden])")
                .last()
                .click());
    }
}
