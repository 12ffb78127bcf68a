package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * What changes.
 *
 * @param steps  what changed, step by step
 * @param forms  the same as data
 * @param paging the pages around this one; empty on the first page
 * @param follow the address that programs begin with; empty where it is not told
 */
public record FeedView(List<Step> steps, List<Link> forms, List<Link> paging, String follow) {

    /** Copies the lists. */
    public FeedView {
        steps = List.copyOf(steps);
        forms = List.copyOf(forms);
        paging = List.copyOf(paging);
    }

    /**
     * What changed when a revision became current.
     *
     * @param sequence which step it is
     * @param revision the revision; leads nowhere if it is not kept any more
     * @param moment   when that was, by ISO 8601
     * @param day      the same in words
     * @param counts   how many things are new, have changed, were withdrawn
     * @param changes  some of the things, or all
     * @param onwards  where more is told
     */
    public record Step(
            long sequence,
            Link revision,
            String moment,
            String day,
            List<Count> counts,
            List<Change> changes,
            List<Link> onwards) {}

    /**
     * How many things something became of.
     *
     * @param kind   what became of them, in words
     * @param number how many
     */
    public record Count(String kind, String number) {}

    /**
     * What became of a thing.
     *
     * @param kind  {@code created}, {@code updated} or {@code deleted}
     * @param words the same in the reader's words
     * @param thing the thing
     */
    public record Change(String kind, String words, Link thing) {}
}
