package org.w3id.urbis.endpoint.submission;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.urbis.endpoint.submission.Harbour.json;
import static org.w3id.urbis.endpoint.submission.Harbour.network;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.loader.entry.EntryKind;
import org.w3id.urbis.loader.entry.EntryTerms;
import org.w3id.urbis.loader.entry.Template;

/** Tables are handed in, reviewed and published as any other file. */
class TableSubmissionTest {
    private static final String ACCEPT = "{\"decision\": \"accept\"}";
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @TempDir
    private static Path data;

    private static Harbour harbour;

    @BeforeAll
    static void start() {
        harbour = Harbour.on(data);
        String known = network("brooks", "Brooks")
                + network("rivers", "Rivers")
                + network("twin-east", "Twin Towns")
                + network("twin-west", "Twin Towns");
        String path = harbour.submitted(known, harbour.submitter());
        assertEquals(200, harbour.decide(path, ACCEPT, harbour.curator()).statusCode());
    }

    @AfterAll
    static void stop() {
        harbour.close();
    }

    private static HttpResponse<String> send(String address, String type, byte[] file) {
        return harbour.server()
                .send(RunningServer.request(
                                harbour.server().origin() + address,
                                "Content-Type",
                                type,
                                "Authorization",
                                "Bearer " + harbour.submitter())
                        .POST(BodyPublishers.ofByteArray(file)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aTableThatNamesWhatTheGraphHasIsKeptAsSentAndPublishedByRow() throws IOException {
        byte[] table = bytes("\uFEFFmembership;member;inOrganization;role\r\n;Brooks;RIVERS;Member\r\n;;;\r\n");
        JsonNode tried = json(send("/submissions?dry-run", CSV, table));
        assertTrue(tried.path("acceptable").asBoolean(), tried.toString());
        assertEquals(
                "https://w3id.org/urbis/id/membership/rivers-brooks",
                tried.path("preview").path("things").path(0).path("iri").asText(),
                tried.toString());

        HttpResponse<String> sent = send("/submissions?name=members.csv", CSV, table);
        assertEquals(201, sent.statusCode(), sent.body());
        String path = sent.headers().firstValue("Location").orElseThrow();
        Path folder = data.resolve(path.substring(1));
        assertArrayEquals(table, Files.readAllBytes(folder.resolve("entry.csv")));
        HttpResponse<String> file = harbour.get(path + "/file", harbour.curator());
        assertEquals(CSV, file.headers().firstValue("Content-Type").orElseThrow());
        JsonNode preview = json(harbour.server()
                .get(path + "/preview", "Accept", "application/json", "Authorization", "Bearer " + harbour.curator()));
        assertEquals(
                "https://w3id.org/urbis/id/membership/rivers-brooks",
                preview.path("preview").path("things").path(0).path("iri").asText(),
                preview.toString());

        HttpResponse<String> accepted = harbour.decide(path, ACCEPT, harbour.curator());
        assertEquals(200, accepted.statusCode(), accepted.body());
        String turtle = harbour.server()
                .get("/id/membership/rivers-brooks", "Accept", "text/turtle")
                .body();
        assertTrue(turtle.contains("network:brooks") && turtle.contains("network:rivers"), turtle);
        assertTrue(turtle.matches("(?s).*urbis:row\\s+1\\b.*"), turtle);
        assertTrue(turtle.contains("submission-" + path.substring(path.lastIndexOf('/') + 1)), turtle);
    }

    @Test
    void aNameOfSeveralThingsAndOneOfNoneAreFindingsAtTheirCells() {
        HttpResponse<String> refused = send(
                "/submissions",
                CSV,
                bytes("membership,member,inOrganization,role\n,Twin Towns,Rivers,member\n,Brokos,Rivers,member\n"));
        assertEquals(422, refused.statusCode(), refused.body());
        JsonNode findings = json(refused).path("report").path("findings");
        assertEquals(2, findings.size(), refused.body());
        JsonNode several = findings.path(0);
        assertEquals(2, several.path("line").asInt());
        assertEquals("member", several.path("columnName").asText(), several.toString());
        assertTrue(several.path("message").asText().contains("network:twin-east / network:twin-west"), refused.body());
        assertTrue(findings.path(1).path("fix").toString().contains("network:brooks"), refused.body());
    }

    @Test
    void aWorkbookIsHandedInAndItsExampleRowIsNot() throws IOException {
        byte[] template =
                Template.of(EntryKind.NETWORK, EntryTerms.shipped(), "en").xlsx();
        HttpResponse<String> refused = send("/submissions?dry-run", XLSX, template);
        JsonNode findings = json(refused).path("findings");
        assertEquals("network!A4", findings.path(0).path("cell").asText(), refused.body());
        assertTrue(findings.path(0).path("message").asText().contains("example row"), refused.body());

        HttpResponse<String> sent = send(
                "/submissions?name=lagoons.xlsx",
                XLSX,
                workbook(
                        List.of("network", "name", "memberCount", "memberCount.asOf"),
                        List.of("", "Lagoons", "nearly 100 cities", "2026")));
        assertEquals(201, sent.statusCode(), sent::body);
        String path = sent.headers().firstValue("Location").orElseThrow();
        assertEquals(200, harbour.decide(path, ACCEPT, harbour.curator()).statusCode());
        String turtle = harbour.server()
                .get("/id/network/lagoons", "Accept", "text/turtle")
                .body();
        assertTrue(turtle.contains("comparator:nearly") && turtle.contains("nearly 100 cities"), turtle);
    }

    @Test
    void aWorkbookIsCheckedAndTriedOnThePageWithoutAScript() {
        byte[] workbook =
                Template.of(EntryKind.EVENT, EntryTerms.shipped(), "en").xlsx();
        String begin = String.join(
                "\r\n",
                "--seam",
                "Content-Disposition: form-data; name=\"data\"",
                "",
                "",
                "--seam",
                "Content-Disposition: form-data; name=\"type\"",
                "",
                "auto",
                "--seam",
                "Content-Disposition: form-data; name=\"file\"; filename=\"events.xlsx\"",
                "Content-Type: " + XLSX,
                "",
                "");
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(bytes(begin));
        form.writeBytes(workbook);
        form.writeBytes(bytes("\r\n--seam--\r\n"));
        String type = "multipart/form-data; boundary=seam";
        HttpResponse<String> page = send("/validate/page", type, form.toByteArray());
        assertEquals(200, page.statusCode(), page.body());
        assertTrue(page.body().contains("class=\"result good\""), page.body());
        HttpResponse<String> tried = send("/submissions?dry-run", type, form.toByteArray());
        assertEquals(
                "event!A4", json(tried).path("findings").path(0).path("cell").asText(), tried.body());
    }

    @SafeVarargs
    private static byte[] workbook(List<String>... rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Urbis", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Sheet1");
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].size(); column++) {
                    sheet.value(row, column, rows[row].get(column));
                }
            }
        }
        return bytes.toByteArray();
    }
}
