package org.w3id.urbis.endpoint.sparql;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.urbis.endpoint.description.KnownPrefixes;

/** Finds, for a prefix that a query does not declare, the one its author most likely meant. */
final class PrefixAdvice {
    private static final Pattern UNDECLARED = Pattern.compile("Unresolved prefixed name: ([^\\s:]*):");
    /** More letters than these apart, two prefixes are not the same one mistyped. */
    private static final int FARTHEST = 2;

    private PrefixAdvice() {}

    /** The prefix that a parser's message complains about; empty if it complains about something else. */
    static Optional<String> undeclared(String parserMessage) {
        Matcher matcher = UNDECLARED.matcher(parserMessage);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The known prefix that is closest to an undeclared one, or empty if none is close. */
    static Optional<String> nearest(String undeclared) {
        return KnownPrefixes.NAMESPACES.keySet().stream()
                .filter(known -> distance(undeclared, known) <= Math.min(FARTHEST, known.length() / 2))
                .min(Comparator.comparingInt(known -> distance(undeclared, known)));
    }

    /** The line that declares a known prefix. */
    static String declaration(String known) {
        return "PREFIX " + known + ": <" + KnownPrefixes.NAMESPACES.get(known) + ">";
    }

    /** How many letters must be added, left out or changed to come from one word to the other (Levenshtein 1966). */
    static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(previous[j], row[j - 1]) + 1);
            }
            previous = row;
        }
        return previous[b.length()];
    }
}
