package org.w3id.urbis.endpoint.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;

/** What holds for every answer, seen on one that is kept, one that is made anew, and one that streams. */
class AnsweringTest {
    private static final String THING = "/id/network/bridges.ttl";
    private static final String LARGE = "/graph/town/crowd.nt";
    private static final String ROWS =
            "/sparql?format=csv&query=" + RunningServer.encode("SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 100");
    private static final String ENDLESS =
            "/sparql?format=csv&query=" + RunningServer.encode("SELECT * { ?s ?p ?o . ?a ?b ?c } LIMIT 30000");

    @TempDir
    private static Path data;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        Town.publish(data, Town.crowd(3000));
        server = RunningServer.on(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static HttpResponse<byte[]> bytes(String path, String acceptEncoding) {
        return server.bytes(path, "Accept-Encoding", acceptEncoding);
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TAG | 304",
                "W/TAG | 304",
                "\"other\", TAG | 304",
                "* | 304",
                "\"other\" | 200",
                "nonsense | 200",
            })
    void whatTheClientHasIsNotSentAgain(String condition, int status) {
        String tag = header(server.get(THING), "ETag");
        HttpResponse<String> response = server.get(THING, "If-None-Match", condition.replace("TAG", tag));
        assertEquals(status, response.statusCode());
        if (status == 304) {
            assertEquals("", response.body());
            assertEquals(tag, header(response, "ETag"));
            assertEquals("public, no-cache", header(response, "Cache-Control"));
            assertTrue(header(response, "Vary").contains("Accept-Encoding"), "as on the answer itself");
        }
    }

    @Test
    void aPageThatIsKeptStaysWhatItMayDo() {
        for (String path : List.of(THING, "/", "/sparql")) {
            String tag = header(server.get(path, "Accept", "text/html"), "ETag");
            HttpResponse<String> known = server.get(path, "Accept", "text/html", "If-None-Match", tag);
            assertEquals(304, known.statusCode());
            assertEquals("", header(known, "Content-Security-Policy"), "would come in the place of the page's own");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"TAG | 200", "* | 200", "\"other\", TAG | 200", "\"other\" | 412", "W/TAG | 412"})
    void anAnswerMayBeAskedForOnlyIfItIsTheSame(String condition, int status) {
        String tag = header(server.get(THING), "ETag");
        assertEquals(
                status,
                server.get(THING, "If-Match", condition.replace("TAG", tag)).statusCode());
    }

    @Test
    void datesAreConditionsToo() {
        String modified = header(server.get(THING), "Last-Modified");
        String early = "Thu, 01 Jan 2015 00:00:00 GMT";
        assertEquals(304, server.get(THING, "If-Modified-Since", modified).statusCode());
        assertEquals(200, server.get(THING, "If-Modified-Since", early).statusCode());
        assertEquals(200, server.get(THING, "If-Modified-Since", "yesterday").statusCode());
        assertEquals(412, server.get(THING, "If-Unmodified-Since", early).statusCode());
        assertEquals(200, server.get(THING, "If-Unmodified-Since", modified).statusCode());
        assertEquals(
                200,
                server.get(THING, "If-Modified-Since", modified, "If-None-Match", "\"other\"")
                        .statusCode(),
                "the tag decides if there is one");
    }

    private static List<String> large() {
        return List.of(LARGE, ROWS, ENDLESS);
    }

    @ParameterizedTest
    @MethodSource("large")
    void compressedAnswersUnpackToThePlainOnes(String path) throws IOException {
        HttpResponse<byte[]> plain = bytes(path, "identity");
        HttpResponse<byte[]> packed = bytes(path, "br, gzip;q=0.8");
        assertEquals("", header(plain, "Content-Encoding"));
        assertEquals("gzip", header(packed, "Content-Encoding"));
        assertTrue(packed.body().length < plain.body().length / 3, () -> packed.body().length + " bytes");
        assertArrayEquals(plain.body(), unpacked(packed.body()));
        assertArrayEquals(packed.body(), bytes(path, "gzip").body(), "the same when asked for again");
        for (HttpResponse<byte[]> response : List.of(plain, packed)) {
            assertTrue(header(response, "Vary").contains("Accept-Encoding"), header(response, "Vary"));
        }
    }

