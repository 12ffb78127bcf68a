package org.w3id.urbis.loader.names;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How much two names are alike. */
public final class Similarity {

    /** The same letters and digits. */
    public static final double SAME = 1;
    /** The same apart from words that only say what sort of thing it is. */
    static final double SAME_CORE = 0.95;
    /** The same words in another order. */
    static final double SAME_WORDS = 0.93;

    /** The same consonants, in two scripts. */
    static final double SAME_CONSONANTS = 0.75;

    private static final double MOST_FOR_A_BEGINNING = 0.9;
    private static final double MOST_FOR_WORDS = 0.88;
    private static final double MOST_FOR_LETTERS = 0.97;

    private Similarity() {}

    /**
     * Compares two names, in their own script and in Latin letters.
     *
     * @param asked       what somebody looks for
     * @param name        the name of a thing
     * @param isBeginning whether what is looked for may be the beginning of the name
     * @return 1 for the same name, 0 for nothing in common
     */
    public static double of(FoldedText asked, FoldedText name, boolean isBeginning) {
        if (asked.isEmpty() || name.isEmpty()) {
            return 0;
        }
        if (asked.key().equals(name.key()) && !asked.key().isEmpty()
                || asked.ownKey().equals(name.ownKey())) {
            return SAME;
        }
        FoldedText askedCore = Designations.core(asked);
        FoldedText nameCore = Designations.core(name);
        if (askedCore.key().equals(nameCore.key()) && !askedCore.key().isEmpty()
                || askedCore.ownKey().equals(nameCore.ownKey())) {
            return SAME_CORE;
        }
        double alike = Math.max(byWords(asked.words(), name.words()), byLetters(asked.key(), name.key()));
        if (asked.own().isEmpty() != name.own().isEmpty()
                && askedCore.skeleton().equals(nameCore.skeleton())) {
            alike = Math.max(alike, SAME_CONSONANTS);
        }
        if (isBeginning) {
            alike = Math.max(alike, byBeginning(asked, name));
        }
        return alike;
    }

    private static double byBeginning(FoldedText asked, FoldedText name) {
        boolean begins = !asked.key().isEmpty() && name.key().startsWith(asked.key())
                || name.ownKey().startsWith(asked.ownKey());
        return begins ? MOST_FOR_A_BEGINNING : 0;
    }

    /** Words in common, by their letters, as a share of all letters of both. */
    private static double byWords(List<String> asked, List<String> name) {
        Set<String> common = new HashSet<>(asked);
        common.retainAll(name);
        if (common.isEmpty()) {
            return 0;
        }
        if (asked.size() == name.size() && common.size() == new HashSet<>(asked).size() && common.containsAll(name)) {
            return SAME_WORDS;
        }
        int shared = 2 * letters(common);
        return MOST_FOR_WORDS * Math.min(1, (double) shared / (letters(asked) + letters(name)));
    }

    private static int letters(Iterable<String> words) {
        int letters = 0;
        for (String word : words) {
            letters += word.length();
        }
        return letters;
    }

    private static double byLetters(String asked, String name) {
        int longest = Math.max(asked.length(), name.length());
        return longest == 0 ? 0 : MOST_FOR_LETTERS * (1 - (double) edits(asked, name) / longest);
    }

    /**
     * The number of letters to put in, take out, change, or swap with their neighbour, to make one text of the other.
     *
     * <p>Optimal string alignment, the restricted form of the distance of Damerau and Levenshtein.
     */
    static int edits(String one, String other) {
        int[] before = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[other.length()];
    }
}
