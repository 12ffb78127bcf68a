package org.w3id.urbis.endpoint.triplestore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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

    @Test
    void howeverManyThereAreAFewRequestsBringThem() throws IOException {
        Path quads = directory.resolve("quads.nq");
        try (OutputStream out = Files.newOutputStream(quads)) {
            new StoreCopy(Town.publish(directory.resolve("publisher"), ManyCities.of(CITIES, i -> "Samename")))
                    .write(out);
        }
        store.put(quads);
        try (RunningServer server = RunningServer.on(
                directory.resolve("data"), Map.of(Setting.STORE, asked.address(), Setting.CACHE_BYTES, "65536"))) {
            int requests = asked.asked().size();
            assertTrue(requests < 20, requests + " requests for " + CITIES + " cities");
            assertEquals(
                    ManyCities.city(CITIES - 1).getURI(),
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
