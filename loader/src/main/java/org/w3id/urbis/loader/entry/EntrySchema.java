package org.w3id.urbis.loader.entry;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.w3id.urbis.shapes.EntryForm;

/**
 * What the shapes ask of a thing as a JSON Schema of its JSON-LD by the published context, its IRIs written in full. It says
 * as much as JSON Schema can: what a shape compares or looks up elsewhere, only the gate sees.
 *
 * @see <a href="https://json-schema.org/draft/2020-12">JSON Schema 2020-12</a>
 */
public final class EntrySchema {

    /** Where the schemas are published; the name of a kind follows. */
    public static final String BASE = "https://w3id.org/urbis/schemas/entry/";

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final String CITATION = "citation";

    /** What anything may have. */
    private static final List<String> DATES = List.of("startDate", "endDate", "asOf");

    /** What says where something stands. */
    private static final List<String> OF_CITATIONS = List.of("lines", "row", "locator", "document");

    private final EntryTerms terms;
    private final ValueSchema values;

    private EntrySchema(EntryTerms terms) {
        this.terms = terms;
        this.values = new ValueSchema(terms);
    }

    /**
     * Writes the schema of a kind of things.
     *
     * @param kind  the kind
     * @param terms what can stand in an entry
     * @return the schema as JSON
     */
    public static String of(EntryKind kind, EntryTerms terms) {
        JsonObjectBuilder schema = Json.createObjectBuilder()
                .add("$schema", DIALECT)
                .add("$id", BASE + kind.key())
                .add("title", terms.label(kind, "en"))
                .add(
                        "description",
                        "An entry as JSON-LD by https://w3id.org/urbis/context/urbis-1.jsonld, made from the shapes."
                                + " What they compare or look up elsewhere is judged by /validate alone.");
        new EntrySchema(terms).object(terms.form(kind), kind.key()).forEach(schema::add);
        StringWriter text = new StringWriter();
        JsonWriterFactory pretty = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));
        pretty.createWriter(text).write(schema.build());
        return text.append('\n').toString().stripLeading();
    }

    /** An object of a class; one that has an IRI if it is of a kind. */
    private JsonObject object(EntryForm form, String kind) {
        JsonObjectBuilder properties = Json.createObjectBuilder();
        JsonArrayBuilder all = Json.createArrayBuilder();
        if (!kind.isEmpty()) {
            properties.add("@context", true).add("id", ValueSchema.matching("^" + CodeLists.THINGS + kind + "/[^/]+$"));
            all.add(required("id"));
        }
        String type = form.type().getURI().substring(EntryTerms.ONTOLOGY.length());
        properties.add(
                "type",
                ValueSchema.amongOthers(
                        Json.createObjectBuilder().add("const", type).build()));
        all.add(required("type"));
        DATES.forEach(key -> properties.add(key, plain(key)));
        for (EntryForm.Field field : form.fields()) {
            terms.property(field.property()).ifPresent(property -> properties.add(property.key(), field(form, field)));
        }
        properties.add(CITATION, ValueSchema.many(citation()));
        for (List<Node> demanded : terms.shapes().demanded(form.type())) {
            JsonArrayBuilder either = Json.createArrayBuilder();
            demanded.stream()
                    .flatMap(property -> terms.property(property).stream())
                    .forEach(property -> either.add(required(property.key())));
            all.add(Json.createObjectBuilder().add("anyOf", either));
        }
        return named(Json.createObjectBuilder()
                .add("type", "object")
                .add("properties", properties)
                .add("allOf", all));
    }

    private JsonObject citation() {
        JsonObjectBuilder properties = Json.createObjectBuilder();
        for (String key : OF_CITATIONS) {
            properties.add(key, plain(key));
        }
        return named(Json.createObjectBuilder().add("type", "object").add("properties", properties));
    }

    /** What is asked of a property wherever it stands. */
    private JsonObject plain(String key) {
        Property property = terms.property(key).orElseThrow();
        EntryForm.Field field = new EntryForm.Field(
                property.iri(),
                EntryForm.Kind.TEXT,
                false,
                true,
                "",
                List.of(),
                Optional.empty(),
                EntryForm.Bounds.NONE);
        return values.of(field, property, terms.shapes().facets(property.iri(), property.iri()));
    }

    private JsonObject field(EntryForm form, EntryForm.Field field) {
        Property property = terms.property(field.property()).orElseThrow();
        ShapeFacts.Facets facets = terms.shapes().facets(form.type(), field.property());
        return field.part()
                .map(part -> ValueSchema.many(object(part, ""), facets))
                .orElseGet(() -> values.of(field, property, facets));
    }

    /** Only names that the context has: a reader of JSON-LD would drop any other without a word. */
    private JsonObject named(JsonObjectBuilder object) {
        JsonArrayBuilder names = Json.createArrayBuilder(List.of("@context", "id", "type"));
        terms.keys().forEach(names::add);
        return object.add("propertyNames", Json.createObjectBuilder().add("enum", names))
                .build();
    }

    private static JsonObject required(String name) {
        return Json.createObjectBuilder()
                .add("required", Json.createArrayBuilder().add(name))
                .build();
    }
}
