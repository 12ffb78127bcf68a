package org.w3id.urbis.endpoint.store;

import org.apache.jena.graph.Node;

/** A dataset that counts by itself, where reading what is to be counted would take long. */
public interface Counting {
    /**
     * How many things there are of which something is said.
     *
     * @param property by which property
     * @param value    and of which value
     * @param space    what the IRI of each begins with; empty if nothing in particular
     */
    long things(Node property, Node value, String space);
}
