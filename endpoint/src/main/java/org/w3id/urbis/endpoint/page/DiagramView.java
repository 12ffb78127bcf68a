package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * A term among its neighbours, drawn.
 *
 * @param title  what is drawn, in words
 * @param width  of the picture, in units of its own
 * @param height of the picture
 * @param boxes  the terms
 * @param lines  what leads from one to another
 */
public record DiagramView(String title, int width, int height, List<Box> boxes, List<Line> lines) {

    /**
     * A term.
     *
     * @param x      left edge
     * @param y      upper edge
     * @param width  of the box
     * @param link   its whole name and its page
     * @param name   its name as far as the box has room
     * @param note   a second line, empty if there is none
     * @param centre whether the picture is about it
     */
    public record Box(int x, int y, int width, Link link, String name, String note, boolean centre) {

        /** The middle of the box, from the left. */
        public int middle() {
            return x + width / 2;
        }
    }

    /**
     * What leads from one box to another.
     *
     * @param path  the line, as an SVG path; an arrow stands at its end
     * @param x     middle of its words
     * @param y     base line of its words
     * @param link  the property and its page; none for what stands above or below
     * @param name  its name as far as there is room
     * @param broad whether it leads to what is broader
     */
    public record Line(String path, int x, int y, List<Link> link, String name, boolean broad) {}
}
