package org.w3id.urbis.loader.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Dates as sources give them: a day, a month of a year, or a year, and no more precise than that. */
public final class PartialDate {

    /** Written dates that have one reading only. "8/12/2015" is not among them: half the world reads it otherwise. */
    private static final List<DateTimeFormatter> KNOWN = List.of(
            formatter("uuuu-MM-dd"),
            formatter("uuuu-MM"),
            formatter("uuuu"),
            formatter("d MMMM uuuu"),
            formatter("d MMM uuuu"),
            formatter("MMMM d, uuuu"),
            formatter("MMM d, uuuu"),
            formatter("MMMM uuuu"),
            formatter("MMM uuuu"),
            formatter("uuuuMMdd"));

    private PartialDate() {}

    /**
     * Reads a date in one of the unmistakable ways.
     *
     * @param text such as {@code 2015}, {@code 2015-12}, {@code 2015-12-08} or {@code 8 December 2015}
     * @return an {@code xsd:gYear}, {@code xsd:gYearMonth} or {@code xsd:date}; empty if it is in none of these ways
     */
    public static Optional<Node> of(String text) {
        return KNOWN.stream()
                .map(format -> read(text, format))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * Reads a date by a pattern of {@link DateTimeFormatter}, with English names of months.
     *
     * @throws IllegalArgumentException if the pattern is not one
     */
    static Optional<Node> of(String text, String pattern) {
        return read(text, formatter(pattern));
    }

    /** The last day of the year, month or day that a literal names; empty if it is another kind of literal. */
    static Optional<LocalDate> lastDay(String lexical, String datatype) {
        try {
            return Optional.ofNullable(
                    switch (datatype.substring(datatype.indexOf('#') + 1)) {
                        case "gYear" -> LocalDate.of(Integer.parseInt(lexical), 12, 31);
                        case "gYearMonth" -> YearMonth.parse(lexical).atEndOfMonth();
                        case "date" -> LocalDate.parse(lexical.substring(0, 10));
                        case "dateTime" -> LocalDate.parse(lexical.substring(0, 10));
                        default -> null;
                    });
        } catch (DateTimeException | NumberFormatException | StringIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static Optional<Node> read(String text, DateTimeFormatter format) {
        try {
            TemporalAccessor read = format.parse(text.strip());
            if (!read.isSupported(ChronoField.YEAR)) {
                return Optional.empty();
            }
            int year = read.get(ChronoField.YEAR);
            if (!read.isSupported(ChronoField.MONTH_OF_YEAR)) {
                return Optional.of(literal("%04d".formatted(year), XSDDatatype.XSDgYear));
            }
            if (!read.isSupported(ChronoField.DAY_OF_MONTH)) {
                return Optional.of(literal(YearMonth.from(read).toString(), XSDDatatype.XSDgYearMonth));
            }
            return Optional.of(literal(LocalDate.from(read).toString(), XSDDatatype.XSDdate));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Node literal(String lexical, XSDDatatype datatype) {
        return NodeFactory.createLiteralDT(lexical, datatype);
    }
}
