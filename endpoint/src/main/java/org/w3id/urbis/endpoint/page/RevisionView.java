package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * A revision as a page shows it.
 *
 * @param number     its number
 * @param current    whether it is the current one
 * @param created    when it was published, in UTC
 * @param statements how many statements it holds, with separators
 * @param hash       the hash of its content
 * @param parent     the number of the one before it; empty if there is none or it is not known
 * @param graphs     how many statements each of its graphs holds; empty in a list of revisions
 */
public record RevisionView(
        String number,
        boolean current,
        String created,
        String statements,
        String hash,
        String parent,
        List<GraphView> graphs) {
    /** Copies the list. */
    public RevisionView {
        graphs = List.copyOf(graphs);
    }

    /**
     * A graph of a revision.
     *
     * @param name       its IRI
     * @param href       where that revision of it is found on this origin
     * @param statements how many statements it holds, with separators
     */
    public record GraphView(String name, String href, String statements) {}
}
