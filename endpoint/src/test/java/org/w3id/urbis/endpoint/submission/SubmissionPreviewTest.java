package org.w3id.urbis.endpoint.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.urbis.endpoint.submission.Harbour.ACCEPT;
import static org.w3id.urbis.endpoint.submission.Harbour.json;
import static org.w3id.urbis.endpoint.submission.Harbour.network;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is told before anything is decided: what a file would change, and which names it would take. */
class SubmissionPreviewTest {
    private static Harbour harbour;

    @BeforeAll
    static void start() {
        harbour = Harbour.shared();
    }

    @Test
    void aDryRunTellsWithoutATokenAndKeepsNothing() {
        int before = harbour.events();
        HttpResponse<String> fine =
                harbour.server().post("/submissions?dry-run", Harbour.TURTLE, network("dry", "Dry"));
        assertEquals(200, fine.statusCode(), fine.body());
        assertTrue(json(fine).path("acceptable").asBoolean());
        HttpResponse<String> faulty = harbour.server().post("/submissions?dry-run", Harbour.TURTLE, "<urn:a> .");
        assertEquals(200, faulty.statusCode());
        assertFalse(json(faulty).path("acceptable").asBoolean());
        assertEquals(before, harbour.events());
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

    @Test
    void whoWouldWaitHasMoreQuestionsAsked() {
        HttpResponse<String> impatient = dry("wait=0");
        assertEquals(
                "wait=0", impatient.headers().firstValue("Preference-Applied").orElse(""));
        assertFalse(json(impatient).path("preview").path("notAsked").isEmpty(), impatient.body());
        HttpResponse<String> patient = dry("respond-async, wait=3600");
        // A check has 30 seconds, and all but the questions has ten of them.
        assertEquals(
                "wait=20", patient.headers().firstValue("Preference-Applied").orElse(""));
        JsonNode preview = json(patient).path("preview");
        assertTrue(preview.path("notAsked").isEmpty(), patient.body());
        assertTrue(preview.path("unchanged").size() > preview.path("queries").size(), patient.body());
        assertTrue(dry("wait=soon").headers().firstValue("Preference-Applied").isEmpty());
    }

    private static HttpResponse<String> dry(String preference) {
        return harbour.server()
                .post("/submissions?dry-run", Harbour.TURTLE, network("waiting", "Waiting"), "Prefer", preference);
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

    /** Every file of the data directory with its checksum. */
    private static Map<String, String> files() throws Exception {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(harbour.data())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                files.put(file.toString(), HexFormat.of().formatHex(hash));
            }
        }
        return files;
    }
}
