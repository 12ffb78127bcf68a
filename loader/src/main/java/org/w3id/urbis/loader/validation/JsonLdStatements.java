package org.w3id.urbis.loader.validation;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/**
 * Makes statements of an expanded JSON-LD document, each with the place in the document that says it.
 *
 * @see <a href="https://www.w3.org/TR/json-ld11-api/#deserialize-json-ld-to-rdf-algorithm">JSON-LD 1.1 API, section
 *     8.1</a>
 */
final class JsonLdStatements {

    private final JsonLdMarks marks;
    private final JsonLdTerms terms;
    private final SourceText source;
    private final LocatingProfile profile;
    private final PositionIndex index;
    private final List<Quad> quads;
    private final JsonLdPrefixes prefixes;

    /** Texts where names are expected, of which the reader of JSON-LD has left nothing by which to find them. */
    private final Set<JsonPart> lost = new HashSet<>();

    JsonLdStatements(
            JsonLdMarks marks,
            JsonLdTerms terms,
            SourceText source,
            LocatingProfile profile,
            PositionIndex index,
            List<Quad> quads,
            JsonLdPrefixes prefixes) {
        this.marks = marks;
        this.terms = terms;
        this.source = source;
        this.profile = profile;
        this.index = index;
        this.quads = quads;
        this.prefixes = prefixes;
    }

    /** Makes the statements of a document. */
    void of(JsonArray expanded, JsonPart root) {
        expanded.forEach(item -> node(item.asJsonObject(), Quad.defaultGraphIRI, root));
    }

    /** Makes the statements of a node, and returns what it is called; empty if RDF has no such name. */
    private Optional<Node> node(JsonObject object, Node graph, JsonPart around) {
        JsonPart part = part(object).orElse(around);
        JsonPart named = reference(part).orElse(part);
        Optional<Node> subject =
                object.containsKey("@id") ? resource(object.get("@id"), named) : Optional.of(blank(named.start()));
        subject.ifPresent(node -> object.forEach((key, value) -> members(node, graph, key, value, part)));
        return subject;
    }

    private Optional<JsonPart> part(JsonObject object) {
        return object.get("@index") instanceof JsonString mark ? marks.node(mark.getString()) : Optional.empty();
    }

    private void members(Node subject, Node graph, String key, JsonValue value, JsonPart part) {
        switch (key) {
            case "@type" -> items(value).forEach(type -> type(subject, graph, type, part));
            case "@graph" -> items(value).forEach(item -> node(item.asJsonObject(), subject, part));
            case "@included" -> items(value).forEach(item -> node(item.asJsonObject(), graph, part));
            case "@reverse" ->
                value.asJsonObject().forEach((property, nodes) -> items(nodes)
                        .map(JsonValue::asJsonObject)
                        .forEach(item -> reversed(subject, graph, property, item, part)));
            default -> {
                if (!key.startsWith("@") && !key.startsWith("_:")) {
                    items(value).forEach(item -> property(subject, graph, key, item.asJsonObject(), part));
                }
            }
        }
    }

    private void type(Node subject, Node graph, JsonValue type, JsonPart part) {
        JsonPart written = written(part, "@type", type).orElse(part);
        resource(type, written).ifPresent(node -> add(graph, subject, RDF.Nodes.type, node, written));
    }

    private void reversed(Node object, Node graph, String property, JsonObject item, JsonPart part) {
        JsonPart written = part(item).orElse(part);
        node(item, graph, part).ifPresent(subject -> predicate(property, written)
                .ifPresent(predicate -> add(graph, subject, predicate, object, written)));
    }

    private void property(Node subject, Node graph, String property, JsonObject item, JsonPart part) {
        JsonPart written = written(part, property, item);
        Optional<Node> predicate = predicate(property, written);
        Optional<Node> object = object(graph, item, written);
        if (predicate.isPresent() && object.isPresent()) {
            add(graph, subject, predicate.get(), object.get(), written);
        }
    }

    private Optional<Node> object(Node graph, JsonObject item, JsonPart written) {
        if (item.containsKey("@list")) {
            return Optional.of(list(graph, items(item.get("@list")).toList(), written));
        }
        return item.containsKey("@value")
                ? JsonLdLiteral.of(item).map(literal -> literal(literal, written))
                : node(item, graph, written);
    }

    private Node list(Node graph, List<JsonValue> items, JsonPart written) {
        Node rest = RDF.Nodes.nil;
        for (JsonValue item : items.reversed()) {
            JsonPart place = item.asJsonObject().containsKey("@value")
                    ? marks.scalar(item.asJsonObject().get("@value")).orElse(written)
                    : part(item.asJsonObject()).orElse(written);
            Optional<Node> first = object(graph, item.asJsonObject(), place);
            if (first.isPresent()) {
                Node cell = blank(place.start());
                add(graph, cell, RDF.Nodes.first, first.get(), place);
                add(graph, cell, RDF.Nodes.rest, rest, place);
                rest = cell;
            }
        }
        return rest;
    }

