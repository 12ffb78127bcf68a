package org.w3id.urbis.loader.validation;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.vocabulary.XSD;

/** Finds what a text was probably meant to be, where it is not written as its datatype has it. */
final class Lexicals {

    private static final Pattern PARTS = Pattern.compile("(\\d{1,4})[-/. ](\\d{1,2})[-/. ](\\d{1,4})");
    private static final Pattern MONTH = Pattern.compile("(?:(\\d{4})[-/.](\\d)|(\\d{1,2})[-/.](\\d{4}))");
    private static final Pattern BASIC = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern TIME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[ T](\\d{2}:\\d{2})(:\\d{2})?");
    private static final Pattern GROUPED =
            Pattern.compile("[+-]?\\d{1,3}(?:([, '.\u00A0\u2009\u202F])\\d{3})(?:\\1\\d{3})*");
    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d+(?:\\.\\d+)?[eE][+-]?\\d{1,2}");
    private static final Pattern COMMA = Pattern.compile("[+-]?\\d+,\\d+");
    private static final Pattern BOTH =
            Pattern.compile("([+-]?\\d{1,3}(?:([,. '\u00A0\u2009\u202F])\\d{3})+)(?!\\2)[.,](\\d+)");

    private static final List<DateTimeFormatter> IN_WORDS =
            List.of(english("d MMMM uuuu"), english("d MMM uuuu"), english("MMMM d, uuuu"), english("MMM d, uuuu"));

    private Lexicals() {}

    /**
     * Finds the texts of a datatype that a text may have been meant to be.
     *
     * @param text     a text that is none of the datatype's, or is of another
     * @param datatype the datatype
     * @return one if there is no doubt, several if a person has to decide, none if nobody can tell
     */
    static List<String> meant(String text, RDFDatatype datatype) {
        String bare = text.strip();
        Set<String> meant = new LinkedHashSet<>();
        if (datatype.isValid(bare)) {
            meant.add(bare);
        } else if (datatype.getURI().startsWith(XSD.getURI())) {
            switch (datatype.getURI().substring(XSD.getURI().length())) {
                case "date" -> dates(bare, meant);
                case "gYearMonth" -> months(bare, meant);
                case "dateTime" -> times(bare, meant);
                case "boolean" -> truths(bare, meant);
                case "decimal" -> decimals(bare, meant);
                case "integer", "nonNegativeInteger", "positiveInteger", "int", "long" -> wholes(bare, meant);
                default -> {
                    // Of others a text does not tell what it should have been.
                }
            }
        }
        meant.removeIf(candidate -> !datatype.isValid(candidate));
        return List.copyOf(meant);
    }

    private static void dates(String text, Set<String> meant) {
        Matcher parts = PARTS.matcher(text);
        Matcher basic = BASIC.matcher(text);
        Matcher time = TIME.matcher(text);
        if (parts.matches() && parts.group(1).length() == 4) {
            date(parts.group(1), parts.group(2), parts.group(3), meant);
        } else if (parts.matches() && parts.group(3).length() == 4) {
            // Some put the day first and some the month; with both of them up to twelve, only the author knows.
            date(parts.group(3), parts.group(2), parts.group(1), meant);
            date(parts.group(3), parts.group(1), parts.group(2), meant);
        } else if (basic.matches()) {
            date(basic.group(1), basic.group(2), basic.group(3), meant);
        } else if (time.lookingAt()) {
            meant.add(time.group(1));
        } else {
            IN_WORDS.forEach(form -> inWords(text, form, meant));
        }
    }

    private static void date(String year, String month, String day, Set<String> meant) {
        try {
            meant.add(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
                    .toString());
        } catch (DateTimeException noSuchDay) {
            // The other order may be one.
        }
    }

    private static void inWords(String text, DateTimeFormatter form, Set<String> meant) {
        try {
            meant.add(LocalDate.parse(text, form).toString());
        } catch (DateTimeException anotherForm) {
            // The next may fit.
        }
    }

    private static void months(String text, Set<String> meant) {
        Matcher month = MONTH.matcher(text);
        if (month.matches()) {
            boolean isYearFirst = month.group(1) != null;
            try {
                meant.add(YearMonth.of(
                                Integer.parseInt(month.group(isYearFirst ? 1 : 4)),
                                Integer.parseInt(month.group(isYearFirst ? 2 : 3)))
                        .toString());
            } catch (DateTimeException noSuchMonth) {
                // Nothing is meant.
            }
        }
    }

    private static void times(String text, Set<String> meant) {
        Matcher time = TIME.matcher(text);
        if (time.matches()) {
            meant.add(time.group(1) + "T" + time.group(2) + (time.group(3) == null ? ":00" : time.group(3)));
        }
    }

    private static void truths(String text, Set<String> meant) {
        switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> meant.add("true");
            case "false", "no" -> meant.add("false");
            default -> {
                // A person has to decide.
            }
        }
    }

    private static void decimals(String text, Set<String> meant) {
        Matcher both = BOTH.matcher(text);
        Matcher grouped = GROUPED.matcher(text);
        if (SCIENTIFIC.matcher(text).matches()) {
            // So are numbers of JSON written by readers of JSON-LD, whatever datatype a context gives them.
            meant.add(new BigDecimal(text).toPlainString());
        }
        if (both.matches()) {
            meant.add(digits(both.group(1)) + "." + both.group(3));
            return;
        }
        if (COMMA.matcher(text).matches()) {
            meant.add(text.replace(',', '.'));
        }
        if (grouped.matches()) {
            meant.add(digits(text));
        }
    }

    private static void wholes(String text, Set<String> meant) {
        Matcher grouped = GROUPED.matcher(text);
        // 1.234 is a number as it stands, if not a whole one: who wrote it has to say.
        if (grouped.matches() && !text.matches("[+-]?\\d+[.]\\d+")) {
            meant.add(digits(text));
        } else if (text.matches("[+-]?\\d+[.]0+")) {
            meant.add(text.substring(0, text.indexOf('.')));
        }
    }

    private static String digits(String grouped) {
        return grouped.replaceAll("[^0-9+-]", "");
    }

    private static DateTimeFormatter english(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
