package org.w3id.urbis.loader.reach;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionBase;

/** {@code spatialF:convertLatLon(latitude, longitude)} and its like. What cannot be used has no value, as SPARQL has it. */
final class PositionFunction extends FunctionBase {

    private final String name;

    PositionFunction(String name) {
        this.name = name;
    }

    @Override
    public void checkBuild(String iri, ExprList arguments) {
        int count = arguments.size();
        boolean fits =
                switch (name) {
                    case "convertLatLon" -> count == 2;
                    case "distance", "greatCircleGeom" -> count == 3;
                    case "greatCircle" -> count == 5;
                    default -> count == 4;
                };
        if (!fits) {
            throw new QueryBuildException("The function <" + iri + "> takes other arguments");
        }
    }

    @Override
    public NodeValue exec(List<NodeValue> values) {
        try {
            return value(values.stream().map(NodeValue::asNode).toList());
        } catch (UnusableArgumentException unusable) {
            throw new ExprEvalException(unusable.getMessage());
        }
    }

    private NodeValue value(List<Node> terms) {
        String called = "spatialF:" + name;
        Arguments given = new Arguments(called, "", terms, 2, 5);
        return switch (name) {
            case "convertLatLon" -> NodeValue.makeNode(Wkt.point(given.latitude(0), given.longitude(1)));
            case "convertLatLonBox" ->
                NodeValue.makeNode(
                        Wkt.box(given.latitude(0), given.longitude(1), given.latitude(2), given.longitude(3)));
            case "greatCircle" ->
                NodeValue.makeDouble(
                        Earth.distance(given.latitude(0), given.longitude(1), given.latitude(2), given.longitude(3))
                                / GeometryFunction.unit(given.term(4)));
            case "distance", "greatCircleGeom" ->
                NodeValue.makeDouble(GeometryFunction.metres(called, terms.get(0), terms.get(1))
                        / GeometryFunction.unit(terms.get(2)));
            default ->
                NodeValue.makeBoolean(GeometryFunction.metres(called, terms.get(0), terms.get(1)) <= given.metres(2));
        };
    }
}
