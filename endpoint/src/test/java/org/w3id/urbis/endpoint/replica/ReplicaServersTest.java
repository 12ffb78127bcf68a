package org.w3id.urbis.endpoint.replica;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;
import org.w3id.urbis.endpoint.config.ReplicationConfig;
import org.w3id.urbis.endpoint.config.Setting;
import org.w3id.urbis.loader.publication.Revision;

/** A publisher and two replicas as readers meet them, with a broker of their own that goes away and comes back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicaServersTest {

    private static final String TOPIC = "town";
    /** Readers know them all by one address, as behind a balancer. */
    private static final String PUBLIC = "https://data.example";

    private static final List<String> PATHS = List.of(
            "/sparql?query=" + RunningServer.encode("SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 50"),
            "/id/network/bridges.ttl",
            "/id/network/bridges.jsonld",
            "/api/networks",
            "/catalog?format=turtle");

    /** What changed before a server began it does not tell, nor which revisions there were. */
    private static final List<String> KNOWN_TO_THE_PUBLISHER = List.of("/", "/revisions", "/revisions/3");

    private static final List<String> PAGES = List.of(
            "/",
            "/id/network/bridges",
            "/api",
            "/api/networks",
            "/catalog",
            "/queries",
            "/sparql",
            "/validate",
            "/templates",
            "/problem/not-found",
            "/revisions",
            "/revisions/3");

    @TempDir
    private static Path folder;

    private static LogBroker broker;
    private static RunningServer publisher;
    private static RunningServer early;
    private static RunningServer late;

    private static Path data(String name) {
        return folder.resolve(name);
    }

    @BeforeAll
    static void start() throws Exception {
        broker = LogBroker.start();
        publish("one");
        publisher = RunningServer.on(
                data("publisher"),
                Map.of(Setting.LOG_SERVERS, broker.address(), Setting.LOG_TOPIC, TOPIC, Setting.PUBLIC_URL, PUBLIC));
        await(
                publisher,
                () -> metric(publisher, "urbis_log_lag_revisions") == 0
                        && metric(publisher, "urbis_log_sequence") == 1);
        // One begins with the log alone, before anything else is there.
        new FirstRevision(config("early", Optional.empty()), data("early"), told -> {}).take();
        early = replica("early");
        publish("two");
        served(early, 2);
        // The other fetches a dump.
        Revision first =
                new FirstRevision(config("late", Optional.of(publisher.origin())), data("late"), told -> {}).take();
        assertEquals(2, first.number());
        late = replica("late");
    }

    @AfterAll
    static void stop() {
        for (RunningServer server : new RunningServer[] {late, early, publisher}) {
            if (server != null) {
                server.close();
            }
        }
        broker.close();
    }

    private static Revision publish(String mark) {
        return Town.publish(data("publisher"), Town.marked(mark));
    }

    private static ReplicationConfig config(String name, Optional<String> from) {
        return new ReplicationConfig(
                Optional.of(broker.address()),
                TOPIC,
                data(name).resolve("log.properties"),
                true,
                from,
                Optional.empty());
    }

    private static RunningServer replica(String name) {
        return RunningServer.on(
                data(name),
                Map.of(
                        Setting.LOG_SERVERS,
                        broker.address(),
                        Setting.LOG_TOPIC,
                        TOPIC,
                        Setting.FOLLOW,
                        "true",
                        Setting.LAG_LIMIT,
                        "30",
                        Setting.PUBLIC_URL,
                        PUBLIC,
                        Setting.PUBLISHER_URL,
                        publisher.origin()));
    }

    /** Asks again until it is so; each question takes its time. */
    private static void await(RunningServer server, BooleanSupplier reached) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!reached.getAsBoolean()) {
            assertTrue(
                    System.nanoTime() < end,
                    () -> server.get("/health").body() + server.get("/metrics").body());
        }
    }

    private static void served(RunningServer server, long revision) {
        await(
                server,
                () -> server.get("/health/live").statusCode() == 200
                        && number(server.get("/sparql?query=ASK%7B%7D")) == revision);
    }

    private static long number(HttpResponse<?> response) {
        return Long.parseLong(response.headers().firstValue("Urbis-Revision").orElse("0"));
    }

    private static double metric(RunningServer server, String name) {
        return server.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(Double.NaN);
    }

    private static JsonObject log(RunningServer server) {
        return JSON.parse(server.get("/health/ready").body()).get("checks").getAsArray().stream()
                .map(check -> check.getAsObject())
                .filter(check -> check.getString("name").equals("log"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(1)
    void readersMovedBetweenThemAreAnsweredTheSame() {
        publish("three");
        for (RunningServer server : List.of(publisher, early, late)) {
            served(server, 3);
        }
        for (String path : PATHS) {
            HttpResponse<String> answer = publisher.get(path);
            for (RunningServer replica : List.of(early, late)) {
                HttpResponse<String> same = replica.get(path, "If-None-Match", "\"other\"");
                assertEquals(answer.statusCode(), same.statusCode(), path);
                assertEquals(answer.body(), same.body(), path);
            }
        }
        for (String path : List.of(PATHS.getFirst(), "/dumps/3/urbis.nq.gz")) {
            String tag = early.get(path).headers().firstValue("ETag").orElse("");
            assertEquals(304, late.get(path, "If-None-Match", tag).statusCode(), path + " " + tag);
        }
        for (String path : PAGES) {
            HttpResponse<String> page = early.get(path, "Accept", "text/html");
            HttpResponse<String> other = late.get(path, "Accept", "text/html");
            assertEquals(200, page.statusCode(), path);
            assertEquals(
                    page.body().equals(other.body()), tag(page).equals(tag(other)), "equal tags, equal bytes: " + path);
            if (!KNOWN_TO_THE_PUBLISHER.contains(path)) {
                assertEquals(tag(page), tag(other), path);
                assertEquals(tag(page), tag(publisher.get(path, "Accept", "text/html")), path);
            }
        }
    }

    private static String tag(HttpResponse<?> answer) {
        return answer.headers().firstValue("ETag").orElseThrow(() -> new AssertionError("no tag: " + answer.uri()));
    }

    @Test
    @Order(2)
    void aReplicaTellsHowItStands() {
        await(late, () -> log(late).getString("status").equals("UP"));
        JsonObject data = log(late).getObj("data");
        assertEquals(TOPIC, data.getString("topic"));
        assertEquals(3, data.getNumber("sequence").intValue());
        assertEquals(0, data.getNumber("behindRevisions").intValue());
        assertEquals(publisher.origin(), data.getString("publisher"));
        assertEquals(3, metric(late, "urbis_log_sequence"));
        assertEquals(0, metric(late, "urbis_log_fault"));
        assertTrue(publisher.get("/health/ready").body().lines().noneMatch(line -> line.contains("\"log\"")));
    }

    @Test
    @Order(3)
    void handingInIsRefusedAndThePublisherNamed() {
        for (HttpResponse<String> refused : List.of(
                early.post("/submissions", "text/turtle", "<a:a> <a:a> <a:a> .", "Authorization", "Bearer urbis_x"),
                early.get("/submissions"),
                early.post("/submissions/s1/decision", "application/json", "{}"),
                early.post("/validate/hand-in", "application/x-www-form-urlencoded", "text=x"))) {
            assertEquals(403, refused.statusCode(), refused.body());
            JsonObject problem = JSON.parse(refused.body());
            assertEquals("https://w3id.org/urbis/problem/replica", problem.getString("type"));
            assertEquals(publisher.origin(), problem.getString("publisher"));
            assertTrue(problem.getString("detail").contains(publisher.origin() + "/submissions"), refused.body());
        }
        assertEquals(
                200,
                early.post("/submissions?dry-run", "text/turtle", "<a:a> <a:a> .")
                        .statusCode(),
                "tried out here");
        assertEquals(200, early.get("/validate").statusCode());
        assertTrue(publisher.get("/submissions").statusCode() != 403);
    }

    @Test
    @Order(4)
    void theFeedIsThePublishersUnlessAllOfItIsKnown() {
        assertEquals(
                publisher.get("/feed/0", "Accept", "application/ld+json").body(),
                early.get("/feed/0", "Accept", "application/ld+json").body());
        HttpResponse<String> led = late.get("/feed?since=2", "Accept", "application/ld+json");
        assertEquals(307, led.statusCode());
        assertEquals(
                Optional.of(publisher.origin() + "/feed?since=2"), led.headers().firstValue("Location"));
    }

    @Test
    @Order(5)
    void whileTheBrokerIsAwayAllGoOnAnsweringAndThenCatchUp() throws Exception {
        broker.goAway();
        publish("four");
        served(publisher, 4);
        assertEquals(3, number(early.get("/sparql?query=ASK%7B%7D")));
        assertEquals(200, late.get("/id/network/bridges.ttl").statusCode());
        broker.comeBack();
        served(early, 4);
        served(late, 4);
        await(publisher, () -> metric(publisher, "urbis_log_lag_revisions") == 0);
        assertEquals(LoggedTown.history(data("publisher")), LoggedTown.history(data("early")));
        assertEquals(
                LoggedTown.history(data("publisher")).getLast(),
                LoggedTown.history(data("late")).getLast());
    }

    @Test
    @Order(6)
    void aReplicaOfNothingSaysWhatItLacks() {
        ReplicationConfig nothing = new ReplicationConfig(
                Optional.of(broker.address()),
                TOPIC,
                data("none").resolve("log.properties"),
                true,
                Optional.of(publisher.origin() + "/nothing"),
                Optional.empty());
        LogException refused =
                assertThrows(LogException.class, () -> new FirstRevision(nothing, data("none"), told -> {}).take());
        assertTrue(refused.getMessage().contains("publisher-url"), refused.getMessage());
    }

    @Test
    @Order(7)
    void aDumpThatBrokeOffIsGoneOnWith() throws IOException {
        DumpDownload download = new DumpDownload(publisher.origin());
        Path place = data("broken-off");
        DumpDownload.Fetched whole = download.fetch(place);
        byte[] bytes = Files.readAllBytes(whole.file());
        byte[] begun = Arrays.copyOf(bytes, bytes.length / 2);
        Files.write(whole.file(), begun);
        assertEquals(whole, download.fetch(place));
        assertArrayEquals(bytes, Files.readAllBytes(whole.file()));
        assertEquals(whole, download.fetch(place), "nothing was missing");
        begun[0] ^= 1;
        Files.write(whole.file(), begun);
        LogException damaged = assertThrows(LogException.class, () -> download.fetch(place), "begun anew");
        assertTrue(damaged.getMessage().contains("SHA-256"), damaged.getMessage());
        assertEquals(whole, download.fetch(place), "what does not fit is not gone on with a second time");
        DumpDownload.discard(place);
        assertFalse(Files.exists(whole.file()));
    }
}
