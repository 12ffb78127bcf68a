package org.w3id.urbis.endpoint.deprecation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.endpoint.exchange.Answering;

class DeprecationsTest {
    private static final String TABLE = """
        # for people

        /old/{key}\t-\t2026-01-01\t2027-01-01\t/docs/old\t/new
        /lists/*\tcolour\t2026-02-03\t-\t/docs/colour\t-
        """;

    private static WebServer server;
    private static HttpClient client;

    @BeforeAll
    static void start() {
        server = WebServer.builder()
                .port(0)
                .routing(routing -> routing.addFilter(Deprecations.read(new StringReader(TABLE)))
                        .any((request, response) -> {
                            Answering.link(response, "</x>; rel=\"self\"");
                            response.send("answer");
                        }))
                .build()
                .start();
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.stop();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void aRouteThatWillGoSaysSinceWhenUntilWhenAndWhatComesInstead() throws Exception {
        HttpResponse<String> answer = get("/old/thing");
        assertEquals("answer", answer.body());
        assertEquals("@1767225600", header(answer, "Deprecation"));
        assertEquals("Fri, 01 Jan 2027 00:00:00 GMT", header(answer, "Sunset"));
        assertEquals(
                "</docs/old>; rel=\"deprecation\"; type=\"text/html\", </docs/old>; rel=\"sunset\"; type=\"text/html\","
                        + " </new>; rel=\"successor-version\", </x>; rel=\"self\"",
                header(answer, "Link"));
    }

    @Test
    void aParameterIsAnnouncedToWhoUsesIt() throws Exception {
        HttpResponse<String> used = get("/lists/a/b?colour=red");
        assertEquals("@1770076800", header(used, "Deprecation"));
        assertEquals("", header(used, "Sunset"));
        assertEquals("", header(get("/lists/a/b?other=red"), "Deprecation"));
        assertEquals("", header(get("/new"), "Deprecation"));
    }

    @Test
    void aLineThatCannotBeReadIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Deprecations.read(new StringReader("/old\t-\t2026-01-01")));
    }
}
