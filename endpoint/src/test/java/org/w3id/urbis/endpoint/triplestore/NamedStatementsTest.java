package org.w3id.urbis.endpoint.triplestore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.Json;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;
import org.w3id.urbis.endpoint.config.Setting;
import org.w3id.urbis.loader.publication.StoreCopy;

/** The index of names of a store with more things than are remembered. */
class NamedStatementsTest {
    private static final int CITIES = 1700;
    private static final String TERMS = "https://w3id.org/urbis/ontology#";

    @TempDir
    private Path directory;

    private final AtomicInteger requests = new AtomicInteger();
    private StockFuseki store;
    private HttpServer between;

    @BeforeEach
    void start() throws IOException {
        store = new StockFuseki();
        between = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        between.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        between.createContext("/", exchange -> {
            byte[] asked = exchange.getRequestBody().readAllBytes();
            if (new String(asked, StandardCharsets.US_ASCII).contains("VALUES")) {
                requests.incrementAndGet();
            }
            HttpResponse<String> told = Passing.on(store.queries(), asked);
            byte[] body = told.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
            exchange.sendResponseHeaders(told.statusCode(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        between.start();
    }

    @AfterEach
    void stop() {
        between.stop(0);
        store.close();
    }

    private static Node city(int number) {
        return Town.iri("https://w3id.org/urbis/id/city/c" + number);
    }

    /** Cities that are all called the same; of each, as many people live there and so many refer to it as its number says. */
    private static List<Quad> cities() {
        Node graph = Town.iri("https://w3id.org/urbis/graph/town/cities");
        List<Quad> quads = new ArrayList<>();
        for (int i = 0; i < CITIES; i++) {
            Node population = Town.iri("https://w3id.org/urbis/id/population/c" + i);
            quads.add(Quad.create(graph, city(i), RDF.type.asNode(), Town.iri(TERMS + "City")));
            quads.add(
                    Quad.create(graph, city(i), RDFS.label.asNode(), NodeFactory.createLiteralLang("Samename", "en")));
            quads.add(Quad.create(graph, city(i), Town.iri(TERMS + "population"), population));
            quads.add(Quad.create(
                    graph, population, Town.iri(TERMS + "value"), NodeFactory.createLiteralByValue(i * 1000)));
        }
        return quads;
    }

    @Test
    void howeverManyThereAreAFewRequestsBringThem() throws IOException {
        Path quads = directory.resolve("quads.nq");
        try (OutputStream out = Files.newOutputStream(quads)) {
            new StoreCopy(Town.publish(directory.resolve("publisher"), cities())).write(out);
        }
        store.put(quads);
        String address = "http://127.0.0.1:" + between.getAddress().getPort() + "/sparql";
        try (RunningServer server = RunningServer.on(
                directory.resolve("data"), Map.of(Setting.STORE, address, Setting.CACHE_BYTES, "65536"))) {
            assertTrue(requests.get() < 20, requests + " requests for " + CITIES + " cities");
            assertEquals(
                    city(CITIES - 1).getURI(),
                    Json.of(server.get("/search?q=samename&format=json"))
                            .at("/items/0/id")
                            .asText(),
                    "the largest comes first");
        }
        try (var left = Files.walk(directory.resolve("data"))) {
            assertTrue(left.noneMatch(file -> file.toString().endsWith(".txt")), "no list is left behind");
        }
    }
}
