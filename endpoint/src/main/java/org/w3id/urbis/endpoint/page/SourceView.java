package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * A source in the numbered list of a page.
 *
 * @param number   from 1
 * @param document the document it is part of; empty list if the catalogue names none
 * @param heading  heading of the section, or empty
 * @param lines    lines of the section, or empty
 * @param graph    the named graph that holds what it says
 */
public record SourceView(int number, List<Link> document, String heading, String lines, Link graph) {

    /**
     * A fact's reference to a source.
     *
     * @param number number of the source on the page
     * @param lines  the lines that say it, such as {@code lines 209–211, 215}; empty if no citation is so precise
     */
    public record Mark(int number, String lines) {}
}
