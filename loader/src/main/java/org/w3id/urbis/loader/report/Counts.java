package org.w3id.urbis.loader.report;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3id.urbis.loader.validation.Messages;
import org.w3id.urbis.loader.validation.Severity;
import org.w3id.urbis.loader.validation.ValidationResult;
import org.w3id.urbis.loader.validation.Wording;

/**
 * Says how many there are of something. Languages differ in how many forms a noun has after a number: one in Chinese,
 * six in Arabic.
 *
 * @see <a href="https://www.unicode.org/cldr/charts/48/supplemental/language_plural_rules.html">CLDR, Language Plural
 *     Rules, cardinal</a>
 */
final class Counts {

    /** The least number whose digits may stand in groups. */
    private static final long GROUPED = 1_000;

    private final Messages messages;

    Counts(Messages messages) {
        this.messages = messages;
    }

    /** What was found, in which files: one sentence. */
    String sentence(ValidationResult result) {
        String files = of("file", result.files().size());
        String statements = of("statement", result.statementCount());
        List<String> found = found(result);
        String sum = found.isEmpty()
                ? messages.text(Wording.of("report.nothing", "files", files, "statements", statements))
                : messages.text(Wording.of(
                        "report.sum",
                        "counts",
                        String.join(messages.text(Wording.of("report.comma")), found),
                        "files",
                        files,
                        "statements",
                        statements));
        return result.isComplete() ? sum : messages.text(Wording.of("report.unfinished", "sum", sum));
    }

    /** How many findings there are of each severity that has any, gravest first. */
    List<String> found(ValidationResult result) {
        return Stream.of(Severity.values())
                .filter(severity -> result.count(severity) > 0)
                .map(severity -> of(severity.name().toLowerCase(Locale.ROOT), result.count(severity)))
                .collect(Collectors.toList());
    }

    /** A number and its noun, such as {@code 2 files}. */
    String of(String noun, long count) {
        String key = "count." + noun + "." + category(language(), count);
        return messages.text(Wording.of(messages.has(key) ? key : "count." + noun + ".other", "count", number(count)));
    }

    /** The number with what the language puts between its digits: nothing up to three, and looking that up takes long. */
    private String number(long count) {
        // Lines and columns stand in these digits too, whatever the language.
        return count < GROUPED
                ? Long.toString(count)
                : NumberFormat.getIntegerInstance(Locale.forLanguageTag(language() + "-u-nu-latn"))
                        .format(count);
    }

    private String language() {
        return messages.locale().getLanguage();
    }

    /** The plural category of a whole number in a language of the United Nations. */
    static String category(String language, long n) {
        return switch (language) {
            case "zh" -> "other";
            case "fr" -> n <= 1 ? "one" : "other";
            case "ru" -> russian(n % 10, n % 100);
            case "ar" -> arabic(n);
            default -> n == 1 ? "one" : "other";
        };
    }

    private static String russian(long ones, long tens) {
        if (ones == 1 && tens != 11) {
            return "one";
        }
        return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? "few" : "many";
    }

    private static String arabic(long n) {
        if (n <= 2) {
            return n == 0 ? "zero" : n == 1 ? "one" : "two";
        }
        long tens = n % 100;
        if (tens >= 3) {
            return tens <= 10 ? "few" : "many";
        }
        return "other";
    }
}
