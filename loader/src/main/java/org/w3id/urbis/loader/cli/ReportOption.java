package org.w3id.urbis.loader.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.w3id.urbis.loader.report.Report;
import org.w3id.urbis.loader.report.ReportFormat;
import org.w3id.urbis.loader.validation.Messages;
import org.w3id.urbis.loader.validation.ValidationResult;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How and where to report what a validation found. */
final class ReportOption {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            completionCandidates = FormatNames.class,
            converter = FormatNames.class,
            description =
                    "How to report: ${COMPLETION-CANDIDATES}. Default: what the ending of --output says, or else text.")
    private ReportFormat format;

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            completionCandidates = LanguageNames.class,
            converter = LanguageNames.class,
            description = "The language of messages: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Locale language = Locale.ENGLISH;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Write the report to this file, and only its last line to the terminal.")
    private Path output;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "Colour the text: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}, which is on a terminal"
                    + " unless NO_COLOR is set.")
    private Colour colour = Colour.auto;

    /** The language of messages. */
    Locale language() {
        return language;
    }

    /** Reports to the file that was asked for, or else to standard output. */
    void write(ValidationResult result, PrintWriter standardOutput) {
        Report report = Report.of(result).in(language).from(Path.of("")).madeAt(Instant.now());
        if (output == null) {
            ReportFormat chosen = Optional.ofNullable(format).orElse(ReportFormat.TEXT);
            standardOutput.print(chosen.text(report.coloured(colour.isSeen())));
        } else {
            ReportFormat chosen = Optional.ofNullable(format)
                    .or(() -> ReportFormat.ofFileName(output.toString()))
                    .orElse(ReportFormat.TEXT);
            writeFile(chosen, report.coloured(colour == Colour.always));
            standardOutput.println(report.summary());
        }
        standardOutput.flush();
    }

    private void writeFile(ReportFormat chosen, Report report) {
        try (OutputStream out = Files.newOutputStream(output)) {
            chosen.write(report, out);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + output, e);
        }
    }

    /** When to colour; the names are what the user writes. */
    enum Colour {
        auto,
        always,
        never;

        boolean isSeen() {
            return this == always || this == auto && isTerminal();
        }

        /** The launcher knows where standard output goes; asking Java takes long. */
        private static boolean isTerminal() {
            String known = System.getProperty("urbis.terminal");
            return known == null ? Ansi.AUTO.enabled() : known.equals("yes") && System.getenv("NO_COLOR") == null;
        }
    }

    /** The formats by their names in lower case, whatever the settings of the command line that this is part of. */
    static final class FormatNames implements ITypeConverter<ReportFormat>, Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return ReportFormat.names().iterator();
        }

        @Override
        public ReportFormat convert(String name) {
            return ReportFormat.named(name)
                    .orElseThrow(() -> new TypeConversionException(
                            "no format is called " + name + "; there are " + String.join(", ", this)));
        }
    }

    /** The languages by their tags. */
    static final class LanguageNames implements ITypeConverter<Locale>, Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return languages().iterator();
        }

        @Override
        public Locale convert(String tag) {
            if (!languages().contains(tag)) {
                throw new TypeConversionException(
                        "messages are not in " + tag + ", only in " + String.join(", ", languages()));
            }
            return Locale.forLanguageTag(tag);
        }

        private static List<String> languages() {
            return Messages.LANGUAGES;
        }
    }
}
