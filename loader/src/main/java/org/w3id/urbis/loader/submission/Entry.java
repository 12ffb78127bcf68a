package org.w3id.urbis.loader.submission;

import java.util.Objects;
import java.util.Optional;

/**
 * A file that was validated and is to be kept.
 *
 * @param fileName   the name it has where it comes from; only ever shown
 * @param ending     the ending that tells its format, without the dot, such as {@code ttl}
 * @param mediaType  its media type
 * @param content    its bytes; not to be changed
 * @param report     what the validation found, as JSON
 * @param statements how many statements it makes
 * @param warnings   how many warnings there were
 * @param corrects   the id of the submission that it is to take the place of
 */
public record Entry(
        String fileName,
        String ending,
        String mediaType,
        byte[] content,
        String report,
        long statements,
        long warnings,
        Optional<String> corrects) {

    private static final int LONGEST_NAME = 120;

    /** Takes from the file's name whatever is no name: folders, and characters that cannot be seen. */
    public Entry {
        Objects.requireNonNull(content, "content");
        if (!ending.matches("[a-z0-9]+")) {
            throw new IllegalArgumentException("Not the ending of a file's name: " + ending);
        }
        fileName = tidy(fileName).orElse("entry." + ending);
    }

    private static Optional<String> tidy(String name) {
        String last = name.replace('\\', '/').replaceAll("^.*/", "");
        String visible =
                last.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]", "").strip();
        String shortened = visible.substring(
                0, visible.offsetByCodePoints(0, Math.min(LONGEST_NAME, visible.codePointCount(0, visible.length()))));
        return shortened.isEmpty() ? Optional.empty() : Optional.of(shortened);
    }

    /** The name of the file in the folder of the submission. */
    String entryName() {
        return "entry." + ending;
    }
}
