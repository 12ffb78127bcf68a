package org.w3id.urbis.endpoint.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.endpoint.Json;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;

/** Where editors look for examples, readers find the questions, and each takes what it is about. */
class ExampleRoutesTest {
    private static final RunningServer SERVER = ShippedServer.running();

    @Test
    void readersFindAllQuestionsInTheirLanguage() {
        HttpResponse<String> page =
                SERVER.get("/.well-known/sparql-examples", "Accept", "text/html", "Accept-Language", "ru");
        assertEquals(200, page.statusCode());
        assertEquals("ru", page.headers().firstValue("Content-Language").orElse(""));
        assertTrue(page.body().contains("<html lang=\"ru\""), page.body());
        Json.of(SERVER.get("/queries", "Accept", "application/json"))
                .path("queries")
                .forEach(question -> assertTrue(
                        page.body().contains("href=\"" + Json.path(question.path("href")) + "\""),
                        question.toString()));
        assertTrue(page.body().contains("href=\"/.well-known/sparql-examples?format=ttl\""), page.body());
        assertTrue(page.body().contains("/.well-known/sparql-examples?format=html&amp;lang=zh"), page.body());
        String tag = page.headers().firstValue("ETag").orElseThrow();
        assertEquals(
                304,
                SERVER.get(
                                "/.well-known/sparql-examples",
                                "Accept",
                                "text/html",
                                "Accept-Language",
                                "ru",
                                "If-None-Match",
                                tag)
                        .statusCode());
        assertEquals(
                406,
                SERVER.get("/.well-known/sparql-examples", "Accept", "text/csv").statusCode());
    }

    @Test
    void whoTakesPartCanBeAskedOfEventsAsOfProgrammes() {
        for (String activity : new String[] {
            "event/global-conference-on-cities-and-migration", "programme/joint-work-programme-resilient-cities"
        }) {
            HttpResponse<String> rows = SERVER.get(
                    "/queries/event/participants?activity=https://w3id.org/urbis/id/" + activity, "Accept", "text/csv");
            assertEquals(200, rows.statusCode(), rows.body());
            assertTrue(rows.body().lines().count() > 1, rows.body());
        }
    }
}
