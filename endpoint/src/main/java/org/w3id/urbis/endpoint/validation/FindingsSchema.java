package org.w3id.urbis.endpoint.validation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.w3id.urbis.loader.report.ReportFormat;

/**
 * The JSON Schema of a report as JSON.
 *
 * @param text the schema
 */
record FindingsSchema(String text) {

    private static final String FILE =
            ReportFormat.JSON_SCHEMA.substring(ReportFormat.JSON_SCHEMA.lastIndexOf('/') + 1);

    /** Where it is found: the path of its identifier. */
    static final String PATH = "/schemas/" + FILE;

    /** As JSON Schema, appendix of the core specification, has it. */
    static final String MEDIA_TYPE = "application/schema+json";

    static FindingsSchema shipped() {
        try (InputStream in = FindingsSchema.class.getResourceAsStream("/urbis/schemas/" + FILE)) {
            return new FindingsSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the schema of findings", e);
        }
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
