package org.w3id.urbis.loader.readform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.w3id.urbis.ontology.Urbis;

/** Finds where things lie, sorted by latitude. */
final class PointSorting {

    private static final double HIGHEST = 90;
    private static final double FARTHEST = 180;

    private PointSorting() {}

    /** One coordinate that a graph tells of a thing. */
    private record Told(int graph, int thing, int parts) {}

    /** Where a thing lies, in ten-millionths of a degree. */
    private record Point(int latitude, int longitude, int thing) {}

    /**
     * The rows of the section. A latitude goes with the longitudes that the same graph tells of the same thing.
     *
     * @param terms the term with a number
     * @return latitude, longitude and number of each thing, sorted by these
     */
    static int[] rows(
            ReadFormBuilder.Ints graph,
            ReadFormBuilder.Ints subject,
            ReadFormBuilder.Ints property,
            ReadFormBuilder.Ints value,
            IntFunction<Node> terms) {
        List<Told> latitudes = new ArrayList<>();
        Map<Long, List<Told>> longitudes = new HashMap<>();
        Map<Integer, String> properties = new HashMap<>();
        for (int row = 0; row < graph.count(); row++) {
            String name = properties.computeIfAbsent(
                    property.get(row), number -> terms.apply(number).getURI());
            boolean north = Urbis.LATITUDE.equals(name);
            if (north || Urbis.LONGITUDE.equals(name)) {
                double degrees = degrees(terms.apply(value.get(row)), north ? HIGHEST : FARTHEST);
                if (!Double.isNaN(degrees)) {
                    Told told = new Told(graph.get(row), subject.get(row), Points.parts(degrees));
                    if (north) {
                        latitudes.add(told);
                    } else {
                        longitudes
                                .computeIfAbsent(key(told), any -> new ArrayList<>(1))
                                .add(told);
                    }
                }
            }
        }
        return rows(latitudes, longitudes);
    }

    private static int[] rows(List<Told> latitudes, Map<Long, List<Told>> longitudes) {
        List<Point> points = new ArrayList<>(latitudes.size());
        for (Told north : latitudes) {
            for (Told east : longitudes.getOrDefault(key(north), List.of())) {
                points.add(new Point(north.parts(), east.parts(), north.thing()));
            }
        }
        points.sort(Comparator.comparingInt(Point::latitude)
                .thenComparingInt(Point::longitude)
                .thenComparingInt(Point::thing));
        return points.stream()
                .distinct()
                .flatMapToInt(point -> IntStream.of(point.latitude(), point.longitude(), point.thing()))
                .toArray();
    }

    private static long key(Told told) {
        return (long) told.graph() << Integer.SIZE | told.thing();
    }

    private static double degrees(Node literal, double most) {
        return NumericValues.of(literal) instanceof BigDecimal number && Math.abs(number.doubleValue()) <= most
                ? number.doubleValue()
                : Double.NaN;
    }
}
