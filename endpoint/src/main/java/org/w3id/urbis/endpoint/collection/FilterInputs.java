package org.w3id.urbis.endpoint.collection;

import java.util.Collection;
import java.util.List;
import org.w3id.urbis.endpoint.openapi.Input;
import org.w3id.urbis.endpoint.openapi.Schema;

/** Filters as the description of the server tells them. */
public final class FilterInputs {
    private FilterInputs() {}

    /** The parameters that filters are given by. */
    public static List<Input> of(Collection<Filter> filters) {
        return filters.stream().map(FilterInputs::input).toList();
    }

    private static Input input(Filter filter) {
        boolean several = filter.bound() == Bound.EQUAL && filter.type() != FilterType.PRESENCE;
        Schema schema =
                switch (filter.type()) {
                    case NUMBER -> Schema.number();
                    case DATE -> Schema.text().with("pattern", "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$");
                    case PRESENCE -> Schema.truth();
                    default -> Schema.text();
                };
        Object example =
                switch (filter.type()) {
                    case NUMBER -> Integer.valueOf(filter.example());
                    case PRESENCE -> Boolean.valueOf(filter.example());
                    default -> filter.example();
                };
        Input input = Input.query(filter.name(), filter.description(), several ? Schema.list(schema) : schema)
                .example(several ? List.of(example) : example);
        return filter.obsolete() ? input.obsolete() : input;
    }
}
