package org.w3id.urbis.loader.entry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates in numbers that half the world reads in one way and half in another. */
final class WrittenDate {

    private static final Pattern DAY = Pattern.compile("([0-9]{1,2})[./ -]+([0-9]{1,2})[./ -]+([0-9]{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})[./ ]([0-9]{1,2})(?:[./ ]([0-9]{1,2}))?");
    private static final Pattern MONTH = Pattern.compile("([0-9]{1,2})[./-]([0-9]{4})");

    private WrittenDate() {}

    /** What a text may mean, as ISO 8601 writes it; one if it can mean nothing else, none if it is no date. */
    static List<String> meant(String text) {
        String stripped = text.strip().replaceFirst("[.]$", "");
        Set<String> meant = new LinkedHashSet<>();
        Matcher day = DAY.matcher(stripped);
        if (day.matches()) {
            day(day.group(3), day.group(2), day.group(1)).ifPresent(meant::add);
            day(day.group(3), day.group(1), day.group(2)).ifPresent(meant::add);
        }
        Matcher yearFirst = YEAR_FIRST.matcher(stripped);
        if (yearFirst.matches()) {
            (yearFirst.group(3) == null
                            ? month(yearFirst.group(1), yearFirst.group(2))
                            : day(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3)))
                    .ifPresent(meant::add);
        }
        Matcher month = MONTH.matcher(stripped);
        if (month.matches()) {
            month(month.group(2), month.group(1)).ifPresent(meant::add);
        }
        return meant.stream().toList();
    }

    private static Optional<String> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
                    .toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> month(String year, String month) {
        try {
            return Optional.of(YearMonth.of(Integer.parseInt(year), Integer.parseInt(month))
                    .toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
