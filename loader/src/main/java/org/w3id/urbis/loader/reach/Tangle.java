package org.w3id.urbis.loader.reach;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * How often sides may cross each other. Each crossing takes time and memory when geometries are compared, nothing can stop it then, and
 * a few thousand points are enough for millions of them; coasts and borders have next to none.
 */
final class Tangle {
    private static final int MOST = 10_000;

    private Tangle() {}

    private record Side(Envelope box, boolean first) {}

    /**
     * Looks at one geometry.
     *
     * @throws UnusableArgumentException if too many of its own sides may cross each other
     */
    static void check(Geometry geometry) {
        check(sides(geometry, true), false);
    }

    /**
     * Looks at two of them.
     *
     * @throws UnusableArgumentException if too many sides of the one may cross one of the other
     */
    static void check(Geometry one, Geometry other) {
        if ((long) one.getNumPoints() * other.getNumPoints() > MOST) {
            List<Side> both = sides(one, true);
            both.addAll(sides(other, false));
            check(both, true);
        }
    }

    private static List<Side> sides(Geometry geometry, boolean first) {
        List<Side> sides = new ArrayList<>();
        for (Object line : LinearComponentExtracter.getLines(geometry)) {
            Coordinate[] points = ((LineString) line).getCoordinates();
            for (int i = 1; i < points.length; i++) {
                sides.add(new Side(new Envelope(points[i - 1], points[i]), first));
            }
        }
        return sides;
    }

    private static void check(List<Side> sides, boolean ofTwo) {
        sides.sort(Comparator.comparingDouble(side -> side.box().getMinX()));
        int crossings = 0;
        for (int i = 0; i < sides.size(); i++) {
            Side side = sides.get(i);
            for (int j = i + 1;
                    j < sides.size()
                            && sides.get(j).box().getMinX() <= side.box().getMaxX();
                    j++) {
                Side next = sides.get(j);
                if (!(ofTwo && side.first() == next.first())
                        && side.box().intersects(next.box())
                        && ++crossings > MOST) {
                    throw new UnusableArgumentException(
                            "The sides of a geometry cross each other, or those of another one, more than 10,000"
                                    + " times.");
                }
            }
        }
    }
}
