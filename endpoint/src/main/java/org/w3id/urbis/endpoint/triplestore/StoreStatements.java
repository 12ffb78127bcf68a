package org.w3id.urbis.endpoint.triplestore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.util.NodeCmp;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.triplestore.KnownStatements.Reference;
import org.w3id.urbis.endpoint.triplestore.StoreClient.Scope;

/** Finds statements of one state of the store, few requests for many of them. */
final class StoreStatements {
    /** Statements with one object that are held in memory; those of an object with more are read as they come. */
    private static final int MOST_HELD = 10_000;

    private static final Comparator<Node> TERMS = NodeCmp::compareRDFTerms;
    static final Comparator<Quad> ORDER = Comparator.comparing(Quad::getPredicate, TERMS)
            .thenComparing(Quad::getObject, TERMS)
            .thenComparing(Quad::getSubject, TERMS)
            .thenComparing(Quad::getGraph, TERMS);

    private final StoreClient client;
    private final String hash;
    private final KnownStatements known;
    private final ThreadLocal<Reading> readings = ThreadLocal.withInitial(Reading::new);

    StoreStatements(StoreClient client, StoreState state, long bytes) {
        this.client = client;
        this.hash = state.mark().hash();
        this.known = new KnownStatements(bytes);
    }

    /** What this thread reads in its transaction. */
    Reading reading() {
        return readings.get();
    }

    /** Ends the transaction of this thread. */
    void end() {
        readings.get().end();
        readings.remove();
    }

    /**
     * All statements about a subject, always in the same order.
     *
     * @throws ProblemException if the store does not answer as it should, or holds another revision by now
     */
    List<Quad> about(Node subject) {
        Reading reading = reading();
        List<Quad> found = known(reading, subject);
        if (found == null) {
            found = askAbout(subject);
        }
        reading.meet(subject);
        found.forEach(reading::meet);
        return found;
    }

    /** All statements about a subject, or at least those by one property, if these were read ahead. */
    List<Quad> about(Node subject, Node property) {
        List<Quad> along = reading().along(subject, property);
        return along == null ? about(subject) : along;
    }

    /** Reads what lies on some paths from some things, in place of what was read so before. */
    void ahead(Collection<Node> things, Collection<Path> paths) {
        Reading reading = reading();
        reading.leave();
        if (!things.isEmpty()) {
            new PathsAhead(client, hash, reading).read(paths, things);
        }
    }

    /** The things of which something is said; they are read to the end before they are looked at. */
    List<Node> having(Node property, Node value, String space) {
        List<Node> things = new ArrayList<>();
        try (StoreRows rows = client.ask(StoreText.having(property, value), Scope.ALL)) {
            new StatementRows(rows, hash, Quad.defaultGraphIRI, property, value).forEachRemaining(quad -> {
                Node thing = quad.getSubject();
                if (thing.isURI() && thing.getURI().startsWith(space)) {
                    things.add(thing);
                }
            });
        }
        return things;
    }

    private List<Quad> known(Reading reading, Node subject) {
        List<Quad> held = reading.about(subject);
        return held == null ? known.about(subject) : held;
    }

    private List<Quad> askAbout(Node subject) {
        Reading reading = reading();
        List<Node> together = reading.subjects(subject, node -> known(reading, node) != null);
        Map<Node, List<Quad>> bySubject = new HashMap<>();
        together.forEach(node -> bySubject.put(node, new ArrayList<>()));
        try (StoreRows rows = client.ask(StoreText.about(together), Scope.ALL)) {
            new StatementRows(rows, hash, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> bySubject
                    .computeIfAbsent(quad.getSubject(), any -> new ArrayList<>())
                    .add(quad));
        }
        reading.makeRoom();
        bySubject.forEach((node, quads) -> {
            quads.sort(ORDER);
            List<Quad> all = List.copyOf(quads);
            known.keep(node, all);
            reading.hold(node, all);
        });
        return reading.about(subject);
    }

    /** Whether the statements with an object are known. */
    boolean isKnown(Node property, Node object) {
        return held(reading(), new Reference(property, object)).isPresent();
    }

    private Optional<List<Quad>> held(Reading reading, Reference reference) {
        List<Quad> held = reading.to(reference);
        return held == null ? known.to(reference) : Optional.of(held);
    }

    /**
     * The statements with an object, always in the same order.
     *
     * @param property by which property; {@link Node#ANY} for all
     * @return empty if there are too many to be held
     * @throws ProblemException if the store does not answer as it should, or holds another revision by now
     */
    Optional<List<Quad>> to(Node property, Node object) {
        if (known.isHub(object)) {
            return Optional.empty();
        }
        Reading reading = reading();
        Optional<List<Quad>> found = held(reading, new Reference(property, object));
        if (found.isEmpty()) {
            List<Node> together =
                    reading.objects(property, object, node -> known.isHub(node) || isKnown(property, node));
            found = askTo(property, object, together);
        }
        found.ifPresent(quads -> quads.forEach(reading::meet));
        return found;
    }

    private Optional<List<Quad>> askTo(Node property, Node object, List<Node> together) {
        Map<Node, List<Quad>> byObject = new HashMap<>();
        together.forEach(node -> byObject.put(node, new ArrayList<>()));
        int count = 0;
        try (StoreRows rows = client.ask(StoreText.to(together, property, MOST_HELD + 1), Scope.ALL)) {
            Iterator<Quad> quads = new StatementRows(rows, hash, Node.ANY, property, Node.ANY);
            while (quads.hasNext()) {
                Quad quad = quads.next();
                byObject.computeIfAbsent(quad.getObject(), any -> new ArrayList<>())
                        .add(quad);
                count++;
            }
        }
        if (count > MOST_HELD) {
            reading().fewerObjects(property);
            byObject.forEach((node, quads) -> {
                if (quads.size() > MOST_HELD / 2) {
                    known.hub(node);
                }
            });
            return together.size() == 1 ? Optional.empty() : askTo(property, object, List.of(object));
        }
        Reading reading = reading();
        reading.makeRoom();
        byObject.forEach((node, quads) -> {
            quads.sort(ORDER);
            List<Quad> all = List.copyOf(quads);
            known.keep(new Reference(property, node), all);
            reading.hold(new Reference(property, node), all);
        });
        return Optional.ofNullable(reading.to(new Reference(property, object)));
    }

    /**
     * All statements of a pattern, read as they come, until the transaction ends at the latest.
     *
     * @throws ProblemException if the store does not answer as it should, or holds another revision by now
     */
    Iterator<Quad> stream(Node graph, Node property, Node object) {
        Reading reading = reading();
        StoreRows rows = reading.opened(client.ask(StoreText.pattern(graph, Node.ANY, property, object), Scope.ALL));
        StatementRows statements = new StatementRows(rows, hash, graph, property, object);
        return Iter.onClose(
                Iter.map(statements, quad -> {
                    reading.meet(quad);
                    return quad;
                }),
                rows::close);
    }
}
