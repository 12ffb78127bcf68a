package org.w3id.urbis.endpoint.sparql;

import java.util.List;
import java.util.Set;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.Var;
import org.w3id.urbis.endpoint.negotiation.Representation;

/**
 * A query that has been read.
 *
 * @param text       the query as it came
 * @param query      what the parser made of it; not to be changed
 * @param algebra    what it means, not yet rewritten for speed
 * @param repeatable whether asking again on the same revision gives the same bytes
 * @param federated  whether it asks other endpoints
 * @param portable   whether it calls only functions that every store has
 * @param words      the terms and codes in its patterns that lie in namespaces of ours
 */
record ReadQuery(
        String text,
        Query query,
        Op algebra,
        boolean repeatable,
        boolean federated,
        boolean portable,
        Set<String> words) {

    /** Whether it is CONSTRUCT or DESCRIBE and so answers with a graph. */
    boolean makesGraph() {
        return query.isConstructType() || query.isDescribeType();
    }

    /** The variables of SELECT, in the order of the columns. */
    List<Var> columns() {
        return query.getProjectVars();
    }

    /** What the answer can be had in, best first. */
    List<Representation> forms() {
        return makesGraph() ? Representation.GRAPHS : Representation.RESULTS;
    }
}
