package org.w3id.urbis.queries;

import java.util.Locale;

/** Whom a question is of use to. */
public enum Audience {

    /** Somebody who studies cities, networks and what they promise. */
    RESEARCHER,

    /** A website that shows a part of the graph. */
    PORTAL,

    /** Somebody who looks after the data. */
    CURATOR;

    /**
     * The name in the header of a query.
     *
     * @return the constant in lower case
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
