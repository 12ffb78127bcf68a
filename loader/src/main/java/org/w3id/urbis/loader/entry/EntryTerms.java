package org.w3id.urbis.loader.entry;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import org.w3id.urbis.loader.entry.Property.ValueKind;
import org.w3id.urbis.ontology.ResourceFolder;
import org.w3id.urbis.shapes.EntryForm;
import org.w3id.urbis.shapes.ShapeLibrary;
import org.w3id.urbis.shapes.Vocabulary;

/**
 * What can stand in an entry: the properties by their names in the published context, what the shapes ask of their
 * values, the code lists, areas and frameworks. Never changes and may be shared by threads.
 */
public final class EntryTerms {

    static final String ONTOLOGY = "https://w3id.org/urbis/ontology#";

    static final Node CITATION = NodeFactory.createURI(ONTOLOGY + "citation");
    private static final Node QUANTITY = NodeFactory.createURI(ONTOLOGY + "Quantity");
    private static final Pattern KINDS = Pattern.compile("/id/\\(?([a-z|-]+)\\)?/");

    private final Map<String, Property> byKey = new LinkedHashMap<>();
    private final Map<Node, Property> byIri = new HashMap<>();
    private final Map<String, String> prefixes = new HashMap<>();
    private final Set<String> kinds = new TreeSet<>();
    private final Set<String> coerced = new HashSet<>();
    private final Vocabulary vocabulary;
    private final CodeLists lists;
    private final ShapeFacts shapes;
    private final ShapeLibrary library;

    /**
     * Takes the terms from shapes, vocabulary and the published context.
     *
     * @param shapes     the shapes that an entry is judged by
     * @param vocabulary the words there are
     */
    public EntryTerms(ShapeLibrary shapes, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.library = shapes;
        this.lists = new CodeLists(vocabulary);
        this.shapes = new ShapeFacts(shapes.graph(), vocabulary.graph());
        JsonObject context = context();
        context.forEach((key, value) -> {
            if (value instanceof JsonString iri && iri.getString().matches(".*[/#]") && !key.startsWith("@")) {
                prefixes.put(key, iri.getString());
            }
        });
        context.forEach(
                (key, value) -> iri(key, value, context.getString("@vocab")).ifPresent(iri -> {
                    if (!key.contains(":")) {
                        Property property = property(key, iri, value);
                        byKey.put(key, property);
                        byIri.put(iri, property);
                    }
                }));
        context.forEach((key, value) -> {
            if (value instanceof JsonObject entry
                    && entry.getString("@type", "").startsWith("xsd:")) {
                coerced.add(key);
            }
        });
        byIri.keySet().forEach(iri -> kinds.addAll(kindsOf(iri)));
        Stream.of(EntryKind.values()).map(EntryKind::key).forEach(kinds::add);
    }

    /**
     * The terms that ship, read once.
     *
     * @return the terms of the shipped shapes, vocabulary and context
     */
    public static EntryTerms shipped() {
        return Shipped.TERMS;
    }

    /** Read when they are first asked for. */
    private static final class Shipped {
        private static final EntryTerms TERMS = new EntryTerms(ShapeLibrary.forParts(), Vocabulary.shipped());
    }

    /** The property of that name, in any case; empty if there is none. */
    Optional<Property> property(String key) {
        return Optional.ofNullable(byKey.get(key)).or(() -> byKey.values().stream()
                .filter(property -> property.key().equalsIgnoreCase(key))
                .findFirst());
    }

    /** The property by its IRI; empty if it has no name in the context. */
    Optional<Property> property(Node iri) {
        return Optional.ofNullable(byIri.get(iri));
    }

    /**
     * Says what things of a kind are called.
     *
     * @param kind     the kind
     * @param language a language as a tag of BCP 47
     * @return their name in that language, else in English
     */
    public String label(EntryKind kind, String language) {
        Map<String, String> labels = vocabulary.labels(kind.type().getURI());
        return labels.getOrDefault(language, labels.getOrDefault("en", kind.key()));
    }

    /** What the shapes ask of a kind of things. */
    EntryForm form(EntryKind kind) {
        return EntryForm.of(library, vocabulary, kind.type().getURI());
    }

    /** All names of properties, as the context has them. */
    Collection<String> keys() {
        return byKey.keySet();
    }

    /** Whether the context tells the datatype of a property, so that JSON-LD holds but its text. */
    boolean isCoerced(String key) {
        return coerced.contains(key);
    }

    ShapeFacts shapes() {
        return shapes;
    }

