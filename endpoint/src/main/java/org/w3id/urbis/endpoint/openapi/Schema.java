package org.w3id.urbis.endpoint.openapi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON Schema, draft 2020-12.
 *
 * @param keywords its keywords with values made of text, numbers, booleans, lists, maps and other schemas
 * @see <a href="https://json-schema.org/draft/2020-12/json-schema-core">JSON Schema</a>
 */
public record Schema(Map<String, Object> keywords) {
    /** Copies the keywords. */
    public Schema {
        keywords = Collections.unmodifiableMap(new LinkedHashMap<>(keywords));
    }

    /** Anything. */
    public static Schema any() {
        return new Schema(Map.of());
    }

    /** Text. */
    public static Schema text() {
        return type("string");
    }

    /** Text of a format, such as {@code date}, {@code uri} or {@code iri}. */
    public static Schema text(String format) {
        return text().with("format", format);
    }

    /** One of some texts. */
    public static Schema choice(List<String> texts) {
        return text().with("enum", List.copyOf(texts));
    }

    /** A number that need not be whole. */
    public static Schema number() {
        return type("number");
    }

    /** A whole number. */
    public static Schema integer() {
        return type("integer");
    }

    /** A whole number, from a smallest on. */
    public static Schema integer(long smallest) {
        return integer().with("minimum", smallest);
    }

    /** A whole number within bounds, both included. */
    public static Schema integer(long smallest, long largest) {
        return integer(smallest).with("maximum", largest);
    }

    /** True or false. */
    public static Schema truth() {
        return type("boolean");
    }

    /** A list. */
    public static Schema list(Schema item) {
        return type("array").with("items", item);
    }

    /** An object that may have more members than those named with {@link #having}. */
    public static Schema object() {
        return type("object");
    }

    /** A schema of {@link Operations#schemas()} by name. */
    public static Schema ref(String name) {
        return new Schema(Map.of("$ref", "#/components/schemas/" + name));
    }

    private static Schema type(String type) {
        return new Schema(Map.of("type", type));
    }

    /** The same with one more keyword. */
    public Schema with(String keyword, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(keywords);
        more.put(keyword, value);
        return new Schema(more);
    }

    /** The same with a description. */
    public Schema saying(String description) {
        return with("description", description);
    }

    /** The same object with one more member, which may be absent. */
    public Schema having(String member, Schema schema) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (keywords.get("properties") instanceof Map<?, ?> known) {
            known.forEach((name, value) -> members.put(name.toString(), value));
        }
        members.put(member, schema);
        return with("properties", members);
    }

    /** The same object, some members of which are always there. */
    public Schema requiring(String... members) {
        return with("required", List.of(members));
    }
}
