package org.w3id.urbis.loader.readform;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.sparql.core.Var;
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
    static final ValueRanges NONE = new ValueRanges(Map.of());

    /** Numbers of few digits are compared with few digits; so much room, in parts of the bound, is left to them. */
    private static final BigDecimal ROOM = new BigDecimal("0.000001");

    private final Map<Var, Range> ranges;

    private ValueRanges(Map<Var, Range> ranges) {
        this.ranges = ranges;
    }

    /**
     * Numbers of terms side by side.
     *
     * @param from the first
     * @param end  after the last
     */
    record Range(int from, int end) {}

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
        conditions.forEach(condition -> read(condition, bounds));
        if (bounds.isEmpty()) {
            return NONE;
        }
        Map<Var, Range> ranges = new HashMap<>();
        bounds.forEach((variable, each) -> ranges.put(
                variable,
                new Range(
                        each.low == null ? 0 : form.terms().firstNumeric(each.low, false),
                        each.high == null
                                ? form.terms().numerics()
                                : form.terms().firstNumeric(each.high, true))));
        return new ValueRanges(ranges);
    }

    private static void read(Expr condition, Map<Var, Bounds> bounds) {
        if (condition instanceof E_LogicalAnd both) {
            read(both.getArg1(), bounds);
            read(both.getArg2(), bounds);
        } else if (condition instanceof ExprFunction2 comparison) {
            if (comparison.getArg1().isVariable() && comparison.getArg2() instanceof NodeValue value) {
                note(comparison, comparison.getArg1().asVar(), value, false, bounds);
            } else if (comparison.getArg2().isVariable() && comparison.getArg1() instanceof NodeValue value) {
                note(comparison, comparison.getArg2().asVar(), value, true, bounds);
            }
        }
    }

    private static void note(
            ExprFunction2 comparison, Var variable, NodeValue value, boolean turned, Map<Var, Bounds> bounds) {
        Object number = value.isNumber() ? NumericValues.of(value.asNode()) : null;
        if (!(number instanceof BigDecimal bound)) {
            return;
        }
        BigDecimal room = bound.abs().multiply(ROOM).add(new BigDecimal(Float.MIN_NORMAL));
        boolean greater = comparison instanceof E_GreaterThan || comparison instanceof E_GreaterThanOrEqual;
        boolean less = comparison instanceof E_LessThan || comparison instanceof E_LessThanOrEqual;
        boolean equal = comparison instanceof E_Equals;
        if (equal || (turned ? less : greater)) {
            bounds.computeIfAbsent(variable, any -> new Bounds()).above(bound.subtract(room));
        }
        if (equal || (turned ? greater : less)) {
            bounds.computeIfAbsent(variable, any -> new Bounds()).below(bound.add(room));
        }
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
