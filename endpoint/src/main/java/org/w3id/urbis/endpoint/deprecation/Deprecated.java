package org.w3id.urbis.endpoint.deprecation;

import io.helidon.common.uri.UriPath;
import io.helidon.http.PathMatcher;
import io.helidon.http.PathMatchers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.urbis.endpoint.exchange.HttpDate;

/**
 * A route, or a parameter of one, that is not to be used any more.
 *
 * @param path      which paths
 * @param parameter which parameter of theirs; empty for the whole route
 * @param since     since when it is deprecated
 * @param sunset    when it goes; empty if that is not settled
 * @param page      what explains it
 * @param successor what to use instead; empty if there is nothing
 */
record Deprecated(
        PathMatcher path,
        String parameter,
        Instant since,
        Optional<Instant> sunset,
        String page,
        Optional<String> successor) {
    private static final int COLUMNS = 6;
    private static final String NONE = "-";

    /**
     * Reads a line of the table.
     *
     * @throws IllegalArgumentException if it has not its six columns, or a date is none
     */
    static Deprecated read(String line) {
        String[] columns = line.split("\t");
        if (columns.length != COLUMNS) {
            throw new IllegalArgumentException("A deprecation has " + COLUMNS + " columns: " + line);
        }
        return new Deprecated(
                PathMatchers.create(columns[0]),
                given(columns[1]).orElse(""),
                day(columns[2]),
                given(columns[3]).map(Deprecated::day),
                columns[4],
                given(columns[5]));
    }

    private static Optional<String> given(String column) {
        return Optional.of(column).filter(text -> !text.equals(NONE));
    }

    private static Instant day(String date) {
        return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    boolean concerns(UriPath asked, java.util.Set<String> parameters) {
        return path.match(asked).accepted() && (parameter.isEmpty() || parameters.contains(parameter));
    }

    Optional<String> sunsetDate() {
        return sunset.map(HttpDate::of);
    }

    /** Links by RFC 8288. */
    String links() {
        List<String> links = new ArrayList<>();
        links.add("<" + page + ">; rel=\"deprecation\"; type=\"text/html\"");
        sunset.ifPresent(any -> links.add("<" + page + ">; rel=\"sunset\"; type=\"text/html\""));
        successor.ifPresent(address -> links.add("<" + address + ">; rel=\"successor-version\""));
        return String.join(", ", links);
    }
}
