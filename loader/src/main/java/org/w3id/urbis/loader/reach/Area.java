package org.w3id.urbis.loader.reach;

/** A part of the Earth in which places are looked for. */
sealed interface Area {

    /** What no place has: it lies outside. */
    double OUTSIDE = -1;

    /** Its southernmost parallel. */
    double south();

    /** Its northernmost parallel. */
    double north();

    /** How far a point within is from the middle, in metres, 0 if there is no middle; {@link #OUTSIDE} if it is not within. */
    double distance(double latitude, double longitude);

    /** Whether places come in the order of their distance. */
    boolean isSorted();

    /**
     * All between two parallels and two meridians.
     *
     * @param west the meridian at which it begins, going east
     * @param east where it ends; if less than that at which it begins, it holds the meridian of 180 degrees
     */
    record Box(double south, double west, double north, double east) implements Area {
        @Override
        public double distance(double latitude, double longitude) {
            boolean within =
                    west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east;
            return within && latitude >= south && latitude <= north ? 0 : OUTSIDE;
        }

        @Override
        public boolean isSorted() {
            return false;
        }
    }

    /**
     * All around a point.
     *
     * @param radius in metres
     * @param broad  how many degrees of longitude it reaches to either side
     */
    record Circle(double latitude, double longitude, double radius, double broad) implements Area {
        /** Degrees that rounding may leave. */
        private static final double ROOM = 1e-6;

        private static final double HALF = 180;
        private static final double POLE = 90;

        static Circle of(double latitude, double longitude, double radius) {
            double high = radius / Earth.DEGREE;
            boolean holdsPole = Math.abs(latitude) + high >= POLE;
            double broad = holdsPole
                    ? HALF
                    : Math.toDegrees(Math.asin(
                            Math.min(1, Math.sin(Math.toRadians(high)) / Math.cos(Math.toRadians(latitude)))));
            return new Circle(latitude, longitude, radius, broad + ROOM);
        }

        @Override
        public double south() {
            return Math.max(-POLE, latitude - radius / Earth.DEGREE - ROOM);
        }

        @Override
        public double north() {
            return Math.min(POLE, latitude + radius / Earth.DEGREE + ROOM);
        }

        @Override
        public double distance(double otherLatitude, double otherLongitude) {
            double aside = Math.abs(otherLongitude - longitude);
            if (aside > broad && aside < 2 * HALF - broad) {
                return OUTSIDE;
            }
            double distance = Earth.distance(latitude, longitude, otherLatitude, otherLongitude);
            return distance <= radius ? distance : OUTSIDE;
        }

        @Override
        public boolean isSorted() {
            return true;
        }
    }
}
