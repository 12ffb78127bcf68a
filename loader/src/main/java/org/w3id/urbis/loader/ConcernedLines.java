package org.w3id.urbis.loader;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Those lines of a file of N-Triples or N-Quads that may say something about some things, at their places: all others are
 * left empty, so that a file of any size can be looked through for a few of its statements.
 */
final class ConcernedLines {

    private final Set<String> things;

    /**
     * Looks for things.
     *
     * @param things their IRIs
     */
    ConcernedLines(Set<String> things) {
        this.things = things;
    }

    /** As many lines as there are, in UTF-8. */
    byte[] of(InputStream file) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        // A byte is a character here, so that bytes that are no UTF-8 stay as they are.
        BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.ISO_8859_1));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (concerns(line)) {
                kept.writeBytes(line.getBytes(StandardCharsets.ISO_8859_1));
            }
            kept.write('\n');
        }
        return kept.toByteArray();
    }

    /** Blank nodes get their names from all that is said of them, and an IRI may be written with escapes. */
    private boolean concerns(String line) {
        int end = line.indexOf('>');
        if (end < 0 || line.contains("_:") || line.contains("\\u") || line.contains("\\U")) {
            return true;
        }
        int property = line.indexOf('>', end + 1);
        int value = line.indexOf('<', property + 1);
        return isSought(line, line.indexOf('<'), end)
                || property > 0 && value > 0 && isSought(line, value, line.indexOf('>', value));
    }

    private boolean isSought(String line, int begin, int end) {
        return begin >= 0
                && begin < end
                && things.contains(new String(
                        line.substring(begin + 1, end).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }
}
