package org.w3id.urbis.loader.submission;

import java.util.LinkedHashMap;
import java.util.Map;
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
 * @param read       of a table, what it says as N-Triples: the names in it mean what they meant when it came; else empty
 */
public record Entry(
        String fileName,
        String ending,
        String mediaType,
        byte[] content,
        String report,
        long statements,
        long warnings,
        Optional<String> corrects,
        Optional<byte[]> read) {

    /** The name of the file that holds what a table says. */
    static final String READ = "statements.nt";

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

    /**
     * A file that says by itself what it says: one that is no table.
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
    public Entry(
            String fileName,
            String ending,
            String mediaType,
            byte[] content,
            String report,
            long statements,
            long warnings,
            Optional<String> corrects) {
        this(fileName, ending, mediaType, content, report, statements, warnings, corrects, Optional.empty());
    }

    /** What the log tells of it. */
    Map<String, String> details(String sha256) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put(Event.FILE_NAME, fileName);
        details.put(Event.MEDIA_TYPE, mediaType);
        details.put(Event.ENTRY, entryName());
        details.put(Event.BYTES, Integer.toString(content.length));
        details.put(Event.SHA256, sha256);
        read.ifPresent(table -> details.put(Event.READ_SHA256, Sha256.of(table)));
        details.put(Event.STATEMENTS, Long.toString(statements));
        details.put(Event.WARNINGS, Long.toString(warnings));
        corrects.ifPresent(id -> details.put(Event.CORRECTS, id));
        return details;
    }

    /** The name of the file that a load reads. */
    String readName() {
        return read.isPresent() ? READ : entryName();
    }

    /** The name of the file in the folder of the submission. */
    String entryName() {
        return "entry." + ending;
    }
}
