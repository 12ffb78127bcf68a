package org.w3id.urbis.shapes;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/** Finds the known words that a misspelt one was probably meant to be. */
public final class Spelling {

    /** How many equally near words are still a help. */
    private static final int MOST = 3;

    private Spelling() {}

    /**
     * Finds the known words that are fewest keystrokes away.
     *
     * @param word  the word as written
     * @param known the words it may have been meant to be
     * @return the nearest words, sorted, all equally near; none if none is within a third of the word's length (one
     *     keystroke for a word of fewer than six characters), or if more than {@value #MOST} are equally near, which
     *     would be a guess and no help
     */
    public static List<String> nearest(String word, Collection<String> known) {
        int reach = Math.max(1, word.length() / 3);
        String lower = word.toLowerCase(Locale.ROOT);
        List<String> near = fewest(known, reach, candidate -> distance(lower, candidate.toLowerCase(Locale.ROOT)));
        // Among words that differ in case alone, the one in the case of the word: a property, not its class.
        List<String> nearest = fewest(near, Integer.MAX_VALUE, candidate -> distance(word, candidate));
        return nearest.size() > MOST ? List.of() : nearest;
    }

    private static List<String> fewest(Collection<String> known, int reach, ToIntFunction<String> keystrokes) {
        int fewest = reach;
        TreeSet<String> found = new TreeSet<>();
        for (String candidate : known) {
            int count = keystrokes.applyAsInt(candidate);
            if (count < fewest) {
                found.clear();
                fewest = count;
            }
            if (count == fewest) {
                found.add(candidate);
            }
        }
        return List.copyOf(found);
    }

    /**
     * Counts the keystrokes from one word to another: letters put in, left out, replaced, or swapped with their
     * neighbour.
     *
     * @param from a word
     * @param to   another
     * @return how many keystrokes lead from one to the other, 0 or more
     * @see <a href="https://doi.org/10.1145/363958.363994">Damerau, A technique for computer detection and correction
     *     of spelling errors, 1964</a>
     */
    public static int distance(String from, String to) {
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[to.length()];
    }
}
