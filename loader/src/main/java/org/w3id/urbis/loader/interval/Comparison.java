package org.w3id.urbis.loader.interval;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.expr.Expr;
import org.w3id.urbis.loader.interval.Quantities.Quantity;

/** A comparison of two quantities; it can only hold of two numbers, or of two things that are none. */
final class Comparison implements Condition {
    /** Each doubles what is to be looked at. */
    private static final int MOST_CHOICES = 4;

    private final Quantities quantities;
    private final int left;
    private final int right;
    private final boolean above;
    private final boolean below;
    /** Of which arguments a part is taken to be one, where that is not all. */
    private final Map<Integer, int[]> chosen;
    /** The parts of both, in their order. */
    private final int[] parts;

    private Comparison(
            Quantities quantities, int left, int right, boolean above, boolean below, Map<Integer, int[]> chosen) {
        this.quantities = quantities;
        this.chosen = chosen;
        this.left = left;
        this.right = right;
        this.above = above;
        this.below = below;
        BitSet met = new BitSet();
        collect(left, met);
        collect(right, met);
        this.parts = met.stream().toArray();
    }

    /**
     * Compares. Where a part is one thing or another, as a condition has it, both are looked at.
     *
     * @param above whether the left one is the right one or above it
     * @param below whether the left one is the right one or below it
     */
    static Condition of(Quantities quantities, int left, int right, boolean above, boolean below) {
        return of(new Comparison(quantities, left, right, above, below, Map.of()));
    }

    private static Condition of(Comparison comparison) {
        Quantities quantities = comparison.quantities;
        int part = comparison.choice(comparison.left);
        part = part < 0 ? comparison.choice(comparison.right) : part;
        if (part < 0 || comparison.chosen.size() == MOST_CHOICES) {
            return comparison;
        }
        Expr choosing = quantities.choosing(part);
        return new Any(List.of(
                new All(List.of(Condition.of(choosing, true, quantities), comparison.with(part, 0))),
                new All(List.of(Condition.of(choosing, false, quantities), comparison.with(part, 1)))));
    }

    /** A part that is one thing or another, and without which a part has no value; -1 if there is none. */
    private int choice(int part) {
        boolean open = quantities.get(part).operation() == Choice.ONE && !chosen.containsKey(part);
        if (open) {
            return quantities.choosing(part) == null ? -1 : part;
        }
        for (int argument : arguments(part)) {
            int choice = choice(argument);
            if (choice >= 0) {
                return choice;
            }
        }
        return -1;
    }

    /** The same with a part taken for one of its arguments. */
    private Condition with(int part, int argument) {
        Map<Integer, int[]> more = new HashMap<>(chosen);
        more.put(part, new int[] {quantities.get(part).arguments()[argument]});
        return of(new Comparison(quantities, left, right, above, below, more));
    }

    private int[] arguments(int part) {
        int[] one = chosen.get(part);
        return one == null ? quantities.get(part).arguments() : one;
    }

    private void collect(int part, BitSet met) {
        if (!met.get(part)) {
            met.set(part);
            for (int argument : arguments(part)) {
                collect(argument, met);
            }
        }
    }

    @Override
    public boolean narrow(Box box) {
        if (!box.afford(parts.length)) {
            return true;
        }
        ValueSet[] at = new ValueSet[parts[parts.length - 1] + 1];
        for (int part : parts) {
            at[part] = upwards(part, at, box);
        }
        if (at[left].other() && at[right].other()) {
            return true;
        }
        at[left] = at[left].numbers();
        at[right] = at[right].numbers();
        boolean possible = (!below || bounded(at, left, right)) && (!above || bounded(at, right, left));
        return possible && downwards(at, box);
    }

    private ValueSet upwards(int number, ValueSet[] at, Box box) {
        Quantity part = quantities.get(number);
        if (part.variable() >= 0) {
            return box.get(part.variable());
        }
        return part.operation() == null
                ? part.values()
                : part.operation().forward(sets(arguments(number), at)).wide().and(part.values());
    }

    private static ValueSet[] sets(int[] parts, ValueSet[] at) {
        ValueSet[] sets = new ValueSet[parts.length];
        for (int i = 0; i < sets.length; i++) {
            sets[i] = at[parts[i]];
        }
        return sets;
    }

    /** Lets one not be above the other; NaN is above all other numbers, as ARQ has it. False if it cannot be. */
    private static boolean bounded(ValueSet[] at, int less, int more) {
        ValueSet wide = at[more].wide();
        if (!wide.nan()) {
            at[less] = at[less].and(ValueSet.between(Double.NEGATIVE_INFINITY, wide.high()));
        }
        if (!at[less].hasNumbers() && at[less].nan()) {
            at[more] = at[more].and(ValueSet.between(1, 0, true));
        } else {
            at[more] = at[more].and(ValueSet.between(at[less].wide().low(), Double.POSITIVE_INFINITY, true));
        }
        return !at[less].isEmpty() && !at[more].isEmpty();
    }

    private boolean downwards(ValueSet[] at, Box box) {
        BitSet needed = new BitSet();
        needed.set(left);
        needed.set(right);
        for (int i = parts.length - 1; i >= 0; i--) {
            int part = parts[i];
            if (needed.get(part) && !downwards(part, at, needed)) {
                return false;
            }
            int variable = quantities.get(part).variable();
            if (needed.get(part) && variable >= 0) {
                box.set(variable, at[part]);
            }
        }
        return true;
    }

    private boolean downwards(int part, ValueSet[] at, BitSet needed) {
        int[] arguments = arguments(part);
        for (int i = 0; i < arguments.length; i++) {
            ValueSet needs = quantities.get(part).operation().backward(i, at[part].wide(), sets(arguments, at));
            if (needs != null) {
                int argument = arguments[i];
                at[argument] = at[argument].and(needs.wide()).numbers();
                needed.set(argument);
                if (at[argument].isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }
}
