package org.w3id.urbis.endpoint.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;
import org.w3id.urbis.endpoint.page.Words;

/** The good day of who builds a portal and of who keeps the server, as the product promises them. */
class PortalJourneyTest extends InBrowser {
    /** A page of a portal: it lists networks, asks again by the tag, and matches a name of its own spreadsheet. */
    private static final String PORTAL = """
        <!DOCTYPE html><html lang="LANG"><meta charset="utf-8"><title>Portal</title><ul id="networks"></ul>
        <script type="module">
          const address = 'ORIGIN/api/networks?cooperates-with=un-habitat&fields=name';
          const headers = { Accept: 'application/ld+json' };
          const answer = await fetch(address, { headers, cache: 'no-store' });
          for (const network of (await answer.json()).items) {
            const [name] = [network.name.LANG ?? Object.values(network.name)].flat(2);
            const link = Object.assign(document.createElement('a'), { textContent: name });
            link.href = network.id.replace('https://w3id.org/urbis', 'ORIGIN');
            document.getElementById('networks').append(link);
          }
          const tag = answer.headers.get('ETag');
          const again = await fetch(address, { headers: { ...headers, 'If-None-Match': tag }, cache: 'no-store' });
          const queries = JSON.stringify({ q0: { query: 'UN-Habitat', limit: 1 } });
          const matched = await fetch('ORIGIN/reconcile', { method: 'POST', body: new URLSearchParams({ queries }) });
          window.told = { again: again.status, match: (await matched.json()).q0.result[0].match };
        </script>
        """;

    private final RunningServer server = ShippedServer.running();

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void aPortalListsNetworksIsToldWhatChangedAndJoinsItsOwnNames(String lang, @TempDir Path folder)
            throws IOException {
        Words words = Words.of(lang);
        Path portal = Files.writeString(
                folder.resolve("portal.html"), PORTAL.replace("LANG", lang).replace("ORIGIN", server.origin()));
        try (Browser.Window window = browser.open(lang)) {
            Page page = window.page();
            page.navigate(portal.toUri().toString());
            page.waitForFunction("() => window.told");
            assertEquals(Map.of("again", 304, "match", true), page.evaluate("() => window.told"));
            window.leave(() -> page.locator("#networks a").first().click());
            assertEquals(words.dir(), page.getAttribute("html", "dir"));
            assertEquals(lang, page.getAttribute("html", "lang"));
            window.leave(() -> page.locator("footer a[href='/catalog']").click());
            assertEquals(words.get("catalog.title"), page.locator("h1").innerText());
            assertTrue(page.locator(".forms a[href*='jsonld']").count() > 0, "harvesters have their form");
            window.leave(() -> page.locator("footer a[href='/feed']").click());
            assertEquals(words.get("home.part.feed"), page.locator("h1").innerText());
            everybodyCanUse(window, "journey-feed", lang, false);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void whoKeepsTheServerSeesItsStateItsRevisionsAndWhatToTakeAway(String lang) {
        Words words = Words.of(lang);
        try (Browser.Window window = browser.open(lang)) {
            Page page = window.page();
            page.navigate(server.origin() + "/revisions");
            assertEquals(words.get("revision.list"), page.locator("h1").innerText());
            assertTrue(page.locator("tbody code").first().innerText().length() > 20, "content has a hash");
            everybodyCanUse(window, "journey-revisions", lang, false);
            window.leave(() -> page.locator("tbody a[href^='/dumps/']").first().click());
            assertTrue(page.locator("main a[href$='urbis.nq.gz']").count() > 0, "there is a dump");
            everybodyCanUse(window, "journey-dumps", lang, false);
            window.leave(() -> page.locator("footer a[href='/health']").click());
            assertTrue(page.locator("body").innerText().contains("\"UP\""), "it is up");
            assertEquals(List.of(), window.complaints());
        }
    }
}
