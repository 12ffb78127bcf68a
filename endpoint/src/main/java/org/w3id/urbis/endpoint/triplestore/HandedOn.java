package org.w3id.urbis.endpoint.triplestore;

import java.util.List;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetDescription;
import org.w3id.urbis.endpoint.triplestore.StoreClient.Scope;
import org.w3id.urbis.loader.publication.StoreCopy;

/**
 * A query of a client as the store gets it: it finds the rows, and what is made of them is made here.
 *
 * @param text  the query
 * @param scope the graphs that it is asked of
 */
record HandedOn(String text, Scope scope) {
    /** How Jena writes the keyword by which a query looks into named graphs; it may stand elsewhere too. */
    private static final String GRAPH = "GRAPH";

    /**
     * Prepares a query.
     *
     * @param chosen the graphs that the request names, which come before those that the query names
     */
    static HandedOn of(Query query, Optional<DatasetDescription> chosen, StoreState state) {
        String text = rows(query).serialize();
        if (chosen.isPresent()) {
            return new HandedOn(
                    text,
                    new Scope(chosen.get().getDefaultGraphURIs(), chosen.get().getNamedGraphURIs()));
        }
        if (query.hasDatasetDescription()) {
            return new HandedOn(text, Scope.ALL);
        }
        return new HandedOn(
                text, new Scope(List.of(StoreCopy.EVERYTHING), text.contains(GRAPH) ? state.names() : List.of()));
    }

    /** The query for the rows that a query is answered from. */
    private static Query rows(Query query) {
        Query rows = query.cloneQuery();
        // Jena writes IRIs short by the base they were read with, and the base itself only if it was set.
        rows.setBaseURI(query.getBaseURI());
        if (query.isSelectType()) {
            return rows;
        }
        rows.setQuerySelectType();
        // DESCRIBE names the variables whose values are described; the others need all of them.
        rows.setQueryResultStar(!query.isDescribeType() || query.isQueryResultStar());
        if (query.isAskType()) {
            rows.setLimit(1);
        }
        return rows;
    }
}
