package org.w3id.urbis.endpoint.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A box on the Earth, in degrees of WGS 84.
 *
 * @param west  -180 to 180; larger than {@code east} if the box holds the 180th meridian
 * @param south -90 to 90
 * @param east  -180 to 180
 * @param north -90 to 90, not below {@code south}
 */
record Bbox(double west, double south, double east, double north) {

    /**
     * Reads four numbers, or six of which the third and sixth are heights, which everything is taken to lie between.
     *
     * @return empty if the text is no such box
     */
    static Optional<Bbox> parse(String text) {
        List<Double> numbers = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            if (!part.strip().matches("[+-]?[0-9]{1,4}(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,2})?")) {
                return Optional.empty();
            }
            numbers.add(Double.valueOf(part.strip()));
        }
        if (numbers.size() == 6 && numbers.get(2) <= numbers.get(5)) {
            numbers = List.of(numbers.get(0), numbers.get(1), numbers.get(3), numbers.get(4));
        }
        if (numbers.size() != 4) {
            return Optional.empty();
        }
        Bbox box = new Bbox(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
        return box.isOnEarth() ? Optional.of(box) : Optional.empty();
    }

    private boolean isOnEarth() {
        return Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && south <= north && north <= 90;
    }

    /** Whether a position lies in it or on its edge. */
    boolean holds(double longitude, double latitude) {
        boolean between =
                west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east;
        return between && latitude >= south && latitude <= north;
    }
}
