package org.w3id.urbis.endpoint.collection;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemDetail;
import org.w3id.urbis.endpoint.problem.ProblemException;

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
        List<Condition> conditions = new FilterReading(kind, filters).read(parameters, OF_ALL);
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
                            "It cannot be sorted by \"" + key + "\"." + FilterReading.meant(key, keys)
                                    + " What there is: " + String.join(", ", keys)
                                    + "; with a minus before it, the largest first.")
                    .exception();
        }
        return new Sort(key, descending);
    }

    /** What things with some filters can be sorted by. */
    static Set<String> sorts(Collection<Filter> filters) {
        Set<String> keys = new TreeSet<>(Set.of(Sort.NAME, Sort.ID));
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
            throw Problem.parameter(LIMIT, ProblemDetail.PAGE_SIZE, CollectionQuery.LARGEST_LIMIT, text.get())
                    .exception();
        }
        return limit;
    }

    private static Optional<Cursor> cursor(Optional<String> text) {
        Optional<Cursor> cursor = text.flatMap(Cursor::parse);
        if (text.isPresent() && cursor.isEmpty()) {
            throw Problem.parameter(CURSOR, ProblemDetail.CURSOR).exception();
        }
        return cursor;
    }
}
