package org.w3id.urbis.endpoint.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;

/** Content that comes back is a revision of its own: what tells the number tells the new one, and all else has not changed. */
class ReturnedContentTest {
    @TempDir
    private static Path data;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        Town.publish(data, Town.marked("one"));
        Town.publish(data, Town.marked("two"));
        Town.publish(data, Town.marked("one"));
        server = RunningServer.on(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> ask(String path, String more, String... headers) {
        HttpResponse<String> response = server.get(path + more, headers);
        assertTrue(response.statusCode() == 200 || response.statusCode() == 304, path + more + response.body());
        return response;
    }

    private static String pinned(String path, int revision) {
        return (path.contains("?") ? "&" : "?") + "revision=" + revision;
    }

    private static String tag(HttpResponse<?> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/id/mark/here.html",
                "/id/mark/here.html?lang=fr",
                "/ontology.html",
                "/search?q=town",
                "/api",
                "/api/networks",
                "/queries",
                "/queries/network/as-schema-org",
                "/sparql?query=ASK%7B%7D",
                "/sparql",
                "/compare",
                "/collections",
                "/catalog",
                "/graph-view?thing=https://w3id.org/urbis/id/mark/here",
                "/documentation"
            })
    void aPageTellsTheRevisionThatItIsOf(String path) {
        HttpResponse<String> first = ask(path, pinned(path, 1), "Accept", "text/html");
        HttpResponse<String> third = ask(path, pinned(path, 3), "Accept", "text/html");
        assertNotEquals(footer(first, "1"), footer(third, "3"));
        assertNotEquals(tag(first), tag(third), "a strong tag stands for the same bytes");
        assertEquals(
                200,
                ask(path, pinned(path, 3), "Accept", "text/html", "If-None-Match", tag(first))
                        .statusCode());
        footer(ask(path, "", "Accept", "text/html"), "3");
    }

    /** The line that names the revision; only its number differs as both were published on one day. */
    private static String footer(HttpResponse<String> page, String number) {
        return page.body()
                .lines()
                .filter(line -> line.matches("<p>R(evision|évision) " + number + ",.*</p>"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page.uri() + " is not of revision " + number + page.body()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/id/mark/here.ttl",
                "/id/mark/here.jsonld",
                "/ontology.ttl",
                "/sparql?query=SELECT*%7B?s+?p+?o%7DORDER+BY+?s+?p+?o&format=csv"
            })
    void dataAreKnownByTheirContent(String path) {
        HttpResponse<String> first = ask(path, pinned(path, 1));
        HttpResponse<String> third = ask(path, pinned(path, 3));
        assertEquals(first.body(), third.body());
        assertEquals(tag(first), tag(third));
        assertNotEquals(tag(ask(path, pinned(path, 2))), tag(third));
        HttpResponse<String> known = ask(path, pinned(path, 3), "If-None-Match", tag(first));
        assertEquals(304, known.statusCode());
        assertEquals("3", known.headers().firstValue("Urbis-Revision").orElseThrow());
    }
}
