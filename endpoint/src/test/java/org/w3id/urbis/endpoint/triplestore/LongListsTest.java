package org.w3id.urbis.endpoint.triplestore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.Json;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;
import org.w3id.urbis.endpoint.config.Setting;
import org.w3id.urbis.loader.publication.StoreCopy;

/** Lists of more things than a store is asked for together: of those that are not on the page, it is asked for little. */
class LongListsTest {
    private static final int CITIES = 1700;
    private static final int BLOCKS = 3;
    /** Cities that the graph has besides, and of how many of them nobody says where they are. */
    private static final int OTHERS = 3;

    private static final int NOWHERE = 2;

    private static final Pattern CITY = Pattern.compile("<https://w3id.org/urbis/id/city/c[0-9]+>");

    @TempDir
    private static Path directory;

    private static AskedStore store;
    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        Path quads = directory.resolve("quads.nq");
        try (OutputStream out = Files.newOutputStream(quads)) {
            new StoreCopy(Town.publish(directory.resolve("publisher"), ManyCities.of(CITIES, i -> "0 Town %04d"
                            .formatted(CITIES - i))))
                    .write(out);
        }
        StockFuseki fuseki = new StockFuseki();
        store = new AskedStore(fuseki);
        fuseki.put(quads);
        server = RunningServer.on(
                directory.resolve("data"), Map.of(Setting.STORE, store.address(), Setting.CACHE_BYTES, "1048576"));
    }

    @AfterAll
    static void stop() {
        server.close();
        store.close();
    }

    /** Cities of which all was asked since this was last looked at. */
    private static Set<String> wholly(List<String> asked) {
        Set<String> cities = new HashSet<>();
        asked.stream()
                .filter(query -> !query.contains("VALUES ?p"))
                .forEach(query -> CITY.matcher(query).results().forEach(found -> cities.add(found.group())));
        return cities;
    }

    private static JsonNode ask(String path, int mostRequests, int mostWhole) {
        store.asked();
        JsonNode answer = Json.of(server.get(path));
        List<String> asked = store.asked();
        assertTrue(asked.size() <= mostRequests, asked.size() + " requests for " + path);
        assertTrue(wholly(asked).size() <= mostWhole, wholly(asked).size() + " cities read whole for " + path);
        return answer;
    }

    @Test
    void aListIsOrderedByNamesAlone() {
        JsonNode first = ask("/api/cities?limit=10", BLOCKS + 6, 10);
        assertEquals(CITIES, first.at("/totalItems").asInt() - OTHERS);
        assertEquals(
                ManyCities.city(CITIES - 1).getURI(), first.at("/items/0/id").asText());
        String following = Json.path(first.at("/view/next"));
        JsonNode next = ask(following, 6, 10);
        assertEquals(
                ManyCities.city(CITIES - 11).getURI(), next.at("/items/0/id").asText(), "the list is remembered");
    }

    @Test
    void aListIsFilteredAndOrderedByWhatLiesBehindItsThings() {
        JsonNode large = ask("/api/cities?population-min=1000000&sort=-population&limit=5", 4 * BLOCKS + 6, 5);
        assertEquals(CITIES - 1000, large.at("/totalItems").asInt());
        assertEquals(
                ManyCities.city(CITIES - 1).getURI(), large.at("/items/0/id").asText());
    }

    @Test
    void aLayerIsMadeOfPositionsAlone() {
        JsonNode box = ask("/collections/cities/items?bbox=100,45,101,46&limit=3", 2 * BLOCKS + 6, 3);
        assertEquals(11, box.at("/numberMatched").asInt() - NOWHERE);
        assertEquals("[100.0,45.5]", box.at("/features/1/geometry/coordinates").toString());
        JsonNode extent = ask("/collections/cities", 0, 0);
        assertEquals((CITIES - 1) / 10.0, extent.at("/extent/spatial/bbox/0/2").asDouble(), "the layer is remembered");
    }
}
