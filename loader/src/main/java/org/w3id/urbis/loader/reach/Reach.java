package org.w3id.urbis.loader.reach;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.w3id.urbis.loader.names.NameIndex;

/**
 * The property functions and functions of this package, by IRI.
 *
 * @see <a href="https://jena.apache.org/documentation/geosparql/">Jena GeoSPARQL</a>
 * @see <a href="https://jena.apache.org/documentation/query/text-query.html">Jena text</a>
 */
public final class Reach {

    /** Finds places: property functions. */
    public static final String SPATIAL = "http://jena.apache.org/spatial#";
    /** Works on positions: functions. */
    public static final String SPATIAL_FUNCTION = "http://jena.apache.org/function/spatial#";
    /** Works on geometries: functions of GeoSPARQL. */
    public static final String GEOF = "http://www.opengis.net/def/function/geosparql/";
    /** Units of length and angle. */
    public static final String UNITS = "http://www.opengis.net/def/uom/OGC/1.0/";
    /** Finds names: property functions. */
    public static final String TEXT = "http://jena.apache.org/text#";

    private static final String TEXT_QUERY = TEXT + "query";

    private static final Symbol NAMES = Symbol.create("https://w3id.org/urbis/#names");

    private static final List<String> PLACES = List.of(
            "nearby",
            "withinCircle",
            "nearbyGeom",
            "withinCircleGeom",
            "withinBox",
            "intersectBox",
            "withinBoxGeom",
            "intersectBoxGeom",
            "north",
            "south",
            "east",
            "west");

    private static final List<String> POSITIONS = List.of(
            "convertLatLon",
            "convertLatLonBox",
            "greatCircle",
            "greatCircleGeom",
            "distance",
            "nearby",
            "withinCircle");

    private static final List<String> GEOMETRIES = Stream.concat(
                    Stream.of(
                            "distance",
                            "envelope",
                            "convexHull",
                            "boundary",
                            "buffer",
                            "intersection",
                            "union",
                            "difference",
                            "symDifference",
                            "relate",
                            "getSRID"),
                    Relations.names().stream())
            .toList();

    private Reach() {}

    /** The property functions, which stand in the place of a predicate. */
    public static List<String> properties() {
        return Stream.concat(PLACES.stream().map(SPATIAL::concat), Stream.of(TEXT_QUERY))
                .toList();
    }

    /** The functions, which stand in expressions. */
    public static List<String> functions() {
        return Stream.concat(
                        POSITIONS.stream().map(SPATIAL_FUNCTION::concat),
                        GEOMETRIES.stream().map(GEOF::concat))
                .toList();
    }

    /** Makes them known to this process. What they are made of is loaded when a query first uses them. */
    public static void enlist() {
        into(PropertyFunctionRegistry.get());
        into(FunctionRegistry.get());
    }

    /** Makes the property functions known to some queries. */
    public static void into(PropertyFunctionRegistry registry) {
        PLACES.forEach(name -> registry.put(SPATIAL + name, iri -> new PlaceProperty(name)));
        registry.put(TEXT_QUERY, iri -> new TextProperty());
    }

    /** Makes the functions known to some queries. */
    public static void into(FunctionRegistry registry) {
        POSITIONS.forEach(name -> registry.put(SPATIAL_FUNCTION + name, iri -> new PositionFunction(name)));
        GEOMETRIES.forEach(name -> registry.put(GEOF + name, iri -> new GeometryFunction(name)));
    }

    /**
     * Gives a dataset's queries an index to look for names in.
     *
     * @param context of the dataset
     * @param names   of the same revision; open for as long as the dataset is asked
     */
    public static void names(Context context, NameIndex names) {
        context.set(NAMES, names);
    }

    /** Whether a dataset has been given one, as all have that this program publishes; other stores have functions of their own. */
    public static boolean isServed(Context context) {
        return context.isDefined(NAMES);
    }

    /** The index that a query may look for names in; null if there is none. */
    static NameIndex names(Context context) {
        return context.get(NAMES);
    }
}
