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
 * @param patch      where the statements that came and went are; empty if none were written down
 * @param graphs     how many statements each of its graphs holds; empty in a list of revisions
 * @param forms      the same as data
 */
public record RevisionView(
        String number,
        boolean current,
        String created,
        String statements,
        String hash,
        String parent,
        String patch,
        List<GraphView> graphs,
        List<Link> forms) {
    /** Copies the lists. */
    public RevisionView {
        graphs = List.copyOf(graphs);
        forms = List.copyOf(forms);
    }

    /**
     * All that are kept.
     *
     * @param revisions the revisions, newest first
     * @param forms     the same as data
     */
    public record Listed(List<RevisionView> revisions, List<Link> forms) {}

    /**
     * A graph of a revision.
     *
     * @param name       its IRI
     * @param href       where that revision of it is found on this origin
     * @param statements how many statements it holds, with separators
     */
    public record GraphView(String name, String href, String statements) {}
}
