package org.w3id.urbis.endpoint.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;
import org.w3id.urbis.endpoint.config.Setting;

/** An answer is whole or an error, however large, however long, whatever happens meanwhile. */
class WholeAnswerTest {
    private static final int CROWD = 10_000;
    private static final String ENDLESS = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";
    private static final String ENDLESS_SILENCE = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";
    private static final String LARGE = "SELECT ?s ?o { ?s <https://w3id.org/urbis/ontology#lovesGoal> ?o }";

    @TempDir
    private static Path data;

    private static RunningServer server;
    private static RunningServer hasty;

    @BeforeAll
    static void start() {
        List<Quad> more = new ArrayList<>(Town.crowd(CROWD));
        more.addAll(Town.marked("1"));
        Town.publish(data, more);
        server = RunningServer.on(
                data,
                Map.of(
                        Setting.CACHED_ANSWER_BYTES,
                        "65536",
                        Setting.QUERY_TIMEOUT,
                        "300",
                        Setting.QUEUE_TIMEOUT,
                        "300"));
        hasty = RunningServer.on(data, Map.of(Setting.QUERY_TIMEOUT, "2", Setting.CACHED_ANSWER_BYTES, "65536"));
    }

    @AfterAll
    static void stop() {
        server.close();
        hasty.close();
    }

    private static int drain(InputStream body) throws IOException {
        int length = 0;
        byte[] chunk = new byte[8192];
        for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
            length += read;
        }
        return length;
    }

    /** On the public port and on Fuseki's own, in every form, all at once: each runs until it is stopped. */
    @Test
    void anAnswerThatIsStoppedHalfWayNeverLooksWhole() throws Exception {
        List<String> mediaTypes = List.of(
                "application/sparql-results+json",
                "application/sparql-results+xml",
                "text/csv",
                "text/tab-separated-values");
        try (ExecutorService clients = Executors.newFixedThreadPool(2 * mediaTypes.size())) {
            List<Callable<Void>> asking = new ArrayList<>();
            for (String address : List.of(hasty.origin() + "/sparql", hasty.fuseki("/urbis"))) {
                for (String mediaType : mediaTypes) {
                    asking.add(() -> {
                        String what = mediaType + " from " + address;
                        HttpResponse<InputStream> response = hasty.stream(address, ENDLESS, mediaType);
                        assertEquals(200, response.statusCode(), what);
                        assertThrows(IOException.class, () -> drain(response.body()), what);
                        return null;
                    });
                }
            }
            for (Future<Void> answer : clients.invokeAll(asking)) {
                answer.get();
            }
        }
    }

    @Test
    void anAnswerThatIsStoppedBeforeItBeginsIsAProblem() {
        CompletableFuture<HttpResponse<String>> page =
                CompletableFuture.supplyAsync(() -> hasty.query(ENDLESS_SILENCE, "Accept", "text/html"));
        HttpResponse<String> response = hasty.query(ENDLESS_SILENCE, "Accept", "text/csv");
        assertEquals(503, response.statusCode());
        assertTrue(response.body().contains("problem/query-timeout"), response.body());
        assertEquals(503, page.join().statusCode());
    }

    @Test
    void aLargeAnswerStreamsWhole() throws IOException {
        String rows = server.query(LARGE, "Accept", "text/csv").body();
        assertEquals(CROWD + 1, rows.lines().count());
        HttpResponse<String> head = server.head("/sparql?query=" + RunningServer.encode(LARGE), "Accept", "text/csv");
        assertEquals(
                rows.length(), head.headers().firstValueAsLong("Content-Length").orElseThrow());
    }

    @Test
    void manyAtOnceGetTheSameWholeAnswers() throws Exception {
        String large = server.query(LARGE, "Accept", "text/csv").body();
        try (ExecutorService clients = Executors.newFixedThreadPool(20)) {
            List<Callable<Void>> asking = new ArrayList<>();
            for (int i = 0; i < 120; i++) {
                int number = 1 + i % 7;
                String query =
                        i % 6 == 0 ? LARGE : "SELECT ?s { ?s <https://w3id.org/urbis/ontology#number> " + number + " }";
                String expected = i % 6 == 0 ? large : "s\r\nhttps://w3id.org/urbis/id/person/p" + number + "\r\n";
                asking.add(() -> {
                    assertEquals(
                            expected, server.query(query, "Accept", "text/csv").body());
                    return null;
                });
            }
            for (Future<Void> answer : clients.invokeAll(asking)) {
                answer.get();
            }
        }
    }

    @Test
    void whileRevisionsChangeEachAnswerComesFromTheOneItNames() throws InterruptedException, ExecutionException {
        String mark =
                "SELECT ?mark { <https://w3id.org/urbis/id/mark/here> <https://w3id.org/urbis/ontology#mark> ?mark }";
        try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> changes = new ArrayList<>();
            for (int client = 0; client < 8; client++) {
                changes.add(clients.submit(() -> {
                    int last = 1;
                    while (last < 4) {
                        HttpResponse<String> response = server.query(mark, "Accept", "text/csv");
                        int revision = Integer.parseInt(
                                response.headers().firstValue("Urbis-Revision").orElseThrow());
                        assertEquals("mark\r\n" + revision + "\r\n", response.body());
                        assertTrue(revision >= last, "an answer from the past");
                        last = revision;
                    }
                    return last;
                }));
            }
            for (int next = 2; next <= 4; next++) {
                List<Quad> more = new ArrayList<>(Town.crowd(CROWD));
                more.addAll(Town.marked(Integer.toString(next)));
                Town.publish(data, more);
            }
            for (Future<Integer> client : changes) {
                assertEquals(4, client.get());
            }
        }
    }
}
