package org.w3id.urbis.endpoint.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.Json;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;
import org.w3id.urbis.endpoint.config.Setting;

/** What operators see: metrics, health, the access log. */
class ObservationTest {
    @TempDir
    private static Path data;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        Town.publish(data, Town.marked("here"));
        server = RunningServer.on(data, Map.of(Setting.ACCESS_LOG, "json", Setting.QUERY_TIMEOUT, "1"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** The value of a sample; 0 if it is not there. */
    private static double sample(String line) {
        Matcher found = Pattern.compile("^" + Pattern.quote(line) + " (\\S+)$", Pattern.MULTILINE)
                .matcher(server.get("/metrics").body());
        return found.find() ? Double.parseDouble(found.group(1)) : 0;
    }

    @Test
    void theProcessIsAliveAndReadyWithARevision() {
        for (String path : List.of("/health", "/health/live", "/health/ready")) {
            HttpResponse<String> answer = server.get(path);
            assertEquals(200, answer.statusCode());
            assertEquals(
                    "no-store", answer.headers().firstValue("Cache-Control").orElse(""));
            JsonNode json = Json.of(answer);
            assertEquals("UP", json.get("status").textValue());
            assertFalse(json.get("checks").isEmpty());
        }
        JsonNode check = Json.of(server.get("/health/ready")).at("/checks/0");
        assertEquals("revision", check.get("name").textValue());
        assertEquals("UP", check.get("status").textValue());
        assertEquals(1, check.at("/data/revision").intValue());
    }

    @Test
    void metricsAreInTheFormThatIsAskedFor() {
        HttpResponse<String> text = server.get("/metrics");
        assertEquals(
                "text/plain; version=0.0.4; charset=utf-8",
                text.headers().firstValue("Content-Type").orElse(""));
        assertTrue(text.body().contains("# TYPE urbis_http_requests_total counter"), text.body());
        assertTrue(text.body().contains("jvm_memory_used_bytes{area=\"heap\""));
        HttpResponse<String> open = server.get("/metrics", "Accept", "application/openmetrics-text;version=1.0.0");
        assertEquals(
                "application/openmetrics-text; version=1.0.0; charset=utf-8",
                open.headers().firstValue("Content-Type").orElse(""));
        assertTrue(open.body().endsWith("# EOF\n"));
        assertEquals(405, server.post("/metrics", "text/plain", "x").statusCode());
    }

    @Test
    void requestsAreCountedByRouteAndStatusAndNeverByWhatAClientMakesUp() {
        String found = "urbis_http_requests_total{method=\"GET\",route=\"/id/*\",status=\"200\"}";
        String missing = "urbis_http_requests_total{method=\"GET\",route=\"/id/*\",status=\"404\"}";
        double before = sample(found);
        server.get("/id/mark/here");
        server.get("/id/mark/nowhere");
        server.send("BREW", "/no/such/place", "", "");
        assertEquals(before + 1, sample(found));
        assertEquals(1, sample(missing));
        assertEquals(1, sample("urbis_http_requests_total{method=\"other\",route=\"other\",status=\"404\"}"));
        assertTrue(sample("urbis_http_request_duration_seconds_count{route=\"/id/*\"}") >= 2);
        assertTrue(sample("urbis_http_request_duration_seconds_bucket{route=\"/id/*\",le=\"+Inf\"}") >= 2);
        assertFalse(server.get("/metrics").body().contains("BREW"));
    }

    @Test
    void queriesAreCountedByWhatBecameOfThem() {
        String query = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";
        double complete = sample("urbis_queries_total{outcome=\"complete\"}");
        double hits = sample("urbis_cache_requests_total{cache=\"queries\",result=\"hit\"}");
        server.query(query);
        server.query(query);
        assertEquals(complete + 1, sample("urbis_queries_total{outcome=\"complete\"}"));
        assertEquals(hits + 1, sample("urbis_cache_requests_total{cache=\"queries\",result=\"hit\"}"));
        String endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?o ?p }";
        HttpResponse<String> stopped = server.query(endless);
        assertEquals(503, stopped.statusCode(), stopped::body);
        assertEquals(1, sample("urbis_queries_total{outcome=\"timed-out\"}"));
    }

    @Test
    void theRevisionAndSubmissionsAreTold() {
        assertEquals(1, sample("urbis_revision"));
        assertTrue(sample("urbis_quads") > 0);
        assertTrue(server.get("/metrics").body().contains("urbis_submissions{state=\"waiting\"} 0.0"));
    }

    @Test
    void theAccessLogTellsRequestsWithoutSecrets() throws IOException {
        HttpResponse<String> answer = server.get(
                "/sparql?query=ASK%7B%7D&format=json&token=hush",
                "Authorization",
                "Bearer urbis_hush",
                "User-Agent",
                "a \"client\"",
                "Referer",
                "https://portal.example/page?session=hush");
        // On the same connection, so that the request before has been logged.
        server.get("/health");
        List<String> lines = Files.readAllLines(data.resolve("log/access.log"));
        JsonNode line = lines.stream()
                .map(Json::parse)
                .filter(one -> one.get("target").textValue().startsWith("/sparql?query=*&format=json&token=*"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(lines));
        assertEquals("127.0.0.1", line.get("client").textValue());
        assertEquals(200, line.get("status").intValue());
        assertEquals("/sparql", line.get("route").textValue());
        assertEquals("1", line.get("revision").textValue());
        assertEquals("https://portal.example/page", line.get("referrer").textValue());
        assertEquals("a \"client\"", line.get("agent").textValue());
        assertEquals(answer.body().length(), line.get("bytes").intValue());
        assertTrue(lines.stream().noneMatch(text -> text.contains("hush")), () -> lines.toString());
    }
}