    @Test
    void aCompressedAnswerIsAnotherRepresentation() {
        String plain = header(bytes(LARGE, "identity"), "ETag");
        String packed = header(bytes(LARGE, "gzip"), "ETag");
        assertEquals(plain.substring(0, plain.length() - 1) + "-gzip\"", packed);
        for (String tag : List.of(plain, packed)) {
            HttpResponse<String> known = server.get(LARGE, "If-None-Match", tag, "Accept-Encoding", "gzip");
            assertEquals(304, known.statusCode());
            assertEquals(tag, header(known, "ETag"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip;q=0 | ''",
                "*;q=0, identity | ''",
                "gzip;q=0.5, identity;q=1 | ''",
                "br | ''",
                "'' | ''",
                "* | gzip",
                "x-gzip | gzip",
                "gzip, identity | gzip",
                "deflate;q=1, gzip;q=0.1 | gzip"
            })
    void theClientDecidesOnCompression(String acceptEncoding, String coding) {
        assertEquals(coding, header(bytes(LARGE, acceptEncoding), "Content-Encoding"));
    }

    @Test
    void littleIsNotCompressedUnlessNothingElseWillDo() throws IOException {
        assertEquals("", header(bytes("/health", "gzip"), "Content-Encoding"));
        HttpResponse<byte[]> packed = bytes("/health", "gzip, identity;q=0");
        assertEquals("gzip", header(packed, "Content-Encoding"));
        assertTrue(new String(unpacked(packed.body()), StandardCharsets.UTF_8).contains("UP"));
        HttpResponse<byte[]> refused = bytes("/health", "br, *;q=0");
        assertEquals(406, refused.statusCode());
        assertEquals("application/problem+json", header(refused, "Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip"})
    void headIsGetWithoutABody(String acceptEncoding) {
        for (String path : List.of(THING, LARGE, ROWS, "/", "/health", "/assets/urbis.css", "/problem/not-found")) {
            HttpResponse<byte[]> get = bytes(path, acceptEncoding);
            HttpResponse<String> head = server.head(path, "Accept-Encoding", acceptEncoding);
            assertEquals(get.statusCode(), head.statusCode());
            assertEquals("", head.body());
            assertEquals(Integer.toString(get.body().length), header(head, "Content-Length"), path);
            get.headers().map().forEach((name, values) -> {
                if (!List.of("date", "transfer-encoding", "content-length").contains(name)) {
                    assertEquals(values, head.headers().allValues(name), path + " " + name);
                }
            });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/id/network/bridges | GET, HEAD, OPTIONS",
                "/sparql             | GET, HEAD, POST, QUERY, OPTIONS",
                "/assets/urbis.css   | GET, HEAD, OPTIONS"
            })
    void optionsNamesTheMethodsOfTheResource(String path, String methods) {
        HttpResponse<String> options = server.send("OPTIONS", path, "", "", "Origin", "https://elsewhere.example");
        assertEquals(204, options.statusCode());
        assertEquals(methods, header(options, "Allow"));
        assertEquals(methods, header(options, "Access-Control-Allow-Methods"));
        assertEquals("*", header(options, "Access-Control-Allow-Origin"));
        assertTrue(header(options, "Access-Control-Allow-Headers").contains("If-None-Match"));
        HttpResponse<String> refused = server.send("DELETE", path, "", "");
        assertEquals(405, refused.statusCode());
        assertEquals(methods, header(refused, "Allow"));
    }

    @Test
    void pagesOfOtherOriginsSeeTheHeadersThatMatter() {
        String exposed = header(server.get(THING), "Access-Control-Expose-Headers");
        for (String name : List.of("ETag", "Link", "Urbis-Revision", "Location", "Retry-After", "Content-Location")) {
            assertTrue(exposed.contains(name), name);
        }
    }

    @Test
    void nothingIsTakenForSomethingElse() {
        for (String path : List.of(THING, "/", "/nowhere", "/assets/urbis.svg")) {
            for (String accept : List.of("text/html", "application/json;q=0.5, */*;q=0.1")) {
                HttpResponse<String> response = server.get(path, "Accept", accept);
                assertEquals("nosniff", header(response, "X-Content-Type-Options"), path);
                assertTrue(header(response, "Content-Security-Policy").startsWith("default-src 'none'"), path);
                assertTrue(header(response, "Content-Security-Policy").contains("frame-ancestors 'none'"), path);
                assertEquals("", header(response, "Server"), path);
            }
        }
    }

    @Test
    void aProblemSaysNothingOfTheAnswerThatWasNotGiven() {
        HttpResponse<String> refused = server.get(THING, "If-Match", "\"other\"");
        assertEquals(412, refused.statusCode());
        assertEquals("application/problem+json", header(refused, "Content-Type"));
        assertFalse(refused.headers().firstValue("ETag").isPresent());
        assertFalse(refused.headers().firstValue("Last-Modified").isPresent());
        assertEquals("no-store", header(refused, "Cache-Control"));
    }
}
