package org.w3id.urbis.loader.interval;

/**
 * What a value can be: numbers between two bounds, NaN or not, and terms that are no numbers or not. That it has no value at
 * all, as nothing is bound or something failed, is always possible and not told here.
 *
 * <p>Numbers beyond those of {@code xsd:float} count as infinite, since they become that when they meet one.
 *
 * @param low   no number is below it
 * @param high  no number is above it; less than {@code low} if there are none
 * @param nan   whether it can be NaN
 * @param other whether it can be something that is no number
 */
public record ValueSet(double low, double high, boolean nan, boolean other) {
    private static final double INFINITE = Double.POSITIVE_INFINITY;
    private static final double FAR = 1e37;
    /** How much a number may be off, in parts of it, once it has been through numbers of few digits. */
    private static final double PART = 1e-6;
    /** And by itself, since decimal numbers are divided to twenty-four places. */
    private static final double LEAST = 1e-20;

    /** Nothing is known. */
    public static final ValueSet ANYTHING = new ValueSet(-INFINITE, INFINITE, true, true);
    /** Any number. */
    static final ValueSet NUMBERS = new ValueSet(-INFINITE, INFINITE, true, false);
    /** Terms that are no numbers. */
    public static final ValueSet NO_NUMBER = new ValueSet(INFINITE, -INFINITE, false, true);
    /** Impossible. */
    static final ValueSet NOTHING = new ValueSet(INFINITE, -INFINITE, false, false);

    /** Takes bounds as they come out of a calculation; one that is not known (NaN) is infinite. */
    public ValueSet {
        if (low > high) {
            low = INFINITE;
            high = -INFINITE;
        } else {
            low = !(low >= -FAR) ? -INFINITE : Math.min(low, FAR);
            high = !(high <= FAR) ? INFINITE : Math.max(high, -FAR);
        }
    }

    /** Numbers between two bounds, and not NaN. */
    public static ValueSet between(double low, double high) {
        return new ValueSet(low, high, false, false);
    }

    /** Numbers between two bounds, and NaN if so. */
    static ValueSet between(double low, double high, boolean nan) {
        return new ValueSet(low, high, nan, false);
    }

    /** Whether it can be nothing at all. */
    public boolean isEmpty() {
        return !hasNumbers() && !nan && !other;
    }

    /** Whether it can be a number other than NaN. */
    public boolean hasNumbers() {
        return low <= high;
    }

    /** Whether it can be infinite. */
    boolean isUnbounded() {
        return low == -INFINITE || high == INFINITE;
    }

    boolean hasZero() {
        return low <= 0 && high >= 0;
    }

    /** Only the numbers. */
    ValueSet numbers() {
        return other ? new ValueSet(low, high, nan, false) : this;
    }

    /** What is in both. */
    public ValueSet and(ValueSet set) {
        return new ValueSet(Math.max(low, set.low), Math.min(high, set.high), nan && set.nan, other && set.other);
    }

    /** What is in either, and what lies between. */
    ValueSet or(ValueSet set) {
        return new ValueSet(Math.min(low, set.low), Math.max(high, set.high), nan || set.nan, other || set.other);
    }

    /** With room for numbers that were rounded, whatever their datatype. */
    public ValueSet wide() {
        return hasNumbers() ? new ValueSet(low - room(low), high + room(high), nan, other) : this;
    }

    private static double room(double bound) {
        return Math.abs(bound) * PART + LEAST;
    }

    /** From the least number to the greatest. */
    double width() {
        return hasNumbers() ? high - low : 0;
    }
}
