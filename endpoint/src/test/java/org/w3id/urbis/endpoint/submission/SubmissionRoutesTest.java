package org.w3id.urbis.endpoint.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.urbis.endpoint.submission.Harbour.json;
import static org.w3id.urbis.endpoint.submission.Harbour.network;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.loader.publication.PublisherLock;
import org.w3id.urbis.loader.submission.Role;
import org.w3id.urbis.loader.submission.Submissions;

class SubmissionRoutesTest {
    private static final String ACCEPT = "{\"decision\": \"accept\"}";
    private static final String WITHDRAW = "{\"decision\": \"withdraw\", \"reason\": \"closed\"}";

    @TempDir
    private static Path data;

    private static Harbour harbour;

    @BeforeAll
    static void start() {
        harbour = Harbour.on(data);
    }

    @AfterAll
    static void stop() {
        harbour.close();
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
        assertTrue(Files.exists(data.resolve(path.substring(1)).resolve("entry.ttl")));

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
        int before = events();
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
        assertEquals(before, events());
    }

    @Test
    void aDryRunTellsWithoutATokenAndKeepsNothing() {
        int before = events();
        HttpResponse<String> fine =
                harbour.server().post("/submissions?dry-run", Harbour.TURTLE, network("dry", "Dry"));
        assertEquals(200, fine.statusCode(), fine.body());
        assertTrue(json(fine).path("acceptable").asBoolean());
        HttpResponse<String> faulty = harbour.server().post("/submissions?dry-run", Harbour.TURTLE, "<urn:a> .");
        assertEquals(200, faulty.statusCode());
        assertFalse(json(faulty).path("acceptable").asBoolean());
        assertEquals(before, events());
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
    void aPreviewTellsWhatWouldChangeAndWritesNothing() throws Exception {
        String path = harbour.submitted(network("foretold", "Foretold"), harbour.submitter());
        Map<String, String> before = files();
        HttpResponse<String> dry =
                harbour.server().post("/submissions?dry-run", Harbour.TURTLE, network("foreseen", "Foreseen"));
        JsonNode preview = json(dry).path("preview");
        assertEquals(
                "https://w3id.org/urbis/id/network/foreseen",
                preview.path("things").path(0).path("iri").asText(),
                dry.body());
        assertEquals("new", preview.path("things").path(0).path("fate").asText());
        String patch = harbour.server()
                .post(
                        "/submissions?dry-run",
                        Harbour.TURTLE,
                        network("foreseen", "Foreseen"),
                        "Accept",
                        "application/rdf-patch")
                .body();
        assertTrue(patch.endsWith("TC .\n"), patch);
        assertEquals(
                preview.path("gained").asInt(),
                patch.lines().filter(row -> row.startsWith("A ")).count(),
                patch);
        HttpResponse<String> page = harbour.server()
                .get(path + "/preview?lang=fr", "Accept", "text/html", "Authorization", "Bearer " + harbour.curator());
        assertEquals(200, page.statusCode(), page.body());
        assertTrue(page.body().contains("<h1>Ce qui changerait</h1>"), page.body());
        assertTrue(page.body().contains("network:foretold"), page.body());
        assertEquals(before, files());
    }

    /** Every file of the data directory with its checksum. */
    private static Map<String, String> files() throws Exception {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(data)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                files.put(file.toString(), HexFormat.of().formatHex(hash));
            }
        }
        return files;
    }

    @Test
    void aNameThatIsTakenIsAFinding() {
        String path = harbour.submitted(network("taken", "Taken"), harbour.submitter());
        String rival = harbour.submitted(network("taken", "Taken too"), harbour.submitter());
        assertEquals(200, harbour.decide(path, ACCEPT, harbour.curator()).statusCode());
        HttpResponse<String> late = harbour.decide(rival, ACCEPT, harbour.curator());
        assertEquals(422, late.statusCode(), late.body());
        JsonNode report =
                json(harbour.server().post("/submissions?dry-run", Harbour.TURTLE, network("taken", "Taken")));
        assertEquals(
                "https://w3id.org/urbis/shapes#NameTaken",
                report.path("findings").path(0).path("component").asText(),
                report.toString());
        assertEquals(6, report.path("findings").path(0).path("line").asInt());
        JsonNode likely =
                json(harbour.server().post("/submissions?dry-run", Harbour.TURTLE, network("taken-again", "Taken")));
        assertTrue(likely.path("acceptable").asBoolean(), likely.toString());
        assertEquals(
                "https://w3id.org/urbis/id/network/taken",
                likely.path("preview").path("duplicates").path(0).path("iri").asText(),
                likely.toString());
    }

    @Test
    void theSameFileSentAgainIsTheSameSubmission() {
        String path = harbour.submitted(network("twice", "Twice"), harbour.submitter());
        HttpResponse<String> again = harbour.submit("", network("twice", "Twice"), harbour.submitter());
        assertEquals(200, again.statusCode());
        assertEquals(path, again.headers().firstValue("Location").orElseThrow());
    }

    @Test
    void aDecisionNamesWhatWasSeen() {
        String path = harbour.submitted(network("seen", "Seen"), harbour.submitter());
        HttpResponse<String> blind = harbour.server()
                .post(path + "/decision", "application/json", ACCEPT, "Authorization", "Bearer " + harbour.curator());
        assertEquals(428, blind.statusCode());
        String tag = harbour.tag(path, harbour.curator());
        for (String other : List.of("\"0.0\"", "W/" + tag, "\"other\", \"another\"")) {
            HttpResponse<String> stale = harbour.decide(path, ACCEPT, other, harbour.curator());
            assertEquals(412, stale.statusCode(), other);
            assertEquals(tag, json(stale).path("currentTag").asText());
        }
        assertEquals(
                200,
                harbour.decide(path, "{\"decision\":\"reject\",\"reason\":\"no\"}", "\"x\", " + tag, harbour.curator())
                        .statusCode());
        HttpResponse<String> late = harbour.decide(path, ACCEPT, harbour.curator());
        assertEquals(409, late.statusCode());
        assertTrue(json(late).path("detail").asText().contains("rejected"), late.body());
    }

    @Test
    void ofTwoCuratorsAtOnceOneWins() throws Exception {
        List<String> paths = List.of(
                harbour.submitted(network("east", "East"), harbour.submitter()),
                harbour.submitted(network("west", "West"), harbour.submitter()),
                harbour.submitted(network("north", "North"), harbour.submitter()));
        List<Callable<HttpResponse<String>>> decisions = new ArrayList<>();
        for (String path : paths) {
            String tag = harbour.tag(path, harbour.curator());
            decisions.add(() -> harbour.decide(path, ACCEPT, tag, harbour.curator()));
        }
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService curators = Executors.newFixedThreadPool(paths.size())) {
            for (Future<HttpResponse<String>> decided : curators.invokeAll(decisions)) {
                statuses.add(decided.get().statusCode());
            }
        }
        statuses.sort(null);
        assertEquals(List.of(200, 412, 412), statuses);
    }

    @Test
    void aDecisionWaitsForALoadThatIsBeingPublished() throws Exception {
        String path = harbour.submitted(network("queue", "Queue"), harbour.submitter());
        String tag = harbour.tag(path, harbour.curator());
        try (ExecutorService curator = Executors.newSingleThreadExecutor()) {
            Future<HttpResponse<String>> decision;
            try (PublisherLock load = PublisherLock.take(data)) {
                decision = curator.submit(() -> harbour.decide(path, ACCEPT, tag, harbour.curator()));
            }
            assertEquals(200, decision.get().statusCode());
        }
    }

    @Test
    void aSubmitterSeesAndWithdrawsOnlyTheirOwn() {
        String path = harbour.submitted(network("own", "Own"), harbour.submitter());
        String other = harbour.token("Ben", Role.SUBMITTER);
        assertEquals(404, harbour.get(path, other).statusCode());
        assertEquals(404, harbour.get(path + "/file", other).statusCode());
        assertEquals(404, harbour.decide(path, WITHDRAW, "*", other).statusCode());
        assertEquals(0, json(harbour.get("/submissions", other)).path("total").asInt());
        assertEquals(403, harbour.decide(path, ACCEPT, harbour.submitter()).statusCode());
        HttpResponse<String> withdrawn = harbour.decide(path, WITHDRAW, harbour.submitter());
        assertEquals(200, withdrawn.statusCode(), withdrawn.body());
        assertEquals("withdrawn", json(withdrawn).path("state").asText());
    }

    @Test
    void aPublishedOneIsCorrectedAndWithdrawnByTheSameRoad() {
        String first = harbour.submitted(network("lakes", "Lakse"), harbour.submitter());
        assertEquals(200, harbour.decide(first, ACCEPT, harbour.curator()).statusCode());
        String id = first.substring(first.lastIndexOf('/') + 1);
        HttpResponse<String> correction =
                harbour.submit("?corrects=" + id, network("lakes", "Lakes"), harbour.submitter());
        assertEquals(201, correction.statusCode(), correction.body());
        String second = correction.headers().firstValue("Location").orElseThrow();
        assertEquals(200, harbour.decide(second, ACCEPT, harbour.curator()).statusCode());
        assertEquals(
                "superseded",
                json(harbour.get(first, harbour.curator())).path("state").asText());
        String turtle = harbour.server()
                .get("/id/network/lakes", "Accept", "text/turtle")
                .body();
        assertTrue(turtle.contains("\"Lakes\"@en") && !turtle.contains("Lakse"), turtle);

        HttpResponse<String> asked = harbour.decide(second, WITHDRAW, harbour.submitter());
        assertEquals(202, asked.statusCode());
        assertEquals(
                1,
                json(harbour.get("/submissions?withdrawal-requested", harbour.curator()))
                        .path("total")
                        .asInt());
        assertEquals(200, harbour.decide(second, WITHDRAW, harbour.curator()).statusCode());
        HttpResponse<String> gone = harbour.server().get("/id/network/lakes");
        assertEquals(410, gone.statusCode());
        assertTrue(json(gone).path("reason").asText().matches("Withdrawn on [-0-9]{10} by Clara: closed"), gone.body());
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

    private static int events() {
        return new Submissions(data, Clock.systemUTC()).verify().size();
    }
}
