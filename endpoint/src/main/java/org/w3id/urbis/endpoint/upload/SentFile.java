package org.w3id.urbis.endpoint.upload;

import java.util.Optional;
import org.w3id.urbis.loader.validation.RdfFormat;

/**
 * A file that came with a request.
 *
 * @param name    what to call it in findings: its own name without folders and control characters, or one made up
 * @param format  its format
 * @param content its bytes; in UTF-8 if it is text and said that it is in another encoding
 */
public record SentFile(String name, RdfFormat format, byte[] content) {

    /** Longer names are cut, in UTF-16 code units. */
    private static final int LONGEST_NAME = 120;

    /** The last step of a path, with nothing in it that could break a line or a header. */
    static Optional<String> plainName(String sent) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "_")
                .replace("%0D", "_")
                .replace("%0A", "_")
                .replace("%22", "\"")
                .strip();
        if (last.isEmpty() || last.equals(".") || last.equals("..")) {
            return Optional.empty();
        }
        // What is cut off is the beginning: the ending tells the format.
        return Optional.of(last.length() <= LONGEST_NAME ? last : last.substring(last.length() - LONGEST_NAME));
    }
}
