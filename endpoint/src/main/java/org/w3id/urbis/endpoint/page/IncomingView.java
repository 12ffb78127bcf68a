package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * Those that refer to a thing by one property.
 *
 * @param anchor   the section's anchor on the page
 * @param heading  what they are to the thing, such as members; or the property's name
 * @param property the property
 * @param count    how many, as words
 * @param rows     those shown
 * @param cut      says that some are left out; empty if none is
 * @param allHref  a page of all of them; empty if all are shown
 */
public record IncomingView(
        String anchor, Text heading, Link property, String count, List<Row> rows, String cut, String allHref) {

    /**
     * One that refers to the thing.
     *
     * @param links   what it is about: itself, or for a mere relation what it relates the thing to
     * @param details what else it says, in short
     * @param marks   where that stands
     */
    public record Row(List<Link> links, List<Text> details, List<SourceView.Mark> marks) {}

    /** Whether every row is one name and no more, so that they can stand in columns. */
    public boolean isPlain() {
        return rows.stream()
                .allMatch(row -> row.details().isEmpty()
                        && row.links().size() == 1
                        && row.marks().isEmpty());
    }
}
