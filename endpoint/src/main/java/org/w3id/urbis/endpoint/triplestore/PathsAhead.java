package org.w3id.urbis.endpoint.triplestore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.w3id.urbis.endpoint.store.InBlocks;
import org.w3id.urbis.endpoint.triplestore.KnownStatements.Reference;
import org.w3id.urbis.endpoint.triplestore.StoreClient.Scope;

/**
 * Walks paths from many things at once and holds the statements it meets, so that who walks them from thing to thing
 * afterwards asks the store nothing. Where it cannot follow, or would meet too much, it stops: the rest is asked for then.
 */
final class PathsAhead {
    /** Statements that are held for what one request asks for. */
    private static final int MOST_HELD = 50_000;

    /** Things that a step is taken from. */
    private static final int MOST_THINGS = 20_000;

    private final StoreClient client;
    private final String hash;
    private final Reading reading;

    PathsAhead(StoreClient client, String hash, Reading reading) {
        this.client = client;
        this.hash = hash;
        this.reading = reading;
    }

    /** Reads what lies on some paths, all first steps that go forward by the same requests. */
    void read(Collection<Path> paths, Collection<Node> things) {
        Set<Node> from = new LinkedHashSet<>();
        things.stream().filter(Node::isURI).forEach(from::add);
        Set<Node> first = new LinkedHashSet<>();
        paths.forEach(path -> collectFirst(path, first));
        if (!first.isEmpty()) {
            forward(first, from);
        }
        paths.forEach(path -> along(path, from));
    }

    private static void collectFirst(Path path, Set<Node> first) {
        switch (path) {
            case P_Link link -> first.add(link.getNode());
            case P_Seq sequence -> {
                collectFirst(sequence.getLeft(), first);
                if (sequence.getLeft() instanceof P_ZeroOrOne) {
                    collectFirst(sequence.getRight(), first);
                }
            }
            case P_ZeroOrOne maybe -> collectFirst(maybe.getSubPath(), first);
            case P_Alt either -> {
                collectFirst(either.getLeft(), first);
                collectFirst(either.getRight(), first);
            }
            default -> {
                // Reads nothing forward.
            }
        }
    }

    /** Reads what lies on a path, and tells where it leads. */
    private Set<Node> along(Path path, Set<Node> from) {
        if (from.isEmpty() || from.size() > MOST_THINGS) {
            return Set.of();
        }
        return switch (path) {
            case P_Link link -> forward(Set.of(link.getNode()), from);
            case P_Inverse inverse when inverse.getSubPath() instanceof P_Link link -> back(link.getNode(), from);
            case P_Seq sequence -> along(sequence.getRight(), along(sequence.getLeft(), from));
            case P_Alt either
            when isOfLinks(either) -> {
                Set<Node> properties = new LinkedHashSet<>();
                collectFirst(either, properties);
                yield forward(properties, from);
            }
            case P_Alt either -> both(along(either.getLeft(), from), along(either.getRight(), from));
            case P_ZeroOrOne maybe -> both(from, along(maybe.getSubPath(), from));
            default -> Set.of();
        };
    }

    private static boolean isOfLinks(Path path) {
        return path instanceof P_Link
                || path instanceof P_Alt either && isOfLinks(either.getLeft()) && isOfLinks(either.getRight());
    }

    private static Set<Node> both(Set<Node> some, Set<Node> others) {
        Set<Node> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }

    private Set<Node> forward(Set<Node> properties, Set<Node> from) {
        List<Node> wanted = from.stream()
                .filter(thing -> properties.stream().anyMatch(property -> reading.along(thing, property) == null))
                .toList();
        for (List<Node> some : parts(wanted)) {
            try (StoreRows rows = client.ask(StoreText.along(some, properties), Scope.ALL)) {
                Map<Reference, List<Quad>> found = new HashMap<>();
                some.forEach(thing ->
                        properties.forEach(property -> found.put(new Reference(property, thing), new ArrayList<>(1))));
                Iterator<Quad> quads = new StatementRows(rows, hash, Node.ANY, Node.ANY, Node.ANY);
                if (isHeld(
                        quads,
                        quad -> found.computeIfAbsent(
                                new Reference(quad.getPredicate(), quad.getSubject()), any -> new ArrayList<>(1)))) {
                    found.values().forEach(all -> all.sort(StoreStatements.ORDER));
                    reading.holdAlong(found);
                } else {
                    some.forEach(reading::meet);
                }
            }
        }
        Set<Node> reached = new LinkedHashSet<>();
        for (Node thing : from) {
            for (Node property : properties) {
                List<Quad> held = reading.along(thing, property);
                if (held != null) {
                    held.stream().map(Quad::getObject).filter(Node::isURI).forEach(reached::add);
                }
            }
        }
        return reached;
    }

    private Set<Node> back(Node property, Set<Node> to) {
        List<Node> wanted = to.stream()
                .filter(thing -> reading.to(new Reference(property, thing)) == null)
                .toList();
        for (List<Node> some : parts(wanted)) {
            try (StoreRows rows = client.ask(StoreText.to(some, property, MOST_HELD + 1), Scope.ALL)) {
                Map<Reference, List<Quad>> found = new HashMap<>();
                some.forEach(thing -> found.put(new Reference(property, thing), new ArrayList<>(1)));
                Iterator<Quad> quads = new StatementRows(rows, hash, Node.ANY, property, Node.ANY);
                if (isHeld(
                        quads,
                        quad -> found.computeIfAbsent(
                                new Reference(property, quad.getObject()), any -> new ArrayList<>(1)))) {
                    found.values().forEach(all -> all.sort(StoreStatements.ORDER));
                    reading.holdTo(found);
                } else {
                    some.forEach(reading::meet);
                }
            }
        }
        Set<Node> reached = new LinkedHashSet<>();
        for (Node thing : to) {
            List<Quad> held = reading.to(new Reference(property, thing));
            if (held != null) {
                held.stream().map(Quad::getSubject).filter(Node::isURI).forEach(reached::add);
            }
        }
        return reached;
    }

    /** Puts statements where they belong; whether there are few enough of them. */
    private static boolean isHeld(Iterator<Quad> quads, Function<Quad, List<Quad>> place) {
        int count = 0;
        while (quads.hasNext() && count++ < MOST_HELD) {
            Quad quad = quads.next();
            place.apply(quad).add(quad);
        }
        return !quads.hasNext();
    }

    private static List<List<Node>> parts(List<Node> all) {
        List<List<Node>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += InBlocks.BLOCK) {
            parts.add(all.subList(from, Math.min(all.size(), from + InBlocks.BLOCK)));
        }
        return parts;
    }
}
