package org.w3id.urbis.endpoint.exchange;

import io.helidon.http.DateTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Dates as headers hold them. RFC 9110, section 5.6.7. */
public final class HttpDate {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private HttpDate() {}

    /** A moment, without the part of a second. */
    public static String of(Instant moment) {
        return FORMAT.format(moment);
    }

    /** Reads a date in any of the three forms that HTTP has had; empty if it is none. */
    static Optional<Instant> read(String text) {
        try {
            return Optional.of(DateTime.parse(text).toInstant());
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }
}
