package org.w3id.urbis.loader.entry;

import java.text.Normalizer;
import java.util.Locale;

/** Names as they are compared: without case, accents and marks between words. */
final class Folded {

    private Folded() {}

    static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
                .strip();
    }
}
