package org.w3id.urbis.endpoint.reconciliation;

import java.util.List;

/**
 * What a client knows of the thing it looks for.
 *
 * @param target     what the values are compared with
 * @param property   IRI of the property, or empty if the target is none
 * @param values     at least one value: text, or the id of an entity
 * @param required   whether only things that agree are candidates
 * @param quantifier how many of the values must agree
 */
record Condition(Target target, String property, List<String> values, boolean required, Quantifier quantifier) {

    /** What values are compared with. */
    enum Target {
        /** Its names. */
        NAME,
        /** Its id. */
        ID,
        /** The values of one of its properties. */
        PROPERTY
    }

    /** How many values must agree. */
    enum Quantifier {
        /** One. */
        ANY,
        /** All. */
        ALL,
        /** None. */
        NONE
    }

    Condition {
        values = List.copyOf(values);
    }

    /** A condition of version 0.2, where nothing is required and one value is enough. */
    static Condition of(Target target, String property, List<String> values) {
        return new Condition(target, property, values, false, Quantifier.ANY);
    }
}
