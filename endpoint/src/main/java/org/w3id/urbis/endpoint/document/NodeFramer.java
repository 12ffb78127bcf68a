package org.w3id.urbis.endpoint.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.endpoint.description.Description;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.description.Terms;

/** Writes the nodes of one description as objects. */
final class NodeFramer {
    /** IRIs and literals by what is written of them. */
    static final Comparator<Node> BY_TEXT = Comparator.comparing(
                    (Node node) -> node.isLiteral() ? node.getLiteralLexicalForm() : node.toString())
            .thenComparing(node -> node.toString());

    private final DocumentContext context;
    private final Identifiers identifiers;
    private final Description description;
    private final ValueFramer values;
    private final Set<Node> written = new HashSet<>();

    NodeFramer(DocumentContext context, Identifiers identifiers, Description description) {
        this.context = context;
        this.identifiers = identifiers;
        this.description = description;
        this.values = new ValueFramer(context);
    }

    /** Properties in the order of the context, those without a name last. */
    Comparator<Node> order() {
        return Comparator.comparingInt((Node property) ->
                        context.member(property).map(Member::place).orElse(Integer.MAX_VALUE))
                .thenComparing(Node::getURI);
    }

    /** The thing described, with what is said of it in words of others apart. */
    Map<String, Object> thing() {
        List<Quad> own = new ArrayList<>();
        List<Quad> translations = new ArrayList<>();
        for (Quad quad : description.facts().getOrDefault(description.thing(), List.of())) {
            // Classes stand together: within "@nest" not every JSON-LD library looks for them.
            boolean apart = identifiers.isTranslation(quad) && !isType(quad);
            (apart ? translations : own).add(quad);
        }
        written.add(description.thing());
        Map<String, Object> object = object(description.thing(), own);
        if (!translations.isEmpty()) {
            Map<String, Object> others = new LinkedHashMap<>();
            put(others, translations);
            object.put("inOtherWords", others);
        }
        return object;
    }

    /** A relation that refers to the thing, without repeating by which property it does. */
    Map<String, Object> relation(Node subject, Node property) {
        List<Quad> quads = description.relations().get(subject).stream()
                .filter(quad -> !(quad.getPredicate().equals(property)
                        && quad.getObject().equals(description.thing())))
                .toList();
        return written.add(subject) ? object(subject, quads) : reference(subject);
    }

    /** A note in full. */
    Map<String, Object> note(Node note) {
        return object(note, description.notes().get(note));
    }

    /** A thing that is only mentioned: its IRI and what it is called. */
    Map<String, Object> reference(Node node) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", id(node));
        if (description.mentioned().contains(node)) {
            put(object, description.names().getOrDefault(node, List.of()));
        }
        return object;
    }

    /** The key of a property that leads to the thing. */
    String reverseKey(Node property) {
        // Text by language can hold no things, so where a thing stands its property needs another key.
        return context.member(property)
                .map(member -> member.form() == Member.Form.TEXT ? property.getURI() : member.name())
                .orElseGet(() -> context.prefixed(property.getURI()));
    }

    private static String id(Node node) {
        return node.isURI() ? node.getURI() : "_:" + node.getBlankNodeLabel();
    }

    private Map<String, Object> object(Node subject, List<Quad> quads) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", id(subject));
        put(object, quads);
        return object;
    }

    private void put(Map<String, Object> object, List<Quad> quads) {
        List<String> types = types(quads);
        if (!types.isEmpty()) {
            object.put("type", types);
        }
        Map<Node, Set<Node>> byProperty = new TreeMap<>(order());
        for (Quad quad : quads) {
            if (!isType(quad)) {
                byProperty
                        .computeIfAbsent(quad.getPredicate(), any -> new HashSet<>())
                        .add(quad.getObject());
            }
        }
        byProperty.forEach((property, found) ->
                values.put(object, property, found.stream().sorted(BY_TEXT).toList(), this::nodeObject));
    }

    private static boolean isType(Quad quad) {
        return quad.getPredicate().equals(Terms.TYPE) && quad.getObject().isURI();
    }

    /** Names of classes, those that a source states before those that follow from them. */
    private List<String> types(List<Quad> quads) {
        return quads.stream()
                .filter(NodeFramer::isType)
                .sorted(Comparator.comparing((Quad quad) -> quad.getGraph().equals(Terms.INFERRED))
                        .thenComparing(
                                quad -> !identifiers.isOurs(quad.getObject().getURI()))
                        .thenComparing(quad -> quad.getObject().getURI()))
                .map(quad -> context.word(quad.getObject()))
                .distinct()
                .toList();
    }

    /** An object of a statement: in full if it belongs to what is described and was not met before, else by reference. */
    private Map<String, Object> nodeObject(Node node) {
        boolean owned = node.isURI() && identifiers.isGenerated(node.getURI());
        List<Quad> facts =
                description.facts().getOrDefault(node, description.relations().get(node));
        if (owned && facts != null && written.add(node)) {
            return object(node, facts);
        }
        return reference(node);
    }
}
