package org.w3id.urbis.loader.interval;

/**
 * The four operators. Texts, dates and durations can be added too, and durations multiplied and divided by numbers; a number
 * comes of numbers only, save that two durations divided give one.
 */
enum Arithmetic implements Operation {
    SUM {
        @Override
        public ValueSet forward(ValueSet... arguments) {
            ValueSet one = arguments[0];
            ValueSet other = arguments[1];
            return of(one, other, one.low() + other.low(), one.high() + other.high(), bothUnbounded(one, other))
                    .or(others(one.other() && other.other()));
        }

        @Override
        ValueSet first(ValueSet result, ValueSet first, ValueSet second) {
            return ValueSet.between(result.low() - second.high(), result.high() - second.low());
        }

        @Override
        ValueSet second(ValueSet result, ValueSet first, ValueSet second) {
            return first(result, second, first);
        }
    },
    DIFFERENCE {
        @Override
        public ValueSet forward(ValueSet... arguments) {
            ValueSet one = arguments[0];
            ValueSet other = arguments[1];
            return of(one, other, one.low() - other.high(), one.high() - other.low(), bothUnbounded(one, other))
                    .or(others(one.other() && other.other()));
        }

        @Override
        ValueSet first(ValueSet result, ValueSet first, ValueSet second) {
            return ValueSet.between(result.low() + second.low(), result.high() + second.high());
        }

        @Override
        ValueSet second(ValueSet result, ValueSet first, ValueSet second) {
            return ValueSet.between(first.low() - result.high(), first.high() - result.low());
        }
    },
    PRODUCT {
        @Override
        public ValueSet forward(ValueSet... arguments) {
            return product(arguments[0], arguments[1]).or(others(arguments[0].other()));
        }

        @Override
        ValueSet first(ValueSet result, ValueSet first, ValueSet second) {
            return divided(result, second, first);
        }

        @Override
        ValueSet second(ValueSet result, ValueSet first, ValueSet second) {
            return divided(result, first, second);
        }
    },
    QUOTIENT {
        @Override
        public ValueSet forward(ValueSet... arguments) {
            ValueSet one = arguments[0];
            ValueSet other = arguments[1];
            if (one.other() && other.other()) {
                return ValueSet.ANYTHING;
            }
            boolean unsure = other.hasZero() || one.nan() || other.nan() || bothUnbounded(one, other);
            ValueSet numbers = unsure ? ValueSet.NUMBERS : parted(one, other, NO_NAN);
            return numbers.or(others(one.other()));
        }

        @Override
        public ValueSet backward(int place, ValueSet result, ValueSet... arguments) {
            return arguments[0].other() && arguments[1].other() ? null : super.backward(place, result, arguments);
        }

        /** What is divided by what is infinite gives zero, whatever it is, and by zero what is infinite. */
        @Override
        ValueSet first(ValueSet result, ValueSet first, ValueSet second) {
            boolean lost = second.isUnbounded() || second.hasZero() && result.isUnbounded();
            return lost ? first : product(result, second).and(NO_NAN);
        }

        @Override
        ValueSet second(ValueSet result, ValueSet first, ValueSet second) {
            return first.isUnbounded() ? second : divided(first, result, second);
        }
    };

    private static final ValueSet NO_NAN = ValueSet.between(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    private static final ValueSet ABOVE = ValueSet.between(0, Double.POSITIVE_INFINITY);
    private static final ValueSet BELOW = ValueSet.between(Double.NEGATIVE_INFINITY, 0);

    /** The first argument, if neither the result nor the other one is NaN. */
    abstract ValueSet first(ValueSet result, ValueSet first, ValueSet second);

    abstract ValueSet second(ValueSet result, ValueSet first, ValueSet second);

    @Override
    public ValueSet backward(int place, ValueSet result, ValueSet... arguments) {
        ValueSet one = arguments[0].numbers();
        ValueSet other = arguments[1].numbers();
        if (result.nan()) {
            return place == 0 ? one : other;
        }
        if (!result.hasNumbers() || !one.hasNumbers() || !other.hasNumbers()) {
            return ValueSet.NOTHING;
        }
        return place == 0 ? first(result, one, other) : second(result, one, other);
    }

    /** The numbers between two bounds, unless one of the arguments has none; NaN if one of them is, or if so. */
    private static ValueSet of(ValueSet one, ValueSet other, double low, double high, boolean nan) {
        boolean any = one.hasNumbers() && other.hasNumbers();
        boolean none = one.nan() || other.nan() || any && nan;
        return any ? ValueSet.between(low, high, none) : ValueSet.between(1, 0, none);
    }

    private static ValueSet others(boolean any) {
        return any ? ValueSet.NO_NUMBER : ValueSet.NOTHING;
    }

    private static boolean bothUnbounded(ValueSet one, ValueSet other) {
        return one.isUnbounded() && other.isUnbounded();
    }

    private static ValueSet product(ValueSet one, ValueSet other) {
        double[] corners = {
            times(one.low(), other.low()),
            times(one.low(), other.high()),
            times(one.high(), other.low()),
            times(one.high(), other.high())
        };
        boolean nan = one.isUnbounded() && other.hasZero() || other.isUnbounded() && one.hasZero();
        return of(one, other, least(corners), greatest(corners), nan);
    }

    /** Nothing times whatever is nothing: at a bound that is infinite only numbers as large as wanted are meant. */
    private static double times(double one, double other) {
        return one == 0 || other == 0 ? 0 : one * other;
    }

    private static double least(double... numbers) {
        double least = numbers[0];
        for (double number : numbers) {
            least = Math.min(least, number);
        }
        return least;
    }

    private static double greatest(double... numbers) {
        double greatest = numbers[0];
        for (double number : numbers) {
            greatest = Math.max(greatest, number);
        }
        return greatest;
    }

    /** Which numbers of a set give one of some products, if they are multiplied by one of others. */
    private static ValueSet divided(ValueSet products, ValueSet by, ValueSet set) {
        return products.hasZero() && by.hasZero() ? set : parted(products, by, set);
    }

    /** Divides by what is above zero and by what is below, and leaves of each what is in a set. */
    private static ValueSet parted(ValueSet dividend, ValueSet divisor, ValueSet set) {
        ValueSet above = quotient(dividend.low(), dividend.high(), divisor.and(ABOVE));
        ValueSet below = divisor.and(BELOW);
        ValueSet turned = below.hasNumbers() ? ValueSet.between(-below.high(), -below.low()) : ValueSet.NOTHING;
        return above.and(set)
                .or(quotient(-dividend.high(), -dividend.low(), turned).and(set));
    }

    /** Divides by what is not below zero. */
    private static ValueSet quotient(double low, double high, ValueSet divisor) {
        if (!divisor.hasNumbers() || low > high) {
            return ValueSet.NOTHING;
        }
        return ValueSet.between(
                low >= 0 ? low / divisor.high() : over(low, divisor.low()),
                high <= 0 ? high / divisor.high() : over(high, divisor.low()));
    }

    private static double over(double number, double divisor) {
        return divisor == 0 ? Math.copySign(Double.POSITIVE_INFINITY, number) : number / divisor;
    }
}
