package org.w3id.urbis.endpoint.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.w3id.urbis.ontology.Urbis;

/** The keys by which things of a kind are found in their collection. */
final class Keys {
    private static final List<String> OUTSIDE = List.of(
            "http://metadata.un.org/sdg/codes/geoArea/",
            Urbis.FRAMEWORK,
            "http://metadata.un.org/sdg/",
            "http://metadata.un.org/",
            Urbis.GRAPH);

    private final Graph graph;
    private final CollectionTables tables;

    /** Looks into a graph, in one transaction. */
    Keys(Graph graph, CollectionTables tables) {
        this.graph = graph;
        this.tables = tables;
    }

    /**
     * Finds a thing: by the end of its IRI, where one of the kind itself goes before one of a narrower kind; by its IRI
     * without the base; or by a code, such as that of a country.
     *
     * @return the thing; empty if none of the kind goes by the key
     */
    Optional<Node> find(Kind kind, String key) {
        return key.isEmpty()
                ? Optional.empty()
                : new References(graph)
                        .find(key, spaces(kind)).stream()
                                .filter(thing -> kind.holds(graph, thing))
                                .findFirst();
    }

    private List<String> spaces(Kind kind) {
        List<String> spaces = new ArrayList<>();
        spaces.add(Urbis.ID + kind.word() + "/");
        tables.kinds().stream()
                .filter(narrower -> narrower != kind && narrower.classes().contains(kind.term()))
                .forEach(narrower -> spaces.add(Urbis.ID + narrower.word() + "/"));
        spaces.addAll(OUTSIDE);
        return spaces;
    }
}
