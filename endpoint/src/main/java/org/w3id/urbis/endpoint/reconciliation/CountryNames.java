package org.w3id.urbis.endpoint.reconciliation;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3id.urbis.loader.names.FoldedText;

/**
 * What countries are commonly called, beside the names that the United Nations use: "South Korea", "Bolivia", "UK". From the
 * Unicode Common Locale Data Repository, as ICU carries it.
 *
 * @see <a href="https://cldr.unicode.org/">CLDR</a>
 */
final class CountryNames {

    private static final List<String> LANGUAGES =
            List.of("en", "fr", "es", "ar", "ru", "zh", "pt", "de", "it", "tr", "ja", "ko", "nl", "pl", "id");
    private static final Map<String, String> CODES = codes();

    private CountryNames() {}

    /** The ISO 3166-1 alpha-2 code of a country by a common name in one of several languages; empty if it is none. */
    static Optional<String> code(String name) {
        return Optional.ofNullable(CODES.get(FoldedText.of(name).ownKey()));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (String language : LANGUAGES) {
            for (DisplayContext length : List.of(DisplayContext.LENGTH_FULL, DisplayContext.LENGTH_SHORT)) {
                LocaleDisplayNames names = LocaleDisplayNames.getInstance(ULocale.forLanguageTag(language), length);
                for (String code : Locale.getISOCountries()) {
                    put(codes, ambiguous, names.regionDisplayName(code), code);
                }
            }
        }
        ambiguous.forEach(codes::remove);
        return Map.copyOf(codes);
    }

    private static void put(Map<String, String> codes, Set<String> ambiguous, String name, String code) {
        String key = name == null ? "" : FoldedText.of(name).ownKey();
        if (!key.isEmpty()) {
            String other = codes.putIfAbsent(key, code);
            if (other != null && !other.equals(code)) {
                ambiguous.add(key);
            }
        }
    }
}
