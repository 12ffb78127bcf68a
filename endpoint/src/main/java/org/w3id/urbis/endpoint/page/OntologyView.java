package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * The whole ontology in one drawing.
 *
 * @param title    what is drawn, in words
 * @param mirrored whether it is read from right to left
 * @param width    of the picture, in units of its own
 * @param height   of the picture
 * @param frames   subjects, each around its classes
 * @param boxes    classes
 * @param lines    from properties to the classes that they lead to, as SVG paths
 */
public record OntologyView(
        String title,
        boolean mirrored,
        int width,
        int height,
        List<Frame> frames,
        List<Box> boxes,
        List<String> lines) {

    /**
     * A subject.
     *
     * @param x      left edge
     * @param y      upper edge
     * @param width  from edge to edge
     * @param height from edge to edge
     * @param textX  where its name begins
     * @param name   the subject
     * @param anchor of the subject on the page of all terms
     */
    public record Frame(int x, int y, int width, int height, int textX, String name, String anchor) {}

    /**
     * A class.
     *
     * @param x          left edge
     * @param y          upper edge
     * @param width      from edge to edge
     * @param height     from edge to edge
     * @param textX      where its name begins
     * @param numberX    where the number ends
     * @param link       its whole name and its page
     * @param name       its name as far as there is room
     * @param number     how many members it has, for people
     * @param subject    what it is about
     * @param definition what it means; empty if nobody says
     * @param broader    the class of the same subject that it is a kind of; none if there is none
     * @param rows       its main properties
     */
    public record Box(
            int x,
            int y,
            int width,
            int height,
            int textX,
            int numberX,
            Link link,
            String name,
            String number,
            String subject,
            List<Text> definition,
            List<Link> broader,
            List<Row> rows) {}

    /**
     * A property of a class.
     *
     * @param y        its base line
     * @param property its name and page
     * @param target   the class that it leads to; none where it leads to texts, numbers and days
     * @param text     what there is room for
     */
    public record Row(int y, Link property, List<Link> target, String text) {}
}
