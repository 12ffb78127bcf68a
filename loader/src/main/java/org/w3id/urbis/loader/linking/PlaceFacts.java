package org.w3id.urbis.loader.linking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.urbis.loader.identity.BaseIri;

/** Reads places from a graph. */
final class PlaceFacts {

    private final Graph graph;
    private final BaseIri base;

    PlaceFacts(Graph graph, BaseIri base) {
        this.graph = graph;
        this.base = base;
    }

    /** All things that are cities there. */
    List<Node> cities() {
        return graph.find(Node.ANY, RDF.Nodes.type, term("City"))
                .mapWith(Triple::getSubject)
                .toList();
    }

    Place place(Node iri) {
        Set<String> names = new HashSet<>();
        Set<Node> identifiers = new HashSet<>();
        Set<String> divisions = new HashSet<>();
        Node country = null;
        OptionalDouble latitude = OptionalDouble.empty();
        OptionalDouble longitude = OptionalDouble.empty();
        List<Node> counts = new ArrayList<>();
        for (Triple triple : graph.find(iri, Node.ANY, Node.ANY).toList()) {
            Node property = triple.getPredicate();
            Node value = triple.getObject();
            if (property.equals(SKOS.prefLabel.asNode()) || property.equals(SKOS.altLabel.asNode())) {
                names.add(value.getLiteralLexicalForm());
            } else if (property.equals(SKOS.exactMatch.asNode()) || property.equals(SKOS.closeMatch.asNode())) {
                identifiers.add(value);
            } else if (property.equals(term("admin1Code"))) {
                divisions.add(value.getLiteralLexicalForm());
            } else if (property.equals(term("country"))) {
                country = value;
            } else if (property.equals(term("latitude"))) {
                latitude = number(value);
            } else if (property.equals(term("longitude"))) {
                longitude = number(value);
            } else if (property.equals(term("population"))) {
                counts.add(value);
            }
        }
        return new Place(iri, names, country, latitude, longitude, inhabitants(counts), identifiers, divisions);
    }

    private long inhabitants(List<Node> counts) {
        return counts.stream()
                .flatMap(count -> graph.find(count, term("value"), Node.ANY).toList().stream())
                .mapToLong(triple -> (long) number(triple.getObject()).orElse(0))
                .max()
                .orElse(0);
    }

    private static OptionalDouble number(Node literal) {
        return literal.isLiteral() && literal.getLiteralValue() instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    boolean has(Node subject, Node property) {
        return graph.contains(subject, property, Node.ANY);
    }

    /** The things that govern a place. */
    List<Node> governors(Node place) {
        return graph.find(Node.ANY, term("governs"), place)
                .mapWith(Triple::getSubject)
                .toList();
    }

    Node term(String name) {
        return NodeFactory.createURI(base.terms() + name);
    }
}
