package org.w3id.urbis.endpoint.collection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.shapes.Spelling;

/** Reads what is asked of a collection, by the table of its filters. */
final class CollectionRequest {
    static final String SEARCH = "q";
    static final String SORT = "sort";
    static final String FIELDS = "fields";
    static final String LIMIT = "limit";
    static final String CURSOR = "cursor";

    /** Parameters of every collection. */
    static final Set<String> OF_ALL = Set.of(SEARCH, SORT, FIELDS, LIMIT, CURSOR, "lang", "format", "revision");

    private final Kind kind;
    private final SortedMap<String, Filter> filters;

    /** Prepares to read requests for a collection. */
    CollectionRequest(Kind kind, SortedMap<String, Filter> filters) {
        this.kind = kind;
        this.filters = filters;
    }

    /**
     * Reads parameters.
     *
     * @param parameters of the query string
     * @param languages  wanted
     * @throws ProblemException if a parameter is not known here, or its value is not of its type
     */
    CollectionQuery read(Parameters parameters, Languages languages) {
        List<Condition> conditions = new ArrayList<>();
        for (Map.Entry<String, List<String>> given : parameters.values().entrySet()) {
            Filter filter = filters.get(given.getKey());
            if (filter != null) {
                conditions.add(condition(filter, given.getValue()));
            } else if (!OF_ALL.contains(given.getKey())) {
                throw unknown(given.getKey());
            }
        }
        Optional<String> search = parameters.one(SEARCH).map(String::strip).filter(words -> !words.isEmpty());
        CollectionQuery query = new CollectionQuery(
                kind,
                conditions,
                search,
                sort(parameters.one(SORT), search.isPresent()),
                parameters.all(FIELDS).stream()
                        .flatMap(list -> Arrays.stream(list.split(",")))
                        .map(String::strip)
                        .filter(field -> !field.isEmpty())
                        .distinct()
                        .toList(),
                limit(parameters.one(LIMIT)),
                cursor(parameters.one(CURSOR)),
                languages);
        if (query.cursor().filter(cursor -> !cursor.belongsTo(query)).isPresent()) {
            throw Problem.parameter(
                            CURSOR,
                            "This cursor is a place in another list: filters, search, order and language must be those"
                                    + " that it was given out with. Follow the link \"next\" as it is.")
                    .exception();
        }
        return query;
    }

    private static Condition condition(Filter filter, List<String> values) {
        boolean single = filter.bound() != Bound.EQUAL || filter.type() == FilterType.PRESENCE;
        if (single && values.size() > 1) {
            throw Problem.parameter(filter.name(), "The parameter \"" + filter.name() + "\" is given more than once.")
                    .exception();
        }
        for (String value : values) {
            Optional<String> wanted = wanted(filter.type(), value.strip());
            if (wanted.isPresent()) {
                throw Problem.parameter(
                                filter.name(),
                                "The parameter \"" + filter.name() + "\" takes " + wanted.get() + ", not \"" + value
                                        + "\".")
                        .exception();
            }
        }
        return new Condition(filter, values.stream().map(String::strip).toList());
    }

    /** What the type wants if the value is not of it; empty if it is. */
    private static Optional<String> wanted(FilterType type, String value) {
        boolean fits =
                switch (type) {
                    case NUMBER -> value.matches("-?[0-9]{1,15}(\\.[0-9]{1,9})?");
                    case DATE -> Period.parse(value).isPresent();
                    case PRESENCE -> value.equals("true") || value.equals("false");
                    case THING, WORDS -> !value.isEmpty();
                };
        return fits
                ? Optional.empty()
                : Optional.of(
                        switch (type) {
                            case NUMBER -> "a number, such as 40 or 1.5";
                            case DATE -> "a year, a month or a day, such as 2030, 2030-06 or 2030-06-30";
                            case PRESENCE -> "true or false";
                            case THING -> "an IRI, a key or a code";
                            case WORDS -> "words";
                        });
    }

    private Sort sort(Optional<String> text, boolean searching) {
        if (text.isEmpty()) {
            return new Sort(searching ? Sort.RELEVANCE : Sort.NAME, false);
        }
        boolean descending = text.get().startsWith("-");
        String key = text.get().replaceFirst("^[ +-]", "");
        Set<String> keys = sorts(filters.values());
        if (searching) {
            keys.add(Sort.RELEVANCE);
        }
        if (!keys.contains(key)) {
            throw Problem.parameter(
                            SORT,
                            "It cannot be sorted by \"" + key + "\"." + meant(key, keys) + " What there is: "
                                    + String.join(", ", keys) + "; with a minus before it, the largest first.")
                    .exception();
        }
        return new Sort(key, descending);
    }

    /** What things with some filters can be sorted by. */
    static Set<String> sorts(Collection<Filter> filters) {
        Set<String> keys = new TreeSet<>(Set.of(Sort.NAME));
        filters.stream()
                .filter(filter -> filter.type() == FilterType.DATE || filter.type() == FilterType.NUMBER)
                .forEach(filter -> keys.add(filter.subject()));
        return keys;
    }

    private static int limit(Optional<String> text) {
        int limit = text.filter(number -> number.matches("[0-9]{1,9}"))
                .map(Integer::parseInt)
                .orElse(text.isEmpty() ? CollectionQuery.USUAL_LIMIT : 0);
        if (limit < 1 || limit > CollectionQuery.LARGEST_LIMIT) {
            throw Problem.parameter(
                            LIMIT,
                            "A page holds from 1 to " + CollectionQuery.LARGEST_LIMIT + " things, not \"" + text.get()
                                    + "\".")
                    .exception();
        }
        return limit;
    }

    private static Optional<Cursor> cursor(Optional<String> text) {
        Optional<Cursor> cursor = text.flatMap(Cursor::parse);
        if (text.isPresent() && cursor.isEmpty()) {
            throw Problem.parameter(
                            CURSOR,
                            "This is no cursor of this server. Leave it out to begin at the beginning, or follow the"
                                    + " link \"next\" as it is.")
                    .exception();
        }
        return cursor;
    }

    private ProblemException unknown(String name) {
        Set<String> known = new TreeSet<>(OF_ALL);
        known.addAll(filters.keySet());
        return Problem.parameter(
                        name,
                        "There is no parameter \"" + name + "\" here." + meant(name, known) + " The collection \""
                                + kind.plural() + "\" takes those listed in \"available\".")
                .with("available", List.copyOf(known))
                .exception();
    }

    /** A question after what was likely meant, with a blank before it; empty if nothing is near. */
    static String meant(String word, Collection<String> known) {
        List<String> nearest = Spelling.nearest(word, known);
        return nearest.isEmpty() ? "" : " Did you mean " + String.join(" or ", nearest) + "?";
    }
}
