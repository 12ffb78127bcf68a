package org.w3id.urbis.loader.readform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.sse.Tags;
import org.w3id.urbis.loader.interval.Narrowing;
import org.w3id.urbis.loader.interval.ValueSet;

/**
 * What conditions such as {@code ?latitude > 40 && ?latitude < 50} leave of the numbers of terms. They leave rather too much
 * than too little, since the conditions themselves are applied afterwards.
 *
 * <p>It is worked out when it is first asked for, and not before: many patterns have few statements to go through.
 */
final class ValueRanges {

    /** No condition on anything. */
    static final ValueRanges NONE = new ValueRanges(null, List.of(), Map.of(), Map.of(), Map.of());

    /** Numbers of few digits are compared with few digits; so much room, in parts of the bound, is left to them. */
    private static final BigDecimal ROOM = new BigDecimal("0.000001");

    private static final Set<String> COMPARISONS = Set.of(Tags.tagLT, Tags.tagLE, Tags.tagGT, Tags.tagGE, Tags.tagEQ);

    private final ReadForm form;
    private final List<Expr> conditions;
    private final Map<Var, Expr> definitions;
    private final Map<Var, Set<Node>> properties;
    private final Map<Var, Range> fixed;
    private Binding row;
    private Narrowing narrowing;
    private Map<Var, Range> ranges;

    private ValueRanges(
            ReadForm form,
            List<Expr> conditions,
            Map<Var, Expr> definitions,
            Map<Var, Set<Node>> properties,
            Map<Var, Range> fixed) {
        this.form = form;
        this.conditions = conditions;
        this.definitions = definitions;
        this.properties = properties;
        this.fixed = fixed;
    }

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

