package org.w3id.urbis.loader.interval;

import java.util.function.DoubleUnaryOperator;

/**
 * A function that goes up only, or down only.
 *
 * @param function not a number outside of where it is defined
 * @param inverse  from the range back
 * @param from     where it begins to be defined
 * @param to       where it ends to be
 */
record Monotone(DoubleUnaryOperator function, DoubleUnaryOperator inverse, double from, double to)
        implements Operation.OfOne {

    private static final double ENDLESS = Double.POSITIVE_INFINITY;

    static final Monotone SQUARE_ROOT = new Monotone(Math::sqrt, root -> root * root, 0, ENDLESS);
    static final Monotone EXPONENTIAL = new Monotone(Math::exp, Math::log, -ENDLESS, ENDLESS);
    static final Monotone LOGARITHM = new Monotone(Math::log, Math::exp, 0, ENDLESS);
    static final Monotone COMMON_LOGARITHM = new Monotone(Math::log10, power -> Math.pow(10, power), 0, ENDLESS);
    static final Monotone ARC_SINE = new Monotone(Math::asin, Math::sin, -1, 1);
    static final Monotone ARC_COSINE = new Monotone(Math::acos, Math::cos, -1, 1);
    static final Monotone ARC_TANGENT = new Monotone(Math::atan, Math::tan, -ENDLESS, ENDLESS);
    static final Monotone NEGATION = new Monotone(number -> -number, number -> -number, -ENDLESS, ENDLESS);

    /** A power with an odd exponent of 3 or more. */
    static Monotone power(int exponent) {
        return new Monotone(
                number -> Math.pow(number, exponent),
                power -> Math.copySign(Math.pow(Math.abs(power), 1.0 / exponent), power),
                -ENDLESS,
                ENDLESS);
    }

    @Override
    public ValueSet forward(ValueSet argument) {
        boolean nan = argument.nan() || argument.hasNumbers() && (argument.low() < from || argument.high() > to);
        ValueSet inside = argument.and(ValueSet.between(from, to));
        return inside.hasNumbers()
                ? image(function.applyAsDouble(inside.low()), function.applyAsDouble(inside.high()), nan)
                : ValueSet.between(1, 0, nan);
    }

    @Override
    public ValueSet backward(ValueSet result, ValueSet argument) {
        ValueSet range = range();
        if (!result.and(range).hasNumbers()) {
            return ValueSet.NOTHING;
        }
        // Near the ends of the range many numbers may have been rounded to the same.
        boolean down = function.applyAsDouble(from) > function.applyAsDouble(to);
        double least = result.low() <= range.low() ? down ? to : from : inverse.applyAsDouble(result.low());
        double most = result.high() >= range.high() ? down ? from : to : inverse.applyAsDouble(result.high());
        return image(least, most, false);
    }

    private static ValueSet image(double one, double other, boolean nan) {
        return ValueSet.between(Math.min(one, other), Math.max(one, other), nan);
    }

    @Override
    public ValueSet range() {
        return image(function.applyAsDouble(from), function.applyAsDouble(to), true);
    }
}
