package org.w3id.urbis.loader.report;

import java.util.function.BiFunction;
import org.w3id.urbis.loader.validation.ValidationResult;

/** The forms in which what a validation found can be written. */
public enum ReportFormat {

    /**
     * For people: each finding as {@code file:line:column: severity: message}, then the line of the file with a caret
     * below the place, then {@code fix: …}; a line of counts at the end.
     */
    TEXT(TextReport::of),

    /**
     * For programs: one JSON object with
     * <ul>
     * <li>{@code acceptable}: true if there is no violation;
     * <li>{@code counts}: how many findings there are of {@code violation}, {@code warning} and {@code info};
     * <li>{@code files}: for each file its {@code name}, how many {@code statements} were read, and whether that is the
     *     {@code complete} file;
     * <li>{@code findings}: sorted by place, each with {@code file}, {@code line} and {@code column} (from 1),
     *     {@code severity}, {@code message}, {@code fix}, {@code focusNode}, {@code path} (as in SPARQL 1.1),
     *     {@code value}, {@code shape} and {@code component} (IRIs). What is not known is left out; {@code severity},
     *     {@code message} and {@code component} always stand. Terms are objects as in the SPARQL 1.1 Query Results JSON
     *     Format.
     * </ul>
     */
    JSON((result, colour) -> JsonReport.of(result));

    private final BiFunction<ValidationResult, Boolean, String> writer;

    ReportFormat(BiFunction<ValidationResult, Boolean, String> writer) {
        this.writer = writer;
    }

    /**
     * Writes a report.
     *
     * @param result what was found
     * @param colour whether it goes to a terminal that shows colours; formats for programs never have any
     * @return the report, ending with a line feed
     */
    public String write(ValidationResult result, boolean colour) {
        return writer.apply(result, colour);
    }
}
