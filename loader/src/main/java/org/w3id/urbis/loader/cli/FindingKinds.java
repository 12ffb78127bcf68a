package org.w3id.urbis.loader.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.w3id.urbis.loader.validation.Finding;

/**
 * Findings of a load as lines of text, kind by kind: all of a kind of which there are few, or else the first few of it and
 * how many more there are. Findings are of one kind if the same check found them in the same file, or, of those that no shape
 * makes, if their sentences differ in numbers, names and quotations alone.
 */
final class FindingKinds {

    /** So many of a kind are shown. */
    private static final int SHOWN = 5;

    private static final Pattern DIFFERS = Pattern.compile("<[^>]*>|\"[^\"]*\"|[0-9][0-9.,:-]*|, [^,.]*, and says");

    private final Map<String, List<Finding>> kinds = new LinkedHashMap<>();

    FindingKinds(List<Finding> findings) {
        findings.forEach(finding ->
                kinds.computeIfAbsent(kind(finding), any -> new ArrayList<>()).add(finding));
    }

    private static String kind(Finding finding) {
        String what = finding.constraint()
                .or(finding::shape)
                .map(shape -> finding.component() + " " + shape)
                .orElseGet(() -> DIFFERS.matcher(finding.message()).replaceAll("…"));
        return finding.severity() + " " + finding.file() + " " + what;
    }

    /** Whether all of them are shown. */
    boolean isWhole() {
        return kinds.values().stream().allMatch(FindingKinds::isFew);
    }

    private static boolean isFew(List<Finding> kind) {
        // One line that says "one more" is as long as the one more.
        return kind.size() <= SHOWN + 1;
    }

    /** What is shown. */
    String shown() {
        StringBuilder text = new StringBuilder();
        for (List<Finding> kind : kinds.values()) {
            kind.stream().limit(isFew(kind) ? kind.size() : SHOWN).forEach(finding -> text.append(lines(finding)));
            if (!isFew(kind)) {
                text.append(String.format(Locale.ROOT, "  and %,d more of this kind%n", kind.size() - SHOWN));
            }
        }
        return text.toString();
    }

    /** One finding with its place and how to mend it. */
    static String lines(Finding finding) {
        String place = finding.file().isEmpty()
                ? ""
                : finding.line() == 0
                        ? finding.file() + ": "
                        : finding.column() == 0
                                ? finding.file() + ":" + finding.line() + ": "
                                : finding.file() + ":" + finding.line() + ":" + finding.column() + ": ";
        return place + finding.severity().name().toLowerCase(Locale.ROOT) + ": " + finding.message() + "\n"
                + finding.fix().map(fix -> "  fix: " + fix.text() + "\n").orElse("");
    }
}
