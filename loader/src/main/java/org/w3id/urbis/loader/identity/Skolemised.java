package org.w3id.urbis.loader.identity;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * The names found for the blank nodes of one file.
 *
 * @param names   the IRI of each blank node that got one
 * @param unnamed the blank nodes that need an IRI from their author, in the order in which the file mentions them
 */
public record Skolemised(Map<Node, Node> names, List<Unnamed> unnamed) {

    /** Copies what it is given. */
    public Skolemised {
        names = Map.copyOf(names);
        unnamed = List.copyOf(unnamed);
    }

    /**
     * Replaces a blank node by its IRI.
     *
     * @param term any term
     * @return its IRI; the term itself if it is no blank node or got no name
     */
    public Node rename(Node term) {
        return term.isBlank() ? names.getOrDefault(term, term) : term;
    }

    /**
     * Replaces the blank nodes of a quad by their IRIs.
     *
     * @param quad any quad of the file
     * @return the quad with names
     */
    public Quad rename(Quad quad) {
        if (!quad.getSubject().isBlank() && !quad.getObject().isBlank()) {
            return quad;
        }
        return Quad.create(quad.getGraph(), rename(quad.getSubject()), quad.getPredicate(), rename(quad.getObject()));
    }
}
