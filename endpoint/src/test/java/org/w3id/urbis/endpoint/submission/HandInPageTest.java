package org.w3id.urbis.endpoint.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.urbis.endpoint.submission.Harbour.network;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody whose browser runs no script checks, looks ahead, hands in and corrects with the form of the page alone. */
class HandInPageTest {
    private static final Pattern KEPT =
            Pattern.compile("<p id=\"handed-in\" role=\"status\">[^<]+<bdi>([0-9]{8}-[0-9a-f]{8})</bdi></p>");

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

    /** Sends the fields of the page as a browser does: the file that nobody chose is there and empty. */
    private static HttpResponse<String> press(String address, String text, Map<String, String> more) {
        List<String> lines = new ArrayList<>(List.of(
                "--seam",
                "Content-Disposition: form-data; name=\"file\"; filename=\"\"",
                "Content-Type: application/octet-stream",
                "",
                "",
                "--seam",
                "Content-Disposition: form-data; name=\"data\"",
                "",
                text));
        more.forEach((name, value) ->
                lines.addAll(List.of("--seam", "Content-Disposition: form-data; name=\"" + name + "\"", "", value)));
        lines.addAll(List.of("--seam--", ""));
        return harbour.server()
                .post(
                        address,
                        "multipart/form-data; boundary=seam",
                        String.join("\r\n", lines),
                        "Accept",
                        "text/html,application/xhtml+xml,*/*;q=0.8");
    }

    @Test
    void aTextIsCheckedPreviewedHandedInAndCorrected() {
        Map<String, String> fields = Map.of("type", "auto", "name", "pilots.ttl", "token", "", "corrects", "");
        String text = network("pilots", "Pilots");
        HttpResponse<String> checked = press("/validate/page", text, fields);
        assertTrue(checked.body().contains("class=\"result good\""), checked.body());
        assertTrue(checked.body().contains("formaction=\"/validate/hand-in\""), checked.body());
        HttpResponse<String> preview = press("/submissions?dry-run", text, fields);
        assertEquals(
                "text/html; charset=utf-8",
                preview.headers().firstValue("Content-Type").orElse(""));
        assertTrue(preview.body().contains("Pilots"), preview.body());

        Map<String, String> mine =
                Map.of("type", "auto", "name", "pilots.ttl", "token", harbour.submitter(), "corrects", "");
        HttpResponse<String> kept = press("/validate/hand-in", text, mine);
        assertEquals(201, kept.statusCode(), kept.body());
        Matcher id = KEPT.matcher(kept.body());
        assertTrue(id.find(), kept.body());
        assertFalse(kept.body().contains(harbour.submitter()));
        String path = "/submissions/" + id.group(1);
        assertTrue(harbour.get(path, harbour.submitter()).body().contains("\"pilots.ttl\""));
        assertEquals(
                200,
                harbour.decide(path, "{\"decision\": \"accept\"}", harbour.curator())
                        .statusCode());

        Map<String, String> correction = Map.of("token", harbour.submitter(), "corrects", id.group(1));
        HttpResponse<String> corrected = press("/validate/hand-in", network("pilots", "Pilots and Ports"), correction);
        assertEquals(201, corrected.statusCode(), corrected.body());
        assertTrue(corrected.body().contains("value=\"" + id.group(1) + "\""), corrected.body());
    }

    @Test
    void whatSpeaksAgainstItIsToldOnAPage() {
        String text = network("buoys", "Buoys");
        HttpResponse<String> unknown = press("/validate/hand-in", text, Map.of());
        assertEquals(401, unknown.statusCode());
        assertTrue(unknown.body().contains("<span class=\"detail\">"), unknown.body());
        assertTrue(unknown.body().contains("network:buoys"), "the text is still there");
        Map<String, String> mine = Map.of("token", harbour.submitter(), "lang", "fr");
        HttpResponse<String> faulty =
                press("/validate/hand-in", text.replace("urbis:citation", "urbis:citatoin"), mine);
        assertEquals(422, faulty.statusCode(), faulty.body());
        assertEquals("fr", faulty.headers().firstValue("Content-Language").orElse(""));
        assertTrue(
                faulty.body().contains("class=\"result bad\"") && faulty.body().contains("citatoin"), faulty.body());
        assertFalse(KEPT.matcher(faulty.body()).find());
        assertEquals(
                404,
                press("/validate/hand-in", text, Map.of("token", harbour.submitter(), "corrects", "20260101-00000000"))
                        .statusCode());
    }
}
