package org.w3id.urbis.endpoint.negotiation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The languages a reader wants, best first, among the six of the United Nations. Where a label has none of them,
 * English, then no language, then whatever there is, is taken. RFC 9110, section 12.5.4.
 *
 * @param wanted codes in lower case, best first, never empty: English stands last if it was not asked for
 */
public record Languages(List<String> wanted) {
    /** The six, in the order of their codes. */
    public static final List<String> OFFERED = List.of("ar", "en", "es", "fr", "ru", "zh");

    /** Reads an Accept-Language header; empty means English. */
    public static Languages of(String acceptLanguage) {
        List<WeightedList.Entry> entries =
                new ArrayList<>(WeightedList.parse(acceptLanguage).entries());
        entries.removeIf(entry -> entry.weight() == 0);
        entries.sort(Comparator.comparingDouble(WeightedList.Entry::weight).reversed());
        Set<String> codes = new LinkedHashSet<>();
        for (WeightedList.Entry entry : entries) {
            String primary = entry.value().split("-", 2)[0];
            if (OFFERED.contains(primary)) {
                codes.add(primary);
            }
        }
        codes.add("en");
        return new Languages(List.copyOf(codes));
    }

    /**
     * How well a language tag suits the reader.
     *
     * @param tag language tag of a literal, empty for none
     * @return 0 for best; the larger, the worse
     */
    public int rank(String tag) {
        String primary = tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
        int place = wanted.indexOf(primary);
        if (place >= 0) {
            return place;
        }
        return tag.isEmpty() ? wanted.size() : wanted.size() + 1;
    }

    /** The language wanted most. */
    public String first() {
        return wanted.getFirst();
    }

    /** The direction in which text of a language runs: {@code rtl} or {@code ltr}. */
    public static String direction(String tag) {
        String primary = tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
        return Set.of("ar", "he", "fa", "ur").contains(primary) ? "rtl" : "ltr";
    }
}
