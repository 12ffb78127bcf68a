package org.w3id.urbis.loader.publication;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;

/** Turns Jena's terms into RDF4J's; one object for each IRI, since the same few come again and again. */
public final class RioTerms {

    private final ValueFactory factory = SimpleValueFactory.getInstance();
    private final Map<Node, IRI> iris = new HashMap<>();

    /**
     * Translates a statement.
     *
     * @param quad a statement in a named graph
     * @return the same, with the graph as its context
     */
    public Statement statement(Quad quad) {
        return factory.createStatement(
                resource(quad.getSubject()),
                iri(quad.getPredicate()),
                value(quad.getObject()),
                resource(quad.getGraph()));
    }

    private Value value(Node node) {
        if (!node.isLiteral()) {
            return resource(node);
        }
        String language = node.getLiteralLanguage();
        return language.isEmpty()
                ? factory.createLiteral(node.getLiteralLexicalForm(), iri(node.getLiteralDatatypeURI()))
                : factory.createLiteral(node.getLiteralLexicalForm(), language);
    }

    private Resource resource(Node node) {
        return node.isBlank() ? factory.createBNode(node.getBlankNodeLabel()) : iri(node);
    }

    private IRI iri(Node node) {
        return iris.computeIfAbsent(node, any -> factory.createIRI(any.getURI()));
    }

    private IRI iri(String text) {
        return factory.createIRI(text);
    }
}
