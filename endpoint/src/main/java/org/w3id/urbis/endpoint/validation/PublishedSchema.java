package org.w3id.urbis.endpoint.validation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A JSON Schema that ships with the program, found at the path of its identifier.
 *
 * @param iri  its identifier, which ends in {@code /schemas/} and the name of a file
 * @param text the schema
 */
public record PublishedSchema(String iri, String text) {

    /** As JSON Schema, appendix of the core specification, has it. */
    public static final String MEDIA_TYPE = "application/schema+json";

    /**
     * Reads a schema.
     *
     * @param iri its identifier
     * @throws UncheckedIOException if the program was packed without it
     */
    public static PublishedSchema of(String iri) {
        try (InputStream in = PublishedSchema.class.getResourceAsStream("/urbis" + path(iri))) {
            return new PublishedSchema(iri, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the schema " + iri, e);
        }
    }

    /** Where a schema is found: the path of its identifier. */
    public static String path(String iri) {
        return iri.substring(iri.lastIndexOf("/schemas/"));
    }

    /** The schema in UTF-8. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
