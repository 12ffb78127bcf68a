package org.w3id.urbis.loader.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds tags that begin with no code of a language, as those do that begin with the code of a country instead.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5646#section-2.2.1">RFC 5646, section 2.2.1</a>
 */
final class LanguageCodes {

    private static final int LONGEST = 8;

    private static final Set<String> REGISTERED = Set.of(Locale.getISOLanguages());

    /** Codes of countries, and codes of ISO 639-2 for librarians, that are written for those of languages. */
    private static final Map<String, String> MISTAKEN = Map.ofEntries(
            Map.entry("sp", "es"),
            Map.entry("jp", "ja"),
            Map.entry("cn", "zh"),
            Map.entry("gr", "el"),
            Map.entry("dk", "da"),
            Map.entry("cz", "cs"),
            Map.entry("ua", "uk"),
            Map.entry("kz", "kk"),
            Map.entry("us", "en"),
            Map.entry("ger", "de"),
            Map.entry("fre", "fr"),
            Map.entry("chi", "zh"),
            Map.entry("dut", "nl"),
            Map.entry("gre", "el"),
            Map.entry("cze", "cs"),
            Map.entry("per", "fa"),
            Map.entry("rum", "ro"));

    private LanguageCodes() {}

    /** Whether a well-formed tag begins with a code that no language has, or a longer one than its own. */
    static boolean isNone(String tag) {
        String code = code(tag);
        return switch (code.length()) {
            case 1 -> false;
            case 2 -> !REGISTERED.contains(code);
            // Most languages have a code of three letters only, which only those with one of two may not use.
            case 3 -> meant(tag).isPresent();
            // Longer than any code may be, which the parser says.
            default -> code.length() <= LONGEST;
        };
    }

    /** The tag that was meant; empty if nobody can tell. */
    static Optional<String> meant(String tag) {
        String code = code(tag);
        return Optional.ofNullable(MISTAKEN.get(code))
                .or(() -> Optional.ofNullable(OtherNames.CODES.get(code)))
                .map(meant -> meant + tag.substring(code.length()));
    }

    /** What a tag's language is called, by the tags of the languages in which it is said. */
    static Map<String, String> names(String tag) {
        Map<String, String> names = new TreeMap<>();
        for (String language : Messages.LANGUAGES) {
            names.put(language, Locale.forLanguageTag(tag).getDisplayLanguage(Locale.forLanguageTag(language)));
        }
        return names;
    }

    private static String code(String tag) {
        int end = tag.indexOf('-');
        return (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    /** Collected when the first tag is in doubt: the names of all languages take longer than most files. */
    private static final class OtherNames {

        static final Map<String, String> CODES = collect();

        private static Map<String, String> collect() {
            Map<String, String> names = new HashMap<>();
            for (String code : REGISTERED) {
                Locale locale = Locale.forLanguageTag(code);
                for (String name : List.of(
                        locale.getISO3Language(),
                        locale.getDisplayLanguage(Locale.ENGLISH),
                        locale.getDisplayLanguage(locale))) {
                    names.putIfAbsent(name.toLowerCase(Locale.ROOT), code);
                }
            }
            return names;
        }
    }
}
