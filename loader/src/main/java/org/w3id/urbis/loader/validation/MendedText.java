package org.w3id.urbis.loader.validation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.w3id.urbis.loader.validation.Fix.Replacement;

/** A text in which fixes are made, each as a whole or not at all. */
public final class MendedText {
    private static final Comparator<Replacement> LAST_FIRST = Comparator.comparingInt(Replacement::line)
            .thenComparingInt(Replacement::column)
            .reversed();

    private MendedText() {}

    /**
     * Tells whether a finding says by itself what the text should be.
     *
     * @param finding any finding
     * @return true if its fix can be made by a machine; false if it has none, or a person has to decide
     */
    public static boolean isSure(Finding finding) {
        return finding.fix().filter(fix -> !fix.replacements().isEmpty()).isPresent();
    }

    /**
     * Names a fix, as long as the text stays the same.
     *
     * @param finding one for which {@link #isSure} holds
     * @return a name; two findings with the same fix call it the same
     */
    public static String key(Finding finding) {
        List<Replacement> replacements = finding.fix().orElseThrow().replacements();
        Replacement first = replacements.getFirst();
        return first.line() + "-" + first.column() + "-" + Integer.toHexString(replacements.hashCode());
    }

    /**
     * Makes the fixes of some findings. Of fixes that touch the same place the first is made, and of equal ones one.
     *
     * @param text     lines end with a line feed
     * @param findings what was found in the text
     * @return the text with the fixes made
     */
    public static String mended(String text, Collection<Finding> findings) {
        Set<Replacement> chosen = new LinkedHashSet<>();
        for (Finding finding : findings) {
            if (isSure(finding)) {
                List<Replacement> fix = finding.fix().orElseThrow().replacements();
                if (fix.stream().noneMatch(one -> chosen.stream().anyMatch(other -> touch(one, other)))) {
                    chosen.addAll(fix);
                }
            }
        }
        int[] starts = lineStarts(text);
        List<Replacement> inOrder = new ArrayList<>(chosen);
        inOrder.sort(LAST_FIRST);
        StringBuilder mended = new StringBuilder(text);
        for (Replacement one : inOrder) {
            mended.replace(
                    offset(starts, text, one.line(), one.column()),
                    offset(starts, text, one.endLine(), one.endColumn()),
                    one.text());
        }
        return mended.toString();
    }

    private static boolean touch(Replacement one, Replacement other) {
        boolean before = compare(one.endLine(), one.endColumn(), other.line(), other.column()) < 0;
        boolean after = compare(other.endLine(), other.endColumn(), one.line(), one.column()) < 0;
        return !before && !after;
    }

    private static int compare(int line, int column, int otherLine, int otherColumn) {
        return line == otherLine ? Integer.compare(column, otherColumn) : Integer.compare(line, otherLine);
    }

    private static int[] lineStarts(String text) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            starts.add(i + 1);
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int offset(int[] starts, String text, int line, int column) {
        if (line > starts.length) {
            return text.length();
        }
        int end = line == starts.length ? text.length() : starts[line] - 1;
        return Math.min(starts[line - 1] + column - 1, end);
    }
}
