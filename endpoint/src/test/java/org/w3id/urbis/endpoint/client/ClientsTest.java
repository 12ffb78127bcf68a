package org.w3id.urbis.endpoint.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.Json;
import org.w3id.urbis.endpoint.RawConnection;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;
import org.w3id.urbis.endpoint.config.Setting;

/** Forged hosts, forged addresses, and clients that ask too often. */
class ClientsTest {
    private static final int LIMIT = 5;

    @TempDir
    private static Path data;

    /** As it is without any setting. */
    private static RunningServer plain;
    /** Behind a proxy on this machine, found under a name, with few requests for each. */
    private static RunningServer proxied;

    @BeforeAll
    static void start() {
        Town.publish(data, Town.marked("here"));
        plain = RunningServer.on(data);
        proxied = RunningServer.on(
                data,
                Map.of(
                        Setting.TRUSTED_PROXIES,
                        "loopback",
                        Setting.PUBLIC_URL,
                        "https://data.example/",
                        Setting.RATE_LIMIT,
                        Integer.toString(LIMIT),
                        Setting.RATE_LIMIT_EXEMPT,
                        "198.51.100.0/24"));
    }

    @AfterAll
    static void stop() {
        plain.close();
        proxied.close();
    }

    private static RawConnection.Answer ask(RunningServer server, String path, String host, String... lines) {
        try (RawConnection connection = RawConnection.to(server.server().port())) {
            String more = lines.length == 0 ? "" : String.join("\r\n", lines) + "\r\n";
            return connection
                    .send("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + more + "\r\n")
                    .answer();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:80",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "127.0.0.1@evil.example",
                "6.6.6.6",
                "[2001:db8::6]:80"
            })
    void noLinkLeadsToAHostThatTheClientMadeUp(String host) {
        for (String path :
                new String[] {"/id/mark/here.jsonld", "/api/cities", "/", "/reconcile", "/catalog", "/sparql"}) {
            RawConnection.Answer answer = ask(
                    plain,
                    path,
                    host,
                    "Accept: application/ld+json, application/json;q=0.9, text/turtle;q=0.8",
                    "X-Forwarded-Host: evil.example",
                    "Forwarded: host=evil.example;for=6.6.6.6");
            String all = answer.headers() + answer.body();
            assertFalse(all.contains("evil"), all);
            assertFalse(all.contains("6.6.6.6") || all.contains("2001:db8::6"), all);
        }
    }

    @Test
    void linksLeadWhereTheClientCameFromIfThatIsThisMachine() {
        int port = plain.server().port();
        assertTrue(ask(plain, "/id/mark/here", "localhost:7", "Accept: text/turtle")
                .header("Link")
                .contains("<http://localhost:7/id/mark/here>"));
        assertTrue(ask(plain, "/id/mark/here", "evil.example", "Accept: text/turtle")
                .header("Link")
                .contains("<http://127.0.0.1:" + port + "/id/mark/here>"));
    }

    @Test
    void aPublicAddressStandsInAllLinks() {
        RawConnection.Answer answer =
                ask(proxied, "/id/mark/here", "localhost", "X-Forwarded-For: 198.51.100.9", "Accept: text/turtle");
        assertTrue(answer.header("Link").contains("<https://data.example/id/mark/here>"), answer.header("Link"));
        assertFalse(answer.header("Link").contains("localhost"), answer.header("Link"));
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() {
        HttpResponse<String> last = null;
        for (int i = 1; i <= LIMIT; i++) {
            last = proxied.get("/problem/busy", "X-Forwarded-For", "192.0.2.1");
            assertEquals(200, last.statusCode());
            assertEquals("\"requests\";q=5;w=60", header(last, "RateLimit-Policy"));
            assertTrue(
                    header(last, "RateLimit").startsWith("\"requests\";r=" + (LIMIT - i) + ";t="),
                    header(last, "RateLimit"));
        }
        HttpResponse<String> refused = proxied.get("/problem/busy", "X-Forwarded-For", "192.0.2.1");
        assertEquals(429, refused.statusCode());
        int wait = Integer.parseInt(header(refused, "Retry-After"));
        assertTrue(wait >= 1 && wait <= 12, () -> "waits " + wait + " seconds");
        assertTrue(header(refused, "RateLimit").startsWith("\"requests\";r=0;t="));
        assertTrue(
                Json.parse(refused.body()).get("type").textValue().endsWith("/problem/too-many-requests"),
                refused.body());
        assertEquals("*", header(refused, "Access-Control-Allow-Origin"));
        assertEquals(
                200,
                proxied.get("/problem/busy", "X-Forwarded-For", "192.0.2.2").statusCode());
        assertEquals(200, proxied.get("/health", "X-Forwarded-For", "192.0.2.1").statusCode());
    }

    @Test
    void madeUpAddressesDoNotHelpWhoAsksTooOften() {
        for (int i = 1; i <= LIMIT; i++) {
            proxied.get("/problem/busy", "X-Forwarded-For", "198.51.100." + i + ", 192.0.2.3");
        }
        assertEquals(
                429,
                proxied.get("/problem/busy", "X-Forwarded-For", "198.51.100.1, 192.0.2.3")
                        .statusCode());
        assertEquals(
                429,
                proxied.get("/problem/busy", "X-Forwarded-For", "192.0.2.3", "Forwarded", "for=198.51.100.1")
                        .statusCode());
    }

    @Test
    void whoIsExemptIsNotCounted() {
        for (int i = 0; i <= LIMIT; i++) {
            HttpResponse<String> answer = proxied.get("/problem/busy", "X-Forwarded-For", "198.51.100.9");
            assertEquals(200, answer.statusCode());
            assertEquals("", header(answer, "RateLimit"));
        }
        assertEquals("", header(plain.get("/problem/busy"), "RateLimit-Policy"));
    }

    @Test
    void metricsAreNotForWhoeverIsBehindAnUnknownProxy() {
        assertEquals(200, plain.get("/metrics").statusCode());
        assertEquals(403, plain.get("/metrics", "X-Forwarded-For", "127.0.0.1").statusCode());
        assertEquals(403, plain.get("/metrics", "Forwarded", "for=127.0.0.1").statusCode());
        assertEquals(
                403, proxied.get("/metrics", "X-Forwarded-For", "192.0.2.44").statusCode());
        assertEquals(200, proxied.get("/metrics", "X-Forwarded-For", "10.1.2.3").statusCode());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
