package org.w3id.urbis.endpoint.collection;

import java.util.List;

/**
 * A filter with the values it was given.
 *
 * @param filter the filter
 * @param values one or more, as given
 */
public record Condition(Filter filter, List<String> values) {
    /** Copies the values. */
    public Condition {
        values = List.copyOf(values);
    }
}
