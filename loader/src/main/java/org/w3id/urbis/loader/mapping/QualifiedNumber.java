package org.w3id.urbis.loader.mapping;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with the words around it: {@code "nearly 100"}, {@code "over 10,000 cities"}, {@code "50-100"},
 * {@code "1.5 million"}.
 *
 * <p>Groups of three digits may be parted by a comma, a space or an apostrophe; the decimal mark is a point.
 *
 * @param value      the number, the lower end of a range
 * @param upper      the upper end of a range
 * @param comparator how it is meant: {@code exactly}, {@code nearly}, {@code about}, {@code over}, {@code at-least},
 *                   {@code up-to} or {@code under}
 */
public record QualifiedNumber(BigDecimal value, Optional<BigDecimal> upper, String comparator) {

    private static final String DIGITS = "\\d{1,3}(?:[,\u2019' \u00A0\u202F]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
    private static final String SCALE = "(?:\\s*(thousand|million|billion|k|m|bn)\\b)?";
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\d.,])(-?(?:" + DIGITS + "))" + SCALE + "(?:\\s*(?:-|\u2013|to)\\s*(" + DIGITS + ")" + SCALE
                    + ")?(\\s*\\+)?",
            Pattern.CASE_INSENSITIVE);

    /** Words before the number, longest first where one holds another. */
    private static final Map<String, String> BEFORE = ordered(
            "no more than",
            "up-to",
            "not more than",
            "up-to",
            "at most",
            "up-to",
            "a maximum of",
            "up-to",
            "up to",
            "up-to",
            "no fewer than",
            "at-least",
            "no less than",
            "at-least",
            "at least",
            "at-least",
            "a minimum of",
            "at-least",
            "more than",
            "over",
            "over",
            "over",
            "above",
            "over",
            ">=",
            "at-least",
            "\u2265",
            "at-least",
            "<=",
            "up-to",
            "\u2264",
            "up-to",
            ">",
            "over",
            "fewer than",
            "under",
            "less than",
            "under",
            "under",
            "under",
            "below",
            "under",
            "<",
            "under",
            "nearly",
            "nearly",
            "almost",
            "nearly",
            "close to",
            "nearly",
            "approximately",
            "about",
            "about",
            "about",
            "around",
            "about",
            "roughly",
            "about",
            "some",
            "about",
            "circa",
            "about",
            "ca.",
            "about",
            "c.",
            "about",
            "~",
            "about",
            "\u2248",
            "about");

    /** Words after the number. */
    private static final Map<String, String> AFTER =
            ordered("or more", "at-least", "and more", "at-least", "or less", "up-to", "or fewer", "up-to");

    /**
     * Reads the first number of a text.
     *
     * @param text such as {@code nearly 100 cities}
     * @return the number; empty if there is none
     */
    public static Optional<QualifiedNumber> of(String text) {
        Matcher number = NUMBER.matcher(text);
        if (!number.find()) {
            return Optional.empty();
        }
        String scale = number.group(2);
        // In "1 to 2 million" the scale stands once for both.
        String lowerScale = scale == null && number.group(4) != null ? number.group(4) : scale;
        BigDecimal value = scaled(number.group(1), lowerScale);
        Optional<BigDecimal> upper =
                Optional.ofNullable(number.group(3)).map(digits -> scaled(digits, number.group(4)));
        String before =
                text.substring(0, number.start()).toLowerCase(Locale.ROOT).strip();
        String after = text.substring(number.end()).toLowerCase(Locale.ROOT).strip();
        String comparator = number.group(5) != null
                ? "at-least"
                : find(AFTER, after::startsWith)
                        .or(() -> find(BEFORE, words -> endsWithWords(before, words)))
                        .orElse("exactly");
        return Optional.of(new QualifiedNumber(value, upper, comparator));
    }

    private static boolean endsWithWords(String text, String words) {
        if (!text.endsWith(words)) {
            return false;
        }
        int start = text.length() - words.length();
        return start == 0 || !Character.isLetter(words.charAt(0)) || !Character.isLetter(text.charAt(start - 1));
    }

    private static BigDecimal scaled(String digits, String scale) {
        BigDecimal plain = new BigDecimal(digits.replaceAll("[^\\d.-]", ""));
        int zeros = scale == null
                ? 0
                : switch (scale.toLowerCase(Locale.ROOT)) {
                    case "thousand", "k" -> 3;
                    case "million", "m" -> 6;
                    default -> 9;
                };
        BigDecimal value = plain.scaleByPowerOfTen(zeros).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    private static Optional<String> find(Map<String, String> words, Predicate<String> fits) {
        return words.keySet().stream().filter(fits).findFirst().map(words::get);
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
