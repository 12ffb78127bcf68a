package org.w3id.urbis.loader.identity;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdInline;

/**
 * One spelling for each value, so that equal content is equal bytes.
 *
 * <p>The store keeps numbers, dates and truth values as values: {@code "01"^^xsd:integer} comes back as {@code 1}. What
 * we count, hash and write to dumps is therefore given the store's spelling before it gets there. Values the store keeps
 * as text (years, strings, numbers beyond 56 bits, malformed literals) stay as written.
 */
public final class CanonicalTerm {

    private CanonicalTerm() {}

    /**
     * Gives the term as the store would give it back.
     *
     * @param term any RDF term
     * @return the same term, or the literal of the same datatype and value in the store's spelling
     */
    public static Node of(Node term) {
        if (!NodeIdInline.hasInlineDatatype(term)) {
            return term;
        }
        NodeId inlined = NodeIdInline.inline(term);
        return inlined == null ? term : NodeIdInline.extract(inlined);
    }

    /**
     * Applies {@link #of(Node)} to the object, the only place of a quad that can hold a literal.
     *
     * @param quad any quad
     * @return the same quad, or one with its object respelt
     */
    public static Quad of(Quad quad) {
        Node object = of(quad.getObject());
        return object.equals(quad.getObject())
                ? quad
                : Quad.create(quad.getGraph(), quad.getSubject(), quad.getPredicate(), object);
    }
}
