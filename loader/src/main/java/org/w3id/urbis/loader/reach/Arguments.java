package org.w3id.urbis.loader.reach;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;

/** Reads what a query gives to a function, and says what is wrong with it. */
final class Arguments {

    private static final double POLE = 90;
    private static final double HALF = 180;

    private final String function;
    private final List<Node> terms;

    /**
     * Takes them.
     *
     * @param function its name as in a query, for messages
     * @throws UnusableArgumentException if there are too few or too many, or one has no value
     */
    Arguments(String function, String form, List<Node> terms, int fewest, int most) {
        this.function = function;
        this.terms = terms;
        if (terms.size() < fewest || terms.size() > most) {
            throw new UnusableArgumentException(function + " takes (" + form + ").");
        }
        for (Node term : terms) {
            if (term.isVariable()) {
                throw new UnusableArgumentException(
                        function + " needs a value for ?" + term.getName() + ". Give it one by VALUES or BIND before.");
            }
        }
    }

    int count() {
        return terms.size();
    }

    Node term(int place) {
        return terms.get(place);
    }

    /** A finite number. */
    double number(int place) {
        return number(terms.get(place));
    }

    private double number(Node term) {
        NodeValue value = NodeValue.makeNode(term);
        double number = value.isNumber() ? value.getDouble() : Double.NaN;
        if (!Double.isFinite(number)) {
            throw new UnusableArgumentException(function + " takes a number, not " + shown(term) + ".");
        }
        return number;
    }

    /** Degrees north. */
    double latitude(int place) {
        return degrees(place, POLE);
    }

    /** Degrees east. */
    double longitude(int place) {
        return degrees(place, HALF);
    }

    private double degrees(int place, double most) {
        double degrees = number(place);
        if (Math.abs(degrees) > most) {
            throw new UnusableArgumentException(function + " takes " + (most == POLE ? "a latitude" : "a longitude")
                    + " of -" + (int) most + " to " + (int) most + " degrees, latitude first, not " + degrees + ".");
        }
        return degrees;
    }

    /** A distance in metres: a number, and a unit that may follow it. */
    double metres(int place) {
        String unit = Earth.KILOMETRE;
        if (place + 1 < terms.size()) {
            Node named = terms.get(place + 1);
            if (!named.isURI()) {
                throw new UnusableArgumentException(function + " takes the IRI of a unit, such as <" + Earth.KILOMETRE
                        + ">, not " + shown(named) + ".");
            }
            unit = named.getURI();
        }
        double distance = number(place) * Earth.metres(unit);
        if (distance < 0) {
            throw new UnusableArgumentException(function + " takes a distance of 0 or more.");
        }
        return distance;
    }

    /** How many are wanted: a whole number, all if it is left out or negative. */
    int limit(int place) {
        if (place >= terms.size()) {
            return Integer.MAX_VALUE;
        }
        NodeValue value = NodeValue.makeNode(terms.get(place));
        if (!value.isInteger()) {
            throw new UnusableArgumentException(
                    function + " takes a whole number as its limit, not " + shown(terms.get(place)) + ".");
        }
        return value.getInteger().signum() < 0 || value.getInteger().bitLength() >= Integer.SIZE
                ? Integer.MAX_VALUE
                : value.getInteger().intValue();
    }

    /** The beginning of a term, for messages. */
    static String shown(Node term) {
        String text = term.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
