package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * What a search has found.
 *
 * @param words     what was looked for; empty if nothing yet
 * @param kept      the language that the address names; empty if it names none
 * @param total     how many things were found, for people
 * @param cut       says that only some are shown and counted; empty if all are
 * @param all       all kinds together
 * @param facets    the kinds of what was found, the commonest first
 * @param hits      the things on this page
 * @param questions questions of the catalogue that have the words
 * @param paging    the pages around this one
 */
public record SearchView(
        String words,
        String kept,
        String total,
        String cut,
        Facet all,
        List<Facet> facets,
        List<Hit> hits,
        List<Link> questions,
        Paging paging) {

    /**
     * A kind to narrow the results to.
     *
     * @param kind   its name, leading to the results of this kind
     * @param number how many there are
     * @param chosen whether only these are shown now
     */
    public record Facet(Link kind, String number, boolean chosen) {}

    /**
     * A thing that was found.
     *
     * @param name    its name, leading to its page
     * @param kind    what it is
     * @param other   the name that it was found by, if that is another; else empty
     * @param details where it is, how large
     * @param lead    the beginning of what is said of it; empty if nobody says
     */
    public record Hit(Link name, Text kind, Text other, List<Text> details, Text lead) {}

    /**
     * The pages around one.
     *
     * @param previous where the page before is; empty on the first
     * @param position which page of how many this is
     * @param next     where the page after is; empty on the last
     */
    public record Paging(String previous, String position, String next) {
        /** Whether there is only one page. */
        public boolean isSingle() {
            return previous.isEmpty() && next.isEmpty();
        }
    }
}
