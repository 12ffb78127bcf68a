package org.w3id.urbis.loader.validation;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Marks the nodes of a JSON-LD document so that they are known again once it is expanded.
 *
 * <p>A node gets its number as its {@code @index}, which expansion keeps and RDF has no place for. Literals are known by
 * being the same objects. What is no node, or may be none, gets no mark: keys of a language map are no properties.
 */
final class JsonLdMarks {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final List<String> NO_NODE = List.of("@value", "@list", "@set", "@graph", "@index");

    private final JsonLdTerms terms;
    private final Consumer<JsonPart> unknownKey;
    private final List<JsonPart> nodes = new ArrayList<>();
    private final Map<JsonValue, JsonPart> scalars = new IdentityHashMap<>();

    /**
     * Prepares to mark.
     *
     * @param terms      what keys stand for
     * @param unknownKey takes every member that says nothing, because no context knows its key
     */
    JsonLdMarks(JsonLdTerms terms, Consumer<JsonPart> unknownKey) {
        this.terms = terms;
        this.unknownKey = unknownKey;
    }

    /** The value without marks. */
    static JsonValue plain(JsonPart part) {
        if (part.scalar().isPresent()) {
            return part.scalar().get();
        }
        if (part.isObject()) {
            JsonObjectBuilder object = JSON.createObjectBuilder();
            part.children().forEach(child -> object.add(child.key(), plain(child)));
            return object.build();
        }
        JsonArrayBuilder array = JSON.createArrayBuilder();
        part.children().forEach(child -> array.add(plain(child)));
        return array.build();
    }

    /** The document with marks. */
    JsonValue marked(JsonPart root) {
        return node(root);
    }

    /** The node with a mark; empty if that is none. */
    Optional<JsonPart> node(String mark) {
        return mark.matches("urbis:[0-9]{1,9}") && Integer.parseInt(mark.substring("urbis:".length())) < nodes.size()
                ? Optional.of(nodes.get(Integer.parseInt(mark.substring("urbis:".length()))))
                : Optional.empty();
    }

    /** The part of the document from which a literal's value is; empty if it was made anew. */
    Optional<JsonPart> scalar(JsonValue value) {
        return Optional.ofNullable(scalars.get(value));
    }

    /** A node, or several, or a scalar. */
    private JsonValue node(JsonPart part) {
        if (part.scalar().isPresent()) {
            return scalar(part);
        }
        if (!part.isObject()) {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            part.children().forEach(child -> array.add(node(child)));
            return array.build();
        }
        JsonObjectBuilder object = JSON.createObjectBuilder();
        if (part.children().stream().noneMatch(child -> isAny(child.key(), NO_NODE))) {
            object.add("@index", "urbis:" + nodes.size());
            nodes.add(part);
        }
        members(part, object);
        return object.build();
    }

    private void members(JsonPart part, JsonObjectBuilder object) {
        for (JsonPart child : part.children()) {
            if (!terms.isKnown(child.key())) {
                unknownKey.accept(child);
            }
            object.add(child.key(), member(child));
        }
    }

    private JsonValue member(JsonPart child) {
        String key = child.key();
        boolean isLiteral = terms.means(key, "@value");
        if (key.equals("@context")
                || terms.isRaw(key)
                || isLiteral && child.scalar().isEmpty()) {
            return plain(child);
        }
        if (terms.means(key, "@reverse") || terms.means(key, "@nest")) {
            return within(child);
        }
        return terms.isMap(key) ? map(child) : node(child);
    }

    /** What stands for members of the object it is in, or is keyed by properties. */
    private JsonValue within(JsonPart part) {
        if (part.isObject()) {
            JsonObjectBuilder object = JSON.createObjectBuilder();
            members(part, object);
            return object.build();
        }
        JsonArrayBuilder array = JSON.createArrayBuilder();
        part.children().forEach(child -> array.add(within(child)));
        return part.scalar().isPresent() ? scalar(part) : array.build();
    }

    /** A map whose keys are no properties, or where one is expected, whatever is there. */
    private JsonValue map(JsonPart part) {
        if (!part.isObject()) {
            return node(part);
        }
        JsonObjectBuilder object = JSON.createObjectBuilder();
        part.children().forEach(child -> object.add(child.key(), node(child)));
        return object.build();
    }

    private JsonValue scalar(JsonPart part) {
        JsonValue value = part.scalar().orElseThrow();
        if (value.getValueType() == JsonValue.ValueType.STRING || value.getValueType() == JsonValue.ValueType.NUMBER) {
            scalars.put(value, part);
        }
        return value;
    }

    private boolean isAny(String key, List<String> keywords) {
        return keywords.stream().anyMatch(keyword -> terms.means(key, keyword));
    }
}
