package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * A cut of the world map with what is to be seen on it.
 *
 * @param x        left edge of the cut in units of the map
 * @param y        upper edge
 * @param width    of the cut
 * @param height   of the cut
 * @param markers  places
 * @param outlines paths of countries that stand out
 */
public record MapView(int x, int y, int width, int height, List<Marker> markers, List<String> outlines) {

    /**
     * A place on the map.
     *
     * @param x      from the left edge of the world, in units of the map
     * @param y      from its upper edge
     * @param radius of its mark
     * @param place  what it is called and where it is described
     */
    public record Marker(int x, int y, int radius, Link place) {}

    /** The cut as the attribute {@code viewBox}. */
    public String viewBox() {
        return x + " " + y + " " + width + " " + height;
    }
}
