package org.w3id.urbis.endpoint.collection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.w3id.urbis.ontology.ResourceFolder;

/**
 * What the program itself says of the graph's words.
 *
 * @param ontology terms and code lists, without frameworks and areas
 * @param shapes   the shapes that hold for every part of the graph
 */
record SchemaGraphs(Graph ontology, Graph shapes) {

    /** Reads the files that ship with the program. */
    static SchemaGraphs shipped() {
        return new SchemaGraphs(
                read("urbis/ontology", name -> !name.contains("/") || name.startsWith("codes/")),
                read("urbis/shapes", name -> !name.contains("/")));
    }

    private static Graph read(String folder, Predicate<String> wanted) {
        Graph graph = GraphFactory.createDefaultGraph();
        ResourceFolder files = ResourceFolder.onClasspath(folder);
        for (String name : files.names(".ttl")) {
            if (wanted.test(name)) {
                try (InputStream in = files.open(name)) {
                    RDFParser.source(in)
                            .lang(Lang.TURTLE)
                            .base("https://w3id.org/urbis/")
                            .parse(graph);
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
        }
        return graph;
    }
}
