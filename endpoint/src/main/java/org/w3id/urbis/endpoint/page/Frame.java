package org.w3id.urbis.endpoint.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What stands around every page.
 *
 * @param revision the revision answered from, as words; empty if the page needs none
 */
public record Frame(String revision) {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** For a page that is not made from the graph. */
    public static final Frame WITHOUT_REVISION = new Frame("");

    /** For a page made from a revision. */
    public static Frame of(long number, Instant created) {
        return new Frame("Revision " + number + ", published " + DAY.format(created));
    }
}
