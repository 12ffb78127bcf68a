package org.w3id.urbis.queries;

import java.io.IOException;
import java.io.InputStream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.w3id.urbis.ontology.ResourceFolder;

/**
 * The tiny world of {@code world.trig} with the code lists of the ontology: the named graphs, and their merge as the
 * default graph.
 */
final class World {

    private World() {}

    static DatasetGraph read() throws IOException {
        DatasetGraph world = DatasetGraphFactory.create();
        try (InputStream in = ResourceFolder.onClasspath("urbis/queries").open("world.trig")) {
            RDFDataMgr.read(world, in, "https://w3id.org/urbis/", Lang.TRIG);
        }
        ResourceFolder ontology = ResourceFolder.onClasspath("urbis/ontology");
        Node vocabulary = NodeFactory.createURI("https://w3id.org/urbis/graph/ontology");
        for (String file : ontology.names(".ttl").stream()
                .filter(name -> name.startsWith("codes/"))
                .toList()) {
            try (InputStream in = ontology.open(file)) {
                RDFDataMgr.read(world.getGraph(vocabulary), in, "https://w3id.org/urbis/", Lang.TURTLE);
            }
        }
        Iter.toList(world.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY))
                .forEach(quad -> world.getDefaultGraph().add(quad.asTriple()));
        return world;
    }
}
