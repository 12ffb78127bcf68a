package org.w3id.urbis.endpoint.reconciliation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.w3id.urbis.ontology.Urbis;

/** Values of properties as the graph of a revision has them. */
final class GraphValues {

    private static final Node VALUE = NodeFactory.createURI(Urbis.NS + "value");
    private static final Set<String> QUANTITIES = Set.of(
            Terms.POPULATION, Urbis.NS + "memberCount", Urbis.NS + "figure", Urbis.NS + "quantity");

    private final DatasetGraph graph;

    GraphValues(DatasetGraph graph) {
        this.graph = graph;
    }

    /**
     * The values of a property of a thing. A value with a node of its own, such as a count of inhabitants with its source, is
     * given as its number.
     *
     * @return IRIs and literals, each once; empty if there are none
     */
    List<Node> of(String thing, String property) {
        return Txn.calculateRead(graph, () -> {
            Set<Node> values = new LinkedHashSet<>();
            graph.find(Node.ANY, NodeFactory.createURI(thing), NodeFactory.createURI(property), Node.ANY)
                    .forEachRemaining(quad -> values.add(quad.getObject()));
            return QUANTITIES.contains(property) ? numbers(values) : List.copyOf(values);
        });
    }

    private List<Node> numbers(Set<Node> quantities) {
        Set<Node> numbers = new LinkedHashSet<>();
        quantities.forEach(quantity -> graph.find(Node.ANY, quantity, VALUE, Node.ANY)
                .forEachRemaining(quad -> numbers.add(quad.getObject())));
        return List.copyOf(numbers);
    }
}
