package org.w3id.urbis.endpoint.feature;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.w3id.urbis.endpoint.Json;
import org.w3id.urbis.endpoint.ShippedServer;

/** Documents of OGC API Features about the graph that ships, and what stands in them. */
final class ServedFeatures {
    static final String JSON = "application/json";
    static final String GEO_JSON = "application/geo+json";

    private ServedFeatures() {}

    static JsonNode json(String path) {
        return Json.of(ShippedServer.running().get(path, "Accept", JSON));
    }

    static JsonNode items(String path) {
        return Json.of(ShippedServer.running().get("/collections/" + path));
    }

    static List<String> ids(JsonNode items) {
        List<String> ids = new ArrayList<>();
        items.get("features").forEach(feature -> ids.add(feature.get("id").textValue()));
        return ids;
    }

    static JsonNode link(JsonNode document, String rel) {
        return find(document, rel).orElseThrow(() -> new AssertionError("no link " + rel + " in " + document));
    }

    static Optional<JsonNode> find(JsonNode document, String rel) {
        return StreamSupport.stream(document.get("links").spliterator(), false)
                .filter(link -> link.get("rel").textValue().equals(rel))
                .findFirst();
    }
}
