package org.w3id.urbis.loader.readform;

import java.util.Arrays;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter1;

/**
 * The rows of a basic graph pattern, for each row that comes in: one triple pattern within the other, each going through
 * the triples that match what is known so far.
 */
final class PatternRows extends QueryIter1 {
    private static final int BETWEEN_LOOKS = 1 << 12;

    private final ReadForm form;
    private final CompiledPattern pattern;
    private final int[] values;
    private final TripleCursor[] cursors;
    private final ValueRanges ranges;
    private final ValueRanges.Range[] wanted;
    /** For each triple pattern and part, the variable it gave a value to, or -1. */
    private final int[] given;

    /** What is left of values at each depth, given those that are known there. */
    private final ValueRanges[] left;

    private Binding row;
    private Var[] added = {};
    private int[] addedPlaces = {};
    private int depth = -1;
    private boolean found;
    private int graphAt;
    private int graphEnd;
    private int untilLook = BETWEEN_LOOKS;

    PatternRows(ReadForm form, CompiledPattern pattern, QueryIterator input, ExecutionContext context) {
        super(input, context);
        this.form = form;
        this.pattern = pattern;
        this.values = new int[pattern.variables().size()];
        this.cursors = new TripleCursor[pattern.size()];
        Arrays.setAll(cursors, any -> new TripleCursor(form.triples()));
        this.given = new int[3 * pattern.size()];
        this.ranges = pattern.ranges();
        this.wanted = new ValueRanges.Range[pattern.size()];
        this.left = new ValueRanges[pattern.size()];
    }

    @Override
    protected boolean hasNextBinding() {
        while (!found) {
            if (depth < 0 && !nextRow()) {
                return false;
            }
            found = advance();
        }
        return true;
    }

    @Override
    protected Binding moveToNextBinding() {
        found = false;
        if (added.length == 0) {
            return row;
        }
        int[] numbers = new int[added.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = values[addedPlaces[i]];
        }
        return new IdBinding(row, form, added, numbers);
    }

    /** Takes the next row that comes in and can match at all. */
    private boolean nextRow() {
        while (getInput().hasNext()) {
            row = getInput().next();
            boolean possible = true;
            int unknown = 0;
            for (int i = 0; i < values.length; i++) {
                values[i] = IdBinding.number(row, pattern.variables().get(i), form);
                possible &= values[i] != Terms.UNKNOWN;
                unknown += values[i] == Triples.ANY ? 1 : 0;
            }
            if (possible) {
                noteAdded(unknown);
                Arrays.fill(given, -1);
                graphAt = 0;
                graphEnd = 0;
                depth = 0;
                open();
                return true;
            }
        }
        return false;
    }

