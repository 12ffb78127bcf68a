package org.w3id.urbis.shapes;

import java.text.Normalizer;
import java.util.Locale;

/** Names as they are compared: without case, accents and marks between words. */
public final class Folded {

    private Folded() {}

    /**
     * Folds a name.
     *
     * @param text a name as somebody writes it
     * @return its letters and digits in lower case, words with one blank between; empty if it has none
     */
    public static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
                .strip();
    }
}
