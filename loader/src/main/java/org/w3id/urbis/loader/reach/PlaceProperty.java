package org.w3id.urbis.loader.reach;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropFuncArgType;
import org.apache.jena.sparql.pfunction.PropertyFunctionBase;
import org.locationtech.jts.geom.Envelope;

/** {@code ?thing spatial:nearby (latitude longitude radius unit limit)} and its like. */
final class PlaceProperty extends PropertyFunctionBase {

    private final String name;

    PlaceProperty(String name) {
        super(PropFuncArgType.PF_ARG_SINGLE, PropFuncArgType.PF_ARG_EITHER);
        this.name = name;
    }

    /**
     * What is asked for.
     *
     * @param area  where
     * @param limit how many at most
     */
    record Wanted(Area area, int limit) {}

    @Override
    public QueryIterator exec(
            QueryIterator input, PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext context) {
        return new PlaceRows(input, subject.getArg(), object, this::wanted, context);
    }

    @Override
    public QueryIterator exec(
            Binding row, PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext context) {
        throw new IllegalStateException("Rows are taken all together");
    }

    private Wanted wanted(List<Node> terms) {
        String called = "spatial:" + name;
        return switch (name) {
            case "nearby", "withinCircle" -> {
                Arguments given = new Arguments(called, "latitude longitude radius unit limit", terms, 3, 5);
                yield new Wanted(
                        Area.Circle.of(given.latitude(0), given.longitude(1), given.metres(2)), given.limit(4));
            }
            case "nearbyGeom", "withinCircleGeom" -> {
                Arguments given = new Arguments(called, "geometry radius unit limit", terms, 2, 4);
                Envelope point = Wkt.envelope(called, given.term(0));
                if (point.getWidth() > 0 || point.getHeight() > 0) {
                    throw new UnusableArgumentException(called + " takes a point, such as \"POINT(6.15 46.2)\".");
                }
                yield new Wanted(Area.Circle.of(point.getMinY(), point.getMinX(), given.metres(1)), given.limit(3));
            }
            case "withinBox", "intersectBox" -> {
                Arguments given = new Arguments(called, "south west north east limit", terms, 4, 5);
                yield new Wanted(
                        new Area.Box(given.latitude(0), given.longitude(1), given.latitude(2), given.longitude(3)),
                        given.limit(4));
            }
            case "withinBoxGeom", "intersectBoxGeom" -> {
                Arguments given = new Arguments(called, "geometry limit", terms, 1, 2);
                Envelope box = Wkt.envelope(called, given.term(0));
                yield new Wanted(
                        new Area.Box(box.getMinY(), box.getMinX(), box.getMaxY(), box.getMaxX()), given.limit(1));
            }
            default -> {
                Arguments given = new Arguments(called, "latitude longitude limit", terms, 2, 3);
                yield new Wanted(towards(given.latitude(0), given.longitude(1)), given.limit(2));
            }
        };
    }

    /** All that lies on one side of a point; east and west each half way around the Earth. */
    private Area towards(double latitude, double longitude) {
        return switch (name) {
            case "north" -> new Area.Box(latitude, -180, 90, 180);
            case "south" -> new Area.Box(-90, -180, latitude, 180);
            case "east" -> new Area.Box(-90, longitude, 90, longitude > 0 ? longitude - 180 : longitude + 180);
            default -> new Area.Box(-90, longitude > 0 ? longitude - 180 : longitude + 180, 90, longitude);
        };
    }
}
