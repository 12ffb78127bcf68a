package org.w3id.urbis.endpoint.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.endpoint.ShippedServer;

/**
 * Measures when pages are drawn, on a machine that does nothing else: not one of the tests, as its name does not end like
 * theirs. {@code -Durbis.origin=http://localhost:8080} measures a server that runs already; {@code -Durbis.pages=/,/sparql}
 * these pages alone. Each page has its row in {@code target/page-times.txt} as soon as it is measured.
 */
class PageTimes extends InBrowser {
    /** Beside the first time, when the server had answered for the page to nobody. */
    private static final int TIMES = 3;

    private static final Path FILE = Path.of("target", "page-times.txt");
    private static final String ROW = "%-52s %8s %8s %18s %18s %14s%n";
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
            "/documentation/sources",
            "/ontology.html",
            "/validate");

    private String origin;

    @Test
    void pagesAreMeasured() throws IOException {
        String named = System.getProperty("urbis.origin", "");
        origin = named.isEmpty() ? ShippedServer.running().origin() : named;
        String chosen = System.getProperty("urbis.pages", "");
        List<String> pages = chosen.isEmpty() ? PAGES : List.of(chosen.split(","));
        Files.deleteIfExists(FILE);
        write("page", "bytes", "requests", "first text ms", "drawn ms", "thread busy ms");
        write("", "", "", "at first / best", "at first / best", "best");
        loading(pages.getFirst());
        for (String page : pages) {
            measure(page);
        }
        assertEquals(pages.size() + 2, Files.readAllLines(FILE).size(), "a row for each page");
    }

    private void measure(String page) throws IOException {
        Loading first = loading(page);
        List<Loading> again = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            again.add(loading(page));
        }
        Loading best =
                again.stream().min(Comparator.comparingDouble(Loading::drawn)).orElseThrow();
        write(
                page,
                Long.toString(first.bytes()),
                Integer.toString(first.places().size()),
                String.format(Locale.ROOT, "%.0f / %.0f", first.begun(), best.begun()),
                String.format(Locale.ROOT, "%.0f / %.0f", first.drawn(), best.drawn()),
                String.format(Locale.ROOT, "%.0f", best.busy()));
    }

    private Loading loading(String page) {
        try (Browser.Window window = browser.open("en")) {
            return Loading.of(window, origin + page);
        }
    }

    private static void write(Object... cells) throws IOException {
        Files.writeString(
                FILE,
                String.format(Locale.ROOT, ROW, cells),
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
