package org.w3id.urbis.endpoint.collection;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * A place in a list of one revision. Whoever walks through pages by cursors walks through one list, whatever is published
 * meanwhile: nothing is met twice and nothing left out.
 *
 * @param revision  number of the revision
 * @param offset    things before it
 * @param selection mark of the selection and order that the list has come from
 */
public record Cursor(long revision, int offset, String selection) {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,17})\\.([0-9]{1,9})\\.([0-9a-f]{8})");

    /** A place in the list that a query selects. */
    static Cursor of(long revision, int offset, CollectionQuery query) {
        return new Cursor(revision, offset, mark(query));
    }

    /** Reads the text of a cursor; empty if it is none. */
    static Optional<Cursor> parse(String text) {
        try {
            Matcher form = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.ISO_8859_1));
            return form.matches()
                    ? Optional.of(
                            new Cursor(Long.parseLong(form.group(1)), Integer.parseInt(form.group(2)), form.group(3)))
                    : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /** Text that may stand in an address as it is. */
    String text() {
        String plain = revision + "." + offset + "." + selection;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Whether it is a place in the list that a query selects. */
    boolean belongsTo(CollectionQuery query) {
        return selection.equals(mark(query));
    }

    private static String mark(CollectionQuery query) {
        CRC32C checksum = new CRC32C();
        checksum.update(query.selection().getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(checksum.getValue());
    }
}
