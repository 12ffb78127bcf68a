package org.w3id.urbis.loader.interval;

/** One of its arguments, as {@code IF} and {@code COALESCE} give; the others may even have no value. */
enum Choice implements Operation {
    ONE;

    @Override
    public ValueSet forward(ValueSet... arguments) {
        ValueSet all = ValueSet.NOTHING;
        for (ValueSet argument : arguments) {
            all = all.or(argument);
        }
        return all;
    }

    /** An argument is known to be the one if no other can be. */
    @Override
    public ValueSet backward(int place, ValueSet result, ValueSet... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (i != place && !arguments[i].and(result).isEmpty()) {
                return null;
            }
        }
        return result;
    }
}
