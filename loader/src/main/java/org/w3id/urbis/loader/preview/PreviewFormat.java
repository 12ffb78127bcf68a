package org.w3id.urbis.loader.preview;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3id.urbis.loader.publication.PatchWriter;

/** The forms in which a preview can be written. */
public enum PreviewFormat {

    /**
     * For programs: the report of what was found, as its schema has it, with a member {@code preview} as
     * {@link #JSON_SCHEMA} describes it.
     */
    JSON("application/json"),

    /** One page for people, which needs nothing else. */
    HTML("text/html"),

    /** For a terminal. */
    TEXT("text/plain"),

    /** The statements that come and go, as an RDF Patch; those of the catalogue and of the description are not in it. */
    PATCH(PatchWriter.MEDIA_TYPE);

    /** What the member {@code preview} looks like: the identifier of its JSON Schema, which is on the classpath too. */
    public static final String JSON_SCHEMA = "https://w3id.org/urbis/schemas/preview-1.json";

    private final String mediaType;

    PreviewFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /**
     * Finds the format with a short name.
     *
     * @param name a name such as {@code json}, in letters of either case
     * @return the format; empty if none is called so
     */
    public static Optional<PreviewFormat> named(String name) {
        return Stream.of(values())
                .filter(format -> format.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /**
     * Lists the short names.
     *
     * @return names in lower case
     */
    public static List<String> names() {
        return Stream.of(values())
                .map(format -> format.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /**
     * Returns the media type.
     *
     * @return the type without parameters; all are in UTF-8
     */
    public String mediaType() {
        return mediaType;
    }

    /**
     * Writes a preview in UTF-8.
     *
     * @param report what to write
     * @param out    where to; left open
     * @throws UncheckedIOException if it cannot be written
     */
    public void write(PreviewReport report, OutputStream out) {
        try {
            switch (this) {
                case JSON -> PreviewJson.write(report, out);
                case HTML -> PreviewPage.write(report, out);
                case TEXT -> PreviewText.write(report, out);
                case PATCH -> PreviewPatch.write(report.preview(), out);
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the preview", e);
        }
    }

    /**
     * Writes a preview as text.
     *
     * @param report what to write
     * @return the text
     */
    public String text(PreviewReport report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(report, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
