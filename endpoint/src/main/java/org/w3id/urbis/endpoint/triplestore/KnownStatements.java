package org.w3id.urbis.endpoint.triplestore;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** Statements of one state of the store that were asked for lately: by their subject, and by their object. */
final class KnownStatements {
    /** What a statement takes in memory, roughly: its four terms are mostly shared. */
    private static final int STATEMENT_BYTES = 200;

    private final Cache<Node, List<Quad>> bySubject;
    private final Cache<Reference, List<Quad>> byObject;
    /** Objects of so many statements that these are never kept. */
    private final Set<Node> hubs = ConcurrentHashMap.newKeySet();

    /**
     * Makes an empty memory.
     *
     * @param bytes how much to keep at most, roughly
     */
    KnownStatements(long bytes) {
        long most = Math.max(1, bytes / STATEMENT_BYTES / 2);
        this.bySubject = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((Node subject, List<Quad> quads) -> quads.size() + 1)
                .build();
        this.byObject = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((Reference reference, List<Quad> quads) -> quads.size() + 1)
                .build();
    }

    /**
     * What leads to a thing.
     *
     * @param property by which property; {@link Node#ANY} for all
     */
    record Reference(Node property, Node object) {}

    /** The statements about a subject; null if they are not known. */
    List<Quad> about(Node subject) {
        return bySubject.getIfPresent(subject);
    }

    void keep(Node subject, List<Quad> quads) {
        bySubject.put(subject, quads);
    }

    /** The statements with an object, by one property or by all; empty if they are not known. */
    Optional<List<Quad>> to(Reference reference) {
        List<Quad> known = byObject.getIfPresent(reference);
        if (known == null && !reference.property().equals(Node.ANY)) {
            known = byObject.getIfPresent(new Reference(Node.ANY, reference.object()));
        }
        return Optional.ofNullable(known);
    }

    void keep(Reference reference, List<Quad> quads) {
        byObject.put(reference, quads);
    }

    boolean isHub(Node object) {
        return hubs.contains(object);
    }

    void hub(Node object) {
        hubs.add(object);
    }
}
