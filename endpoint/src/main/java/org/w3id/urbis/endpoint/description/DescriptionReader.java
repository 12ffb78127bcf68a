package org.w3id.urbis.endpoint.description;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
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
    static final int DEEPEST = 4;

    private final DatasetGraph dataset;
    private final Identifiers identifiers;
    private final Owners owners;

    /** Prepares to read from a dataset. */
    public DescriptionReader(DatasetGraph dataset, Identifiers identifiers) {
        this.dataset = dataset;
        this.identifiers = identifiers;
        this.owners = new Owners(dataset, identifiers);
    }

    /** Whether an IRI occurs in the graph as a subject, an object or the name of a graph. */
    public boolean knows(Node iri) {
        return dataset.contains(Node.ANY, iri, Node.ANY, Node.ANY)
                || dataset.contains(Node.ANY, Node.ANY, Node.ANY, iri)
                || dataset.contains(iri, Node.ANY, Node.ANY, Node.ANY);
    }

    /** Reads all about a thing; the description is empty if nothing is said and nothing refers to it. */
    public Description read(Node thing) {
        Map<Node, List<Quad>> facts = facts(thing);
        List<Incoming> incoming = incoming(thing);
        Map<Node, List<Quad>> relations = new LinkedHashMap<>();
        Map<Node, List<Quad>> ways = new LinkedHashMap<>();
        for (Incoming by : incoming) {
            for (Quad quad : by.shown()) {
                Node subject = quad.getSubject();
                if (isGenerated(subject)) {
                    ways.put(subject, owners.way(subject));
                } else if (by.property().equals(Terms.COMMITTED_BY) || isRelation(subject)) {
                    collectFacts(subject, relations, 0);
                }
            }
        }
        Map<Node, List<Quad>> notes = notes(thing, facts);
        notes.values().forEach(note -> collectOwned(note, facts, 0));
        return describe(thing, facts, incoming, relations, notes, ways);
    }

    /**
     * Those that refer to a thing by a property, as far as they are counted: named things, by their IRIs.
     *
     * @return at most {@link #MOST_COUNTED}; a node that belongs to another is given by its owner
     */
    public List<Node> referring(Node thing, Node property) {
        return Iter.asStream(dataset.findNG(Node.ANY, Node.ANY, property, thing))
                .map(Quad::getSubject)
                .distinct()
                .limit(MOST_COUNTED)
                .map(subject -> isGenerated(subject) ? owners.of(subject) : subject)
                .filter(Node::isURI)
                .distinct()
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
    }

    /** Reads only what is said of a thing itself, with the names of what is mentioned. */
    public Description readFacts(Node thing) {
        Map<Node, List<Quad>> facts = facts(thing);
        return describe(thing, facts, List.of(), Map.of(), Map.of(), Map.of());
    }

    /** Reads only what some things are called. */
    public Description readNames(Collection<Node> things) {
        Map<Node, List<Quad>> names = new LinkedHashMap<>();
        for (Node thing : things) {
            List<Quad> found = names(thing);
            if (!found.isEmpty()) {
                names.put(thing, found);
            }
        }
        return new Description(
                Node.ANY, Map.of(), List.of(), Map.of(), Map.of(), Map.of(), Set.copyOf(things), names, Map.of());
    }

    /** Reads only where some graphs stand in their sources. */
    public Description readPlaces(Collection<Node> graphs) {
        Map<Node, SourcePlace> places = new LinkedHashMap<>();
        graphs.forEach(graph -> places.put(graph, place(graph)));
        return new Description(Node.ANY, Map.of(), List.of(), Map.of(), Map.of(), Map.of(), Set.of(), Map.of(), places);
    }

    private Description describe(
            Node thing,
            Map<Node, List<Quad>> facts,
            List<Incoming> incoming,
            Map<Node, List<Quad>> relations,
            Map<Node, List<Quad>> notes,
            Map<Node, List<Quad>> ways) {
        List<Quad> all = Stream.of(facts.values(), relations.values(), notes.values(), ways.values())
                .flatMap(Collection::stream)
                .flatMap(List::stream)
                .collect(Collectors.toCollection(ArrayList::new));
        incoming.forEach(by -> all.addAll(by.shown()));
        Map<Node, SourcePlace> places = new LinkedHashMap<>();
        all.forEach(quad -> places.computeIfAbsent(quad.getGraph(), this::place));
        Set<Node> mentioned = new LinkedHashSet<>();
        for (Quad quad : all) {
            mentioned.add(quad.getSubject());
            if (!quad.getPredicate().equals(Terms.TYPE) && !Terms.WITH_WORDS.contains(quad.getPredicate())) {
                mentioned.add(quad.getObject());
            }
        }
        mentioned.removeAll(facts.keySet());
        mentioned.removeAll(relations.keySet());
        mentioned.removeAll(notes.keySet());
        return new Description(thing, facts, incoming, relations, notes, ways, mentioned, names(all, places), places);
    }

    private Map<Node, List<Quad>> facts(Node thing) {
        Map<Node, List<Quad>> facts = new LinkedHashMap<>();
        facts.put(thing, outgoing(thing));
        collectOwned(facts.get(thing), facts, 0);
        return facts;
    }

    private void collectFacts(Node subject, Map<Node, List<Quad>> facts, int depth) {
        List<Quad> own = withoutTranslations(subject);
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
        Map<Node, Map<Node, Quad>> bySubject = new LinkedHashMap<>();
        Iterator<Quad> quads = dataset.findNG(Node.ANY, Node.ANY, Node.ANY, thing);
        while (quads.hasNext()) {
            Quad quad = quads.next();
            if (!identifiers.isTranslation(quad)) {
                Map<Node, Quad> subjects = bySubject.computeIfAbsent(quad.getPredicate(), any -> new HashMap<>());
                if (subjects.size() < MOST_COUNTED) {
                    subjects.merge(quad.getSubject(), quad, DescriptionReader::firstByGraph);
                }
            }
        }
        return bySubject.entrySet().stream()
                .map(by -> new Incoming(
                        by.getKey(),
                        by.getValue().size(),
                        by.getValue().values().stream()
                                .sorted(Comparator.comparing(
                                        quad -> quad.getSubject().toString()))
                                .limit(MOST_SHOWN)
                                .toList()))
                .toList();
    }

    /** Which graph a reference is shown from must not depend on the order of an index. */
    private static Quad firstByGraph(Quad one, Quad other) {
        return one.getGraph().getURI().compareTo(other.getGraph().getURI()) <= 0 ? one : other;
    }

    private Map<Node, List<Quad>> notes(Node thing, Map<Node, List<Quad>> facts) {
        Set<Node> doubted = new LinkedHashSet<>(facts.keySet());
        facts.getOrDefault(thing, List.of()).forEach(quad -> doubted.add(quad.getGraph()));
        Map<Node, List<Quad>> notes = new LinkedHashMap<>();
        for (Node about : doubted) {
            dataset.findNG(Node.ANY, Node.ANY, Terms.ABOUT, about)
                    .forEachRemaining(quad -> notes.computeIfAbsent(quad.getSubject(), this::withoutTranslations));
        }
        return notes;
    }

    private boolean isRelation(Node subject) {
        return Terms.RELATIONS.stream().anyMatch(kind -> dataset.contains(Node.ANY, subject, Terms.TYPE, kind));
    }

    private Map<Node, List<Quad>> names(List<Quad> quads, Map<Node, SourcePlace> places) {
        Set<Node> mentioned = new LinkedHashSet<>();
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
                object(graph, Terms.LINES).filter(Node::isLiteral).map(Node::getLiteralLexicalForm),
                Iter.asStream(dataset.findNG(Node.ANY, graph, Terms.LICENSE, Node.ANY))
                        .map(Quad::getObject)
                        .filter(Node::isURI)
                        .distinct()
                        .toList());
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

    /** What is said of a node, but for what repeats it in words of others: that is told of described things alone. */
    private List<Quad> withoutTranslations(Node subject) {
        List<Quad> quads = outgoing(subject);
        quads.removeIf(identifiers::isTranslation);
        return quads;
    }

    private boolean isGenerated(Node node) {
        return node.isURI() && identifiers.isGenerated(node.getURI());
    }
}
