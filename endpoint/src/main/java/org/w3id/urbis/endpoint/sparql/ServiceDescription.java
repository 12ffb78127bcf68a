package org.w3id.urbis.endpoint.sparql;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDF;
import org.w3id.urbis.endpoint.description.DescriptionGraph;
import org.w3id.urbis.endpoint.description.Terms;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.GraphWriting;
import org.w3id.urbis.endpoint.federation.Federation;
import org.w3id.urbis.endpoint.negotiation.Choice;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.loader.reach.Reach;

/**
 * What the endpoint says of itself when no query is sent.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-service-description/">SPARQL 1.1 Service Description</a>
 */
final class ServiceDescription {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final List<String> FORMATS = List.of(
            "SPARQL_Results_JSON",
            "SPARQL_Results_XML",
            "SPARQL_Results_CSV",
            "SPARQL_Results_TSV",
            "Turtle",
            "N-Triples",
            "RDF_XML",
            "JSON-LD");

    private ServiceDescription() {}

    /** Sends the description of this origin's endpoint. */
    static void send(
            ServerRequest request,
            ServerResponse response,
            RevisionLease revision,
            Federation federation,
            Choice choice) {
        String endpoint = Asking.origin(request) + "/sparql";
        EntityTag tag = EntityTag.of(
                revision.info().hash(), endpoint, String.join(" ", federation.names()), choice.mediaType());
        if (!Answering.isKnown(request, response, tag, "Accept, Host")) {
            Graph graph =
                    Txn.calculateRead(revision.dataset(), () -> describe(endpoint, revision.dataset(), federation));
            Answering.send(request, response, choice.contentType(), GraphWriting.bytes(graph, choice.form()));
        }
    }

    private static Graph describe(String address, DatasetGraph dataset, Federation federation) {
        Graph graph = GraphFactory.createDefaultGraph();
        Node service = NodeFactory.createURI(address);
        Node all = NodeFactory.createURI(address + "#dataset");
        Node union = NodeFactory.createURI(address + "#default-graph");
        graph.add(service, RDF.type.asNode(), sd("Service"));
        graph.add(service, sd("endpoint"), service);
        graph.add(service, sd("supportedLanguage"), sd("SPARQL11Query"));
        graph.add(service, sd("feature"), sd("UnionDefaultGraph"));
        if (federation.isOn()) {
            graph.add(service, sd("feature"), sd("BasicFederatedQuery"));
            federation.describe(graph, service);
        }
        if (Reach.isServed(dataset.getContext())) {
            Reach.properties().forEach(iri -> graph.add(service, sd("propertyFeature"), NodeFactory.createURI(iri)));
            Reach.functions().forEach(iri -> graph.add(service, sd("extensionFunction"), NodeFactory.createURI(iri)));
        }
        FORMATS.forEach(format -> graph.add(
                service, sd("resultFormat"), NodeFactory.createURI("http://www.w3.org/ns/formats/" + format)));
        graph.add(service, sd("defaultDataset"), all);
        graph.add(all, RDF.type.asNode(), sd("Dataset"));
        graph.add(all, sd("defaultGraph"), union);
        graph.add(union, RDF.type.asNode(), sd("Graph"));
        int number = 0;
        for (Node name : graphNames(dataset)) {
            number++;
            Node named = NodeFactory.createURI(address + "#graph-" + number);
            graph.add(all, sd("namedGraph"), named);
            graph.add(named, RDF.type.asNode(), sd("NamedGraph"));
            graph.add(named, sd("name"), name);
        }
        DescriptionGraph.prefixes(graph);
        return graph;
    }

    /** The graphs that the catalogue lists, and those that hold the lists: looking at every quad would take too long. */
    private static Set<Node> graphNames(DatasetGraph dataset) {
        // Sorted, because each gets a number, and a store of others finds them in an order of its own.
        Set<Node> names = new TreeSet<>(Comparator.comparing(Node::toString));
        dataset.findNG(Node.ANY, Node.ANY, Terms.HAS_GRAPH, Node.ANY).forEachRemaining(quad -> add(names, quad));
        return names;
    }

    private static void add(Set<Node> names, Quad quad) {
        names.add(quad.getGraph());
        names.add(quad.getObject());
    }

    private static Node sd(String name) {
        return NodeFactory.createURI(SD + name);
    }
}
