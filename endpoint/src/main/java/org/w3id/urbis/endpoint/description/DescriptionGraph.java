package org.w3id.urbis.endpoint.description;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** A description as a graph to be handed out. */
public final class DescriptionGraph {
    private static final Node TOPIC = NodeFactory.createURI("http://xmlns.com/foaf/0.1/primaryTopic");
    private static final Node DOCUMENT = NodeFactory.createURI("http://xmlns.com/foaf/0.1/Document");

    private DescriptionGraph() {}

    /**
     * Makes the graph: facts, owned nodes, notes, those who refer to the thing, names of all things that are mentioned.
     *
     * <p>What had to be left out is said in the graph itself, as a comment on the document.
     *
     * @param description what to hand out
     * @param document    IRI of the document that describes the thing
     */
    public static Graph of(Description description, String document) {
        Graph graph = GraphFactory.createDefaultGraph();
        description.facts().values().forEach(quads -> add(graph, quads));
        description.relations().values().forEach(quads -> add(graph, quads));
        description.notes().values().forEach(quads -> add(graph, quads));
        description.incoming().forEach(by -> add(graph, by.shown()));
        description.owners().values().forEach(quads -> add(graph, quads));
        description.mentioned().forEach(node -> add(graph, description.names().getOrDefault(node, List.of())));
        Node page = NodeFactory.createURI(document);
        remarks(description).forEach(remark -> {
            graph.add(page, RDF.type.asNode(), DOCUMENT);
            graph.add(page, TOPIC, description.thing());
            graph.add(page, RDFS.comment.asNode(), NodeFactory.createLiteralLang(remark, "en"));
        });
        prefixes(graph);
        return graph;
    }

    /** What had to be left out of a description, in English; nothing if it is whole. */
    public static List<String> remarks(Description description) {
        return description.incoming().stream()
                .filter(Incoming::isCut)
                .map(by ->
                        "Incomplete: shows %d of the %s%d subjects that refer to <%s> by <%s>; query the endpoint for all."
                                .formatted(
                                        by.shown().size(),
                                        by.isCountedInPart() ? "at least " : "",
                                        by.count(),
                                        description.thing().getURI(),
                                        by.property().getURI()))
                .toList();
    }

    private static void add(Graph graph, List<Quad> quads) {
        quads.forEach(quad -> graph.add(quad.asTriple()));
    }

    /** Gives a graph the prefixes that make its Turtle pleasant to read. */
    public static void prefixes(Graph graph) {
        KnownPrefixes.NAMESPACES.forEach((prefix, namespace) -> {
            if (mentions(graph, namespace)) {
                graph.getPrefixMapping().setNsPrefix(prefix, namespace);
            }
        });
    }

    private static boolean mentions(Graph graph, String namespace) {
        return graph.stream()
                .anyMatch(triple -> begins(triple.getSubject(), namespace)
                        || begins(triple.getPredicate(), namespace)
                        || begins(triple.getObject(), namespace));
    }

    private static boolean begins(Node node, String namespace) {
        return node.isURI() && node.getURI().startsWith(namespace)
                || node.isLiteral() && node.getLiteralDatatypeURI().startsWith(namespace);
    }
}
