package org.w3id.urbis.endpoint.sparql;

import java.util.List;
import org.w3id.urbis.endpoint.negotiation.Representation;

/**
 * What is known of a query once it has been read.
 *
 * @param text       the query
 * @param makesGraph whether it is CONSTRUCT or DESCRIBE and so answers with a graph
 * @param repeatable whether asking again on the same revision gives the same bytes
 */
record ReadQuery(String text, boolean makesGraph, boolean repeatable) {

    /** What the answer can be had in, best first. */
    List<Representation> forms() {
        return makesGraph ? Representation.GRAPHS : Representation.RESULTS;
    }
}
