package org.w3id.urbis.loader.report;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.w3id.urbis.loader.validation.Messages;
import org.w3id.urbis.loader.validation.ValidationResult;

/**
 * What a report is written from, and for whom.
 *
 * @param result   what was found
 * @param messages puts it into words
 * @param folder   the folder that relative names of files start from, ending in a slash; empty if it is not known
 * @param made     when; empty if nobody needs to know
 * @param coloured whether the reader's terminal shows colours; formats for programs never have any
 */
public record Report(
        ValidationResult result, Messages messages, Optional<URI> folder, Optional<Instant> made, boolean coloured) {

    /**
     * Makes a report in English, without colours, of files that are nowhere.
     *
     * @param result what was found
     * @return the report
     */
    public static Report of(ValidationResult result) {
        return new Report(result, Messages.english(), Optional.empty(), Optional.empty(), false);
    }

    /**
     * Says it in a language.
     *
     * @param language the language; what it lacks is said in English
     * @return the same report in it
     */
    public Report in(Locale language) {
        return new Report(result, Messages.in(language), folder, made, coloured);
    }

    /**
     * Says where relative names of files start from.
     *
     * @param start a folder
     * @return the same report with it
     */
    public Report from(Path start) {
        String uri = start.toAbsolutePath().normalize().toUri().toString();
        return new Report(
                result, messages, Optional.of(URI.create(uri.endsWith("/") ? uri : uri + "/")), made, coloured);
    }

    /**
     * Says when it was made.
     *
     * @param time the time
     * @return the same report with it
     */
    public Report madeAt(Instant time) {
        return new Report(result, messages, folder, Optional.of(time), coloured);
    }

    /**
     * Says whether colours can be seen.
     *
     * @param seen whether the reader's terminal shows them
     * @return the same report with or without them
     */
    public Report coloured(boolean seen) {
        return new Report(result, messages, folder, made, seen);
    }

    /**
     * Says in one sentence how much was found in how much.
     *
     * @return the counts of findings, files and statements, without a line feed
     */
    public String summary() {
        return new Counts(messages).sentence(result);
    }
}
