package org.w3id.urbis.endpoint.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3id.urbis.endpoint.RunningServer;

/**
 * An operation as the document describes it.
 *
 * @param document the whole document
 * @param path     its path, with names in braces
 * @param method   in lower case
 * @param node     what is said of it
 */
record DescribedOperation(JsonNode document, String path, String method, JsonNode node) {

    /** All operations of a document. */
    static List<DescribedOperation> all(JsonNode document) {
        List<DescribedOperation> all = new ArrayList<>();
        document.get("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> all.add(
                        new DescribedOperation(document, path.getKey(), operation.getKey(), operation.getValue()))));
        return all;
    }

    /** Whether anybody may ask. */
    boolean open() {
        return node.get("security").isEmpty();
    }

    /** What is said of answers of a status; missing if nothing is. */
    JsonNode answer(int status) {
        return resolved(node.get("responses").path(Integer.toString(status)));
    }

    /** The statuses that are described. */
    boolean describes(int status) {
        return node.get("responses").has(Integer.toString(status));
    }

    /** The parameters that stand in a place. */
    List<JsonNode> parameters(String place) {
        List<JsonNode> parameters = new ArrayList<>();
        node.path("parameters").forEach(one -> parameters.add(resolved(one)));
        parameters.removeIf(parameter -> !parameter.get("in").textValue().equals(place));
        return parameters;
    }

    /** The path with its examples; empty if a part of it has none. */
    Optional<String> address() {
        String address = path;
        for (JsonNode parameter : parameters("path")) {
            if (!parameter.has("example")) {
                return Optional.empty();
            }
            String value = parameter.get("example").asText();
            address = address.replace("{" + parameter.get("name").textValue() + "}", value);
        }
        return Optional.of(address);
    }

    /** The examples of the parameters of the query string: of those that must be there, or of all. */
    Map<String, String> examples(boolean all) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (JsonNode parameter : parameters("query")) {
            boolean wanted = all || parameter.path("required").booleanValue();
            if (wanted && parameter.has("example")) {
                pairs.put(parameter.get("name").textValue(), pairs(parameter, parameter.get("example")));
            }
        }
        return pairs;
    }

    private static String pairs(JsonNode parameter, JsonNode example) {
        String name = RunningServer.encode(parameter.get("name").textValue());
        List<String> values = new ArrayList<>();
        if (example.isArray()) {
            example.forEach(value -> values.add(value.asText()));
        } else {
            values.add(example.asText());
        }
        if (!parameter.path("explode").asBoolean(true)) {
            return name + "=" + RunningServer.encode(String.join(",", values));
        }
        return String.join(
                "&",
                values.stream()
                        .map(value -> name + "=" + RunningServer.encode(value))
                        .toList());
    }

    /** A query string of some pairs, with its question mark. */
    static String query(Map<String, String> pairs) {
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs.values());
    }

    private JsonNode resolved(JsonNode other) {
        return other.has("$ref") ? document.at(other.get("$ref").textValue().substring(1)) : other;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
