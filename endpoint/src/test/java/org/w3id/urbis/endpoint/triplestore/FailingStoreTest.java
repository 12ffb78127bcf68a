package org.w3id.urbis.endpoint.triplestore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.Json;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;
import org.w3id.urbis.endpoint.config.EndpointConfig;
import org.w3id.urbis.endpoint.config.InvalidSettingException;
import org.w3id.urbis.endpoint.config.Setting;
import org.w3id.urbis.endpoint.store.UnusableRevisionException;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.StoreCopy;

/** What is answered when the store is away, slow, odd, half filled or filled anew. */
class FailingStoreTest {
    private static final String COUNT = "SELECT (COUNT(*) AS ?all) { ?s ?p ?o }";

    @TempDir
    private Path directory;

    private StockFuseki store;
    private HttpServer between;
    private volatile Answer answer;
    private final AtomicInteger authorized = new AtomicInteger();

    /** What stands between the server and the store. */
    @FunctionalInterface
    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        store = new StockFuseki();
        between = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        between.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        between.createContext("/", exchange -> {
            if ("Basic dXNlcjpzZWNyZXQ=".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                authorized.incrementAndGet();
            }
            answer.to(exchange);
        });
        between.start();
        answer = this::passOn;
    }

    @AfterEach
    void stop() {
        between.stop(0);
        store.close();
    }

    private void passOn(HttpExchange exchange) throws IOException {
        byte[] asked = exchange.getRequestBody().readAllBytes();
        HttpResponse<String> told = Passing.on(store.queries(), asked);
        byte[] body = told.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Content-Type", told.headers().firstValue("Content-Type").orElse(""));
        exchange.sendResponseHeaders(told.statusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Answer sending(int status, String type, String body, String... headers) {
        return exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", type);
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }

    private Revision publish(String mark) {
        return Town.publish(directory.resolve("publisher"), Town.marked(mark));
    }

    private void fill(Revision revision) throws IOException {
        Path quads = directory.resolve("quads.nq");
        try (OutputStream out = Files.newOutputStream(quads)) {
            new StoreCopy(revision).write(out);
        }
        store.put(quads);
    }

    private String address() {
        return "http://127.0.0.1:" + between.getAddress().getPort() + "/sparql";
    }

    private RunningServer serve(String address, Map<Setting, String> more) {
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        settings.putAll(more);
        settings.put(Setting.STORE, address);
        settings.put(Setting.QUERY_TIMEOUT, "2");
        return RunningServer.on(directory.resolve("data"), settings);
    }

    private static void assertProblem(int status, String type, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("problem/" + type), answer.body());
    }

    @Test
    void aStoreThatGoesAndComesBack() throws IOException {
        fill(publish("one"));
        try (RunningServer server = serve(store.queries(), Map.of())) {
            assertEquals(200, server.query(COUNT).statusCode());
            store.kill();
            HttpResponse<String> away = server.query("SELECT * { ?s ?p ?o } LIMIT 3", "Accept-Language", "es");
            assertProblem(503, "store-away", away);
            assertTrue(away.body().contains("almacén"), away.body());
            assertTrue(away.headers().firstValue("Retry-After").isPresent());
            assertProblem(503, "store-away", server.get("/id/mark/here"));
            assertEquals(503, server.get("/health/ready").statusCode());
            assertEquals(200, server.get("/health/live").statusCode());
            assertEquals(200, server.query(COUNT).statusCode(), "what is remembered is still known");
            assertTrue(server.get("/metrics").body().contains("urbis_store_requests_total{outcome=\"away\"}"));
            store.restart();
            assertEquals(200, server.query("SELECT * { ?s ?p ?o } LIMIT 3").statusCode());
            assertEquals(200, server.get("/id/mark/here.ttl").statusCode());
            assertEquals(200, server.get("/health/ready").statusCode());
        }
    }

    @Test
    void aStoreThatIsGivenTheNextRevision() throws IOException {
        Revision first = publish("one");
        fill(first);
        try (RunningServer server = serve(store.queries(), Map.of())) {
            HttpResponse<String> before = server.get("/id/mark/here.ttl");
            assertTrue(before.body().contains("\"one\""), before.body());
            Revision second = publish("two");
            fill(second);
            // Until the server has looked, it answers what it remembers, or says that the store has changed.
            HttpResponse<String> unread = server.query("SELECT ?o { ?s ?p ?o } LIMIT 9");
            assertTrue(
                    unread.statusCode() == 503
                            || unread.headers()
                                    .firstValue("Urbis-Revision")
                                    .orElse("")
                                    .equals("2"),
                    unread.body());
            while (server.server().revision().number() == first.number()) {
                Thread.onSpinWait();
            }
            HttpResponse<String> after = server.get("/id/mark/here.ttl");
            assertTrue(after.body().contains("\"two\""), after.body());
            assertFalse(
                    before.headers().firstValue("ETag").equals(after.headers().firstValue("ETag")));
            assertEquals(
                    second.hash(),
                    Json.of(server.get("/health/ready"))
                            .at("/checks/0/data/hash")
                            .asText());
        }
    }

    @Test
    void aStoreThatIsNotWholeOrNotOurs() throws IOException {
        String empty = assertThrows(UnusableRevisionException.class, () -> serve(store.queries(), Map.of()))
                .getMessage();
        assertTrue(empty.contains("urbis export --for-store"), empty);
        fill(publish("one"));
        store.update("DELETE WHERE { GRAPH ?g { <https://w3id.org/urbis/id/mark/here> ?p ?o } }");
        String half = assertThrows(UnusableRevisionException.class, () -> serve(store.queries(), Map.of()))
                .getMessage();
        assertTrue(half.contains("Put the whole of it there again"), half);
        String away = assertThrows(
                        UnusableRevisionException.class,
                        () -> serve("http://127.0.0.1:" + ForeignStore.freePort() + "/sparql", Map.of()))
                .getMessage();
        assertTrue(away.contains("cannot be reached"), away);
    }

    @Test
    void whatCannotBeUsedIsNeverPassedOn() throws IOException {
        fill(publish("one"));
        Path secret = Files.writeString(directory.resolve("secret"), "user:secret\n");
        try (RunningServer server = serve(address(), Map.of(Setting.STORE_CREDENTIALS, secret.toString()))) {
            assertTrue(authorized.get() > 3, "credentials go to the store");
            List<Answer> odd = List.of(
                    sending(200, "text/html", "<p>Welcome"),
                    sending(200, "application/sparql-results+json", "{\"head\":{},\"results\":{\"bindings\":["),
                    sending(200, "application/sparql-results+json", "{\"boolean\":true}"),
                    sending(200, "application/sparql-results+json", "{\"results\":{\"bindings\":[{\"s\":{}}]}}"),
                    sending(500, "text/plain", "secret innards"),
                    sending(401, "text/plain", "no"),
                    sending(302, "text/plain", "", "Location", store.queries()));
            int number = 0;
            for (Answer one : odd) {
                answer = one;
                String query = "SELECT ?s { ?s ?p ?o } LIMIT " + ++number;
                HttpResponse<String> told = server.query(query);
                assertProblem(502, "store-failed", told);
                assertFalse(told.body().contains("innards"));
            }
            assertProblem(502, "store-failed", server.get("/id/mark/here.ttl"));
            answer = exchange -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.close();
            };
            assertProblem(502, "store-failed", server.query("SELECT ?o { ?s ?p ?o } LIMIT 1"));
            answer = exchange -> exchange.getRequestBody().readAllBytes();
            assertProblem(504, "store-slow", server.get("/id/person/none.ttl"));
            answer = this::passOn;
            assertEquals(200, server.get("/id/mark/here.ttl").statusCode());
        }
    }

    @Test
    void credentialsAreInAFileOrNowhere() {
        assertThrows(
                InvalidSettingException.class,
                () -> EndpointConfig.read(Map.of(Setting.STORE, "http://user:secret@localhost/"), Map.of(), Map.of()));
        assertThrows(
                InvalidSettingException.class,
                () -> EndpointConfig.read(Map.of(Setting.STORE, "file:///etc/passwd"), Map.of(), Map.of()));
        assertThrows(
                InvalidSettingException.class,
                () -> EndpointConfig.read(
                        Map.of(Setting.STORE, "http://localhost/", Setting.STORE_CREDENTIALS, "/no/such/file"),
                        Map.of(),
                        Map.of()));
    }
}
