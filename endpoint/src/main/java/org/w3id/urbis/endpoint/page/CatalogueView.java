package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * The list of catalogue queries.
 *
 * @param subjects queries by subject
 * @param tag      the tag that all of them have; without words if none was asked for
 * @param forms    the same list as data
 */
public record CatalogueView(List<Subject> subjects, Text tag, List<Link> forms) {

    /**
     * Queries about one subject.
     *
     * @param name    the subject
     * @param queries the queries
     */
    public record Subject(String name, List<Entry> queries) {}

    /**
     * One query.
     *
     * @param name     its name
     * @param question what it answers
     * @param summary  a line more
     * @param href     where it runs
     */
    public record Entry(String name, Text question, Text summary, String href) {}
}
