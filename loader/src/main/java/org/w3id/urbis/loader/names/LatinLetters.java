package org.w3id.urbis.loader.names;

/**
 * Text in Latin letters, of which each becomes the same letters of ASCII whatever stands beside it: going through the rules of
 * ICU takes a hundred times as long.
 */
final class LatinLetters {

    private static final char FIRST = '\u00C0';
    private static final char END = '\u0180';
    private static final String[] PLAIN = table();

    private LatinLetters() {}

    private static String[] table() {
        String[] plain = new String[END - FIRST];
        for (char letter = FIRST; letter < END; letter++) {
            plain[letter - FIRST] = FoldedText.Icu.TO_LATIN.transliterate(String.valueOf(letter));
        }
        return plain;
    }

    /** Whether a text has only letters up to the end of Latin Extended-A and what ASCII has. */
    static boolean areAll(String text) {
        return text.chars().allMatch(c -> c < 0x80 || c >= FIRST && c < END && Character.isLetter(c));
    }

    /** The text in ASCII, letter by letter. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length() + 4);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < FIRST) {
                plain.append(c);
            } else {
                plain.append(PLAIN[c - FIRST]);
            }
        }
        return plain.toString();
    }
}
