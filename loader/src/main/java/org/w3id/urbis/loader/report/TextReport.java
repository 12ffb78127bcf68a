package org.w3id.urbis.loader.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.Messages;
import org.w3id.urbis.loader.validation.Severity;

/**
 * A report for people: each finding as {@code file:line:column: severity: message}, which editors make a link of, then
 * the line with a caret below the place, then why, and how to mend it; a summary at the end.
 */
public final class TextReport {

    private static final Map<Severity, String> COLOURS =
            Map.of(Severity.VIOLATION, "\u001B[1;31m", Severity.WARNING, "\u001B[1;33m", Severity.INFO, "\u001B[1;36m");
    private static final String BOLD = "\u001B[1m";
    private static final String GREEN = "\u001B[32m";
    private static final String PLAIN = "\u001B[0m";

    /** Where Unicode has a picture of each control character. */
    private static final char CONTROL_PICTURES = '\u2400';

    private static final String TURNING = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    private final Report report;
    private final Messages messages;
    private final Files files;
    private final Writer text;

    private TextReport(Report report, Writer text) {
        this.report = report;
        this.messages = report.messages();
        this.files = new Files(report.result());
        this.text = text;
    }

    /** Writes the report. */
    static void write(Report report, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        TextReport written = new TextReport(report, writer);
        for (Finding finding : report.result().findings()) {
            written.finding(finding);
        }
        for (Finding remark : report.result().remarks()) {
            written.finding(remark);
        }
        writer.append(report.summary()).append('\n');
        writer.flush();
    }

    private void finding(Finding finding) throws IOException {
        String colour = COLOURS.get(finding.severity());
        text.append(painted(BOLD, shown(Place.of(finding))))
                .append(painted(colour, Explained.severity(finding.severity(), messages) + ":"))
                .append(' ')
                .append(shown(messages.text(finding.wording())))
                .append('\n');
        Optional<Excerpt> excerpt = files.excerpt(finding);
        if (excerpt.isPresent()) {
            excerpt(excerpt.get(), colour);
        }
        for (Explained more : Explained.of(finding, messages)) {
            text.append("  ".repeat(more.depth()))
                    .append(painted(GREEN, more.label() + ":"))
                    .append(' ')
                    .append(shown(more.words()))
                    .append('\n');
        }
    }

    private void excerpt(Excerpt excerpt, String colour) throws IOException {
        String margin = "%6d | ".formatted(excerpt.number());
        text.append(margin)
                .append(shown(excerpt.before() + excerpt.marked() + excerpt.after()))
                .append('\n')
                .append(" ".repeat(margin.length() - 2))
                .append("| ")
                .append(excerpt.indent())
                .append(painted(colour, "^"))
                .append('\n');
    }

    /**
     * Makes text harmless for a terminal, which obeys control characters and turns text around.
     *
     * @param words what stands in a file
     * @return the same with pictures and marks for such characters
     */
    public static String shown(String words) {
        StringBuilder shown = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c < ' ' && c != '\t') {
                shown.append((char) (CONTROL_PICTURES + c));
            } else {
                shown.append(Character.isISOControl(c) && c != '\t' || TURNING.indexOf(c) >= 0 ? '\uFFFD' : c);
            }
        }
        return shown.toString();
    }

    private String painted(String escape, String words) {
        return report.coloured() ? escape + words + PLAIN : words;
    }
}
