package org.w3id.urbis.loader.interval;

/** Functions that give a number that is the same as their argument or near it. */
enum Likeness implements Operation {
    /** Tells that something is a number. */
    SAME {
        @Override
        public ValueSet forward(ValueSet... arguments) {
            return arguments[0].numbers();
        }

        @Override
        public ValueSet backward(int place, ValueSet result, ValueSet... arguments) {
            return result;
        }
    },

    /** A cast, which reads texts and truth values too. */
    CAST {
        @Override
        public ValueSet forward(ValueSet... arguments) {
            return arguments[0].other() ? ValueSet.NUMBERS : arguments[0];
        }

        @Override
        public ValueSet backward(int place, ValueSet result, ValueSet... arguments) {
            return arguments[0].other() ? null : result;
        }
    },

    /** Rounds to a whole number, in whichever direction. */
    WHOLE {
        @Override
        public ValueSet forward(ValueSet... arguments) {
            ValueSet argument = arguments[0].numbers();
            return isCertain(argument) ? ValueSet.between(argument.low() - 1, argument.high() + 1) : ValueSet.NUMBERS;
        }

        @Override
        public ValueSet backward(int place, ValueSet result, ValueSet... arguments) {
            ValueSet argument = arguments[0].numbers();
            return isCertain(argument) ? ValueSet.between(result.low() - 1, result.high() + 1) : argument;
        }
    },

    /** A cast that leaves out the fraction. */
    WHOLE_CAST {
        @Override
        public ValueSet forward(ValueSet... arguments) {
            return arguments[0].other() ? ValueSet.NUMBERS : WHOLE.forward(arguments);
        }

        @Override
        public ValueSet backward(int place, ValueSet result, ValueSet... arguments) {
            return arguments[0].other() ? null : WHOLE.backward(place, result, arguments);
        }
    };

    private static final double MANY = 1e9;

    /** NaN becomes 0 here, and what is too large some large number. */
    private static boolean isCertain(ValueSet argument) {
        return argument.hasNumbers() && !argument.nan() && Math.max(-argument.low(), argument.high()) < MANY;
    }

    @Override
    public ValueSet range() {
        return ValueSet.NUMBERS;
    }
}
