package org.w3id.urbis.loader.interval;

import java.util.function.DoubleUnaryOperator;

/**
 * A function that gives for a number what it gives for its negative, and goes up from 0.
 *
 * @param function of numbers from 0 up
 * @param inverse  of what it gives for these
 */
record Even(DoubleUnaryOperator function, DoubleUnaryOperator inverse) implements Operation.OfOne {

    static final Even ABSOLUTE = new Even(number -> number, number -> number);

    /** A power with an even exponent of 2 or more. */
    static Even power(int exponent) {
        return new Even(number -> Math.pow(number, exponent), power -> Math.pow(power, 1.0 / exponent));
    }

    @Override
    public ValueSet forward(ValueSet argument) {
        if (!argument.hasNumbers()) {
            return argument;
        }
        double least = argument.hasZero() ? 0 : Math.min(Math.abs(argument.low()), Math.abs(argument.high()));
        double most = Math.max(Math.abs(argument.low()), Math.abs(argument.high()));
        return ValueSet.between(function.applyAsDouble(least), function.applyAsDouble(most), argument.nan());
    }

    @Override
    public ValueSet backward(ValueSet result, ValueSet argument) {
        if (result.high() < 0) {
            return ValueSet.NOTHING;
        }
        double least = inverse.applyAsDouble(Math.max(0, result.low()));
        double most = inverse.applyAsDouble(result.high());
        return argument.and(ValueSet.between(least, most)).or(argument.and(ValueSet.between(-most, -least)));
    }

    @Override
    public ValueSet range() {
        return ValueSet.between(0, Double.POSITIVE_INFINITY, true);
    }
}
