package org.w3id.urbis.endpoint;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.loader.publication.Publication;
import org.w3id.urbis.loader.publication.Revision;

/** Publishes the town of {@code town.trig}, with more beside it if a test needs more. */
public final class Town {
    private Town() {}

    /** Publishes the town. */
    public static Revision publish(Path data) {
        return publish(data, List.of());
    }

    /** Publishes the town and more. */
    public static Revision publish(Path data, List<Quad> more) {
        DatasetGraph town = DatasetGraphFactory.createTxnMem();
        RDFDataMgr.read(town, Town.class.getResource("/town.trig").toString());
        List<Quad> quads = new ArrayList<>(more);
        town.find().forEachRemaining(quads::add);
        return new Publication(data, 10, Clock.systemUTC())
                .publish(() -> quads.stream())
                .orElseThrow();
    }

    /** Things in a graph of their own, each with a number and a tie to the goal on cities. */
    public static List<Quad> crowd(int size) {
        Node graph = iri("https://w3id.org/urbis/graph/town/crowd");
        return Stream.iterate(1, number -> number + 1)
                .limit(size)
                .flatMap(number -> {
                    Node one = iri("https://w3id.org/urbis/id/person/p" + number);
                    return Stream.of(
                            Quad.create(
                                    graph,
                                    one,
                                    iri("https://w3id.org/urbis/ontology#number"),
                                    NodeFactory.createLiteralDT(Integer.toString(number), XSDDatatype.XSDinteger)),
                            Quad.create(
                                    graph,
                                    one,
                                    iri("https://w3id.org/urbis/ontology#lovesGoal"),
                                    iri("http://metadata.un.org/sdg/11")));
                })
                .toList();
    }

    /** One statement that tells revisions apart. */
    public static List<Quad> marked(String mark) {
        return List.of(Quad.create(
                iri("https://w3id.org/urbis/graph/town/mark"),
                iri("https://w3id.org/urbis/id/mark/here"),
                iri("https://w3id.org/urbis/ontology#mark"),
                NodeFactory.createLiteralString(mark)));
    }

    /** An IRI as a node. */
    public static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
