package org.w3id.urbis.endpoint.collection;

import java.util.List;
import org.apache.jena.graph.Node;
import org.w3id.urbis.endpoint.negotiation.Languages;

/**
 * A page of a collection.
 *
 * @param query  what was asked
 * @param total  things in the whole list
 * @param things those on this page
 * @param links  to this page and others
 */
record Page(CollectionQuery query, int total, List<Node> things, PageLinks links) {
    /** The languages wanted. */
    Languages languages() {
        return query.languages();
    }
}
