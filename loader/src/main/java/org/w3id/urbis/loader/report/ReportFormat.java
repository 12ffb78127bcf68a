package org.w3id.urbis.loader.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The forms in which what a validation found can be written. {@code docs/reports.md} shows each. */
public enum ReportFormat {

    /**
     * For people: each finding as {@code file:line:column: severity: message}, then the line of the file with a caret
     * below the place, then its reasons and how to mend it; a line of counts at the end.
     */
    TEXT("text/plain", List.of(".txt")),

    /** For programs: one JSON object, as the schema {@link #JSON_SCHEMA} describes it. */
    JSON("application/json", List.of(".json")),

    /** A validation report of SHACL, section 3.6, with places and fixes in words of the ontology, as Turtle. */
    TURTLE("text/turtle", List.of(".ttl")),

    /** The same as {@link #TURTLE}, as JSON-LD. */
    JSONLD("application/ld+json", List.of(".jsonld")),

    /** For code scanning and editors: SARIF 2.1.0, with fixes that can be applied. */
    SARIF("application/sarif+json", List.of(".sarif")),

    /** For build servers: the XML of JUnit, with a test case for each file and shape. */
    JUNIT("application/xml", List.of(".xml")),

    /** To hand on: one page that needs nothing else. */
    HTML("text/html", List.of(".html", ".htm"));

    /** What {@link #JSON} looks like: the identifier of its JSON Schema, which is on the classpath too. */
    public static final String JSON_SCHEMA = "https://w3id.org/urbis/schemas/findings-1.json";

    private final String mediaType;
    private final List<String> endings;

    ReportFormat(String mediaType, List<String> endings) {
        this.mediaType = mediaType;
        this.endings = endings;
    }

    /**
     * Finds the format with a short name.
     *
     * @param name a name such as {@code sarif}, in letters of either case
     * @return the format; empty if none is called so
     */
    public static Optional<ReportFormat> named(String name) {
        return Stream.of(values())
                .filter(format -> format.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /**
     * Tells the format by the ending of a file's name.
     *
     * @param fileName the name of a file
     * @return the format; empty if the ending is none of theirs
     */
    public static Optional<ReportFormat> ofFileName(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(format -> format.endings.stream().anyMatch(lower::endsWith))
                .findFirst();
    }

    /**
     * Lists the short names.
     *
     * @return names in lower case, such as {@code sarif}
     */
    public static List<String> names() {
        return Stream.of(values()).map(ReportFormat::shortName).toList();
    }

    /**
     * Returns the short name.
     *
     * @return the name in lower case, such as {@code sarif}
     */
    public String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the media type.
     *
     * @return the type without parameters; all formats are in UTF-8
     */
    public String mediaType() {
        return mediaType;
    }

    /**
     * Returns the usual ending of the names of its files.
     *
     * @return the ending with its dot
     */
    public String ending() {
        return endings.getFirst();
    }

    /**
     * Writes a report in UTF-8.
     *
     * @param report what to write
     * @param out    where to; left open
     * @throws UncheckedIOException if it cannot be written
     */
    public void write(Report report, OutputStream out) {
        try {
            switch (this) {
                case TEXT -> TextReport.write(report, out);
                case JSON -> JsonReport.write(report, out);
                case TURTLE -> TurtleReport.write(report, out);
                case JSONLD -> JsonLdReport.write(report, out);
                case SARIF -> SarifReport.write(report, out);
                case JUNIT -> JunitReport.write(report, out);
                case HTML -> HtmlReport.write(report, out);
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the report", e);
        }
    }

    /**
     * Writes a report as text.
     *
     * @param report what to write
     * @return the report, ending with a line feed
     */
    public String text(Report report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(report, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
