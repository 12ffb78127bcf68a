package org.w3id.urbis.loader.report;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.LocatedFile;
import org.w3id.urbis.loader.validation.Severity;
import org.w3id.urbis.loader.validation.ValidationResult;

/**
 * A report for people: each finding as {@code file:line:column: severity: message}, which editors make a link of, then
 * the line with a caret below the place, then how to mend it; a summary at the end.
 */
final class TextReport {

    /** Longer lines are cut around the caret, in characters. */
    private static final int WIDTH = 120;

    private static final Map<Severity, String> COLOURS =
            Map.of(Severity.VIOLATION, "\u001B[1;31m", Severity.WARNING, "\u001B[1;33m", Severity.INFO, "\u001B[1;36m");
    private static final String BOLD = "\u001B[1m";
    private static final String GREEN = "\u001B[32m";
    private static final String PLAIN = "\u001B[0m";

    private final ValidationResult result;
    private final boolean colour;
    private final Map<String, LocatedFile> files;
    private final StringBuilder text = new StringBuilder();

    private TextReport(ValidationResult result, boolean colour) {
        this.result = result;
        this.colour = colour;
        this.files = result.files().stream()
                .collect(Collectors.toMap(LocatedFile::name, Function.identity(), (first, again) -> first));
    }

    /** Writes the report, with the escape sequences of terminals if colour is wanted. */
    static String of(ValidationResult result, boolean colour) {
        TextReport report = new TextReport(result, colour);
        result.findings().forEach(report::finding);
        report.summary();
        return report.text.toString();
    }

    private void finding(Finding finding) {
        String severity = finding.severity().name().toLowerCase(Locale.ROOT);
        text.append(painted(BOLD, place(finding)))
                .append(painted(COLOURS.get(finding.severity()), severity + ":"))
                .append(' ')
                .append(finding.message())
                .append('\n');
        if (finding.line() > 0 && files.containsKey(finding.file())) {
            excerpt(files.get(finding.file()).line(finding.line()), finding);
        }
        finding.fix().ifPresent(fix -> text.append("  ")
                .append(painted(GREEN, "fix:"))
                .append(' ')
                .append(fix.text())
                .append('\n'));
    }

    private static String place(Finding finding) {
        if (finding.line() == 0) {
            return finding.file().isEmpty() ? "" : finding.file() + ": ";
        }
        return finding.file() + ":" + finding.line() + ":" + finding.column() + ": ";
    }

    private void excerpt(String line, Finding finding) {
        int caret = Math.clamp(finding.column() - 1L, 0, line.length());
        int from = line.length() <= WIDTH ? 0 : Math.clamp(caret - WIDTH / 2L, 0, line.length() - WIDTH);
        int to = Math.min(line.length(), from + WIDTH);
        String margin = "%6d | ".formatted(finding.line());
        text.append(margin)
                .append(line, from, to)
                .append('\n')
                .append(" ".repeat(margin.length() - 2))
                .append("| ");
        for (int i = from; i < caret; i++) {
            // A tab below a tab is as wide as it is above.
            text.append(line.charAt(i) == '\t' ? '\t' : ' ');
        }
        text.append(painted(COLOURS.get(finding.severity()), "^")).append('\n');
    }

    private void summary() {
        String counts = Stream.of(Severity.values())
                .filter(severity -> result.count(severity) > 0)
                .map(severity -> counted(
                        result.count(severity),
                        severity == Severity.INFO ? "remark" : severity.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
        text.append(counts.isEmpty() ? "No fault found" : counts)
                .append(" in ")
                .append(counted(result.files().size(), "file"))
                .append(", ")
                .append(counted(result.statementCount(), "statement"))
                .append(".\n");
    }

    private static String counted(long count, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
    }

    private String painted(String escape, String words) {
        return colour ? escape + words + PLAIN : words;
    }
}
