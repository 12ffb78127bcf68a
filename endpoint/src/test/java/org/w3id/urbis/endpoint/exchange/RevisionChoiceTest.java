package org.w3id.urbis.endpoint.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;
import org.w3id.urbis.loader.publication.Revision;

/** An answer can be cited and had again. */
class RevisionChoiceTest {
    private static final String MARK = "/id/mark/here.nt";
    private static final String MARKS = "SELECT ?mark { ?s <https://w3id.org/urbis/ontology#mark> ?mark }";

    @TempDir
    private static Path data;

    private static List<Revision> revisions;
    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        revisions = List.of(
                Town.publish(data, Town.marked("one")),
                Town.publish(data, Town.marked("two")),
                Town.publish(data, Town.marked("three")));
        // Published within a second, they are told apart by dates that are years apart.
        for (Revision revision : revisions) {
            Path file = revision.directory().resolve("revision.json");
            Files.writeString(
                    file, Files.readString(file).replace(revision.created().toString(), day(revision.number())));
        }
        server = RunningServer.on(data);
    }

    private static String day(long number) {
        return "202" + number + "-05-01T12:00:00Z";
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String header(HttpResponse<?> response, String name) {
        return String.join(", ", response.headers().allValues(name));
    }

    @Test
    void anAnswerNamesItsRevisionAndWhereToHaveItAgain() {
        HttpResponse<String> living = server.get(MARK);
        assertTrue(living.body().contains("\"three\""), living.body());
        assertEquals("3", header(living, "Urbis-Revision"));
        assertEquals("public, no-cache", header(living, "Cache-Control"));
        assertTrue(header(living, "Vary").contains("Accept-Datetime"), "it is its own TimeGate");
        assertFalse(living.headers().firstValue("Memento-Datetime").isPresent());
        String links = header(living, "Link");
        String address = server.origin() + MARK;
        assertTrue(links.contains("<" + address + ">; rel=\"original timegate\""), links);
        assertTrue(
                links.contains("<" + server.origin() + "/timemap" + MARK
                        + ">; rel=\"timemap\"; type=\"application/link-format\""),
                links);
        assertTrue(
                links.contains(
                        "<" + address + "?revision=3>; rel=\"memento\"; datetime=\"Mon, 01 May 2023 12:00:00 GMT\""),
                links);
    }

    @ParameterizedTest
    @ValueSource(strings = {"number", "hash"})
    void anEarlierRevisionIsHadByNumberOrHash(String by) {
        String one = by.equals("hash") ? revisions.getFirst().hash() : "1";
        HttpResponse<String> memento = server.get(MARK + "?revision=" + one);
        assertEquals(200, memento.statusCode(), memento.body());
        assertTrue(memento.body().contains("\"one\""), memento.body());
        assertEquals("1", header(memento, "Urbis-Revision"));
        assertEquals("Sat, 01 May 2021 12:00:00 GMT", header(memento, "Memento-Datetime"));
        assertEquals("Sat, 01 May 2021 12:00:00 GMT", header(memento, "Last-Modified"));
        assertEquals("public, max-age=31536000, immutable", header(memento, "Cache-Control"));
        assertFalse(header(memento, "Vary").contains("Accept-Datetime"), header(memento, "Vary"));
        assertTrue(header(memento, "Link").contains("<" + server.origin() + MARK + ">; rel=\"original timegate\""));
        String tag = header(memento, "ETag");
        assertEquals(
                304, server.get(MARK + "?revision=" + one, "If-None-Match", tag).statusCode());
        assertEquals(200, server.get(MARK, "If-None-Match", tag).statusCode());
    }

    @Test
    void queriesAreAskedOfEarlierRevisionsInEveryWay() {
        String query = "query=" + RunningServer.encode(MARKS);
        String csv = "text/csv";
        for (int number = 1; number <= 3; number++) {
            String expected = "mark\r\n" + List.of("one", "two", "three").get(number - 1) + "\r\n";
            String pinned = "/sparql?revision=" + number;
            assertEquals(
                    expected, server.get(pinned + "&" + query, "Accept", csv).body());
            assertEquals(
                    expected,
                    server.post(pinned, "application/sparql-query", MARKS, "Accept", csv)
                            .body());
            assertEquals(
                    expected,
                    server.send("QUERY", pinned, "application/sparql-query", MARKS, "Accept", csv)
                            .body());
            assertEquals(
                    expected,
                    server.post(
                                    "/sparql",
                                    "application/x-www-form-urlencoded",
                                    query + "&revision=" + number,
                                    "Accept",
                                    csv)
                            .body());
            assertTrue(server.get(pinned + "&" + query, "Accept", "text/html")
                    .body()
                    .contains(List.of("one", "two", "three").get(number - 1)));
        }
        HttpResponse<String> living = server.get("/sparql?" + query, "Accept", csv);
        assertTrue(header(living, "Link").contains("/sparql?" + query + "&revision=3>; rel=\"memento\""));
        assertEquals(
                200,
                server.get("/queries/document/notes?revision=1", "Accept", csv).statusCode());
        assertEquals("1", header(server.get("/ontology.ttl?revision=1"), "Urbis-Revision"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sun, 01 May 2022 12:00:00 GMT  | 2",
                "Fri, 31 Dec 2021 23:59:59 GMT  | 1",
                "Wed, 01 Jan 2020 00:00:00 GMT  | 1",
                "Sunday, 01-Jan-40 00:00:00 GMT | 3"
            })
    void aDateLeadsToTheRevisionOfThatTime(String date, String number) {
        HttpResponse<String> sentOn = server.get(MARK, "Accept-Datetime", date);
        assertEquals(302, sentOn.statusCode());
        assertEquals(server.origin() + MARK + "?revision=" + number, header(sentOn, "Location"));
        assertTrue(header(sentOn, "Vary").contains("Accept-Datetime"));
        assertTrue(header(sentOn, "Link").contains("rel=\"original timegate\""));
        assertEquals("", sentOn.body());
        HttpResponse<String> asked = server.post(
                "/sparql", "application/sparql-query", MARKS, "Accept", "text/csv", "Accept-Datetime", date);
        assertEquals(number, header(asked, "Urbis-Revision"), "what cannot be sent on is answered");
    }

    @Test
    void aDateThatIsNoneIsTold() {
        HttpResponse<String> refused = server.get(MARK, "Accept-Datetime", "last summer");
        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains("Accept-Datetime"), refused.body());
    }

    @ParameterizedTest
    @CsvSource({"0,404", "4,404", "999999999999999999,404", "two,400", "'',400", "1&revision=2,400"})
    void whatIsNoRevisionIsToldWithThoseThereAre(String wanted, int status) {
        for (String path : List.of(MARK + "?", "/sparql?query=" + RunningServer.encode(MARKS) + "&", "/?")) {
            HttpResponse<String> refused = server.get(path + "revision=" + wanted);
            assertEquals(status, refused.statusCode(), refused.body());
            if (status == 404) {
                assertTrue(refused.body().replaceAll("\\s", "").contains("[\"3\",\"2\",\"1\"]"), refused.body());
            }
        }
    }

    @Test
    void longAddressesAreNotRepeatedInHeaders() {
        HttpResponse<String> response =
                server.get("/sparql?query=" + RunningServer.encode(MARKS + "#" + "x".repeat(600)));
        assertEquals(200, response.statusCode());
        assertEquals("3", header(response, "Urbis-Revision"));
        assertFalse(header(response, "Link").contains("timegate"));
    }
}
