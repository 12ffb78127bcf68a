package org.w3id.urbis.loader.reach;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionBase;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.operation.distance.DistanceOp;

/**
 * {@code geof:distance} and its like, on geometries in degrees. Relations between geometries are those of the plane of
 * longitude and latitude.
 *
 * @see <a href="https://docs.ogc.org/is/22-047r1/22-047r1.html">GeoSPARQL 1.1</a>
 */
final class GeometryFunction extends FunctionBase {

    private final String name;
    /** The last two geometries read: one of them is mostly the same for all rows. */
    private volatile Read first = Read.NOTHING;

    private volatile Read second = Read.NOTHING;

    GeometryFunction(String name) {
        this.name = name;
    }

    private record Read(Node literal, Geometry geometry) {
        static final Read NOTHING = new Read(null, null);

        Read of(String called, Node term) {
            return term.equals(literal) ? this : new Read(term, Wkt.geometry(called, term));
        }
    }

    @Override
    public void checkBuild(String iri, ExprList arguments) {
        int needed =
                switch (name) {
                    case "distance", "buffer", "relate" -> 3;
                    case "envelope", "convexHull", "boundary", "getSRID" -> 1;
                    default -> 2;
                };
        if (arguments.size() != needed) {
            throw new QueryBuildException("The function <" + iri + "> takes other arguments");
        }
    }

    @Override
    public NodeValue exec(List<NodeValue> values) {
        try {
            return value(values.stream().map(NodeValue::asNode).toList());
        } catch (UnusableArgumentException unusable) {
            throw new ExprEvalException(unusable.getMessage());
        } catch (IllegalArgumentException | TopologyException undefined) {
            // Of collections of several kinds, and of polygons that cross themselves, not everything can be told.
            throw new ExprEvalException("geof:" + name + ": " + undefined.getMessage());
        }
    }

    private NodeValue value(List<Node> terms) {
        String called = "geof:" + name;
        Read one = first.of(called, terms.getFirst());
        first = one;
        Geometry geometry = one.geometry();
        switch (name) {
            case "envelope":
                return NodeValue.makeNode(Wkt.literal(geometry.getEnvelope()));
            case "convexHull":
                return NodeValue.makeNode(Wkt.literal(geometry.convexHull()));
            case "boundary":
                return NodeValue.makeNode(Wkt.literal(geometry.getBoundary()));
            case "getSRID":
                return NodeValue.makeNode(Wkt.CRS84, XSDDatatype.XSDanyURI);
            case "buffer":
                double reach = new Arguments(called, "", terms, 3, 3).number(1);
                return NodeValue.makeNode(Wkt.literal(Surroundings.of(geometry, reach * unit(terms.get(2)))));
            default:
                Read other = second.of(called, terms.get(1));
                second = other;
                return value(terms, geometry, other.geometry());
        }
    }

    private NodeValue value(List<Node> terms, Geometry one, Geometry other) {
        if (name.equals("distance")) {
            return NodeValue.makeDouble(metres(one, other) / unit(terms.get(2)));
        }
        Tangle.check(one, other);
        if (name.equals("relate")) {
            return NodeValue.makeBoolean(
                    one.relate(other, NodeValue.makeNode(terms.get(2)).asString()));
        }
        return Overlay.NAMES.containsKey(name)
                ? NodeValue.makeNode(Wkt.literal(Overlay.of(name, one, other)))
                : NodeValue.makeBoolean(Relations.holds(name, one, other));
    }

    /** How many metres a unit has, given as an IRI. */
    static double unit(Node unit) {
        if (!unit.isURI()) {
            throw new UnusableArgumentException("A unit is an IRI, such as <" + Earth.KILOMETRE + ">.");
        }
        return Earth.metres(unit.getURI());
    }

    /** The distance between two geometries as literals. */
    static double metres(String called, Node one, Node other) {
        return metres(Wkt.geometry(called, one), Wkt.geometry(called, other));
    }

    /** The great circle between those points of two geometries that are nearest to each other on the plane of degrees. */
    private static double metres(Geometry one, Geometry other) {
        if (one.isEmpty() || other.isEmpty()) {
            throw new UnusableArgumentException("There is no distance to a geometry without points.");
        }
        Coordinate[] nearest = DistanceOp.nearestPoints(one, other);
        return Earth.distance(nearest[0].y, nearest[0].x, nearest[1].y, nearest[1].x);
    }
}
