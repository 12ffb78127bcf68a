package org.w3id.urbis.endpoint.triplestore;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Reads terms in the JSON of SPARQL 1.1, and triple terms as SPARQL 1.2 adds them. */
final class StoreTerms {
    /** IRIs come again and again in an answer; those met first are made once. */
    private static final int MOST_KEPT = 20_000;

    private final JsonReader json;
    private final Map<String, Node> iris = new HashMap<>();

    StoreTerms(JsonReader json) {
        this.json = json;
    }

    /**
     * Reads one.
     *
     * @throws IOException           if the document breaks off
     * @throws IllegalStateException if it is none
     */
    Node read() throws IOException {
        String type = "";
        String value = null;
        String language = "";
        String datatype = "";
        Node triple = null;
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "type" -> type = json.nextString();
                case "xml:lang" -> language = json.nextString();
                case "datatype" -> datatype = json.nextString();
                case "value" -> {
                    if (json.peek() == JsonToken.BEGIN_OBJECT) {
                        triple = triple();
                    } else {
                        value = json.nextString();
                    }
                }
                default -> json.skipValue();
            }
        }
        json.endObject();
        if (value == null && triple == null) {
            throw new IllegalStateException("A term has no value");
        }
        return switch (type) {
            case "uri" -> iri(value);
            case "bnode" -> NodeFactory.createBlankNode(value);
            case "literal", "typed-literal" -> literal(value, language, datatype);
            case "triple" -> triple;
            default -> throw new IllegalStateException("There are no terms of the type " + type);
        };
    }

    private Node triple() throws IOException {
        Map<String, Node> parts = new HashMap<>();
        json.beginObject();
        while (json.hasNext()) {
            parts.put(json.nextName(), read());
        }
        json.endObject();
        if (parts.size() != 3 || !parts.keySet().containsAll(Set.of("subject", "predicate", "object"))) {
            throw new IllegalStateException("A triple lacks a part");
        }
        return NodeFactory.createTripleTerm(parts.get("subject"), parts.get("predicate"), parts.get("object"));
    }

    private Node iri(String value) {
        Node known = iris.get(value);
        if (known == null) {
            known = NodeFactory.createURI(value);
            if (iris.size() < MOST_KEPT) {
                iris.put(value, known);
            }
        }
        return known;
    }

    private static Node literal(String value, String language, String datatype) {
        if (!language.isEmpty()) {
            return NodeFactory.createLiteralLang(value, language);
        }
        return datatype.isEmpty()
                ? NodeFactory.createLiteralString(value)
                : NodeFactory.createLiteralDT(value, NodeFactory.getType(datatype));
    }
}
