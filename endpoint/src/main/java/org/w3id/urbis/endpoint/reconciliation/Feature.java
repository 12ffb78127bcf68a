package org.w3id.urbis.endpoint.reconciliation;

/**
 * One reason for or against a candidate, shown beside its score.
 *
 * @param kind  what was compared
 * @param value a Boolean or a Number
 */
record Feature(Kind kind, Object value) {

    /** What can be compared. */
    enum Kind {
        NAME("name", "likeness of the name, 0 to 100"),
        ALIAS("alias", "found by another name than the preferred one"),
        IDENTIFIER("identifier", "has the identifier"),
        TYPE("type", "is of the type asked for"),
        COUNTRY("country", "is in the country"),
        WITHIN("within", "lies within the place"),
        DISTANCE("distance", "kilometres from the position given"),
        POPULATION("population", "inhabitants as a share of the number given"),
        PROPERTY("property", "share of the other properties that agree"),
        WEIGHT("weight", "how widely known: grows with inhabitants and references");

        private final String id;
        private final String title;

        Kind(String id, String title) {
            this.id = id;
            this.title = title;
        }

        String id() {
            return id;
        }

        String title() {
            return title;
        }
    }
}
