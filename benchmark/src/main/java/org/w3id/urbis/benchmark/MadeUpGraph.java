package org.w3id.urbis.benchmark;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/**
 * A graph of made-up networks, always the same for the same size.
 *
 * @param things how many networks; each has {@value #QUADS_PER_THING} statements
 */
public record MadeUpGraph(int things) {
    static final int QUADS_PER_THING = 5;
    private static final String BASE = "https://w3id.org/urbis/";
    private static final Node GRAPH = NodeFactory.createURI(BASE + "graph/made-up/networks");

    /** All statements. */
    public Stream<Quad> quads() {
        return IntStream.range(0, things).boxed().flatMap(this::quads);
    }

    private Stream<Quad> quads(int number) {
        Node thing = NodeFactory.createURI(thing(number));
        return Stream.of(
                quad(thing, RDF.type.asNode(), NodeFactory.createURI(BASE + "ontology#Network")),
                quad(thing, SKOS.prefLabel.asNode(), NodeFactory.createLiteralLang("Network " + number, "en")),
                quad(
                        thing,
                        DCTerms.description.asNode(),
                        NodeFactory.createLiteralLang("The made-up network number " + number, "en")),
                quad(thing, NodeFactory.createURI(BASE + "ontology#cooperatesWith"), NodeFactory.createURI(thing((int)
                        (number * 7919L % things)))),
                quad(
                        thing,
                        NodeFactory.createURI(BASE + "ontology#theme"),
                        NodeFactory.createURI(BASE + "id/theme/" + number % 50)));
    }

    private static Quad quad(Node subject, Node property, Node value) {
        return Quad.create(GRAPH, subject, property, value);
    }

    private static String thing(int number) {
        return BASE + "id/network/n" + number;
    }

    /** One small lookup for each of so many things. */
    public List<String> lookups(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(
                        number -> "SELECT ?property ?value WHERE { <" + thing(number % things) + "> ?property ?value }")
                .toList();
    }
}
