package org.w3id.urbis.loader.readform;

import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter;
import org.apache.jena.sparql.engine.iterator.QueryIterNullIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.engine.iterator.QueryIterSingleton;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_OneOrMoreN;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrMoreN;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathLib;

/** What is reached from a term by one property taken any number of times, or from what it is reached. */
final class ReachedRows extends QueryIterRepeatApply {
    private static final int BETWEEN_LOOKS = 1 << 12;

    private final ReadFormGraph graph;
    private final TriplePath path;
    private final boolean zero;
    private final boolean inverse;
    private final int property;

    ReachedRows(ReadFormGraph graph, TriplePath path, QueryIterator input, ExecutionContext context) {
        super(input, context);
        this.graph = graph;
        this.path = path;
        this.zero = path.getPath() instanceof P_ZeroOrMore1 || path.getPath() instanceof P_ZeroOrMoreN;
        Path step = step(path.getPath());
        this.inverse = step instanceof P_Inverse;
        P_Link link = (P_Link) (step instanceof P_Inverse back ? back.getSubPath() : step);
        this.property = graph.form().terms().number(link.getNode());
    }

    /** Whether a path is of the kind that is worked out here. */
    static boolean suits(TriplePath path) {
        Path step = path.getPath() == null ? null : step(path.getPath());
        Path link = step instanceof P_Inverse back ? back.getSubPath() : step;
        return link instanceof P_Link && !path.getSubject().equals(path.getObject());
    }

    /** What is taken any number of times; null if the path is of another kind. */
    private static Path step(Path path) {
        return switch (path) {
            case P_ZeroOrMore1 many -> many.getSubPath();
            case P_ZeroOrMoreN many -> many.getSubPath();
            case P_OneOrMore1 many -> many.getSubPath();
            case P_OneOrMoreN many -> many.getSubPath();
            default -> null;
        };
    }

    @Override
    protected QueryIterator nextStage(Binding row) {
        int subject = number(path.getSubject(), row);
        int value = number(path.getObject(), row);
        // A term that is nowhere in the form reaches itself in no steps, and that has no number.
        if (subject == Terms.UNKNOWN || value == Terms.UNKNOWN || subject == Triples.ANY && value == Triples.ANY) {
            return PathLib.execTriplePath(row, path, getExecContext());
        }
        boolean forwards = subject != Triples.ANY;
        NumberSet reached = reached(forwards ? subject : value, forwards != inverse, forwards ? value : Triples.ANY);
        if (subject != Triples.ANY && value != Triples.ANY) {
            return reached.contains(value)
                    ? QueryIterSingleton.create(row, getExecContext())
                    : QueryIterNullIterator.create(getExecContext());
        }
        Var[] end = {Var.alloc(forwards ? path.getObject() : path.getSubject())};
        return new EndRows(row, end, reached);
    }

    private int number(Node part, Binding row) {
        return Var.isVar(part)
                ? IdBinding.number(row, Var.alloc(part), graph.form())
                : graph.form().terms().number(part);
    }

    /** Everything reached; not further than to one term if that is all that is asked about. */
    private NumberSet reached(int from, boolean alongProperty, int wanted) {
        NumberSet reached = new NumberSet();
        if (zero) {
            reached.add(from);
        }
        if (property == Terms.UNKNOWN) {
            return reached;
        }
        TripleCursor cursor = new TripleCursor(graph.form().triples());
        if (!zero) {
            expand(cursor, from, alongProperty, reached);
        }
        for (int next = 0; next < reached.size() && !(wanted >= 0 && reached.contains(wanted)); next++) {
            if ((next + 1) % BETWEEN_LOOKS == 0
                    && getExecContext().getCancelSignal().get()) {
                throw new QueryCancelledException();
            }
            expand(cursor, reached.get(next), alongProperty, reached);
        }
        return reached;
    }

    private void expand(TripleCursor cursor, int term, boolean alongProperty, NumberSet reached) {
        Triples triples = graph.form().triples();
        graph.choice()
                .open(
                        cursor,
                        triples,
                        alongProperty ? term : Triples.ANY,
                        property,
                        alongProperty ? Triples.ANY : term);
        while (cursor.next()) {
            if (graph.choice().holds(triples, cursor.triple())) {
                reached.add(alongProperty ? cursor.value() : cursor.subject());
            }
        }
    }

    /** One row for each term reached. */
    private final class EndRows extends QueryIter {
        private final Binding row;
        private final Var[] end;
        private final NumberSet reached;
        private int at;

        EndRows(Binding row, Var[] end, NumberSet reached) {
            super(ReachedRows.this.getExecContext());
            this.row = row;
            this.end = end;
            this.reached = reached;
        }

        @Override
        protected boolean hasNextBinding() {
            return at < reached.size();
        }

        @Override
        protected Binding moveToNextBinding() {
            return new IdBinding(row, graph.form(), end, new int[] {reached.get(at++)});
        }

        @Override
        protected void closeIterator() {
            // Nothing is held.
        }

        @Override
        protected void requestCancel() {
            // The signal that is looked at is set already.
        }
    }
}
