package org.w3id.urbis.endpoint.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.w3id.urbis.shapes.EntryForm;

/**
 * What a browser lets stand in a field, as a regular expression for the attribute {@code pattern}: no more than the shapes
 * allow. Blanks at the ends do no harm, for they are left out of what is written.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/input.html#the-pattern-attribute">HTML, the attribute pattern</a>
 */
final class BrowserPattern {
    private static final String LONG_MONTH = "(?:0[13578]|1[02])(?:-(?:0[1-9]|[12][0-9]|3[01]))?";
    private static final String SHORT_MONTH = "(?:0[469]|11)(?:-(?:0[1-9]|[12][0-9]|30))?";
    private static final String FEBRUARY = "02(?:-(?:0[1-9]|1[0-9]|2[0-8]))?";
    private static final String LEAP_YEAR =
            "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)";
    private static final String DATE = "(?!0000)(?:[0-9]{4}(?:-(?:" + LONG_MONTH + "|" + SHORT_MONTH + "|" + FEBRUARY
            + "))?|" + LEAP_YEAR + "-02-29)";
    private static final String KEY = "[A-Za-z0-9._~\\-]+";
    private static final String IRI = "[A-Za-z][A-Za-z0-9+.\\-]*:[^\\s<>\"\\{\\}\\|\\\\^`]+";

    /** What in a class of characters means something else to a browser than to SHACL unless a backslash stands before it. */
    private static final String ESCAPED_IN_CLASS = "()[{}/|";

    private BrowserPattern() {}

    /** The expression for a field; empty if the field may hold anything, or only the gate can tell. */
    static Optional<String> of(EntryForm.Field field) {
        return (switch (field.kind()) {
                    case DATE -> Optional.of(DATE);
                    case REFERENCE -> Optional.of(reference(field.pattern()));
                    case TEXT, WORDS -> text(field.bounds());
                    case INTEGER, NUMBER, CODE, PART -> Optional.<String>empty();
                })
                .map(expression -> "\\s*(?:" + expression + ")\\s*");
    }

    /** An IRI, or kind and key; only of those kinds that the shapes name, if they name some. */
    private static String reference(String pattern) {
        List<String> kinds = EntryKinds.in(pattern);
        String ofKind = kinds.isEmpty() ? "[a-z\\-]+" : "(?:" + String.join("|", kinds) + ")";
        String iri =
                pattern.isEmpty() ? IRI : "(?=" + translated(pattern).orElse("").replaceFirst("^\\^", "") + ")" + IRI;
        return iri + (pattern.isEmpty() || !kinds.isEmpty() ? "|\\/?(?:id\\/)?" + ofKind + "\\/" + KEY : "");
    }

    private static Optional<String> text(EntryForm.Bounds bounds) {
        List<Optional<String>> patterns =
                bounds.patterns().stream().map(BrowserPattern::translated).toList();
        if (patterns.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        String ahead = patterns.stream()
                .map(Optional::get)
                .map(expression ->
                        "(?=" + (expression.startsWith("^") ? expression.substring(1) : ".*" + expression) + ")")
                .collect(Collectors.joining());
        int shortest = bounds.shortest().orElse(1);
        Optional<Integer> longest = bounds.longest();
        if (ahead.isEmpty() && shortest <= 1 && longest.isEmpty()) {
            return Optional.empty();
        }
        // Neither begins nor ends with a blank, which would be left out.
        String more = shortest <= 1 ? "(?:." + times(0, longest) + "\\S)?" : "." + times(shortest - 2, longest) + "\\S";
        return Optional.of(ahead.replace("$)", "\\s*$)") + "\\S" + more);
    }

    private static String times(int fewest, Optional<Integer> longest) {
        return longest.map(most -> "{" + fewest + "," + Math.max(fewest, most - 2) + "}")
                .orElse("{" + fewest + ",}");
    }

    /** The same expression for a browser; empty if it holds what browsers may read otherwise. */
    private static Optional<String> translated(String pattern) {
        if (pattern.contains("\\") || pattern.contains("(?") || pattern.contains("&&")) {
            return Optional.empty();
        }
        StringBuilder translated = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < pattern.length(); i++) {
            char letter = pattern.charAt(i);
            boolean ends = inClass && letter == ']';
            boolean isLastDash = inClass && letter == '-' && pattern.startsWith("]", i + 1);
            if (inClass && ESCAPED_IN_CLASS.indexOf(letter) >= 0 || isLastDash) {
                translated.append('\\');
            }
            translated.append(letter);
            inClass = inClass ? !ends : letter == '[';
        }
        return Optional.of(translated.toString());
    }
}
