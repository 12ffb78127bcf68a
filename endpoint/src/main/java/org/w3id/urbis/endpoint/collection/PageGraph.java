package org.w3id.urbis.endpoint.collection;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.w3id.urbis.endpoint.description.Description;
import org.w3id.urbis.endpoint.description.DescriptionGraph;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.description.Terms;
import org.w3id.urbis.endpoint.store.InBlocks;

/** A page of a collection as a graph: the same statements that its JSON-LD makes. */
final class PageGraph {
    private static final String HYDRA = "http://www.w3.org/ns/hydra/core#";

    private PageGraph() {}

    /** Makes the graph. To be called in a transaction. */
    static Graph of(Page page, DatasetGraph dataset, Identifiers identifiers) {
        Graph graph = GraphFactory.createDefaultGraph();
        Node collection = NodeFactory.createURI(page.links().collection());
        Node view = NodeFactory.createURI(page.links().self());
        graph.add(collection, Terms.TYPE, hydra("Collection"));
        graph.add(
                collection,
                hydra("totalItems"),
                NodeFactory.createLiteralDT(Integer.toString(page.total()), XSDDatatype.XSDinteger));
        graph.add(collection, hydra("view"), view);
        graph.add(view, Terms.TYPE, hydra("PartialCollectionView"));
        page.links()
                .neighbours()
                .forEach((name, address) -> graph.add(view, hydra(name), NodeFactory.createURI(address)));
        ItemReader reader = new ItemReader(dataset, identifiers, ItemReader::isUsual);
        InBlocks.whole(dataset, page.things(), thing -> {
            graph.add(collection, hydra("member"), thing);
            Description description = reader.read(thing);
            description.facts().values().forEach(quads -> quads.forEach(quad -> graph.add(quad.asTriple())));
            description.names().values().forEach(quads -> quads.forEach(quad -> graph.add(quad.asTriple())));
        });
        DescriptionGraph.prefixes(graph);
        graph.getPrefixMapping().setNsPrefix("hydra", HYDRA);
        return graph;
    }

    private static Node hydra(String name) {
        return NodeFactory.createURI(HYDRA + name);
    }
}
