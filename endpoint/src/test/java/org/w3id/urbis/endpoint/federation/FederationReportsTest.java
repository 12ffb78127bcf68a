package org.w3id.urbis.endpoint.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.urbis.endpoint.federation.FederatedTown.PREFIXES;
import static org.w3id.urbis.endpoint.federation.FederatedTown.csv;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.endpoint.RunningServer;

/** What the endpoint tells of whom it may ask, whom it asked and what came back. */
class FederationReportsTest {
    private static OtherFuseki other;
    private static RunningServer server;

    @BeforeAll
    static void start() {
        other = FederatedTown.other();
        server = FederatedTown.server();
    }

    @Test
    void theReportSaysWhatTheHeaderSaysAndMore() {
        HttpResponse<String> answer = server.query(
                PREFIXES + "SELECT * { VALUES ?goal { sdg:11 sdg:13 } SERVICE urbis:sdg { ?goal sdgo:hasTarget ?t } }");
        String link = answer.headers().firstValue("Link").orElseThrow();
        assertTrue(link.contains("rel=\"http://www.w3.org/ns/prov#has_provenance\""), link);
        String address = link.replaceAll(".*<(/federation/reports/[0-9a-f]{32})>.*", "$1");
        JsonValue report = JSON.parse(server.get(address).body());
        assertTrue(report.getAsObject().getBoolean("ended"));
        JsonObject asked = report.getAsObject()
                .getArray("endpoints")
                .findFirst()
                .orElseThrow()
                .getAsObject();
        assertEquals("sdg", asked.getString("name"));
        assertEquals(other.address(), asked.getString("address"));
        assertEquals(2, asked.getNumber("rowsSent").intValue());
        assertEquals(3, asked.getNumber("rows").intValue());
        assertEquals(1, asked.getObj("requests").getNumber("remote").intValue());
        HttpResponse<String> page = server.get(address, "Accept", "text/html");
        assertTrue(page.body().contains("<td>From the endpoint (1)</td>"), page.body());
        assertEquals("no-store", page.headers().firstValue("Cache-Control").orElseThrow());
        String inFrench =
                server.get(address + "?lang=fr", "Accept", "text/html").body();
        assertTrue(inFrench.contains("<td>Du point d’accès (1)</td>"), inFrench);
        assertTrue(inFrench.contains("href=\"" + address + "?format=html&amp;lang=ar\""), inFrench);
        assertEquals(404, server.get("/federation/reports/0").statusCode());
    }

    @Test
    void theListSaysWhoIsOnAndHowTheyFare() {
        csv("SELECT * { SERVICE urbis:sdg { sdg:11 ?p ?o } }");
        JsonValue list = JSON.parse(server.get("/federation").body());
        Map<String, JsonObject> endpoints = list.getAsObject()
                .getArray("endpoints")
                .map(JsonValue::getAsObject)
                .collect(Collectors.toMap(each -> each.getString("name"), each -> each));
        assertTrue(endpoints.get("sdg").getBoolean("on"));
        assertEquals("answering", endpoints.get("sdg").getString("state"));
        assertFalse(endpoints.get("unbis").getBoolean("on"));
        assertTrue(endpoints
                .keySet()
                .containsAll(
                        List.of("sdg", "unbis", "member-states", "agrovoc", "unesco", "wikidata", "eurovoc", "gone")));
        HttpResponse<String> page = server.get("/federation?lang=es", "Accept", "text/html");
        assertTrue(page.body().contains("SERVICE urbis:sdg"));
        assertTrue(page.body().contains("Tesauro UNBIS"), page.body());
        String tag = page.headers().firstValue("ETag").orElseThrow();
        assertEquals(
                304,
                server.get("/federation?lang=es", "Accept", "text/html", "If-None-Match", tag)
                        .statusCode());
        csv("SELECT * { SERVICE urbis:sdg { sdg:11 ?other ?thing } }");
        assertEquals(
                200,
                server.get("/federation?lang=es", "Accept", "text/html", "If-None-Match", tag)
                        .statusCode());
        assertTrue(server.get("/metrics")
                .body()
                .contains("urbis_federation_requests_total{endpoint=\"sdg\",origin=\"remote\"}"));
        assertEquals(200, server.get("/health").statusCode());
        String description = server.get("/sparql", "Accept", "text/turtle").body();
        assertTrue(description.contains("BasicFederatedQuery"), description);
        assertTrue(description.contains(other.address()), description);
    }

    @Test
    void whyOneFailedIsToldInTheLanguageOfTheReader() {
        HttpResponse<String> answer = server.query(PREFIXES + "SELECT * { SERVICE SILENT urbis:gone { ?s ?p ?o } }");
        String report = answer.headers()
                .firstValue("Link")
                .orElseThrow()
                .replaceAll(".*<(/federation/reports/[0-9a-f]{32})>.*", "$1");
        for (String address : List.of(report, "/federation")) {
            String page =
                    server.get(address + "?lang=fr", "Accept", "text/html").body();
            assertTrue(page.contains("est injoignable : il refuse la connexion."), page);
            String inArabic =
                    server.get(address + "?lang=ar", "Accept", "text/html").body();
            assertTrue(inArabic.contains("لا يمكن الوصول إليها: ترفض الاتصال."), inArabic);
        }
    }
}
