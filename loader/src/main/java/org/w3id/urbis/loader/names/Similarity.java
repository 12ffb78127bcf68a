package org.w3id.urbis.loader.names;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How much names are like one that is asked for; made once for it and used for any number of names. */
public final class Similarity {

    /** The same letters and digits. */
    public static final double SAME = 1;
    /** The same apart from words that only say what sort of thing it is, short forms, and two letters for one with dots. */
    public static final double SAME_CORE = 0.95;
    /** The same words in another order. */
    static final double SAME_WORDS = 0.93;
    /** The same apart from an article before it. */
    static final double SAME_BUT_ARTICLE = 0.92;
    /** The same consonants, in two scripts. */
    static final double SAME_CONSONANTS = 0.75;

    private static final double MOST_FOR_A_BEGINNING = 0.9;
    private static final double MOST_FOR_WORDS = 0.88;
    /** All words of the one are in the other, as in "Sendai Framework" and its full name. */
    private static final double LEAST_FOR_A_PART = 0.6;

    private static final double MOST_FOR_LETTERS = 0.97;

    private final FoldedText asked;
    private final FoldedText core;
    private final String key;
    private final boolean isBeginning;

    /**
     * Prepares to compare.
     *
     * @param asked       what somebody looks for
     * @param isBeginning whether it may be the beginning of a name
     */
    public Similarity(FoldedText asked, boolean isBeginning) {
        this.asked = asked;
        this.core = Designations.core(asked);
        this.key = asked.key();
        this.isBeginning = isBeginning;
    }

    /**
     * Compares with a name, in its own script and in Latin letters.
     *
     * @return 1 for the same name, 0 for nothing in common
     */
    public double of(FoldedText name) {
        if (asked.isEmpty() || name.isEmpty()) {
            return 0;
        }
        String other = name.key();
        if (key.equals(other) && !key.isEmpty() || asked.ownKey().equals(name.ownKey())) {
            return SAME;
        }
        FoldedText otherCore = Designations.core(name);
        if (isSame(core, otherCore)) {
            return SAME_CORE;
        }
        if (isSame(Designations.withoutArticle(core), Designations.withoutArticle(otherCore))) {
            return SAME_BUT_ARTICLE;
        }
        double alike = Math.max(byWords(asked.words(), name.words()), byLetters(key, other));
        if (asked.own().isEmpty() != name.own().isEmpty() && core.skeleton().equals(otherCore.skeleton())) {
            alike = Math.max(alike, SAME_CONSONANTS);
        }
        return isBeginning ? Math.max(alike, byBeginning(name)) : alike;
    }

    private static boolean isSame(FoldedText one, FoldedText other) {
        return one.key().equals(other.key()) && !one.key().isEmpty()
                || !one.own().isEmpty() && one.ownKey().equals(other.ownKey());
    }

    private double byBeginning(FoldedText name) {
        boolean begins =
                !key.isEmpty() && name.key().startsWith(key) || name.ownKey().startsWith(asked.ownKey());
        return begins ? MOST_FOR_A_BEGINNING : 0;
    }

    /** Words in common, by their letters as a share of all letters of both; more if one has nothing that the other lacks. */
    private static double byWords(List<String> asked, List<String> name) {
        Set<String> common = new HashSet<>(asked);
        common.retainAll(name);
        if (common.isEmpty()) {
            return 0;
        }
        if (asked.size() == name.size() && common.size() == new HashSet<>(asked).size() && common.containsAll(name)) {
            return SAME_WORDS;
        }
        double share = Math.min(1, 2.0 * letters(common) / (letters(asked) + letters(name)));
        boolean isPart = common.containsAll(asked) || common.containsAll(name);
        return isPart ? LEAST_FOR_A_PART + (MOST_FOR_WORDS - LEAST_FOR_A_PART) * share : MOST_FOR_WORDS * share;
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
