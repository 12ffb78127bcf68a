package org.w3id.urbis.endpoint.feature;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.w3id.urbis.endpoint.collection.Condition;
import org.w3id.urbis.endpoint.collection.Filter;
import org.w3id.urbis.endpoint.collection.FilterReading;
import org.w3id.urbis.endpoint.collection.Kind;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;

/**
 * What is asked of a collection of features.
 *
 * @param conditions filters that all must hold
 * @param box        where they lie, if anywhere in particular
 * @param time       when they are, if at any time in particular
 * @param limit      most features of an answer, 1 to 10,000
 * @param offset     features before the first of the answer
 */
record FeatureQuery(List<Condition> conditions, Optional<Bbox> box, Optional<TimeSpan> time, int limit, int offset) {
    static final String BBOX = "bbox";
    static final String DATETIME = "datetime";
    static final String LIMIT = "limit";
    static final String OFFSET = "offset";

    /** Most features of an answer. */
    static final int LARGEST_LIMIT = 10_000;
    /** Features of an answer if nothing is said. */
    static final int USUAL_LIMIT = 100;

    /** Parameters of whatever is answered from the graph. */
    static final Set<String> OF_ALL = Set.of("format", "lang", "revision");

    private static final Set<String> OF_ITEMS = Set.of(BBOX, DATETIME, LIMIT, OFFSET, "format", "lang", "revision");

    /**
     * Reads a request for items.
     *
     * @throws ProblemException if a parameter is unknown or its value cannot be used
     */
    static FeatureQuery read(Parameters parameters, Kind kind, SortedMap<String, Filter> filters) {
        List<Condition> conditions = new FilterReading(kind, filters).read(parameters, OF_ITEMS);
        Optional<String> box = parameters.one(BBOX);
        Optional<String> time = parameters.one(DATETIME);
        return new FeatureQuery(
                conditions,
                box.map(text -> Bbox.parse(text).orElseThrow(() -> Problem.parameter(
                                BBOX,
                                "A box is four numbers with commas between, west,south,east,north in degrees,"
                                        + " such as 5.9,45.8,10.5,47.8; \"" + text + "\" is none.")
                        .exception())),
                time.map(text -> TimeSpan.parse(text).orElseThrow(() -> Problem.parameter(
                                DATETIME,
                                "A time is an instant, such as 2021-06-30T12:00:00Z, or an interval, such as"
                                        + " 2021-01-01T00:00:00Z/2021-12-31T23:59:59Z or"
                                        + " 2021-01-01T00:00:00Z/..; \"" + text + "\" is neither.")
                        .exception())),
                number(parameters, LIMIT, 1, LARGEST_LIMIT, USUAL_LIMIT),
                number(parameters, OFFSET, 0, Integer.MAX_VALUE, 0));
    }

    /** The parameters of a list of features. */
    static Set<String> known(SortedMap<String, Filter> filters) {
        Set<String> known = new HashSet<>(OF_ITEMS);
        known.addAll(filters.keySet());
        return known;
    }

    private static int number(Parameters parameters, String name, int smallest, int largest, int usual) {
        Optional<String> text = parameters.one(name);
        long number = text.filter(digits -> digits.matches("[0-9]{1,10}"))
                .map(Long::parseLong)
                .orElse(text.isEmpty() ? usual : -1L);
        if (number < smallest || number > largest) {
            throw Problem.parameter(
                            name,
                            "The parameter \"" + name + "\" is a whole number from " + smallest + " to " + largest
                                    + ", not \"" + text.orElse("") + "\".")
                    .exception();
        }
        return (int) number;
    }

    /**
     * Refuses parameters that an address does not know.
     *
     * @throws ProblemException if there is one
     */
    static void refuseOthers(Parameters parameters, Set<String> known) {
        for (String name : parameters.values().keySet()) {
            if (!known.contains(name)) {
                throw Problem.parameter(
                                name, "There is no parameter \"" + name + "\" here." + FilterReading.meant(name, known))
                        .exception();
            }
        }
    }
}
