package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * What is around a thing in the graph.
 *
 * @param thing  the thing in the middle, leading to its page
 * @param kind   what it is
 * @param slug   the word by which a drawing tells kinds apart
 * @param iri    its IRI
 * @param groups its neighbours by the way they are tied to it
 * @param spots  the same as places in a drawing
 * @param cut    says that some are left out; empty if none is
 * @param kinds  the kinds of the neighbours
 */
public record GraphView(
        Link thing,
        Text kind,
        String slug,
        String iri,
        List<Group> groups,
        List<Spot> spots,
        String cut,
        List<Kind> kinds) {

    /** The middle of the drawing, both ways. */
    public static final int WIDTH = 1200;

    /** Its height. */
    public static final int HEIGHT = 760;

    /**
     * Neighbours that are tied in one way.
     *
     * @param way   what ties them
     * @param links the neighbours
     */
    public record Group(Text way, List<Neighbour> links) {}

    /**
     * A neighbour.
     *
     * @param thing  its name, leading to its page
     * @param around where what is around it is drawn
     */
    public record Neighbour(Link thing, String around) {}

    /**
     * A place in the drawing.
     *
     * @param x     from the left
     * @param y     from the top
     * @param iri   of the thing
     * @param name  its name
     * @param slug  the word for its kind
     * @param way   what ties it to the thing in the middle
     * @param around where what is around it is drawn
     */
    public record Spot(int x, int y, String iri, Text name, String slug, Text way, String around) {}

    /**
     * A kind of things.
     *
     * @param name what it is called
     * @param slug the word by which the drawing tells it
     */
    public record Kind(Text name, String slug) {}
}
