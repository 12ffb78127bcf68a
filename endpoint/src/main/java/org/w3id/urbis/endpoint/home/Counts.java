package org.w3id.urbis.endpoint.home;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.description.Terms;
import org.w3id.urbis.ontology.Urbis;

/**
 * How many things of each class a revision holds.
 *
 * @param things how many, by class
 * @param names  quads that name the classes
 */
record Counts(Map<Node, Integer> things, Map<Node, List<Quad>> names) {
    private static final Set<String> NOT_COUNTED = Set.of(Urbis.CITATION_CLASS, Urbis.SOURCE_GRAPH);

    /** Counts, in a transaction of the caller's. */
    static Counts of(DatasetGraph dataset, DescriptionReader reader) {
        Map<Node, Set<Node>> things = new HashMap<>();
        dataset.findNG(Node.ANY, Node.ANY, Terms.TYPE, Node.ANY).forEachRemaining(quad -> {
            Node kind = quad.getObject();
            if (kind.isURI() && kind.getURI().startsWith(Urbis.NS) && !NOT_COUNTED.contains(kind.getURI())) {
                things.computeIfAbsent(kind, any -> new HashSet<>()).add(quad.getSubject());
            }
        });
        Map<Node, Integer> numbers = new LinkedHashMap<>();
        Map<Node, List<Quad>> names = new LinkedHashMap<>();
        things.forEach((kind, members) -> {
            numbers.put(kind, members.size());
            names.put(kind, reader.names(kind));
        });
        return new Counts(numbers, names);
    }
}
