package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * What the first page shows.
 *
 * @param doors     the kinds that most people come for, leading to their lists
 * @param counts    all kinds of things and how many there are
 * @param atlas     the map of cities and networks
 * @param changes   what changed lately
 * @param questions a few questions that lead to their answers
 * @param parts     where else the graph is to be had
 * @param quads     statements in all
 * @param origin    address of this origin, for examples
 */
public record HomeView(
        List<Count> doors,
        List<Count> counts,
        AtlasView atlas,
        List<FeedView.Step> changes,
        List<Link> questions,
        List<Link> parts,
        String quads,
        String origin) {

    /**
     * How many things of a kind there are.
     *
     * @param kind   the kind, leading to its things
     * @param number how many
     */
    public record Count(Link kind, String number) {}
}
