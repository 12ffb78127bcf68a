package org.w3id.urbis.endpoint.collection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemDetail;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.shapes.Spelling;

/** Reads filters from the parameters of a request, and refuses parameters that nobody knows. */
public final class FilterReading {
    private final Kind kind;
    private final SortedMap<String, Filter> filters;

    /**
     * Prepares to read.
     *
     * @param kind    of the things that are filtered
     * @param filters those that there are
     */
    public FilterReading(Kind kind, SortedMap<String, Filter> filters) {
        this.kind = kind;
        this.filters = filters;
    }

    /**
     * Reads parameters.
     *
     * @param others parameters that are known besides filters
     * @return a condition for each filter that is given
     * @throws ProblemException if a parameter is not known here, or a value is not of its type
     */
    public List<Condition> read(Parameters parameters, Set<String> others) {
        List<Condition> conditions = new ArrayList<>();
        for (Map.Entry<String, List<String>> given : parameters.values().entrySet()) {
            Filter filter = filters.get(given.getKey());
            if (filter != null) {
                conditions.add(condition(filter, given.getValue()));
            } else if (!others.contains(given.getKey())) {
                throw unknown(given.getKey(), others);
            }
        }
        return conditions;
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

    private ProblemException unknown(String name, Set<String> others) {
        Set<String> known = new TreeSet<>(others);
        known.addAll(filters.keySet());
        String nearest = nearest(name, known);
        Problem problem = nearest.isEmpty()
                ? Problem.parameter(name, ProblemDetail.PARAMETER, name, kind.plural())
                : Problem.parameter(name, ProblemDetail.PARAMETER_MEANT, name, kind.plural(), nearest);
        return problem.with("available", List.copyOf(known)).exception();
    }

    /** A question after what was likely meant, with a blank before it; empty if nothing is near. */
    public static String meant(String word, Collection<String> known) {
        String nearest = nearest(word, known);
        return nearest.isEmpty() ? "" : " Did you mean " + nearest + "?";
    }

    /** What is nearest to a word; empty if nothing is near. */
    static String nearest(String word, Collection<String> known) {
        return String.join(" or ", Spelling.nearest(word, known));
    }
}
