package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * A section of a document beside the facts that were drawn from it.
 *
 * @param document the document
 * @param heading  of the section
 * @param lines    of the section; empty if it has none
 * @param number   how many statements were drawn from it
 * @param graph    the named graph that holds them
 * @param contents all sections
 * @param blocks   the things that this page of the section speaks of
 * @param paging   the pages around this one
 */
public record SectionsView(
        Link document,
        Text heading,
        String lines,
        String number,
        Link graph,
        List<Entry> contents,
        List<Block> blocks,
        SearchView.Paging paging) {

    /**
     * A section in the list of all.
     *
     * @param section its heading, leading to it
     * @param lines   its lines
     * @param current whether it is the one shown
     */
    public record Entry(Link section, String lines, boolean current) {}

    /**
     * A thing that the section speaks of.
     *
     * @param thing its name
     * @param kind  what it is; empty words if that is not told
     * @param rows  what is said of it, line by line
     */
    public record Block(Link thing, Text kind, List<Row> rows) {}

    /**
     * What some lines say of a thing.
     *
     * @param lines   the lines in words; empty if no citation is so precise
     * @param printed words as printed there
     * @param facts   the facts
     */
    public record Row(String lines, List<String> printed, List<FactView> facts) {}
}
