package org.w3id.urbis.loader.reach;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.NodeValue;
import org.w3id.urbis.loader.readform.Points;
import org.w3id.urbis.ontology.Urbis;

/** Where the things of a graph lie. Things have numbers here. */
interface Places {

    /** Goes through the places between two parallels. */
    void between(double south, double north, Points.Visitor visitor);

    /** The number of a thing, negative for one that lies nowhere. */
    int number(Node thing);

    /** The number of what a row gives to a variable; negative for nothing. */
    int number(Binding row, Var variable);

    /** A row with one more value. */
    Binding row(Binding row, Var variable, int number);

    /** The places of a graph: as a read form has them, else as its statements say. */
    static Places of(Graph graph) {
        Optional<Points> kept = Points.of(graph);
        return kept.isPresent() ? new Kept(kept.get()) : Stated.in(graph);
    }

    /** Those of a read form. */
    record Kept(Points points) implements Places {
        @Override
        public void between(double south, double north, Points.Visitor visitor) {
            points.between(south, north, visitor);
        }

        @Override
        public int number(Node thing) {
            return points.number(thing);
        }

        @Override
        public int number(Binding row, Var variable) {
            return points.number(row, variable);
        }

        @Override
        public Binding row(Binding row, Var variable, int number) {
            return points.row(row, variable, number);
        }
    }

    /**
     * Those of any other graph, found by going through all its statements on latitude.
     *
     * @param things  by number
     * @param numbers the numbers of things
     * @param points  latitude and longitude as a read form keeps them, and the thing's number
     */
    record Stated(List<Node> things, Map<Node, Integer> numbers, List<int[]> points) implements Places {
        private static final Node LATITUDE = NodeFactory.createURI(Urbis.LATITUDE);
        private static final Node LONGITUDE = NodeFactory.createURI(Urbis.LONGITUDE);
        private static final double PARTS = 1e7;

        static Stated in(Graph graph) {
            Stated stated = new Stated(new ArrayList<>(), new HashMap<>(), new ArrayList<>());
            graph.find(Node.ANY, LATITUDE, Node.ANY).forEachRemaining(north -> graph.find(
                            north.getSubject(), LONGITUDE, Node.ANY)
                    .forEachRemaining(east -> stated.add(north.getSubject(), north.getObject(), east.getObject())));
            return stated;
        }

        private void add(Node thing, Node latitude, Node longitude) {
            NodeValue north = NodeValue.makeNode(latitude);
            NodeValue east = NodeValue.makeNode(longitude);
            if (north.isNumber()
                    && east.isNumber()
                    && Math.abs(north.getDouble()) <= 90
                    && Math.abs(east.getDouble()) <= 180) {
                int number = numbers.computeIfAbsent(thing, any -> {
                    things.add(thing);
                    return things.size() - 1;
                });
                points.add(new int[] {Points.parts(north.getDouble()), Points.parts(east.getDouble()), number});
            }
        }

        @Override
        public void between(double south, double north, Points.Visitor visitor) {
            for (int[] point : points) {
                if (point[0] >= Points.parts(south) && point[0] <= Points.parts(north)) {
                    visitor.visit(point[2], point[0] / PARTS, point[1] / PARTS);
                }
            }
        }

        @Override
        public int number(Node thing) {
            return numbers.getOrDefault(thing, -1);
        }

        @Override
        public int number(Binding row, Var variable) {
            Node thing = row.get(variable);
            return thing == null ? -1 : number(thing);
        }

        @Override
        public Binding row(Binding row, Var variable, int number) {
            return BindingFactory.binding(row, variable, things.get(number));
        }
    }
}
