package org.w3id.urbis.loader.interval;

import java.util.Arrays;

/** Functions of angles other than sine and cosine. */
enum Turning implements Operation {
    TANGENT {
        @Override
        public ValueSet forward(ValueSet... arguments) {
            ValueSet argument = arguments[0].numbers();
            return isOneBranch(argument)
                    ? ValueSet.between(Math.tan(argument.low()), Math.tan(argument.high()), argument.nan())
                    : ValueSet.NUMBERS;
        }

        @Override
        public ValueSet backward(int place, ValueSet result, ValueSet... arguments) {
            ValueSet argument = arguments[0].numbers();
            if (result.nan() || !isOneBranch(argument)) {
                return argument;
            }
            double middle = Math.PI * branch(argument.low());
            return ValueSet.between(middle + Math.atan(result.low()), middle + Math.atan(result.high()));
        }
    },

    /** The angle of a point, ordinate first. */
    ANGLE {
        @Override
        public ValueSet forward(ValueSet... arguments) {
            ValueSet ordinate = arguments[0].numbers();
            ValueSet abscissa = arguments[1].numbers();
            boolean nan = ordinate.nan() || abscissa.nan();
            if (!ordinate.hasNumbers() || !abscissa.hasNumbers()) {
                return ValueSet.between(1, 0, nan);
            }
            // Across the half line to the left it leaps from one end of its range to the other.
            if (ordinate.hasZero() && abscissa.low() <= 0 || ordinate.isUnbounded() || abscissa.isUnbounded()) {
                return ValueSet.between(-Math.PI, Math.PI, nan);
            }
            double[] corners = {
                Math.atan2(ordinate.low(), abscissa.low()),
                Math.atan2(ordinate.low(), abscissa.high()),
                Math.atan2(ordinate.high(), abscissa.low()),
                Math.atan2(ordinate.high(), abscissa.high())
            };
            Arrays.sort(corners);
            return ValueSet.between(corners[0], corners[3], nan);
        }

        @Override
        public ValueSet backward(int place, ValueSet result, ValueSet... arguments) {
            ValueSet ordinate = arguments[0].numbers();
            ValueSet abscissa = arguments[1].numbers();
            if (result.nan() || place == 1) {
                return place == 1 ? abscissa : ordinate;
            }
            boolean right = abscissa.low() >= 0;
            double high = right || ordinate.low() >= 0 ? edge(result.high(), abscissa) : Double.POSITIVE_INFINITY;
            double low = right || ordinate.high() <= 0 ? -edge(-result.low(), abscissa) : Double.NEGATIVE_INFINITY;
            return ordinate.and(ValueSet.between(low, high));
        }
    };

    /** How near to where the tangent is endless nothing is told of it. */
    private static final double NEAR = 1e-5;

    private static final double MANY = 1e6;

    private static double branch(double angle) {
        return Math.rint(angle / Math.PI);
    }

    private static boolean isOneBranch(ValueSet argument) {
        if (!argument.hasNumbers() || !(Math.max(-argument.low(), argument.high()) < MANY)) {
            return false;
        }
        double middle = Math.PI * branch(argument.low());
        return argument.low() > middle - Math.PI / 2 + NEAR && argument.high() < middle + Math.PI / 2 - NEAR;
    }

    /**
     * The greatest ordinate of points with an angle that is no greater; where there are points to the left, of those that lie
     * above. A point on the half line to the left may have any angle of the least and the greatest, and ordinate 0.
     */
    private static double edge(double angle, ValueSet abscissa) {
        if (angle > Math.PI / 2 - NEAR || abscissa.high() == Double.POSITIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        if (angle >= 0) {
            return Math.tan(angle) * Math.max(0, abscissa.high());
        }
        return angle > -Math.PI / 2 && abscissa.low() > 0 ? Math.tan(angle) * abscissa.low() : 0;
    }

    @Override
    public ValueSet range() {
        return this == ANGLE ? ValueSet.between(-Math.PI, Math.PI, true) : ValueSet.NUMBERS;
    }
}
