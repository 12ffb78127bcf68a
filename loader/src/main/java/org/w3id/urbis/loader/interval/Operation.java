package org.w3id.urbis.loader.interval;

/** A function of numbers, seen as one of sets of values. Rounding is not its concern. */
interface Operation {

    /** What it can give, if its arguments can be these. */
    ValueSet forward(ValueSet... arguments);

    /**
     * What an argument has to be.
     *
     * @param place     of the argument, from 0
     * @param result    the numbers that it has to give one of
     * @param arguments what they can be
     * @return no set that leaves out a value with which it can give one of these; null if it can do so whatever the argument
     *     is, and even if that has no value
     */
    ValueSet backward(int place, ValueSet result, ValueSet... arguments);

    /** What it gives at all, not even rounded otherwise. */
    default ValueSet range() {
        return ValueSet.ANYTHING;
    }

    /** One of a single argument, which has no value unless that is a number. */
    interface OfOne extends Operation {
        ValueSet forward(ValueSet argument);

        /** The result is not NaN, and the argument a number. */
        ValueSet backward(ValueSet result, ValueSet argument);

        @Override
        default ValueSet forward(ValueSet... arguments) {
            return forward(arguments[0].numbers());
        }

        @Override
        default ValueSet backward(int place, ValueSet result, ValueSet... arguments) {
            ValueSet argument = arguments[0].numbers();
            return result.nan() ? argument : backward(result, argument);
        }
    }
}
