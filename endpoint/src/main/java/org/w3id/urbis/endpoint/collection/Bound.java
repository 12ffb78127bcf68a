package org.w3id.urbis.endpoint.collection;

/** How a value must stand to the one given. */
public enum Bound {
    /** It is the one given; a day lies in the year given. */
    EQUAL(""),
    /** It is not smaller, or does not begin earlier. */
    LEAST("-min"),
    /** It is not larger. */
    MOST("-max"),
    /** It does not begin before the first day given. */
    AFTER("-after"),
    /** It does not end after the last day given. */
    BEFORE("-before");

    private final String suffix;

    Bound(String suffix) {
        this.suffix = suffix;
    }

    /** The sign that stands between the name of a filter and its value, for people. */
    static String sign(Bound bound) {
        return switch (bound) {
            case EQUAL -> ": ";
            case LEAST, AFTER -> " ≥ ";
            case MOST, BEFORE -> " ≤ ";
        };
    }

    /** What a filter's name ends in. */
    String suffix() {
        return suffix;
    }
}
