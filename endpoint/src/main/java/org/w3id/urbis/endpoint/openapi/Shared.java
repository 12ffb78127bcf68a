package org.w3id.urbis.endpoint.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Parts of the document that stand in several operations: each is written once, among the components, and referred to from
 * everywhere else, so that the document stays small enough for the tools that read it.
 */
final class Shared {
    private final String section;
    private final Map<JsonNode, Integer> uses = new HashMap<>();
    private final Map<JsonNode, String> names = new HashMap<>();
    private final Map<String, JsonNode> written = new LinkedHashMap<>();

    /** Begins a section of the components, such as {@code parameters}. */
    Shared(String section) {
        this.section = section;
    }

    /** Notes that a part is used once. */
    void count(JsonNode part) {
        uses.merge(part, 1, Integer::sum);
    }

    /**
     * What stands where a part is used: the part itself if it is used once, else a reference to it.
     *
     * @param wish what to call it; a number is added to tell it from others of that name
     */
    JsonNode use(JsonNode part, String wish) {
        if (uses.getOrDefault(part, 1) < 2) {
            return part;
        }
        String name = names.computeIfAbsent(part, any -> {
            String free = wish;
            for (int number = 2; written.containsKey(free); number++) {
                free = wish + "." + number;
            }
            written.put(free, part);
            return free;
        });
        ObjectNode reference = JsonNodeFactory.instance.objectNode();
        return reference.put("$ref", "#/components/" + section + "/" + name);
    }

    /** Puts the section into the components, unless nothing is shared. */
    void write(ObjectNode components) {
        if (!written.isEmpty()) {
            ObjectNode all = components.putObject(section);
            written.forEach(all::set);
        }
    }
}