    CodeLists lists() {
        return lists;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** What a prefix stands for; empty if it is none that is known. */
    Optional<String> namespace(String prefix) {
        return Optional.ofNullable(prefixes.get(prefix))
                .or(() -> kinds.contains(prefix) || lists.isList(prefix)
                        ? Optional.of(CodeLists.THINGS + prefix + "/")
                        : Optional.empty());
    }

    /**
     * What somebody means who writes an IRI, or kind and key of a thing.
     *
     * @param text such as {@code network:c40}
     * @return the thing; empty if it is neither
     */
    public Optional<Node> named(String text) {
        return new References(this, new NamedRows(), KnownThings.NONE).written(text);
    }

    /** An IRI as it is written in a cell; in full if no prefix fits. */
    String shortened(Node node) {
        String iri = node.getURI();
        int cut = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1;
        String name = vocabulary.names().of(iri);
        int colon = name.indexOf(':');
        boolean same = colon > 0
                && !name.startsWith("<")
                && namespace(name.substring(0, colon))
                        .filter(iri.substring(0, cut)::equals)
                        .isPresent();
        return same ? name : iri;
    }

    /** The terms of the ontology that a name stands for: its name in the context, a prefixed name, or a class. */
    Optional<Node> term(String name) {
        return property(name).map(Property::iri).or(() -> Optional.of(NodeFactory.createURI(ONTOLOGY + name))
                .filter(term -> name.matches("\\w+") && vocabulary.knows(term.getURI())));
    }

    /** Whether a class is one of numbers with their qualifiers. */
    boolean isQuantity(Node type) {
        return shapes.classes(type).anyMatch(QUANTITY::equals);
    }

    /** Whether things of a class have to say where they stand. */
    boolean needsCitation(Node type) {
        return shapes.required(type).contains(CITATION);
    }

    private Property property(String key, Node iri, JsonValue entry) {
        Set<Node> nested = shapes.values(iri, SHACL.class_);
        ValueKind values = values(iri, entry, nested);
        Set<Node> patterns = values == ValueKind.REFERENCE ? shapes.values(iri, SHACL.pattern) : Set.of();
        boolean areas =
                patterns.stream().anyMatch(p -> p.getLiteralLexicalForm().contains("geoArea"));
        return new Property(
                key,
                iri,
                values,
                kindsOf(iri),
                areas,
                nested.stream().findFirst(),
                values == ValueKind.TYPED
                        ? datatype(iri, entry).map(TypeMapper.getInstance()::getSafeTypeByName)
                        : Optional.empty());
    }

    private Set<String> kindsOf(Node iri) {
        Set<String> found = new HashSet<>();
        for (Node pattern : shapes.values(iri, SHACL.pattern)) {
            Matcher matcher = KINDS.matcher(pattern.getLiteralLexicalForm());
            while (matcher.find()) {
                found.addAll(List.of(matcher.group(1).split("\\|")));
            }
        }
        return found;
    }

    private ValueKind values(Node iri, JsonValue entry, Set<Node> nested) {
        Set<Node> datatypes = shapes.datatypes(iri);
        String type = entry instanceof JsonObject object ? object.getString("@type", "") : "";
        if (!nested.isEmpty()
                || iri.equals(CITATION)
                || type.equals("@id") && iri.getURI().equals(ONTOLOGY + "match")) {
            return ValueKind.NESTED;
        }
        if (type.startsWith("@")) {
            return type.equals("@vocab") ? ValueKind.TERM : ValueKind.REFERENCE;
        }
        if (datatypes.contains(XSD.gYearMonth.asNode())) {
            return ValueKind.DATE;
        }
        if (datatypes.contains(XSD.decimal.asNode()) && datatypes.contains(XSD.integer.asNode())) {
            return ValueKind.NUMBER;
        }
        if (entry.toString().contains("@language")) {
            return datatypes.contains(RDF.Nodes.langString) && !datatypes.contains(XSD.xstring.asNode())
                    ? ValueKind.TEXT
                    : ValueKind.NAME;
        }
        return datatype(iri, entry).isPresent() ? ValueKind.TYPED : ValueKind.STRING;
    }

    /** The one datatype that is not plain text. */
    private Optional<String> datatype(Node iri, JsonValue entry) {
        String type = entry instanceof JsonObject object ? object.getString("@type", "") : "";
        return Stream.concat(
                        shapes.datatypes(iri).stream().map(Node::getURI),
                        Stream.of(type)
                                .filter(name -> name.startsWith("xsd:"))
                                .map(name -> XSD.getURI() + name.substring("xsd:".length())))
                .filter(name -> !name.equals(XSD.xstring.getURI()))
                .findFirst();
    }

    private Optional<Node> iri(String key, JsonValue entry, String vocab) {
        String name =
                switch (entry) {
                    case JsonObject object -> object.getString("@id", "");
                    case JsonString string -> string.getString();
                    default -> "";
                };
        int colon = name.indexOf(':');
        if (key.startsWith("@") || prefixes.containsKey(key) || colon < 1) {
            return Optional.empty();
        }
        return Optional.ofNullable(prefixes.get(name.substring(0, colon)))
                .map(namespace -> NodeFactory.createURI(namespace + name.substring(colon + 1)))
                .filter(iri -> !iri.getURI().equals(vocab));
    }

    private static JsonObject context() {
        String text = ResourceFolder.onClasspath("urbis/ontology").text("context/urbis-1.jsonld");
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject().getJsonObject("@context");
        }
    }
}
