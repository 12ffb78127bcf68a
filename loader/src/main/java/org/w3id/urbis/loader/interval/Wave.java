package org.w3id.urbis.loader.interval;

/**
 * The sine, and the cosine as the sine a quarter of a turn ahead.
 *
 * @param ahead how far, in radians
 */
record Wave(double ahead) implements Operation.OfOne {

    static final Wave SINE = new Wave(0);
    static final Wave COSINE = new Wave(Math.PI / 2);

    private static final double TURN = 2 * Math.PI;
    /** Radians beyond which it is not worth while to tell turns apart. */
    private static final double MANY = 1e6;
    /** Room, in turns, for what is rounded while they are counted. */
    private static final double LITTLE = 1e-9;

    @Override
    public ValueSet forward(ValueSet argument) {
        if (!argument.hasNumbers()) {
            return argument;
        }
        boolean nan = argument.nan() || argument.isUnbounded();
        if (isFar(argument) || argument.width() >= TURN) {
            return ValueSet.between(-1, 1, nan);
        }
        double low = argument.low() + ahead;
        double high = argument.high() + ahead;
        boolean top = at(Math.PI / 2, low) <= high;
        boolean bottom = at(-Math.PI / 2, low) <= high;
        return ValueSet.between(
                bottom ? -1 : Math.min(Math.sin(low), Math.sin(high)),
                top ? 1 : Math.max(Math.sin(low), Math.sin(high)),
                nan);
    }

    /** Which of the arguments give one of the results: from the first that does, in whatever turn, to the last. */
    @Override
    public ValueSet backward(ValueSet result, ValueSet argument) {
        ValueSet sine = result.and(ValueSet.between(-1, 1));
        if (!sine.hasNumbers() || !argument.hasNumbers()) {
            return ValueSet.NOTHING;
        }
        if (isFar(argument)) {
            return argument;
        }
        double up = Math.asin(sine.low());
        double upper = Math.asin(sine.high());
        double first = first(up, upper, argument.low() + ahead);
        // Seen from the other end the sine is that of the negative.
        double last = -first(-upper, -up, -(argument.high() + ahead));
        return ValueSet.between(first - ahead, last - ahead);
    }

    /** The first angle from some angle on whose sine is that of one between two that are a quarter of a turn from 0 at most. */
    private static double first(double up, double upper, double from) {
        double rising = at(upper, from) - (upper - up);
        double falling = at(Math.PI - up, from) - (upper - up);
        return Math.max(from, Math.min(rising, falling));
    }

    /** The first time from some angle on, or a little before, that an angle comes round. */
    private static double at(double angle, double from) {
        return angle + TURN * Math.ceil((from - angle) / TURN - LITTLE);
    }

    private static boolean isFar(ValueSet argument) {
        return !(Math.max(-argument.low(), argument.high()) < MANY);
    }

    @Override
    public ValueSet range() {
        return ValueSet.between(-1, 1, true);
    }
}