        boolean has(int number) {
            return number >= from && number < end;
        }
    }

    /** Reads conditions that all have to hold of what an operator gives. */
    static ValueRanges of(ReadForm form, ExprList conditions, Op op) {
        return new ValueRanges(form, conditions.getList(), Map.of(), ValuesOfProperties.properties(op), Map.of());
    }

    /** One range. */
    static ValueRanges of(ReadForm form, Var variable, Range range) {
        return new ValueRanges(form, List.of(), Map.of(), Map.of(), Map.of(variable, range));
    }

    /** What these and other conditions leave. */
    ValueRanges and(ValueRanges other) {
        if (this == NONE || other == NONE) {
            return this == NONE ? other : this;
        }
        List<Expr> all = new ArrayList<>(conditions);
        all.addAll(other.conditions);
        Map<Var, Set<Node>> of = new HashMap<>(properties);
        other.properties.forEach((variable, more) -> of.merge(variable, more, ValueRanges::both));
        Map<Var, Expr> defined = new HashMap<>(definitions);
        defined.putAll(other.definitions);
        Map<Var, Range> set = new HashMap<>(fixed);
        other.fixed.forEach((variable, range) -> set.merge(variable, range, Range::and));
        return new ValueRanges(form, List.copyOf(all), defined, of, set);
    }

    private static Set<Node> both(Set<Node> some, Set<Node> more) {
        Set<Node> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    /** The same, where some variables of the conditions only stand for expressions. */
    ValueRanges where(VarExprList defined) {
        if (conditions.isEmpty()) {
            return this;
        }
        Map<Var, Expr> all = new HashMap<>(definitions);
        defined.forEachVarExpr(all::put);
        return new ValueRanges(form, conditions, all, properties, fixed);
    }

    /** What the conditions leave where a row is known: what it gives to variables bounds the others. */
    ValueRanges in(Binding known) {
        if (conditions.isEmpty() || narrowing().variables().stream().noneMatch(known::contains)) {
            return this;
        }
        ValueRanges inRow = new ValueRanges(form, conditions, definitions, properties, fixed);
        inRow.narrowing = narrowing;
        inRow.row = known;
        return inRow;
    }

    private Narrowing narrowing() {
        if (narrowing == null) {
            narrowing = Narrowing.of(conditions, definitions);
        }
        return narrowing;
    }

    /** How far from a number those may be that are held to be equal to it because they have few digits. */
    static BigDecimal room(BigDecimal number) {
        return number.abs().multiply(ROOM).add(new BigDecimal(Float.MIN_NORMAL));
    }

    /** Whether they may ask anything of a variable. */
    boolean concern(Var variable) {
        return fixed.containsKey(variable) || narrowing().variables().contains(variable);
    }

    /** Whether they bound a variable by others, some of which are known by then. */
    boolean relate(Var variable, Set<Node> met) {
        return concern(variable) && narrowing().variables().stream().anyMatch(met::contains);
    }

    /**
     * Conditions to look at while patterns are gone through. The others have been worked out already and compare a variable with a
     * number, so that next to nothing that is gone through fails to meet them: they can wait until a row is complete.
     */
    ExprList undecided(ExprList all) {
        return new ExprList(all.getList().stream()
                .filter(condition -> !isDecided(condition))
                .toList());
    }

    private boolean isDecided(Expr condition) {
        return condition instanceof ExprFunction2 pair
                && COMPARISONS.contains(pair.getFunctionSymbol().getSymbol())
                && (isDecided(pair.getArg1(), pair.getArg2()) || isDecided(pair.getArg2(), pair.getArg1()));
    }

    private boolean isDecided(Expr variable, Expr number) {
        return variable.isVariable()
                && number instanceof NodeValue value
                && value.isNumber()
                && known(variable.asVar()) != null;
    }

    /** How many statements are gone through faster than bounds are worked out. */
    int worth() {
        return narrowing().isLong() ? 20 * PatternOrder.WORTH_A_RANGE : PatternOrder.WORTH_A_RANGE;
    }

    /** The range of a variable, or null if nothing is asked of it. */
    Range of(Var variable) {
        if (!concern(variable)) {
            return null;
        }
        if (ranges == null) {
            ranges = worked();
        }
        return ranges.get(variable);
    }

    /** The same if it has been worked out, else null. */
    Range known(Var variable) {
        return ranges == null ? null : ranges.get(variable);
    }

    private Map<Var, Range> worked() {
        if (conditions.isEmpty()) {
            return fixed;
        }
        Map<Var, ValueSet> known = new HashMap<>();
        for (Var variable : narrowing().variables()) {
            known.put(variable, known(variable, row == null ? null : row.get(variable)));
        }
        Optional<Map<Var, ValueSet>> left = narrowing().of(known);
        Map<Var, Range> all = new HashMap<>(fixed);
        known.forEach((variable, before) -> {
            Range range = left.isEmpty() ? new Range(0, 0) : range(left.get().get(variable), before);
            if (range != null) {
                all.merge(variable, range, Range::and);
            }
        });
        return all;
    }

    private ValueSet known(Var variable, Node value) {
        return value != null
                ? ValuesOfProperties.set(value)
                : ValuesOfProperties.of(form, properties.getOrDefault(variable, Set.of()));
    }

    /** The numbers of terms with a value in a set; null if no fewer than before. */
    private Range range(ValueSet set, ValueSet before) {
        boolean low = set.low() > Double.NEGATIVE_INFINITY;
        boolean high = set.high() < Double.POSITIVE_INFINITY && !set.nan();
        if (set.other() || !low && !high || set.low() <= before.low() && set.high() >= before.high()) {
            return null;
        }
        if (!set.hasNumbers() && !set.nan()) {
            return new Range(0, 0);
        }
        Terms terms = form.terms();
        return new Range(
                low && set.hasNumbers() ? terms.firstNumeric(new BigDecimal(set.low()), false) : 0,
                high ? terms.firstNumeric(new BigDecimal(set.high()), true) : terms.numerics());
    }

    /** Which part of the statements of a property has its value in the range of a variable, from 0 to 1. */
    double share(int property, Var variable) {
        Range range = property < 0 || this == NONE ? null : of(variable);
        if (range == null) {
            return 1;
        }
        TripleCursor cursor = new TripleCursor(form.triples());
        cursor.open(Triples.ANY, property, Triples.ANY);
        double all = Math.max(1, cursor.left());
        cursor.narrowValues(range.from(), range.end());
        return cursor.left() / all;
    }
}
