package org.w3id.urbis.endpoint.collection;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;

/**
 * The days of a year, a month or a day.
 *
 * @param first the first of them
 * @param last  the last of them
 */
public record Period(LocalDate first, LocalDate last) {

    /** Reads {@code 2030}, {@code 2030-06} or {@code 2030-06-30}; empty if the text is none of these. */
    public static Optional<Period> parse(String text) {
        try {
            return switch (text.length()) {
                case 4 -> {
                    Year year = Year.parse(text);
                    yield Optional.of(new Period(year.atDay(1), year.atMonth(12).atEndOfMonth()));
                }
                case 7 -> {
                    YearMonth month = YearMonth.parse(text);
                    yield Optional.of(new Period(month.atDay(1), month.atEndOfMonth()));
                }
                case 10 -> {
                    LocalDate day = LocalDate.parse(text);
                    yield Optional.of(new Period(day, day));
                }
                default -> Optional.empty();
            };
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    /** Whether all its days are among those of another. */
    boolean within(Period other) {
        return !first.isBefore(other.first) && !last.isAfter(other.last);
    }
}
