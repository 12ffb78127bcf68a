package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * The query form and what came of it.
 *
 * @param text     the query in the form
 * @param columns  names of the columns; empty if there is no table
 * @param rows     rows of cells; a cell without words is unbound
 * @param triples  lines of a graph; empty if there is none
 * @param verdict  yes or no of an ASK, else empty
 * @param cut      what is said if the answer goes on, else empty
 * @param answered whether a query was asked and answered
 * @param forms    the whole answer as data
 */
public record QueryView(
        String text,
        List<String> columns,
        List<List<Link>> rows,
        List<String> triples,
        String verdict,
        String cut,
        boolean answered,
        List<Link> forms) {

    /** The form with a query that has not been asked yet. */
    public static QueryView unanswered(String text) {
        return new QueryView(text, List.of(), List.of(), List.of(), "", "", false, List.of());
    }
}
