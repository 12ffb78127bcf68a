package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * What was counted when a revision was published.
 *
 * @param revision   the number of the revision, in words
 * @param overview   how much there is in all
 * @param classes    members of each class, with an example
 * @param properties statements with each property
 * @param links      links that lead to each dataset elsewhere, with the property that makes them
 * @param graphs     statements in each graph
 * @param quality    what was measured of the quality
 * @param forms      the same as data
 */
public record StatisticsView(
        String revision,
        List<Count> overview,
        List<Row> classes,
        List<Row> properties,
        List<Row> links,
        List<Row> graphs,
        List<Count> quality,
        List<Link> forms) {

    /**
     * A number and what it counts.
     *
     * @param what   in words
     * @param number the number
     */
    public record Count(Text what, String number) {}

    /**
     * How much there is of something.
     *
     * @param what   the class, property, dataset or graph
     * @param number how much there is
     * @param beside an example, or the property of a link; empty if there is none
     */
    public record Row(Link what, String number, List<Link> beside) {}
}
