package org.w3id.urbis.loader.readform;

import java.nio.IntBuffer;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.w3id.urbis.ontology.Urbis;

/**
 * The places of one graph of a read form that have a latitude and a longitude, sorted by latitude. Coordinates are kept in
 * ten-millionths of a degree, which is about a centimetre.
 */
public final class Points {

    /** Parts of a degree. */
    static final double PARTS = 1e7;
    /** Latitude, longitude, number of the thing. */
    static final int WIDTH = 3;

    private static final Node LATITUDE = NodeFactory.createURI(Urbis.LATITUDE);

    private final ReadForm form;
    private final GraphChoice choice;
    private final int latitude;
    private final IntBuffer rows;

    private Points(ReadForm form, GraphChoice choice) {
        this.form = form;
        this.choice = choice;
        this.latitude = form.terms().number(LATITUDE);
        this.rows = form.points();
    }

    /** Is told of places. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Takes one.
         *
         * @param number    of the thing, for {@link #term} and {@link #row}
         * @param latitude  degrees north
         * @param longitude degrees east
         */
        void visit(int number, double latitude, double longitude);
    }

    /** The places of a graph; empty if it is no graph of a read form. */
    public static Optional<Points> of(Graph graph) {
        return graph instanceof ReadFormGraph known && known.choice() != GraphChoice.NONE
                ? Optional.of(new Points(known.form(), known.choice()))
                : Optional.empty();
    }

    /** The coordinate as it is kept, in ten-millionths of a degree. */
    public static int parts(double degrees) {
        return (int) Math.round(degrees * PARTS);
    }

    /**
     * Goes through the places between two parallels, from south to north. A thing of which two positions are told comes
     * twice.
     */
    public void between(double south, double north, Visitor visitor) {
        int end = rows.limit() / WIDTH;
        int most = parts(north);
        for (int row = Triples.lower(rows, WIDTH, 0, end, parts(south)); row < end; row++) {
            int parts = rows.get(row * WIDTH);
            if (parts > most) {
                return;
            }
            int number = rows.get(row * WIDTH + 2);
            if (isHere(number)) {
                visitor.visit(number, parts / PARTS, rows.get(row * WIDTH + 1) / PARTS);
            }
        }
    }

    /** Whether the graph that is asked tells where the thing lies. */
    private boolean isHere(int number) {
        if (choice.term() < 0) {
            return true;
        }
        TripleCursor cursor = new TripleCursor(form.triples());
        cursor.open(number, latitude, Triples.ANY);
        while (cursor.next()) {
            if (choice.holds(form.triples(), cursor.triple())) {
                return true;
            }
        }
        return false;
    }

    /** The number of a thing; negative if the read form does not know it. */
    public int number(Node thing) {
        return form.terms().number(thing);
    }

    /** The number of what a row gives to a variable; negative if that is nothing, or unknown to the read form. */
    public int number(Binding row, Var variable) {
        return IdBinding.number(row, variable, form);
    }

    /** A row with one more value, which becomes a term when somebody looks at it. */
    public Binding row(Binding row, Var variable, int number) {
        return new IdBinding(row, form, new Var[] {variable}, new int[] {number});
    }
}
