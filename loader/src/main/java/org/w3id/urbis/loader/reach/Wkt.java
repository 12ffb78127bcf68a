package org.w3id.urbis.loader.reach;

import java.util.Locale;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.io.WKTWriter;

/**
 * Geometries as WKT literals, in degrees of WGS 84: longitude first (CRS84, which is meant where nothing is said), or latitude
 * first (EPSG 4326). Here longitude is first.
 *
 * @see <a href="https://docs.ogc.org/is/22-047r1/22-047r1.html#_well_known_text">GeoSPARQL 1.1, 8.5</a>
 */
final class Wkt {

    static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    private static final String EPSG4326 = "http://www.opengis.net/def/crs/EPSG/0/4326";
    private static final String DATATYPE = "http://www.opengis.net/ont/geosparql#wktLiteral";
    /** What takes longer to compare than anybody waits for. */
    private static final int MOST_POINTS = 2_000;

    private static final int LONGEST = 100_000;

    private Wkt() {}

    /**
     * Reads a geometry.
     *
     * @param function for messages
     * @throws UnusableArgumentException if it is no literal of WKT, too large, or in another reference system
     */
    static Geometry geometry(String function, Node literal) {
        if (!literal.isLiteral() || !isText(literal.getLiteralDatatypeURI())) {
            throw new UnusableArgumentException(function + " takes a geometry, such as \"POINT(6.15 46.2)\"^^<"
                    + DATATYPE + ">, not " + Arguments.shown(literal) + ".");
        }
        String text = literal.getLiteralLexicalForm().strip();
        if (text.length() > LONGEST) {
            throw new UnusableArgumentException("A geometry has more than 100,000 characters.");
        }
        boolean turned = false;
        if (text.startsWith("<")) {
            int end = text.indexOf('>');
            String system = text.substring(1, Math.max(1, end));
            turned = system.equals(EPSG4326);
            if (!turned && !system.equals(CRS84)) {
                throw new UnusableArgumentException(
                        "Geometries are read in <" + CRS84 + "> and <" + EPSG4326 + ">, not in <" + system + ">.");
            }
            text = text.substring(end + 1).strip();
        }
        return checked(function, parsed(function, text, literal), turned);
    }

    private static boolean isText(String datatype) {
        return datatype.equals(DATATYPE) || datatype.endsWith("#string");
    }

    private static Geometry parsed(String function, String text, Node literal) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException | IllegalArgumentException unreadable) {
            throw new UnusableArgumentException(
                    function + " cannot read the geometry " + Arguments.shown(literal) + ".");
        }
    }

    private static Geometry checked(String function, Geometry geometry, boolean turned) {
        if (geometry.getNumPoints() > MOST_POINTS) {
            throw new UnusableArgumentException("A geometry has more than 2,000 points.");
        }
        for (Coordinate each : geometry.getCoordinates()) {
            if (turned) {
                each.setCoordinate(new Coordinate(each.y, each.x));
            }
            if (!(Math.abs(each.x) <= 180) || !(Math.abs(each.y) <= 90)) {
                throw new UnusableArgumentException(function
                        + " takes geometries in degrees: longitude first, -180 to 180, then latitude, -90 to 90.");
            }
        }
        geometry.geometryChanged();
        Tangle.check(geometry);
        return geometry;
    }

    /**
     * A geometry that has been made.
     *
     * @throws UnusableArgumentException if it has more points than one may have that is read
     */
    static Geometry small(Geometry geometry) {
        if (geometry.getNumPoints() > MOST_POINTS) {
            throw new UnusableArgumentException("The result has more than 2,000 points.");
        }
        return geometry;
    }

    /** The smallest box around a geometry; a geometry without points is refused. */
    static Envelope envelope(String function, Node literal) {
        Geometry geometry = geometry(function, literal);
        if (geometry.isEmpty()) {
            throw new UnusableArgumentException(function + " takes a geometry that has points.");
        }
        return geometry.getEnvelopeInternal();
    }

    /** A geometry as a literal, longitude first. */
    static Node literal(Geometry geometry) {
        return literal(new WKTWriter().write(geometry));
    }

    /** A point as a literal. */
    static Node point(double latitude, double longitude) {
        return literal(String.format(Locale.ROOT, "POINT(%s %s)", plain(longitude), plain(latitude)));
    }

    /** A box as a literal. */
    static Node box(double south, double west, double north, double east) {
        return literal(String.format(
                Locale.ROOT,
                "POLYGON((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))",
                plain(west),
                plain(south),
                plain(east),
                plain(north)));
    }

    private static String plain(double number) {
        String text = Double.toString(number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static Node literal(String text) {
        return NodeFactory.createLiteralDT(text, TypeMapper.getInstance().getSafeTypeByName(DATATYPE));
    }
}
