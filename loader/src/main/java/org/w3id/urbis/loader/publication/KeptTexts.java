package org.w3id.urbis.loader.publication;

import java.util.function.UnaryOperator;

/** What is made of texts of which the same few come again and again. Not to be shared by threads. */
final class KeptTexts {

    private static final int BITS = 12;

    private final UnaryOperator<String> making;
    private final String[] texts = new String[1 << BITS];
    private final String[] made = new String[1 << BITS];

    KeptTexts(UnaryOperator<String> making) {
        this.making = making;
    }

    String of(String text) {
        int place = text.hashCode() * 0x9E3779B9 >>> Integer.SIZE - BITS;
        if (!text.equals(texts[place])) {
            made[place] = making.apply(text);
            texts[place] = text;
        }
        return made[place];
    }
}
