package org.w3id.urbis.endpoint.description;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/** Reads descriptions from a dataset, inside a transaction of the caller's. */
public final class DescriptionReader {
    /** Most subjects shown for one incoming property. */
    public static final int MOST_SHOWN = 50;
    /** Where counting of subjects for one incoming property stops. */
    public static final int MOST_COUNTED = 10_000;
    /** How deep nodes that belong to nodes are followed: a quantity of a commitment has citations, none goes deeper. */
    private static final int DEEPEST = 4;

    private final DatasetGraph dataset;
    private final Identifiers identifiers;

    /** Prepares to read from a dataset. */
    public DescriptionReader(DatasetGraph dataset, Identifiers identifiers) {
        this.dataset = dataset;
        this.identifiers = identifiers;
    }

    /** Whether an IRI occurs in the graph as a subject, an object or the name of a graph. */
    public boolean knows(Node iri) {
        return dataset.contains(Node.ANY, iri, Node.ANY, Node.ANY)
                || dataset.contains(Node.ANY, Node.ANY, Node.ANY, iri)
                || dataset.contains(iri, Node.ANY, Node.ANY, Node.ANY);
    }

    /** Reads all about a thing; the description is empty if nothing is said and nothing refers to it. */
    public Description read(Node thing) {
        Map<Node, List<Quad>> facts = new LinkedHashMap<>();
        collectFacts(thing, facts, 0);
        List<Incoming> incoming = incoming(thing);
        Map<Node, List<Quad>> notes = notes(thing, facts);
        notes.values().forEach(note -> collectOwned(note, facts, 0));
        Map<Node, Node> owners = new LinkedHashMap<>();
        incoming.stream()
                .flatMap(by -> by.shown().stream())
                .map(Quad::getSubject)
                .filter(this::isGenerated)
                .forEach(node -> owner(node, 0).ifPresent(owner -> owners.put(node, owner)));
        List<Quad> all = Stream.of(facts.values(), notes.values())
                .flatMap(Collection::stream)
                .flatMap(List::stream)
                .collect(Collectors.toCollection(ArrayList::new));
        incoming.forEach(by -> all.addAll(by.shown()));
        Map<Node, SourcePlace> places = new LinkedHashMap<>();
        all.forEach(quad -> places.computeIfAbsent(quad.getGraph(), this::place));
        return new Description(thing, facts, incoming, notes, owners, names(all, owners, places), places);
    }

    /** Reads only what is said of a thing itself, with the names of what is mentioned. */
    public Description readFacts(Node thing) {
        Map<Node, List<Quad>> facts = new LinkedHashMap<>();
        collectFacts(thing, facts, 0);
        List<Quad> all = facts.values().stream().flatMap(List::stream).toList();
        Map<Node, SourcePlace> places = new LinkedHashMap<>();
        all.forEach(quad -> places.computeIfAbsent(quad.getGraph(), this::place));
        return new Description(thing, facts, List.of(), Map.of(), Map.of(), names(all, Map.of(), places), places);
    }

    private void collectFacts(Node subject, Map<Node, List<Quad>> facts, int depth) {
        List<Quad> own = outgoing(subject);
        facts.put(subject, own);
        collectOwned(own, facts, depth);
    }

    private void collectOwned(List<Quad> own, Map<Node, List<Quad>> facts, int depth) {
        if (depth == DEEPEST) {
            return;
        }
        for (Quad quad : own) {
            if (isGenerated(quad.getObject()) && !facts.containsKey(quad.getObject())) {
                // A list is as deep as it is long, and belongs here whole.
                collectFacts(quad.getObject(), facts, quad.getPredicate().equals(Terms.REST) ? depth : depth + 1);
            }
        }
    }

