package org.w3id.urbis.endpoint.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.urbis.endpoint.submission.Harbour.ACCEPT;
import static org.w3id.urbis.endpoint.submission.Harbour.json;
import static org.w3id.urbis.endpoint.submission.Harbour.network;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How a file comes in, is kept, listed and served. */
class SubmissionRoutesTest {
    private static Harbour harbour;

    @BeforeAll
    static void start() {
        harbour = Harbour.shared();
    }

    @Test
    void whoWantsNoMoreThanTheOutcomeIsSentNoDocument() {
        HttpResponse<String> answer = harbour.server()
                .post(
                        "/submissions",
                        "text/turtle",
                        Harbour.network("terse", "Terse Harbours"),
                        "Authorization",
                        "Bearer " + harbour.submitter(),
                        "Prefer",
                        "return=minimal");
        assertEquals(201, answer.statusCode(), answer::body);
        assertEquals("", answer.body());
        assertEquals(
                "return=minimal",
                answer.headers().firstValue("Preference-Applied").orElse(""));
        assertTrue(answer.headers().firstValue("Location").isPresent());
        assertTrue(answer.headers().firstValue("ETag").isPresent());
    }

    @Test
    void aFileIsKeptAcceptedAndServed() throws Exception {
        String text = network("brooks", "Brooks");
        HttpResponse<String> sent = harbour.submit("?name=our%20brooks.ttl", text, harbour.submitter());
        assertEquals(201, sent.statusCode(), sent.body());
        String path = sent.headers().firstValue("Location").orElseThrow();
        assertEquals("waiting", json(sent).path("state").asText());
        assertEquals("our brooks.ttl", json(sent).path("fileName").asText());
        assertEquals("Anna", json(sent).path("submitter").asText());
        assertEquals("no-store", sent.headers().firstValue("Cache-Control").orElseThrow());
        assertTrue(Files.exists(harbour.data().resolve(path.substring(1)).resolve("entry.ttl")));

        HttpResponse<String> shown = harbour.get(path, harbour.submitter());
        assertEquals(json(sent), json(shown));
        assertEquals(sent.headers().firstValue("ETag"), shown.headers().firstValue("ETag"));
        HttpResponse<String> file = harbour.get(path + "/file", harbour.submitter());
        assertEquals(text, file.body());
        assertEquals("text/turtle", file.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(
                file.headers().firstValue("Content-Disposition").orElseThrow().startsWith("attachment;"));
        assertTrue(json(harbour.get(path + "/report", harbour.submitter()))
                .path("acceptable")
                .asBoolean());

        assertEquals(404, harbour.server().get("/id/network/brooks").statusCode());
        HttpResponse<String> accepted = harbour.decide(path, ACCEPT, harbour.curator());
        assertEquals(200, accepted.statusCode(), accepted.body());
        JsonNode document = json(accepted);
        assertEquals("published", document.path("state").asText());
        assertEquals(
                accepted.headers().firstValue("Urbis-Revision").orElseThrow(),
                document.path("publishedIn").asText());
        assertEquals(
                List.of("received", "accepted", "published"),
                document.path("events").findValuesAsText("event"));
        HttpResponse<String> thing = harbour.server().get("/id/network/brooks", "Accept", "text/turtle");
        assertEquals(200, thing.statusCode());
        assertEquals(
                accepted.headers().firstValue("Urbis-Revision"), thing.headers().firstValue("Urbis-Revision"));
        assertEquals(
                200,
                harbour.server()
                        .get(
                                document.path("graph").asText().replace("https://w3id.org/urbis", ""),
                                "Accept",
                                "text/turtle")
                        .statusCode());
    }

    @Test
    void aFaultyFileIsRefusedWithItsReportAndNotKept() {
        int before = harbour.events();
        HttpResponse<String> refused = harbour.submit(
                "?name=x.ttl",
                network("fens", "Fens").replace("urbis:citation", "urbis:citatoin"),
                harbour.submitter());
        assertEquals(422, refused.statusCode());
        assertEquals(
                "application/problem+json",
                refused.headers().firstValue("Content-Type").orElseThrow());
        JsonNode finding = json(refused).path("report").path("findings").path(0);
        assertEquals(9, finding.path("line").asInt(), refused.body());
        assertEquals("x.ttl", finding.path("file").asText());
        assertEquals(before, harbour.events());
    }

    @Test
    void aFileComesInAFormToo() {
        String form = String.join(
                "\r\n",
                "--seam",
                "Content-Disposition: form-data; name=\"data\"; filename=\"formed.ttl\"",
                "Content-Type: text/turtle",
                "",
                network("formed", "Formed"),
                "--seam--",
                "");
        HttpResponse<String> sent = harbour.server()
                .post(
                        "/submissions",
                        "multipart/form-data; boundary=seam",
                        form,
                        "Authorization",
                        "Bearer " + harbour.submitter());
        assertEquals(201, sent.statusCode(), sent.body());
        assertEquals("formed.ttl", json(sent).path("fileName").asText());
    }

    @Test
    void theSameFileSentAgainIsTheSameSubmission() {
        String path = harbour.submitted(network("twice", "Twice"), harbour.submitter());
        HttpResponse<String> again = harbour.submit("", network("twice", "Twice"), harbour.submitter());
        assertEquals(200, again.statusCode());
        assertEquals(path, again.headers().firstValue("Location").orElseThrow());
    }

    @Test
    void theListIsPagedFilteredAndStable() {
        Set<String> sent = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            sent.add(harbour.submitted(network("listed-" + i, "Listed " + i), harbour.submitter()));
        }
        Set<String> seen = new HashSet<>();
        String next = "/submissions?state=waiting&limit=2";
        for (int page = 0; !next.isEmpty(); page++) {
            HttpResponse<String> response = harbour.get(next, harbour.curator());
            assertEquals(200, response.statusCode(), response.body());
            JsonNode list = json(response);
            for (JsonNode submission : list.path("submissions")) {
                assertEquals("waiting", submission.path("state").asText());
                assertTrue(
                        seen.add("/submissions/" + submission.path("identifier").asText()));
            }
            if (page == 0) {
                // What comes in meanwhile moves nothing.
                harbour.submitted(network("late", "Late"), harbour.submitter());
            }
            next = list.path("next").asText();
            assertEquals(!next.isEmpty(), response.headers().firstValue("Link").isPresent());
        }
        assertTrue(seen.containsAll(sent));
        assertEquals(
                400, harbour.get("/submissions?state=lost", harbour.curator()).statusCode());
        assertEquals(400, harbour.get("/submissions?limit=0", harbour.curator()).statusCode());
        assertEquals(400, harbour.get("/submissions?after=x", harbour.curator()).statusCode());
    }

    @Test
    void whatIsNotUnderstoodIsAProblem() {
        assertEquals(
                415,
                harbour.server().post("/submissions?dry-run", "text/plain", "x").statusCode());
        assertEquals(
                200,
                harbour.server()
                        .post(
                                "/submissions?dry-run&name=a.nt",
                                "application/octet-stream",
                                "<urn:a> <urn:b> <urn:c> .\n")
                        .statusCode());
        String path = harbour.submitted(network("odd", "Odd"), harbour.submitter());
        for (String verdict : List.of("{", "[]", "{\"decision\":\"eat\"}", "{\"decision\":\"reject\"}")) {
            assertEquals(400, harbour.decide(path, verdict, harbour.curator()).statusCode(), verdict);
        }
        assertEquals(405, harbour.server().send("DELETE", path, "", "").statusCode());
        assertEquals(405, harbour.server().send("PUT", "/submissions", "", "").statusCode());
        assertEquals(
                404,
                harbour.get("/submissions/..%2f..%2fcurrent", harbour.curator()).statusCode());
        assertEquals(
                404,
                harbour.submit("?corrects=20260101-00000000", network("odder", "Odder"), harbour.submitter())
                        .statusCode());
    }
}
