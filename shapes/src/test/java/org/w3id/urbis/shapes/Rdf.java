package org.w3id.urbis.shapes;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/** Small graphs for tests, written as Turtle. */
final class Rdf {

    private static final String PREFIXES = """
        @prefix : <https://example.org/> .
        @prefix dct: <http://purl.org/dc/terms/> .
        @prefix owl: <http://www.w3.org/2002/07/owl#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix sh: <http://www.w3.org/ns/shacl#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix urbis: <https://w3id.org/urbis/ontology#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        """;

    private Rdf() {}

    static Graph graph(String turtle) {
        Graph graph = GraphFactory.createGraphMem();
        RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(graph);
        return graph;
    }

    static Node node(String local) {
        return NodeFactory.createURI("https://example.org/" + local);
    }
}
