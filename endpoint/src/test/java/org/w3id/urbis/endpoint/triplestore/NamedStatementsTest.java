package org.w3id.urbis.endpoint.triplestore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private StockFuseki store;
    private AskedStore asked;

    @BeforeEach
    void start() throws IOException {
        store = new StockFuseki();
        asked = new AskedStore(store);
    }

    @AfterEach
    void stop() {
        asked.close();
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
        try (RunningServer server = RunningServer.on(
                directory.resolve("data"), Map.of(Setting.STORE, asked.address(), Setting.CACHE_BYTES, "65536"))) {
            int requests = asked.asked().size();
            assertTrue(requests < 20, requests + " requests for " + CITIES + " cities");
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
