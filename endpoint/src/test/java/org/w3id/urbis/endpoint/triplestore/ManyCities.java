package org.w3id.urbis.endpoint.triplestore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.w3id.urbis.endpoint.Town;

/** More cities than are asked for one by one: each lies east of the one before and has a thousand inhabitants more. */
final class ManyCities {

    private static final String TERMS = "https://w3id.org/urbis/ontology#";
    private static final Node GRAPH = Town.iri("https://w3id.org/urbis/graph/town/cities");

    private ManyCities() {}

    static Node city(int number) {
        return Town.iri("https://w3id.org/urbis/id/city/c" + number);
    }

    /** What is said of so many, with their names by their numbers. */
    static List<Quad> of(int count, IntFunction<String> name) {
        List<Quad> quads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Node population = Town.iri("https://w3id.org/urbis/id/population/c" + i);
            quads.add(Quad.create(GRAPH, city(i), RDF.type.asNode(), Town.iri(TERMS + "City")));
            quads.add(Quad.create(
                    GRAPH, city(i), RDFS.label.asNode(), NodeFactory.createLiteralLang(name.apply(i), "en")));
            quads.add(number(city(i), "longitude", "" + i / 10.0));
            quads.add(number(city(i), "latitude", "45.50"));
            quads.add(Quad.create(GRAPH, city(i), Town.iri(TERMS + "population"), population));
            quads.add(number(population, "value", "" + i * 1000));
        }
        return quads;
    }

    private static Quad number(Node subject, String property, String digits) {
        return Quad.create(
                GRAPH,
                subject,
                Town.iri(TERMS + property),
                NodeFactory.createLiteralDT(digits, XSDDatatype.XSDdecimal));
    }
}
