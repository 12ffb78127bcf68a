package org.w3id.urbis.loader.reach;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * What lies within some distance of a geometry. It is worked out on a plane that has true distances from the middle of the
 * geometry (azimuthal equidistant), and so without an error around a point.
 */
final class Surroundings {
    /** Around each point is a bow of many sides, and all may cross each other. */
    private static final int MOST_POINTS = 64;
    /** Degrees of a great circle from the middle, beyond which a plane is no likeness of the Earth. */
    private static final double FURTHEST = 10;

    private static final int SIDES_OF_A_QUARTER = 16;
    private static final double POLE = 90;
    private static final double HALF = 180;

    private final double latitude;
    private final double longitude;
    private final double sine;
    private final double cosine;

    private Surroundings(Coordinate middle) {
        latitude = middle.y;
        longitude = middle.x;
        sine = Math.sin(Math.toRadians(latitude));
        cosine = Math.cos(Math.toRadians(latitude));
    }

    /**
     * Works them out.
     *
     * @param metres how far; negative to take away from the inside
     * @throws UnusableArgumentException if they go too far, round a pole or across the meridian of 180 degrees, or if the geometry has
     *     too many points
     */
    static Geometry of(Geometry geometry, double metres) {
        if (geometry.isEmpty() || geometry.getNumPoints() > MOST_POINTS) {
            throw new UnusableArgumentException("geof:buffer takes geometries with 1 to 64 points.");
        }
        Envelope box = geometry.getEnvelopeInternal();
        Coordinate middle = box.centre();
        double reach = Math.abs(metres) / Earth.DEGREE;
        double corner = Earth.distance(middle.y, middle.x, box.getMinY(), box.getMinX()) / Earth.DEGREE;
        double otherCorner = Earth.distance(middle.y, middle.x, box.getMaxY(), box.getMinX()) / Earth.DEGREE;
        double furthest = reach + Math.max(corner, otherCorner);
        if (!(furthest <= FURTHEST) || Math.abs(middle.y) + furthest >= POLE) {
            throw new UnusableArgumentException(
                    "geof:buffer goes 10 degrees from the middle of a geometry at most, and round no pole.");
        }
        Surroundings plane = new Surroundings(middle);
        Geometry flat = geometry.copy();
        change(flat, plane::flatten);
        Geometry around = flat.buffer(reach, SIDES_OF_A_QUARTER);
        change(around, plane::bend);
        if (Math.abs(around.getEnvelopeInternal().getMinX()) > HALF
                || Math.abs(around.getEnvelopeInternal().getMaxX()) > HALF) {
            throw new UnusableArgumentException("geof:buffer does not go across the meridian of 180 degrees.");
        }
        return Wkt.small(around);
    }

    private static void change(Geometry geometry, CoordinateFilter filter) {
        geometry.apply(filter);
        geometry.geometryChanged();
    }

    private void flatten(Coordinate point) {
        double north = Math.toRadians(point.y);
        double east = Math.toRadians(point.x - longitude);
        double x = Math.cos(north) * Math.sin(east);
        double y = cosine * Math.sin(north) - sine * Math.cos(north) * Math.cos(east);
        double arc = Math.atan2(Math.hypot(x, y), sine * Math.sin(north) + cosine * Math.cos(north) * Math.cos(east));
        double scale = arc == 0 ? 1 : arc / Math.sin(arc);
        point.setCoordinate(new Coordinate(Math.toDegrees(x * scale), Math.toDegrees(y * scale)));
    }

    private void bend(Coordinate point) {
        double arc = Math.toRadians(Math.hypot(point.x, point.y));
        double along = Math.atan2(point.x, point.y);
        double north = Math.asin(sine * Math.cos(arc) + cosine * Math.sin(arc) * Math.cos(along));
        double east = Math.atan2(
                Math.sin(along) * Math.sin(arc), cosine * Math.cos(arc) - sine * Math.sin(arc) * Math.cos(along));
        point.setCoordinate(new Coordinate(longitude + Math.toDegrees(east), Math.toDegrees(north)));
    }
}
