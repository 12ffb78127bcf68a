package org.w3id.urbis.endpoint.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.endpoint.Json;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;
import org.w3id.urbis.loader.entry.EntryKind;

class TemplateRoutesTest {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final RunningServer server = ShippedServer.running();

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void aTableIsHadInBothFormsByHeaderParameterAndSuffix() {
        HttpResponse<String> csv = server.get("/templates/network");
        assertEquals(200, csv.statusCode(), csv.body());
        assertEquals("text/csv; charset=utf-8", header(csv, "Content-Type"));
        assertEquals("/templates/network.csv", header(csv, "Content-Location"));
        assertEquals("attachment; filename=\"network.csv\"", header(csv, "Content-Disposition"));
        assertTrue(csv.body().contains("\r\nnetwork,name,"), csv.body());
        assertEquals(csv.body(), server.get("/templates/network.csv").body());
        assertEquals(XLSX, header(server.get("/templates/network", "Accept", XLSX), "Content-Type"));
        HttpResponse<String> workbook = server.get("/templates/network.xlsx", "Accept", "text/html");
        assertEquals(XLSX, header(workbook, "Content-Type"));
        String tag = header(workbook, "ETag");
        assertEquals(
                304, server.get("/templates/network.xlsx", "If-None-Match", tag).statusCode());
        assertEquals(
                406, server.get("/templates/network", "Accept", "image/png").statusCode());
        assertEquals(404, server.get("/templates/nothing.csv").statusCode());
        assertEquals(404, server.get("/templates/NETWORK").statusCode());
    }

    @Test
    void itSpeaksTheReadersLanguage() {
        HttpResponse<String> french = server.get("/templates/network", "Accept-Language", "fr");
        assertEquals("fr", header(french, "Content-Language"));
        assertTrue(french.body().contains("Obligatoire."), french.body());
        assertTrue(french.body().contains(",name@fr,"), french.body());
        assertEquals(french.body(), server.get("/templates/network?lang=fr").body());
    }

    @Test
    void aTableIsFilledWithWhatTheGraphHas() {
        HttpResponse<String> network = server.get("/templates/network.csv?of=network:c40");
        assertEquals(200, network.statusCode(), network.body());
        assertTrue(network.body().contains("\r\nnetwork:c40,"), network.body());
        assertTrue(network.body().contains("nearly 100 cities"), network.body());
        String tag = header(network, "ETag");
        assertEquals(
                304,
                server.get("/templates/network.csv?of=network:c40", "If-None-Match", tag)
                        .statusCode());
        HttpResponse<String> commitments =
                server.get("/templates/commitment?of=https://w3id.org/urbis/id/network/c40&format=csv");
        assertTrue(commitments.body().contains("commitment:c40-"), commitments.body());
        HttpResponse<String> workbook = server.get("/templates/network.xlsx?of=network:c40&of=network:iclei&lang=ar");
        assertEquals(XLSX, header(workbook, "Content-Type"));
        assertEquals(404, server.get("/templates/network?of=network:nowhere").statusCode());
        assertEquals(400, server.get("/templates/network?of=nowhere").statusCode());
    }

    @Test
    void theListLeadsToEachInEachForm() {
        JsonNode list = Json.of(server.get("/templates", "Accept", "application/json"));
        assertEquals(EntryKind.values().length, list.path("templates").size());
        JsonNode first = list.path("templates").path(0);
        assertEquals("/templates/network.csv", first.path("csv").asText());
        String page = server.get("/templates?lang=es", "Accept", "text/html").body();
        assertTrue(page.contains("<h1>Tablas para rellenar</h1>"), page);
        assertTrue(page.contains("href=\"/templates/membership.xlsx?lang=es\""), page);
    }

    @Test
    void theSchemaOfAnEntryIsPublishedWhereItSaysItIs() {
        HttpResponse<String> schema = server.get("/schemas/entry/commitment");
        assertEquals(200, schema.statusCode(), schema.body());
        assertEquals("application/schema+json", header(schema, "Content-Type"));
        assertEquals(
                "https://w3id.org/urbis/schemas/entry/commitment",
                Json.of(schema).path("$id").asText());
        assertTrue(header(schema, "Cache-Control").contains("max-age"));
        assertEquals(404, server.get("/schemas/entry/nothing").statusCode());
    }
}
