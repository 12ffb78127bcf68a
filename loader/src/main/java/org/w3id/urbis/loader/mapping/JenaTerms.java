package org.w3id.urbis.loader.mapping;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;

/** Turns RDF4J's terms into Jena's; one object for each IRI, since the same few come again and again. */
final class JenaTerms {

    private final Map<String, Node> iris = new HashMap<>();

    Quad quad(Node graph, Statement statement) {
        return Quad.create(
                graph, node(statement.getSubject()), node(statement.getPredicate()), node(statement.getObject()));
    }

    Node node(Value value) {
        return switch (value) {
            case IRI iri -> iris.computeIfAbsent(iri.stringValue(), NodeFactory::createURI);
            case BNode blank -> NodeFactory.createBlankNode(blank.getID());
            case Literal literal -> literal(literal);
            default -> throw new IllegalArgumentException("Not a term of RDF 1.1: " + value);
        };
    }

    private static Node literal(Literal literal) {
        return literal.getLanguage()
                .map(language -> NodeFactory.createLiteralLang(literal.getLabel(), language))
                .orElseGet(() -> NodeFactory.createLiteralDT(
                        literal.getLabel(),
                        TypeMapper.getInstance()
                                .getSafeTypeByName(literal.getDatatype().stringValue())));
    }
}
