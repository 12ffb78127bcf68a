package org.w3id.urbis.loader.readform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterTopN;

/**
 * The first rows by a number, such as the ten most populous cities: statements with the greatest numbers (or the least) are
 * looked at first, and more of them only while too few of them lead to rows.
 */
final class LargestRows {

    private static final int FIRST_LOOKS = 64;
    private static final int MORE = 8;
    /** Rows; beyond them all are gone through, of which few are held. */
    private static final int MOST_HELD = 50_000;

    private final ReadForm form;
    private final OpTopN op;
    private final Var variable;
    private final int property;
    private final boolean descending;

    private LargestRows(ReadForm form, OpTopN op, Var variable, int property, boolean descending) {
        this.form = form;
        this.op = op;
        this.variable = variable;
        this.property = property;
        this.descending = descending;
    }

    /** Works out what is asked for, with the values of variables bounded. */
    @FunctionalInterface
    interface Working {
        QueryIterator rows(Op op, ValueRanges ranges);
    }

    /** Reads what is asked for; empty if it is not sorted by a value of a property whose values are all finite numbers. */
    static Optional<LargestRows> of(ReadForm form, OpTopN op) {
        SortCondition first = op.getConditions().getFirst();
        if (!first.getExpression().isVariable() || op.getLimit() <= 0) {
            return Optional.empty();
        }
        Var variable = first.getExpression().asVar();
        Set<Integer> properties = new HashSet<>();
        if (!collect(op.getSubOp(), variable, form, properties) || properties.isEmpty()) {
            return Optional.empty();
        }
        int property = properties.iterator().next();
        return isOfFiniteNumbers(form, property)
                ? Optional.of(
                        new LargestRows(form, op, variable, property, first.getDirection() == Query.ORDER_DESCENDING))
                : Optional.empty();
    }

    private static boolean isOfFiniteNumbers(ReadForm form, int property) {
        TripleCursor all = all(form, property);
        int count = all.left();
        return count > FIRST_LOOKS
                && value(form, all.valueAt(0)) != null
                && value(form, all.valueAt(count - 1)) != null;
    }

    /** The value of a term that is a finite number, else null. Those sort side by side. */
    private static BigDecimal value(ReadForm form, int term) {
        return NumericValues.of(form.terms().term(term)) instanceof BigDecimal number ? number : null;
    }

    private static TripleCursor all(ReadForm form, int property) {
        TripleCursor cursor = new TripleCursor(form.triples());
        if (property < 0) {
            cursor.openEmpty();
        } else {
            cursor.open(Triples.ANY, property, Triples.ANY);
        }
        return cursor;
    }

    /** Notes the properties of which the variable is a value in all rows; false if there are operators of other kinds. */
    private static boolean collect(Op op, Var variable, ReadForm form, Set<Integer> properties) {
        return switch (op) {
            case OpBGP patterns -> collect(patterns.getPattern().getList(), variable, form, properties);
            case OpQuadPattern quads ->
                Quad.isUnionGraph(quads.getGraphNode())
                        && collect(quads.getBasicPattern().getList(), variable, form, properties);
            case OpFilter filter -> collect(filter.getSubOp(), variable, form, properties);
            case OpExtend extend ->
                !extend.getVarExprList().contains(variable) && collect(extend.getSubOp(), variable, form, properties);
            case OpTable values -> true;
            case OpSequence sequence ->
                sequence.getElements().stream().allMatch(part -> collect(part, variable, form, properties));
            default -> false;
        };
    }

    private static boolean collect(List<Triple> triples, Var variable, ReadForm form, Set<Integer> properties) {
        for (Triple triple : triples) {
            if (triple.getObject().equals(variable) && triple.getPredicate().isURI()) {
                properties.add(form.terms().number(triple.getPredicate()));
            }
        }
        return true;
    }

    /** The rows that are asked for, in their order. */
    QueryIterator rows(Working working, ExecutionContext context) {
        TripleCursor all = all(form, property);
        int looks = (int) Math.min(all.left(), Math.max(FIRST_LOOKS, 4 * op.getLimit()));
        while (true) {
            if (looks >= all.left()) {
                return top(working.rows(op.getSubOp(), ValueRanges.NONE), context);
            }
            Bound bound = bound(all.valueAt(descending ? all.left() - looks : looks - 1));
            List<Binding> found = found(working.rows(op.getSubOp(), ValueRanges.of(form, variable, bound.range())));
            long sure = found.stream()
                    .filter(row -> bound.isSure(IdBinding.number(row, variable, form)))
                    .count();
            if (sure >= op.getLimit() && found.size() <= MOST_HELD) {
                return top(QueryIterPlainWrapper.create(found.iterator(), context), context);
            }
            looks = found.size() > MOST_HELD ? all.left() : (int) Math.min(all.left(), (long) looks * MORE);
        }
    }

    private static List<Binding> found(QueryIterator rows) {
        List<Binding> found = new ArrayList<>();
        while (rows.hasNext() && found.size() <= MOST_HELD) {
            found.add(rows.next());
        }
        rows.close();
        return found;
    }

    private QueryIterator top(QueryIterator rows, ExecutionContext context) {
        return new QueryIterTopN(rows, op.getConditions(), op.getLimit(), false, context);
    }

    /**
     * Which terms are looked at.
     *
     * @param range  of the numbers of all of them
     * @param sure   the number of the first (or, going up, after the last) that no term left out is as great (or small) as
     * @param upward whether the least are asked for
     */
    private record Bound(ValueRanges.Range range, int sure, boolean upward) {
        boolean isSure(int term) {
            return upward ? term < sure : term >= sure;
        }
    }

    /** Numbers of few digits are compared with few digits, so that there is room beyond the one at the bound. */
    private Bound bound(int term) {
        Terms terms = form.terms();
        BigDecimal value = value(form, term);
        BigDecimal room = ValueRanges.room(value);
        return descending
                ? new Bound(
                        new ValueRanges.Range(terms.firstNumeric(value.subtract(room), false), terms.numerics()),
                        terms.firstNumeric(value, false),
                        false)
                : new Bound(
                        new ValueRanges.Range(0, terms.firstNumeric(value.add(room), true)),
                        terms.firstNumeric(value, true),
                        true);
    }
}
