package org.w3id.urbis.endpoint.feature;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A stretch of time in whole days, open to either side if need be.
 *
 * @param first its first day, {@link LocalDate#MIN} if it has no beginning
 * @param last  its last day, {@link LocalDate#MAX} if it has no end
 */
record TimeSpan(LocalDate first, LocalDate last) {
    private static final String OPEN = "..";

    /**
     * Reads an instant or an interval as OGC API Features writes them: {@code 2021-06-30T12:00:00Z},
     * {@code 2021-01-01T00:00:00Z/..}. A day may be written alone.
     *
     * @return empty if the text is neither, or ends before it begins
     */
    static Optional<TimeSpan> parse(String text) {
        String[] parts = text.split("/", -1);
        Optional<TimeSpan> span =
                switch (parts.length) {
                    case 1 -> day(parts[0]).map(day -> new TimeSpan(day, day));
                    case 2 ->
                        (isOpen(parts[0]) ? Optional.of(LocalDate.MIN) : day(parts[0]))
                                .flatMap(first -> (isOpen(parts[1]) ? Optional.of(LocalDate.MAX) : day(parts[1]))
                                        .map(last -> new TimeSpan(first, last)));
                    default -> Optional.empty();
                };
        return span.filter(found -> !found.last.isBefore(found.first));
    }

    private static boolean isOpen(String text) {
        return text.isEmpty() || text.equals(OPEN);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(
                    text.length() == 10
                            ? LocalDate.parse(text)
                            : OffsetDateTime.parse(text.replace(' ', 'T'))
                                    .withOffsetSameInstant(ZoneOffset.UTC)
                                    .toLocalDate());
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** Whether they have a day in common. */
    boolean meets(TimeSpan other) {
        return !first.isAfter(other.last) && !last.isBefore(other.first);
    }
}
