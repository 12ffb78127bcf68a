package org.w3id.urbis.loader.mapping;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Turns a name into the last part of an IRI: {@code "Århus, København & Łódź"} gives {@code arhus-kobenhavn-lodz}.
 *
 * <p>Compatibility forms and accents are taken apart by Unicode's NFKD and the marks dropped; letters that NFKD leaves
 * whole, such as {@code ø} and {@code ß}, are spelt out by a table. Letters of other scripts stay.
 *
 * @see <a href="https://www.unicode.org/reports/tr15/">Unicode Standard Annex 15, Normalization Forms</a>
 */
public final class Slug {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2019\u02BC]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Map<Character, String> SPELT_OUT = Map.ofEntries(
            Map.entry('\u00DF', "ss"),
            Map.entry('\u00E6', "ae"),
            Map.entry('\u0153', "oe"),
            Map.entry('\u00F8', "o"),
            Map.entry('\u0111', "d"),
            Map.entry('\u00F0', "d"),
            Map.entry('\u00FE', "th"),
            Map.entry('\u0142', "l"),
            Map.entry('\u0131', "i"),
            Map.entry('\u0127', "h"),
            Map.entry('\u0167', "t"),
            Map.entry('\u014B', "n"));

    private Slug() {}

    /**
     * Makes the slug of a text.
     *
     * @param text any text
     * @return words of small letters and digits with hyphens between them; empty if it holds no letter and no digit
     */
    public static String of(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        String plain = MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
        StringBuilder spelt = new StringBuilder(plain.length());
        for (char letter : plain.toCharArray()) {
            spelt.append(SPELT_OUT.getOrDefault(letter, String.valueOf(letter)));
        }
        String joined = APOSTROPHES.matcher(spelt).replaceAll("");
        return BETWEEN_WORDS.matcher(joined).replaceAll("-").replaceAll("^-|-$", "");
    }
}
