package org.w3id.urbis.loader.entry;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;
import org.w3id.urbis.loader.entry.Property.ValueKind;
import org.w3id.urbis.shapes.EntryForm;

/** The values of properties as JSON Schema, in the form that the published context gives them. */
final class ValueSchema {

    private static final String TAG = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*";
    private static final String DECIMAL = "^[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)$";
    private static final String YEAR = "-?[0-9]{4}";
    private static final String MONTH = YEAR + "-(0[1-9]|1[0-2])";

    private static final Map<String, String> DATES =
            Map.of("gYear", YEAR, "gYearMonth", MONTH, "date", MONTH + "-(0[1-9]|[12][0-9]|3[01])");

    private final EntryTerms terms;

    ValueSchema(EntryTerms terms) {
        this.terms = terms;
    }

    JsonObject of(EntryForm.Field field, Property property, ShapeFacts.Facets facets) {
        return switch (property.values()) {
            case TEXT, NAME -> words(property.values() == ValueKind.NAME, facets);
            case STRING -> many(text(facets), facets);
            case DATE -> many(anyOf(dates()), facets);
            case NUMBER ->
                many(
                        field.kind() == EntryForm.Kind.INTEGER
                                ? whole(facets)
                                : anyOf(List.of(whole(facets), literal("decimal", DECIMAL))),
                        facets);
            case TYPED -> many(typed(property, facets), facets);
            case REFERENCE -> many(reference(field, property, facets), facets);
            case TERM -> many(type("string"), facets);
            case NESTED -> many(type("object"), facets);
        };
    }

    /** A language map; where a language may have one text only, it is no list. */
    private static JsonObject words(boolean alsoInNone, ShapeFacts.Facets facets) {
        JsonObject text = text(facets);
        return Json.createObjectBuilder()
                .add("type", "object")
                .add("minProperties", 1)
                .add("propertyNames", matching("^(" + TAG + (alsoInNone ? "|@none" : "") + ")$"))
                .add("additionalProperties", facets.oneOfALanguage() ? text : many(text))
                .build();
    }

    private static JsonObject text(ShapeFacts.Facets facets) {
        JsonObjectBuilder text = Json.createObjectBuilder().add("type", "string");
        facets.shortest().ifPresent(length -> text.add("minLength", length));
        facets.patterns().stream().findFirst().ifPresent(pattern -> text.add("pattern", pattern));
        return text.build();
    }

    private static List<JsonObject> dates() {
        return List.of("gYear", "gYearMonth", "date").stream()
                .map(type -> literal(type, "^" + DATES.get(type) + "$"))
                .toList();
    }

    private static JsonObject whole(ShapeFacts.Facets facets) {
        JsonObjectBuilder number = Json.createObjectBuilder().add("type", "integer");
        facets.least().ifPresent(least -> number.add("minimum", least));
        facets.greatest().ifPresent(greatest -> number.add("maximum", greatest));
        return number.build();
    }

    private JsonObject typed(Property property, ShapeFacts.Facets facets) {
        String datatype = property.datatype().orElseThrow().getURI();
        String name = datatype.substring(XSD.getURI().length());
        String pattern = name.equals("decimal") ? DECIMAL : DATES.containsKey(name) ? "^" + DATES.get(name) + "$" : "";
        if (terms.isCoerced(property.key())) {
            return pattern.isEmpty() ? type("string") : matching(pattern);
        }
        return switch (name) {
            case "integer" -> whole(facets);
            case "boolean" -> type("boolean");
            default -> literal(name, pattern);
        };
    }

    private static JsonObject reference(EntryForm.Field field, Property property, ShapeFacts.Facets facets) {
        if (!field.choices().isEmpty()) {
            JsonArrayBuilder codes = Json.createArrayBuilder();
            field.choices().stream().map(Node::getURI).sorted().forEach(codes::add);
            return Json.createObjectBuilder().add("enum", codes).build();
        }
        if (facets.patterns().isEmpty()) {
            return type("string");
        }
        JsonObject inFull = matching(facets.patterns().getFirst());
        // The one prefix among the usual values that the context declares.
        return property.areas() ? anyOf(List.of(inFull, matching("^area:[0-9]{3}$"))) : inFull;
    }

    /** A literal with its datatype. */
    private static JsonObject literal(String name, String pattern) {
        JsonObject datatype = Json.createObjectBuilder()
                .add("enum", Json.createArrayBuilder().add("xsd:" + name).add(XSD.getURI() + name))
                .build();
        return Json.createObjectBuilder()
                .add("type", "object")
                .add(
                        "properties",
                        Json.createObjectBuilder()
                                .add("@value", pattern.isEmpty() ? type("string") : matching(pattern))
                                // An alias that holds lists everywhere, here of one.
                                .add("type", many(datatype))
                                .add("@type", datatype))
                .add("required", Json.createArrayBuilder().add("@value"))
                .add("minProperties", 2)
                .add("additionalProperties", false)
                .build();
    }

    /** A value, or a list of as many as the shapes let; no single one where there have to be several. */
    static JsonObject many(JsonObject item, ShapeFacts.Facets facets) {
        JsonObjectBuilder list = Json.createObjectBuilder().add("type", "array").add("items", item);
        list.add("minItems", Math.max(1, facets.fewest()));
        if (facets.fewest() > 1) {
            return list.add("uniqueItems", true).build();
        }
        if (facets.most() < Integer.MAX_VALUE) {
            list.add("maxItems", facets.most());
        }
        return anyOf(List.of(item, list.build()));
    }

    /** A value, or a list. */
    static JsonObject many(JsonObject item) {
        return anyOf(List.of(
                item,
                Json.createObjectBuilder()
                        .add("type", "array")
                        .add("items", item)
                        .add("minItems", 1)
                        .build()));
    }

    /** A value, or a list that has it among others. */
    static JsonObject amongOthers(JsonObject item) {
        return anyOf(List.of(
                item,
                Json.createObjectBuilder()
                        .add("type", "array")
                        .add("contains", item)
                        .build()));
    }

    static JsonObject matching(String pattern) {
        return Json.createObjectBuilder()
                .add("type", "string")
                .add("pattern", pattern)
                .build();
    }

    private static JsonObject type(String name) {
        return Json.createObjectBuilder().add("type", name).build();
    }

    private static JsonObject anyOf(List<JsonObject> schemas) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        schemas.forEach(all::add);
        return Json.createObjectBuilder().add("anyOf", all).build();
    }
}