    private List<Incoming> incoming(Node thing) {
        Map<Node, Set<Node>> subjects = new LinkedHashMap<>();
        Map<Node, List<Quad>> shown = new LinkedHashMap<>();
        Iterator<Quad> quads = dataset.findNG(Node.ANY, Node.ANY, Node.ANY, thing);
        while (quads.hasNext()) {
            Quad quad = quads.next();
            Set<Node> counted = subjects.computeIfAbsent(quad.getPredicate(), any -> new LinkedHashSet<>());
            boolean first = counted.size() < MOST_COUNTED && counted.add(quad.getSubject());
            List<Quad> some = shown.computeIfAbsent(quad.getPredicate(), any -> new ArrayList<>());
            if (first && some.size() < MOST_SHOWN) {
                some.add(quad);
            }
        }
        return subjects.entrySet().stream()
                .map(by -> new Incoming(by.getKey(), by.getValue().size(), shown.get(by.getKey())))
                .toList();
    }

    private Map<Node, List<Quad>> notes(Node thing, Map<Node, List<Quad>> facts) {
        Set<Node> doubted = new LinkedHashSet<>(facts.keySet());
        facts.getOrDefault(thing, List.of()).forEach(quad -> doubted.add(quad.getGraph()));
        Map<Node, List<Quad>> notes = new LinkedHashMap<>();
        for (Node about : doubted) {
            dataset.findNG(Node.ANY, Node.ANY, Terms.ABOUT, about)
                    .forEachRemaining(quad -> notes.computeIfAbsent(quad.getSubject(), this::outgoing));
        }
        return notes;
    }

    private Optional<Node> owner(Node node, int depth) {
        Optional<Node> subject = first(Node.ANY, Node.ANY, node).map(Quad::getSubject);
        if (depth > DEEPEST || subject.isEmpty() || !isGenerated(subject.get())) {
            return subject;
        }
        return owner(subject.get(), depth + 1);
    }

    private Map<Node, List<Quad>> names(List<Quad> quads, Map<Node, Node> owners, Map<Node, SourcePlace> places) {
        Set<Node> mentioned = new LinkedHashSet<>(owners.values());
        for (Quad quad : quads) {
            mentioned.addAll(List.of(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject()));
            if (isGenerated(quad.getSubject())) {
                dataset.findNG(Node.ANY, quad.getSubject(), Terms.TYPE, Node.ANY)
                        .forEachRemaining(type -> mentioned.add(type.getObject()));
            }
        }
        places.values().forEach(place -> place.document().ifPresent(mentioned::add));
        Map<Node, List<Quad>> names = new LinkedHashMap<>();
        for (Node node : mentioned) {
            if (node.isURI()) {
                List<Quad> found = names(node);
                if (!found.isEmpty()) {
                    names.put(node, found);
                }
            }
        }
        return names;
    }

    /** The quads that name a node, by the first naming property it has. */
    public List<Quad> names(Node node) {
        for (Node property : Terms.NAMES) {
            List<Quad> found = new ArrayList<>();
            dataset.findNG(Node.ANY, node, property, Node.ANY).forEachRemaining(found::add);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** Where a graph stands in a source, as the catalogue says. */
    public SourcePlace place(Node graph) {
        return new SourcePlace(
                graph,
                object(graph, Terms.DOCUMENT),
                object(graph, Terms.HEADING).filter(Node::isLiteral).map(Node::getLiteralLexicalForm),
                object(graph, Terms.LINES).filter(Node::isLiteral).map(Node::getLiteralLexicalForm));
    }

    private Optional<Node> object(Node subject, Node property) {
        return first(subject, property, Node.ANY).map(Quad::getObject);
    }

    private Optional<Quad> first(Node subject, Node property, Node object) {
        Iterator<Quad> quads = dataset.findNG(Node.ANY, subject, property, object);
        try {
            return quads.hasNext() ? Optional.of(quads.next()) : Optional.empty();
        } finally {
            Iter.close(quads);
        }
    }

    private List<Quad> outgoing(Node subject) {
        List<Quad> quads = new ArrayList<>();
        dataset.findNG(Node.ANY, subject, Node.ANY, Node.ANY).forEachRemaining(quads::add);
        return quads;
    }

    private boolean isGenerated(Node node) {
        return node.isURI() && identifiers.isGenerated(node.getURI());
    }
}
