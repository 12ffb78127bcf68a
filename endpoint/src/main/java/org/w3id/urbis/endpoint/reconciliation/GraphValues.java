package org.w3id.urbis.endpoint.reconciliation;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.ontology.Urbis;

/** Values of properties as the graph of a revision has them. */
final class GraphValues {

    private static final Node VALUE = NodeFactory.createURI(Urbis.NS + "value");
    private static final Set<String> QUANTITIES =
            Set.of(Terms.POPULATION, Urbis.NS + "memberCount", Urbis.NS + "figure", Urbis.NS + "quantity");

    private final DatasetGraph graph;

    GraphValues(DatasetGraph graph) {
        this.graph = graph;
    }

    /** Whether the values of a property have nodes of their own, which hold a number. */
    static boolean isQuantity(String property) {
        return QUANTITIES.contains(property);
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

    /**
     * The things that have an entity as the value of a property.
     *
     * @param value IRI of the entity; other values find nothing
     * @return IRIs, at most as many as wanted
     */
    List<String> having(String property, String value, int most) {
        if (!Identifiers.isAbsoluteIri(property) || !Identifiers.isAbsoluteIri(value.strip())) {
            return List.of();
        }
        return Txn.calculateRead(graph, () -> {
            Iterator<Quad> quads = graph.find(
                    Node.ANY, Node.ANY, NodeFactory.createURI(property), NodeFactory.createURI(value.strip()));
            Set<String> things = new LinkedHashSet<>();
            while (things.size() < most && quads.hasNext()) {
                Node subject = quads.next().getSubject();
                if (subject.isURI()) {
                    things.add(subject.getURI());
                }
            }
            Iter.close(quads);
            return List.copyOf(things);
        });
    }

    private List<Node> numbers(Set<Node> quantities) {
        Set<Node> numbers = new LinkedHashSet<>();
        quantities.forEach(quantity -> graph.find(Node.ANY, quantity, VALUE, Node.ANY)
                .forEachRemaining(quad -> numbers.add(quad.getObject())));
        return List.copyOf(numbers);
    }
}
