package org.w3id.urbis.loader.interval;

/** What each variable can be, while it is narrowed. */
final class Box {
    /** By how much a set has to become less, in parts of it, so that it is worth while to look at the others again. */
    private static final double WORTH = 0.02;

    private final ValueSet[] sets;
    private final Effort effort;

    /** How much may still be worked out. */
    private static final class Effort {
        private int left;
    }

    Box(int variables, int effort) {
        this.sets = new ValueSet[variables];
        this.effort = new Effort();
        this.effort.left = effort;
    }

    private Box(ValueSet[] sets, Effort effort) {
        this.sets = sets;
        this.effort = effort;
    }

    /** Another one that begins with the same and shares the effort. */
    Box copy() {
        return new Box(sets.clone(), effort);
    }

    /** Takes some steps; false if too many have been taken. */
    boolean afford(int steps) {
        effort.left -= steps;
        return effort.left >= 0;
    }

    ValueSet get(int variable) {
        return sets[variable];
    }

    void set(int variable, ValueSet set) {
        sets[variable] = set;
    }

    /** What either leaves. */
    Box or(Box box) {
        Box both = copy();
        for (int i = 0; i < sets.length; i++) {
            both.sets[i] = sets[i].or(box.sets[i]);
        }
        return both;
    }

    /** Becomes what another one is. */
    void take(Box box) {
        System.arraycopy(box.sets, 0, sets, 0, sets.length);
    }

    /** Whether it is clearly less than an earlier one. */
    boolean isClearlyLess(Box earlier) {
        for (int i = 0; i < sets.length; i++) {
            ValueSet set = sets[i];
            ValueSet before = earlier.sets[i];
            boolean less = set.width() < (1 - WORTH) * before.width()
                    || set.isUnbounded() != before.isUnbounded()
                    || set.nan() != before.nan()
                    || set.other() != before.other();
            if (less) {
                return true;
            }
        }
        return false;
    }
}
