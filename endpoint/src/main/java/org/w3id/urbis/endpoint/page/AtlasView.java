package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * The map of cities and networks.
 *
 * @param cities    places that are no seat of a network
 * @param seats     places where networks are based
 * @param ties      from seats to members, as SVG paths
 * @param cut       says that places were left out; empty if none was
 * @param cuts      what is shown of the world: all of it, and where places are crowded a part of it closer up
 */
public record AtlasView(List<Dot> cities, List<Dot> seats, List<String> ties, String cut, List<Cut> cuts) {

    /**
     * A part of the map.
     *
     * @param viewBox left, upper edge, width and height in units of the map
     * @param closer  whether it is a close-up
     * @param labels  names that find room in it
     */
    public record Cut(String viewBox, boolean closer, List<Label> labels) {}

    /**
     * A name on the map.
     *
     * @param x    where it begins
     * @param y    where its line stands
     * @param text the name
     */
    public record Label(int x, int y, Text text) {}

    /**
     * A place.
     *
     * @param x     from the left edge
     * @param y     from the upper edge
     * @param place its name, leading to its page
     * @param told  what it has to do with networks, in the words of the page; empty for nothing
     */
    public record Dot(int x, int y, Link place, String told) {}

    /** Whether nothing is on it. */
    public boolean isEmpty() {
        return cities.isEmpty() && seats.isEmpty();
    }
}
