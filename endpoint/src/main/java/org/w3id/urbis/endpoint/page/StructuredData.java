package org.w3id.urbis.endpoint.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.endpoint.description.Description;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.description.Terms;
import org.w3id.urbis.endpoint.document.JsonText;

/**
 * The thing in the words of schema.org, as search engines read it from a page: the classes and properties that are inferred
 * for it there, and its name and description.
 *
 * @see <a href="https://schema.org/docs/gs.html">schema.org, getting started</a>
 */
final class StructuredData {
    private static final String SCHEMA = "https://schema.org/";

    private final Description description;
    private final Wording wording;

    StructuredData(Description description, Wording wording) {
        this.description = description;
        this.wording = wording;
    }

    /** A JSON-LD document that can stand between script tags: it holds no less-than sign. */
    String json() {
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put("@context", "https://schema.org");
        List<String> types = new ArrayList<>();
        Map<String, List<Object>> members = new LinkedHashMap<>();
        description.facts().getOrDefault(description.thing(), List.of()).stream()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .forEach(quad -> read(quad, types, members));
        thing.put("@type", types.isEmpty() ? "Thing" : types);
        thing.put("@id", description.thing().getURI());
        thing.put("name", wording.name(description.thing()).value());
        wording.best(description.facts().getOrDefault(description.thing(), List.of()), Terms.DESCRIPTION)
                .ifPresent(text -> thing.put("description", text.value()));
        members.forEach((name, values) -> thing.put(name, values.size() == 1 ? values.getFirst() : values));
        thing.put("mainEntityOfPage", description.thing().getURI());
        return JsonText.of(thing)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }

    private void read(Quad quad, List<String> types, Map<String, List<Object>> members) {
        Node object = quad.getObject();
        if (quad.getPredicate().equals(Terms.TYPE)) {
            if (object.isURI() && object.getURI().startsWith(SCHEMA)) {
                types.add(Identifiers.localName(object.getURI()));
            }
            return;
        }
        if (quad.getPredicate().getURI().startsWith(SCHEMA)) {
            List<Object> values = members.computeIfAbsent(
                    Identifiers.localName(quad.getPredicate().getURI()), any -> new ArrayList<>());
            Object value = value(object);
            if (!values.contains(value)) {
                values.add(value);
            }
        }
    }

    private Object value(Node object) {
        if (object.isLiteral()) {
            return object.getLiteralLexicalForm();
        }
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("@id", object.toString());
        if (wording.isNamed(object)) {
            reference.put("name", wording.name(object).value());
        }
        return reference;
    }
}
