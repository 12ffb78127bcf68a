package org.w3id.urbis.loader.preview;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.w3id.urbis.loader.report.ReportFormat;
import org.w3id.urbis.loader.report.TextReport;

/** A preview for a terminal: the findings, then what would change, in green what comes and in red what goes. */
final class PreviewText {

    private static final String BOLD = "\u001B[1m";
    private static final String GREEN = "\u001B[32m";
    private static final String RED = "\u001B[31m";
    private static final String PLAIN = "\u001B[0m";

    private final boolean coloured;
    private final Writer text;

    private PreviewText(boolean coloured, Writer text) {
        this.coloured = coloured;
        this.text = text;
    }

    static void write(PreviewReport report, OutputStream out) throws IOException {
        ReportFormat.TEXT.write(report.report(), out);
        Optional<Told> told = Told.of(report);
        if (told.isPresent()) {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            new PreviewText(report.report().coloured(), writer).write(told.get());
            writer.flush();
        }
    }

    private void write(Told told) throws IOException {
        line("");
        line(painted(BOLD, told.title()) + ". " + told.compared() + " " + told.sum());
        for (Told.Thing thing : told.things()) {
            String fate = thing.fate().isEmpty() ? "" : " (" + thing.fate() + ")";
            line(painted(BOLD, shown(thing.name()))
                    + fate
                    + (thing.label().isEmpty() ? "" : " " + shown(thing.label())));
            for (Told.Line statement : thing.lines()) {
                line(painted(statement.gained() ? GREEN : RED, statement(statement)));
            }
        }
        for (Told.Section section : told.sections()) {
            line(painted(BOLD, section.heading()) + ":");
            for (String item : section.items()) {
                line("  " + shown(item));
            }
        }
        line(told.leftOut());
    }

    private static String statement(Told.Line line) {
        return "  " + (line.gained() ? "+ " : "- ") + (line.part().isEmpty() ? "" : shown(line.part()) + " ")
                + shown(line.property()) + " " + shown(line.value())
                + (line.inferred().isEmpty() ? "" : " (" + line.inferred() + ")");
    }

    private void line(String words) throws IOException {
        text.append(words).append('\n');
    }

    private static String shown(String words) {
        return TextReport.shown(words);
    }

    private String painted(String escape, String words) {
        return coloured ? escape + words + PLAIN : words;
    }
}
