package org.w3id.urbis.endpoint.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.endpoint.ShippedServer;

/**
 * Measures when pages are drawn, on a machine that does nothing else: not one of the tests, as its name does not end like
 * theirs. {@code -Durbis.origin=http://localhost:8080} measures a server that runs already.
 */
class PageTimes extends InBrowser {
    private static final int TIMES = 7;
    private static final Path FILE = Path.of("target", "page-times.tsv");
    private static final List<String> PAGES = List.of(
            "/",
            "/sparql",
            "/api/networks",
            "/api/cities",
            "/id/network/c40",
            "/id/city/geneva",
            "/id/framework/sdg",
            "/compare?thing=network/c40&thing=network/icorn",
            "/graph-view?thing=network/c40",
            "/search?q=geneva",
            "/documentation/diagram",
            "/ontology.html",
            "/validate");

    @Test
    void pagesAreMeasured() throws IOException {
        String origin = System.getProperty("urbis.origin", "");
        String asked = origin.isEmpty() ? ShippedServer.running().origin() : origin;
        List<String> lines = new ArrayList<>();
        lines.add("page\tbytes\tfirst asked: answered ms\tdrawn ms\tasked again, best of " + TIMES
                + ": answered ms\tdrawn ms");
        for (String path : PAGES) {
            List<Loading> all = new ArrayList<>();
            for (int i = 0; i <= TIMES; i++) {
                try (Browser.Window window = browser.open("en")) {
                    all.add(Loading.of(window, asked + path));
                }
            }
            Loading first = all.removeFirst();
            Loading best =
                    all.stream().min(Comparator.comparingDouble(Loading::drawn)).orElseThrow();
            lines.add(String.format(
                    Locale.ROOT,
                    "%s\t%d\t%.0f\t%.0f\t%.0f\t%.0f",
                    path,
                    first.bytes(),
                    first.answered(),
                    first.drawn(),
                    best.answered(),
                    best.drawn()));
        }
        Files.write(FILE, lines);
        assertTrue(lines.size() > PAGES.size(), "all pages were measured");
    }
}
