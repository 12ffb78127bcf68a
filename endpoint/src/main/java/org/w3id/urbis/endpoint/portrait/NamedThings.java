package org.w3id.urbis.endpoint.portrait;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;

/** Finds the thing that the parameter {@code thing} of an address means. */
public final class NamedThings {
    private NamedThings() {}

    /**
     * Finds it, in a transaction of the caller's.
     *
     * @param text an IRI, or kind and key such as {@code network/c40}
     * @throws ProblemException if it is neither, or the graph knows nothing of it
     */
    public static Node of(String text, DescriptionReader reader, Identifiers identifiers) {
        String iri = Identifiers.isAbsoluteIri(text) ? text : identifiers.baseIri() + "id/" + text;
        if (!Identifiers.isAbsoluteIri(iri) || !reader.knows(NodeFactory.createURI(iri))) {
            throw Problem.parameter("thing", "The graph knows nothing of \"" + text + "\".")
                    .exception();
        }
        return NodeFactory.createURI(iri);
    }
}
