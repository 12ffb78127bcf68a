package org.w3id.urbis.loader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Counts what is in files by looking at their characters, without any reader of ours or of a library. */
final class PlainCount {

    private PlainCount() {}

    /** The rows of a comma separated file below its header: line ends outside of quotation marks. */
    static long csv(Path file) throws IOException {
        String text = Files.readString(file);
        boolean quoted = false;
        boolean something = false;
        long rows = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            quoted ^= character == '"';
            if (character == '\n' && !quoted) {
                rows += something ? 1 : 0;
                something = false;
            } else {
                something |= !Character.isWhitespace(character);
            }
        }
        return rows + (something ? 1 : 0) - 1;
    }

    /** How often something stands in a file, line by line. */
    static long matches(Path file, String pattern) throws IOException {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(Files.readString(file, StandardCharsets.UTF_8))
                .results()
                .count();
    }
}
