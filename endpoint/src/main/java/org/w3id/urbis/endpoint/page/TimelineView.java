package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * Commitments by their deadlines: a drawing, and the same as a list.
 *
 * @param width   of the drawing in its own units
 * @param height  of it
 * @param ticks   years along it
 * @param dated   commitments with a deadline, the earliest first
 * @param undated commitments without one
 */
public record TimelineView(int width, int height, List<Tick> ticks, List<Item> dated, List<Item> undated) {
    /** Copies the lists. */
    public TimelineView {
        ticks = List.copyOf(ticks);
        dated = List.copyOf(dated);
        undated = List.copyOf(undated);
    }

    /**
     * A year.
     *
     * @param x    where it begins
     * @param year the year
     */
    public record Tick(int x, String year) {}

    /**
     * A commitment.
     *
     * @param x       where its deadline lies
     * @param y       where it is drawn
     * @param turned  whether its name stands before its mark, for want of room behind
     * @param name    its name, leading to its page
     * @param drawn   the name as the drawing has room for it
     * @param due     its deadline in words; empty if it has none
     * @param by      who made it, unless that is the thing of the page
     * @param details its kind, its figures, its state
     * @param marks   where it stands
     */
    public record Item(
            int x,
            int y,
            boolean turned,
            Link name,
            String drawn,
            String due,
            List<Link> by,
            List<Text> details,
            List<SourceView.Mark> marks) {}

    /** Whether there is anything to draw. */
    public boolean isDrawn() {
        return dated.size() > 1;
    }
}