    private void noteAdded(int count) {
        boolean same = count == addedPlaces.length;
        for (int i = 0; same && i < count; i++) {
            same = values[addedPlaces[i]] == Triples.ANY;
        }
        if (same) {
            return;
        }
        added = new Var[count];
        addedPlaces = new int[count];
        int at = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] == Triples.ANY) {
                added[at] = pattern.variables().get(i);
                addedPlaces[at++] = i;
            }
        }
    }

    /** Goes on to where all triple patterns match; false if that is nowhere any more. */
    private boolean advance() {
        while (depth >= 0) {
            if (!step()) {
                depth--;
            } else if (depth == cursors.length - 1) {
                return true;
            } else {
                depth++;
                open();
            }
        }
        return false;
    }

    private int part(int part) {
        int variable = pattern.variable(depth, part);
        return variable < 0 ? pattern.constant(depth, part) : values[variable];
    }

    private void open() {
        int graph = pattern.graphVariable() < 0 ? Triples.ANY : values[pattern.graphVariable()];
        GraphChoice choice = graph < 0 ? pattern.graph() : GraphChoice.of(form.triples(), graph);
        if (choice == GraphChoice.NONE) {
            cursors[depth].openEmpty();
        } else {
            choice.open(cursors[depth], form.triples(), part(0), part(1), part(2));
        }
        if (ranges != ValueRanges.NONE) {
            narrow(pattern.valueVariable(depth));
        }
    }

    /** Bounds the value of the innermost triple pattern by what the row and the patterns around it have given. */
    private void narrow(Var variable) {
        TripleCursor cursor = cursors[depth];
        boolean concerned = variable != null && ranges.concern(variable);
        boolean worked = concerned && cursor.left() > ranges.worth();
        ValueRanges around = depth == 0 ? ranges : left[depth - 1];
        left[depth] = worked ? ranges.in(known()) : around;
        if (!concerned) {
            wanted[depth] = null;
        } else {
            wanted[depth] = worked ? left[depth].of(variable) : left[depth].known(variable);
        }
        if (wanted[depth] != null) {
            cursor.narrowValues(wanted[depth].from(), wanted[depth].end());
        }
    }

    /** The row with what has been given by now. */
    private Binding known() {
        int count = 0;
        Var[] variables = new Var[added.length];
        int[] numbers = new int[added.length];
        for (int i = 0; i < added.length; i++) {
            if (values[addedPlaces[i]] >= 0) {
                variables[count] = added[i];
                numbers[count++] = values[addedPlaces[i]];
            }
        }
        return count == 0 ? row : new IdBinding(row, form, Arrays.copyOf(variables, count), numbers);
    }

    /** Moves the innermost triple pattern on to its next match; false if there is none. */
    private boolean step() {
        TripleCursor cursor = cursors[depth];
        if (depth == 0 && graphAt < graphEnd) {
            values[pattern.graphVariable()] = form.triples().tripleGraphs.get(graphAt++);
            return true;
        }
        take();
        while (cursor.next()) {
            if (--untilLook == 0) {
                untilLook = BETWEEN_LOOKS;
                stopIfAsked();
            }
            if ((wanted[depth] == null || wanted[depth].has(cursor.value()))
                    && give(0, cursor.subject())
                    && give(1, cursor.property())
                    && give(2, cursor.value())
                    && isInGraph(cursor)) {
                return true;
            }
            take();
        }
        return false;
    }

    /** Gives a variable the value it has here, if it has none yet; false if it has another. */
    private boolean give(int part, int number) {
        int variable = pattern.variable(depth, part);
        if (variable < 0 || values[variable] == number) {
            return true;
        }
        if (values[variable] != Triples.ANY) {
            return false;
        }
        values[variable] = number;
        given[3 * depth + part] = variable;
        return true;
    }

    /** Takes back what the innermost triple pattern has given. */
    private void take() {
        for (int part = 0; part < 3; part++) {
            int variable = given[3 * depth + part];
            if (variable >= 0) {
                values[variable] = Triples.ANY;
                given[3 * depth + part] = -1;
            }
        }
        if (depth == 0 && graphEnd > 0) {
            values[pattern.graphVariable()] = Triples.ANY;
            graphEnd = 0;
            graphAt = 0;
        }
    }

    private boolean isInGraph(TripleCursor cursor) {
        Triples triples = form.triples();
        if (pattern.graphVariable() < 0) {
            return pattern.graph().holds(triples, cursor.triple());
        }
        int graph = values[pattern.graphVariable()];
        if (graph >= 0) {
            return triples.isIn(cursor.triple(), graph);
        }
        // Only the outermost triple pattern finds the graph open; each graph that its triple stands in is a match.
        graphAt = triples.tripleGraphsAt.get(cursor.triple());
        graphEnd = triples.tripleGraphsAt.get(cursor.triple() + 1);
        values[pattern.graphVariable()] = triples.tripleGraphs.get(graphAt++);
        return true;
    }

    private void stopIfAsked() {
        if (getExecContext().getCancelSignal() != null
                && getExecContext().getCancelSignal().get()) {
            throw new QueryCancelledException();
        }
    }

    @Override
    protected void closeSubIterator() {
        depth = -1;
    }

    @Override
    protected void requestSubCancel() {
        // The signal that is looked at is set already.
    }
}
