package org.w3id.urbis.endpoint.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.Json;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;

/** The page that the README shows to those who build portals, opened as their page: from another origin. */
class PortalPageTest {
    private static final Pattern PAGE = Pattern.compile("```html\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ASKED = Pattern.compile("fetch\\('([^']+)'\\)");

    private static final RunningServer SERVER = ShippedServer.running();

    private static String page() throws IOException {
        Matcher page = PAGE.matcher(Files.readString(Path.of("../README.md")));
        assertTrue(page.find());
        return page.group(1).replace("http://localhost:8080", SERVER.origin());
    }

    @Test
    void itShowsWhatItAsksFor(@TempDir Path folder) throws IOException {
        Matcher asked = ASKED.matcher(page());
        assertTrue(asked.find());
        List<String> names = Json.of(SERVER.get(asked.group(1).replace(SERVER.origin(), "")))
                .path("items")
                .valueStream()
                .map(network -> network.path("name").path("en").asText())
                .toList();
        assertTrue(names.contains("United Cities and Local Governments"), names::toString);
        Path file = Files.writeString(folder.resolve("portal.html"), "<!DOCTYPE html>\n" + page());
        try (Browser browser = Browser.start();
                Browser.Window window = browser.open("en")) {
            window.page().navigate(file.toUri().toString());
            window.page().locator("#networks li").nth(names.size() - 1).waitFor();
            assertEquals(names, window.page().locator("#networks li a").allTextContents());
            assertEquals(List.of(), window.complaints());
        }
    }

    @Test
    void itIsTenLines() throws IOException {
        assertTrue(page().lines().count() <= 10, page());
    }
}
