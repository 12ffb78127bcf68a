package org.w3id.urbis.endpoint.home;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.VOID;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.ontology.Urbis;

/**
 * How many things of each class a revision holds.
 *
 * @param things how many, by class
 * @param names  quads that name the classes
 */
record Counts(Map<Node, Integer> things, Map<Node, List<Quad>> names) {
    private static final Set<String> NOT_COUNTED = Set.of(Urbis.CITATION_CLASS, Urbis.SOURCE_GRAPH);

    /** Reads what publication counted (VoID), in a transaction of the caller's. */
    static Counts of(DatasetGraph dataset, DescriptionReader reader, Node whole) {
        Map<Node, Integer> things = new LinkedHashMap<>();
        Map<Node, List<Quad>> names = new LinkedHashMap<>();
        Graph graph = dataset.getUnionGraph();
        graph.find(whole, VOID.classPartition.asNode(), Node.ANY).forEachRemaining(partition -> {
            Node kind = G.getOneSP(graph, partition.getObject(), VOID._class.asNode());
            Node number = G.getOneSP(graph, partition.getObject(), VOID.entities.asNode());
            if (kind.isURI() && kind.getURI().startsWith(Urbis.NS) && !NOT_COUNTED.contains(kind.getURI())) {
                things.put(kind, ((Number) number.getLiteralValue()).intValue());
                names.put(kind, reader.names(kind));
            }
        });
        return new Counts(things, names);
    }
}
