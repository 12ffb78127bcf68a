package org.w3id.urbis.loader.reach;

import java.util.Map;

/** Distances on a sphere as large as the Earth, in metres, and the units they are told in. */
final class Earth {

    /** The mean radius, in metres, of the ellipsoid of WGS 84. */
    static final double RADIUS = 6_371_008.8;
    /** One degree of a great circle, in metres. */
    static final double DEGREE = Math.PI * RADIUS / 180;

    private static final String UNITS = Reach.UNITS;
    private static final double MILE = 1609.344;

    /** By IRI, in metres; angles as arcs of a great circle. */
    private static final Map<String, Double> METRES = Map.ofEntries(
            Map.entry(UNITS + "metre", 1.0),
            Map.entry(UNITS + "meter", 1.0),
            Map.entry("urn:ogc:def:uom:EPSG::9001", 1.0),
            Map.entry(UNITS + "kilometre", 1000.0),
            Map.entry(UNITS + "kilometer", 1000.0),
            Map.entry("urn:ogc:def:uom:EPSG::9036", 1000.0),
            Map.entry(UNITS + "mile", MILE),
            Map.entry(UNITS + "statuteMile", MILE),
            Map.entry("urn:ogc:def:uom:EPSG::9093", MILE),
            Map.entry(UNITS + "nauticalMile", 1852.0),
            Map.entry("urn:ogc:def:uom:EPSG::9030", 1852.0),
            Map.entry(UNITS + "degree", DEGREE),
            Map.entry("urn:ogc:def:uom:EPSG::9102", DEGREE),
            Map.entry(UNITS + "radian", RADIUS),
            Map.entry("urn:ogc:def:uom:EPSG::9101", RADIUS));

    static final String KILOMETRE = UNITS + "kilometre";

    private Earth() {}

    /**
     * How many metres a unit has.
     *
     * @throws UnusableArgumentException if it is not known
     */
    static double metres(String unit) {
        Double metres = METRES.get(unit);
        if (metres == null) {
            throw new UnusableArgumentException("The unit <" + unit + "> is not known here. Take one of <" + UNITS
                    + "metre>, kilometre, mile, nauticalMile, degree, radian.");
        }
        return metres;
    }

    /** The great circle between two points, in metres, by the haversine formula. */
    static double distance(double latitude, double longitude, double otherLatitude, double otherLongitude) {
        double northward = Math.sin(Math.toRadians(otherLatitude - latitude) / 2);
        double eastward = Math.sin(Math.toRadians(otherLongitude - longitude) / 2);
        double square = northward * northward
                + Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(otherLatitude)) * eastward * eastward;
        return 2 * RADIUS * Math.asin(Math.sqrt(Math.min(1, square)));
    }
}
