package org.w3id.urbis.loader.identity;

import java.util.Collection;
import org.apache.jena.sparql.core.Quad;

/**
 * Names the blank nodes that authors write (citations, addresses, counts) by IRIs that stay the same from load to load
 * and from one RDF engine to another.
 *
 * <p>The name is {@code <base>id/<kind>/<hash>}. The kind is the node's class in lower case with dashes, one of ours if
 * it has several; without a class it is the property that points to the node, without a leading "has" or "is"; for a
 * cell of a list it is {@code list}. The hash is the first 16 hexadecimal digits of the SHA-256 of the graph, the owner,
 * the property that points to the node and everything the node says, sorted; blank nodes below it count with what they
 * say. The graph is part of it because a citation belongs to the document its graph was taken from: the same lines of
 * another document are another citation.
 *
 * <p>Two blank nodes of the same graph, owner, property and content are one. Blank nodes in a circle, or with several
 * statements pointing to them, cannot be named this way and are reported.
 */
public final class Skolemiser {

    private final BaseIri base;

    /**
     * Makes a skolemiser.
     *
     * @param base where the names lie
     */
    public Skolemiser(BaseIri base) {
        this.base = base;
    }

    /**
     * Names all blank nodes of one file, or of one row of a table.
     *
     * @param quads all quads of the file; those of the default graph count as one graph without a name
     * @return the names, and the nodes without one
     */
    public Skolemised skolemise(Collection<Quad> quads) {
        BlankForest forest = BlankForest.of(quads);
        return forest.isEmpty() ? forest.nothing() : new Naming(base, forest).name();
    }
}
