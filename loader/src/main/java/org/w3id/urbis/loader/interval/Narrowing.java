package org.w3id.urbis.loader.interval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;

/**
 * What conditions that all have to hold leave of their variables.
 *
 * <p>Of what is not understood nothing is concluded, and work ends after some effort with what has been found by then.
 */
public final class Narrowing {
    private static final int PASSES = 20;
    /** How many slices are looked at from each end of a variable, and what part of it the thinnest is. */
    private static final int TRIES = 40;

    private static final int THINNEST = 128;
    /** Into how many slices what is left of a variable is taken apart. */
    private static final int SLICES = 32;
    /** Parts of formulas that are worked out. */
    private static final int EFFORT = 25_000;

    private final Quantities quantities;
    private final Condition condition;
    /** Variables that stand in a formula more than once: it tells less of them than it could. */
    private final List<Integer> repeated = new ArrayList<>();

    private Narrowing(Quantities quantities, Condition condition) {
        this.quantities = quantities;
        this.condition = condition;
        int[] uses = new int[quantities.count()];
        for (int i = uses.length - 1; i >= 0; i--) {
            for (int argument : quantities.get(i).arguments()) {
                uses[argument] = Math.min(2, uses[argument] + Math.max(1, uses[i]));
            }
            if (quantities.get(i).variable() >= 0 && uses[i] == 2) {
                repeated.add(quantities.get(i).variable());
            }
        }
    }

    /**
     * Reads conditions.
     *
     * @param conditions  that all have to hold
     * @param definitions of variables that stand for an expression, and have no value if that has none
     */
    public static Narrowing of(List<Expr> conditions, Map<Var, Expr> definitions) {
        Quantities quantities = new Quantities(definitions);
        return new Narrowing(
                quantities,
                new Condition.All(conditions.stream()
                        .map(condition -> Condition.of(condition, quantities))
                        .toList()));
    }

    /** The variables that they speak of. */
    public List<Var> variables() {
        return Collections.unmodifiableList(quantities.variables());
    }

    /** Whether it takes long to work out what is left: as long as thousands of simple things. */
    public boolean isLong() {
        return !repeated.isEmpty();
    }

    /**
     * Works out what is left.
     *
     * @param known what is known of variables; those that are not there can be anything
     * @return for each variable a set that no row has its value outside of if it meets all conditions; empty if none can
     */
    public Optional<Map<Var, ValueSet>> of(Map<Var, ValueSet> known) {
        List<Var> variables = quantities.variables();
        Box box = new Box(variables.size(), EFFORT);
        for (int i = 0; i < variables.size(); i++) {
            box.set(i, known.getOrDefault(variables.get(i), ValueSet.ANYTHING).wide());
        }
        if (!settle(box, PASSES)) {
            return Optional.empty();
        }
        for (int variable : repeated) {
            if (isCertain(box.get(variable))
                    && !(cut(box, variable, true) && cut(box, variable, false) && slice(box, variable))) {
                return Optional.empty();
            }
        }
        Map<Var, ValueSet> left = new HashMap<>();
        for (int i = 0; i < variables.size(); i++) {
            left.put(variables.get(i), box.get(i));
        }
        return Optional.of(left);
    }

    /** Narrows until little changes; false if nothing is left. */
    private boolean settle(Box box, int passes) {
        for (int pass = 0; pass < passes; pass++) {
            Box before = box.copy();
            if (!condition.narrow(box)) {
                return false;
            }
            if (!box.isClearlyLess(before)) {
                return true;
            }
        }
        return true;
    }

    private static boolean isCertain(ValueSet set) {
        return set.hasNumbers() && !set.isUnbounded() && !set.nan() && !set.other();
    }

    /** Takes slices from one end of a variable of which alone nothing would be left; false if nothing is left at all. */
    private boolean cut(Box box, int variable, boolean fromBelow) {
        double reach = box.get(variable).width() / 2;
        for (int tries = 0; tries < TRIES && reach > box.get(variable).width() / THINNEST; tries++) {
            ValueSet set = box.get(variable);
            double edge = fromBelow ? set.low() + reach : set.high() - reach;
            ValueSet thin = fromBelow ? ValueSet.between(set.low(), edge) : ValueSet.between(edge, set.high());
            ValueSet rest = fromBelow ? ValueSet.between(edge, set.high()) : ValueSet.between(set.low(), edge);
            Box slice = box.copy();
            slice.set(variable, thin.wide().and(set));
            if (settle(slice, 2)) {
                reach /= 2;
            } else if (rest.hasNumbers()) {
                box.set(variable, rest.wide().and(set));
            } else {
                return false;
            }
        }
        return settle(box, PASSES);
    }

    /** Narrows slices of a variable one by one, as more is known of less, and takes all that is left; false if nothing is. */
    private boolean slice(Box box, int variable) {
        ValueSet whole = box.get(variable);
        Box left = null;
        for (int i = 0; i < SLICES; i++) {
            double from = whole.low() + whole.width() * i / SLICES;
            double to = whole.low() + whole.width() * (i + 1) / SLICES;
            Box slice = box.copy();
            slice.set(variable, ValueSet.between(from, to).wide().and(whole));
            if (settle(slice, 2)) {
                left = left == null ? slice : left.or(slice);
            }
        }
        if (left != null) {
            box.take(left);
        }
        return left != null;
    }
}