    /** Where the value of a property stands: the literal itself, the node, or the text that was read as an IRI. */
    private JsonPart written(JsonPart part, String property, JsonObject item) {
        return Optional.ofNullable(item.get("@value"))
                .flatMap(marks::scalar)
                .or(() -> part(item).map(node -> reference(node).orElse(node)))
                .or(() ->
                        written(part, property, item.getOrDefault("@id", item.getOrDefault("@value", JsonValue.NULL))))
                .orElse(part);
    }

    /** The name of a node of which nothing else is said. */
    private Optional<JsonPart> reference(JsonPart node) {
        return node.children().stream()
                .filter(member -> node.children().size() == 1 && terms.means(member.key(), "@id"))
                .findFirst();
    }

    /** Finds among the values of a node the one that says something by a property; else that by which anything says it. */
    private Optional<JsonPart> written(JsonPart node, String property, JsonValue value) {
        String text = value instanceof JsonString string ? string.getString() : value.toString();
        List<JsonPart> members = node.children().stream()
                .filter(member -> property.startsWith("@")
                        ? terms.means(member.key(), property)
                        : terms.mayBe(member.key(), property))
                .toList();
        return members.stream()
                .flatMap(JsonLdStatements::scalars)
                .filter(scalar -> says(scalar, text))
                .findFirst()
                .or(() -> members.stream()
                        .flatMap(JsonLdStatements::scalars)
                        .filter(scalar -> text.equals(LocatedParser.BASE) && isNoReference(scalar) && lost.add(scalar))
                        .findFirst())
                .or(() -> members.stream().findFirst());
    }

    private boolean says(JsonPart scalar, String text) {
        JsonValue value = scalar.scalar().orElseThrow();
        return terms.mayBe(value instanceof JsonString string ? string.getString() : value.toString(), text);
    }

    private static Stream<JsonPart> scalars(JsonPart part) {
        return part.scalar().isPresent()
                ? Stream.of(part)
                : part.children().stream().flatMap(JsonLdStatements::scalars);
    }

    private Optional<Node> predicate(String property, JsonPart written) {
        return iri(
                property,
                written.within(key -> terms.mayBe(key, property))
                        .map(JsonPart::keyStart)
                        .orElse(written.start()));
    }

    private Optional<Node> resource(JsonValue id, JsonPart written) {
        if (!(id instanceof JsonString name)) {
            return Optional.empty();
        }
        Position at = source.position(written.start());
        if (name.getString().startsWith("_:")) {
            return Optional.of(profile.createBlankNode(null, name.getString().substring(2), at.line(), at.column()));
        }
        return name.getString().equals(LocatedParser.BASE) && isNoReference(written)
                ? Optional.of(profile.createURI(text(written), at.line(), at.column()))
                : iri(name.getString(), written.start());
    }

    /** Whether a text stands where a name is expected: with a blank in it, it is resolved to the base and lost. */
    private static boolean isNoReference(JsonPart written) {
        return written.scalar().isPresent() && text(written).chars().anyMatch(Character::isWhitespace);
    }

    private static String text(JsonPart scalar) {
        return scalar.scalar().orElseThrow() instanceof JsonString string ? string.getString() : "";
    }

    /** A name that is still relative after expansion says nothing. */
    private Optional<Node> iri(String iri, int offset) {
        Position at = source.position(offset);
        return iri.indexOf(':') > 0
                ? Optional.of(profile.createURI(prefixes.expanded(iri, at), at.line(), at.column()))
                : Optional.empty();
    }

    private Node blank(int offset) {
        Position at = source.position(offset);
        return profile.createBlankNode(null, at.line(), at.column());
    }

    private Node literal(JsonLdLiteral literal, JsonPart written) {
        Position at = source.position(faulty(literal)
                .flatMap(keyword -> written.sibling(key -> terms.means(key, keyword)))
                .map(JsonPart::start)
                .orElse(written.start()));
        return literal.node(profile, at.line(), at.column());
    }

    /** The keyword by which that is said which is wrong with a literal, if it is not the text. */
    private static Optional<String> faulty(JsonLdLiteral literal) {
        if (!literal.language().isEmpty()
                && (!LocatingProfile.isLanguage(literal.language()) || LanguageCodes.isNone(literal.language()))) {
            return Optional.of("@language");
        }
        return Optional.of("@type").filter(keyword -> literal.isOfUnknownDatatype());
    }

    private void add(Node graph, Node subject, Node predicate, Node object, JsonPart written) {
        Triple triple = Triple.create(subject, predicate, object);
        Position at = source.position(written.start());
        quads.add(Quad.create(graph, triple));
        index.statement(triple, Position.pack(at.line(), at.column()));
    }

    private static Stream<JsonValue> items(JsonValue value) {
        return value instanceof JsonArray array ? array.stream() : Stream.of(value);
    }
}
