package org.w3id.urbis.loader.readform;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.w3id.urbis.loader.statement.Steps;

/** At which step of the rules the statements of a read form were made that follow from others: a byte for each of them. */
final class EarlierSteps {
    private final ReadForm form;
    private final GraphChoice graph;
    private final byte[] steps;

    /**
     * Takes what was written beside the read form.
     *
     * @param graph the graph of what rules made
     * @param steps the step of each of its statements, in the order of the read form
     */
    EarlierSteps(ReadForm form, GraphChoice graph, byte[] steps) {
        this.form = form;
        this.graph = graph;
        this.steps = steps;
    }

    /** Whether there is one for each statement. */
    boolean areAll() {
        return graph.size(form.triples()) == steps.length;
    }

    /** The number of the graph; negative if rules made nothing. */
    int graph() {
        return graph.term();
    }

    /** The step of a triple by its number, or {@link EarlierStatements#NEVER}. */
    int of(int triple) {
        int place = place(form.triples(), graph, triple);
        return place < 0 ? EarlierStatements.NEVER : steps[place] & 0xFF;
    }

    /** Where a triple stands among those of a graph; negative if it is none of them. */
    static int place(Triples triples, GraphChoice graph, int triple) {
        if (graph == GraphChoice.NONE) {
            return EarlierStatements.NEVER;
        }
        IntBuffer rows = triples.graphTriples;
        int from = triples.graphTriplesAt.get(graph.place());
        int end = triples.graphTriplesAt.get(graph.place() + 1);
        int place = Triples.lower(rows, 1, from, end, triple);
        return place < end && rows.get(place) == triple ? place - from : EarlierStatements.NEVER;
    }

    /** Is told of statements that rules made. */
    @FunctionalInterface
    interface Visitor {
        /** Takes one and its step. */
        void visit(TripleCursor at, int step);
    }

    /** Goes through all statements that rules made. */
    void forEach(Visitor visitor) {
        if (graph != GraphChoice.NONE) {
            TripleCursor cursor = new TripleCursor(form.triples());
            cursor.openGraph(graph.place(), Triples.ANY, Triples.ANY, Triples.ANY);
            for (int place = 0; cursor.next(); place++) {
                visitor.visit(cursor, steps[place] & 0xFF);
            }
        }
    }

    /** How many statements were made at each step. */
    int[] counts() {
        int[] counts = new int[Steps.MOST];
        for (byte step : steps) {
            counts[step & 0xFF]++;
        }
        return counts;
    }

    /**
     * The same of a later read form, in its order: those that stay keep their order and their steps.
     *
     * @param after  the later read form
     * @param name   the graph in it
     * @param gone   the numbers before of triples that rules do not make any more at the step at which they did
     * @param made   triples that they make at another step or for the first time
     */
    byte[] amended(ReadForm after, GraphChoice name, Set<Integer> gone, Map<Triple, Integer> made) {
        byte[] now = new byte[Math.max(0, name.size(after.triples()))];
        int[] fresh = new int[made.size()];
        int count = 0;
        for (Map.Entry<Triple, Integer> one : made.entrySet()) {
            fresh[count] = place(after.triples(), name, after.triple(one.getKey()));
            now[fresh[count++]] = one.getValue().byteValue();
        }
        Arrays.sort(fresh);
        int[] left = gone.stream()
                .mapToInt(triple -> place(form.triples(), graph, triple))
                .sorted()
                .toArray();
        copyBetween(left, now, fresh);
        return now;
    }

    /** Copies the steps but those at some places to where no others are. */
    private void copyBetween(int[] left, byte[] now, int[] taken) {
        int from = 0;
        int to = 0;
        int skipped = 0;
        int met = 0;
        while (to < now.length) {
            if (met < taken.length && taken[met] == to) {
                met++;
                to++;
            } else if (skipped < left.length && left[skipped] == from) {
                skipped++;
                from++;
            } else {
                int end = met < taken.length ? taken[met] : now.length;
                int old = skipped < left.length ? left[skipped] : steps.length;
                int some = Math.min(end - to, old - from);
                System.arraycopy(steps, from, now, to, some);
                from += some;
                to += some;
            }
        }
    }
}
