package org.w3id.urbis.loader.readform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_GreaterThan;
import org.apache.jena.sparql.expr.E_GreaterThanOrEqual;
import org.apache.jena.sparql.expr.E_LessThan;
import org.apache.jena.sparql.expr.E_LessThanOrEqual;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * What conditions such as {@code ?latitude > 40 && ?latitude < 50} leave of the numbers of terms. They leave rather too much
 * than too little, since the conditions themselves are applied afterwards.
 */
final class ValueRanges {

    /** No condition on anything. */
    static final ValueRanges NONE = new ValueRanges(Map.of(), List.of());

    /** Numbers of few digits are compared with few digits; so much room, in parts of the bound, is left to them. */
    private static final BigDecimal ROOM = new BigDecimal("0.000001");

    private final Map<Var, Range> ranges;
    private final List<Relation> relations;

    private ValueRanges(Map<Var, Range> ranges, List<Relation> relations) {
        this.ranges = ranges;
        this.relations = relations;
    }

    /** A condition on a variable by another, whose value may be known from row to row. */
    private record Relation(Var variable, Var other, boolean above, boolean below) {}

    /**
     * Numbers of terms side by side.
     *
     * @param from the first
     * @param end  after the last
     */
    record Range(int from, int end) {
        /** What is in both. */
        Range and(Range other) {
            return new Range(Math.max(from, other.from), Math.min(end, other.end));
        }
    }

    /** The bounds that conditions set to a variable; null for none. */
    private static final class Bounds {
        private BigDecimal low;
        private BigDecimal high;

        void above(BigDecimal bound) {
            low = low == null ? bound : low.max(bound);
        }

        void below(BigDecimal bound) {
            high = high == null ? bound : high.min(bound);
        }
    }

    /** Reads conditions that all have to hold. */
    static ValueRanges of(ReadForm form, ExprList conditions) {
        Map<Var, Bounds> bounds = new HashMap<>();
        List<Relation> relations = new ArrayList<>();
        conditions.forEach(condition -> read(condition, bounds, relations));
        return bounds.isEmpty() && relations.isEmpty()
                ? NONE
                : new ValueRanges(ranges(form, bounds), List.copyOf(relations));
    }

    private static Map<Var, Range> ranges(ReadForm form, Map<Var, Bounds> bounds) {
        Map<Var, Range> ranges = new HashMap<>();
        bounds.forEach((variable, each) -> ranges.put(
                variable,
                new Range(
                        each.low == null ? 0 : form.terms().firstNumeric(each.low, false),
                        each.high == null
                                ? form.terms().numerics()
                                : form.terms().firstNumeric(each.high, true))));
        return ranges;
    }

    /** What these and other conditions leave. */
    ValueRanges and(ValueRanges other) {
        if (this == NONE || other == NONE) {
            return this == NONE ? other : this;
        }
        Map<Var, Range> both = new HashMap<>(ranges);
        other.ranges.forEach((variable, range) -> both.merge(variable, range, Range::and));
        List<Relation> all = new ArrayList<>(relations);
        all.addAll(other.relations);
        return new ValueRanges(both, List.copyOf(all));
    }

    /** Whether a row can tell more than the conditions do by themselves. */
    boolean dependOnRows() {
        return !relations.isEmpty();
    }

    /** What the conditions leave where a row is known: what it gives to variables bounds the others. */
    ValueRanges in(Binding row, ReadForm form) {
        Map<Var, Bounds> bounds = new HashMap<>();
        for (Relation relation : relations) {
            Node other = row.get(relation.other());
            Object number = other == null ? null : NumericValues.of(other);
            if (number instanceof BigDecimal bound) {
                note(bounds.computeIfAbsent(relation.variable(), any -> new Bounds()), bound, relation);
            }
        }
        if (bounds.isEmpty()) {
            return this;
        }
        Map<Var, Range> both = new HashMap<>(ranges);
        ranges(form, bounds).forEach((variable, range) -> both.merge(variable, range, Range::and));
        return new ValueRanges(both, relations);
    }

    private static void read(Expr condition, Map<Var, Bounds> bounds, List<Relation> relations) {
        if (condition instanceof E_LogicalAnd both) {
            read(both.getArg1(), bounds, relations);
            read(both.getArg2(), bounds, relations);
        } else if (condition instanceof ExprFunction2 comparison) {
            Nearness.of(comparison).ifPresent(near -> {
                Bounds latitudes = bounds.computeIfAbsent(near.latitude(), any -> new Bounds());
                latitudes.above(near.south());
                latitudes.below(near.north());
            });
            if (comparison.getArg1().isVariable()) {
                read(comparison, comparison.getArg1().asVar(), comparison.getArg2(), false, bounds, relations);
            }
            if (comparison.getArg2().isVariable()) {
                read(comparison, comparison.getArg2().asVar(), comparison.getArg1(), true, bounds, relations);
            }
        }
    }

    private static void read(
            ExprFunction2 comparison,
            Var variable,
            Expr other,
            boolean turned,
            Map<Var, Bounds> bounds,
            List<Relation> relations) {
        boolean greater = comparison instanceof E_GreaterThan || comparison instanceof E_GreaterThanOrEqual;
        boolean less = comparison instanceof E_LessThan || comparison instanceof E_LessThanOrEqual;
        boolean equal = comparison instanceof E_Equals;
        boolean above = equal || (turned ? less : greater);
        boolean below = equal || (turned ? greater : less);
        if (!above && !below) {
            return;
        }
        Relation relation = new Relation(variable, other.isVariable() ? other.asVar() : null, above, below);
        if (relation.other() != null) {
            relations.add(relation);
        } else if (other instanceof NodeValue value
                && value.isNumber()
                && NumericValues.of(value.asNode()) instanceof BigDecimal bound) {
            note(bounds.computeIfAbsent(variable, any -> new Bounds()), bound, relation);
        }
    }

    private static void note(Bounds bounds, BigDecimal bound, Relation relation) {
        BigDecimal room = room(bound);
        if (relation.above()) {
            bounds.above(bound.subtract(room));
        }
        if (relation.below()) {
            bounds.below(bound.add(room));
        }
    }

    /** How far from a number those may be that are held to be equal to it because they have few digits. */
    static BigDecimal room(BigDecimal number) {
        return number.abs().multiply(ROOM).add(new BigDecimal(Float.MIN_NORMAL));
    }

    /** One range. */
    static ValueRanges of(Var variable, Range range) {
        return new ValueRanges(Map.of(variable, range), List.of());
    }

    /** The range of a variable, or null if nothing is asked of it. */
    Range of(Var variable) {
        return ranges.get(variable);
    }

    /** Which part of the statements of a property has its value in the range of a variable, from 0 to 1. */
    double share(ReadForm form, int property, Var variable) {
        Range range = ranges.get(variable);
        if (range == null || property < 0) {
            return 1;
        }
        TripleCursor cursor = new TripleCursor(form.triples());
        cursor.open(Triples.ANY, property, Triples.ANY);
        double all = Math.max(1, cursor.left());
        cursor.narrowValues(range.from(), range.end());
        return cursor.left() / all;
    }
}
