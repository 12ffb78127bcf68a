package org.w3id.urbis.loader.interval;

import java.util.List;
import java.util.stream.Stream;

/**
 * A product of which some factors come more than once, each of them one argument: {@code a * b * b}.
 *
 * @param powers of each argument, how often it comes
 */
record Chain(List<Integer> powers) implements Operation {
    /** What no part of the product may exceed, so that its order does not matter: nothing overflows or is lost. */
    private static final double MANY = 1e15;

    @Override
    public ValueSet forward(ValueSet... arguments) {
        ValueSet numbers = isCertain(arguments) ? but(-1, arguments) : ValueSet.NUMBERS;
        return Stream.of(arguments).anyMatch(ValueSet::other) ? numbers.or(ValueSet.NO_NUMBER) : numbers;
    }

    @Override
    public ValueSet backward(int place, ValueSet result, ValueSet... arguments) {
        ValueSet argument = arguments[place].numbers();
        if (result.nan() || !isCertain(arguments)) {
            return argument;
        }
        Operation power = power(place);
        ValueSet raised = Arithmetic.PRODUCT.backward(0, result, power.forward(argument), but(place, arguments));
        return raised.isEmpty() ? raised : power.backward(0, raised, argument);
    }

    private ValueSet but(int place, ValueSet... arguments) {
        ValueSet product = ValueSet.between(1, 1);
        for (int i = 0; i < arguments.length; i++) {
            if (i != place) {
                product = Arithmetic.PRODUCT.forward(product, power(i).forward(arguments[i]));
            }
        }
        return product;
    }

    private Operation power(int place) {
        int power = powers.get(place);
        if (power == 1) {
            return Likeness.SAME;
        }
        return power % 2 == 0 ? Even.power(power) : Monotone.power(power);
    }

    private boolean isCertain(ValueSet... arguments) {
        double most = 1;
        for (int i = 0; i < arguments.length; i++) {
            ValueSet argument = arguments[i];
            if (argument.nan() || !argument.hasNumbers()) {
                return false;
            }
            most *= Math.pow(Math.max(1, Math.max(-argument.low(), argument.high())), powers.get(i));
        }
        return most < MANY;
    }
}
