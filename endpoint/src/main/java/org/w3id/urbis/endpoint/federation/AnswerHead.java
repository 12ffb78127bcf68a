package org.w3id.urbis.endpoint.federation;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The status and the headers of an answer by HTTP/1.1, read byte by byte and no further than their end.
 *
 * @param status  status code
 * @param headers by their names in lower case; of several with one name, all values with commas between
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#name-message-format">RFC 9112, 2</a>
 */
record AnswerHead(int status, Map<String, String> headers) {
    private static final int MOST_BYTES = 32 << 10;
    private static final int MOST_INTERIM = 8;

    /** Copies the headers. */
    AnswerHead {
        headers = Map.copyOf(headers);
    }

    /**
     * Reads the final one; those that only say that more is to come are passed over.
     *
     * @throws IOException if it is not HTTP, too long, or breaks off
     */
    static AnswerHead read(InputStream in) throws IOException {
        for (int interim = 0; interim < MOST_INTERIM; interim++) {
            AnswerHead head = readOne(in);
            if (head.status() >= 200) {
                return head;
            }
        }
        throw new IOException("did not come to its answer");
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The headers of an answer that says only that an earlier one still holds, with those of the earlier one it left out. */
    AnswerHead or(KeptAnswers.Kept earlier) {
        Map<String, String> all = new HashMap<>(headers);
        if (!earlier.etag().isEmpty()) {
            all.putIfAbsent("etag", earlier.etag());
        }
        if (!earlier.modified().isEmpty()) {
            all.putIfAbsent("last-modified", earlier.modified());
        }
        return new AnswerHead(status, all);
    }

    private static AnswerHead readOne(InputStream in) throws IOException {
        int[] left = {MOST_BYTES};
        String first = line(in, left);
        if (!first.matches("HTTP/1\\.[01] [1-9][0-9]{2}( .*)?")) {
            throw new IOException("did not answer in HTTP/1.1");
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in, left); !line.isEmpty(); line = line(in, left)) {
            int colon = line.indexOf(':');
            // A name with a blank before the colon, or a folded line, is read differently by different programs.
            if (colon <= 0 || !line.substring(0, colon).matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
                throw new IOException("sent a header that is none");
            }
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (one, other) -> one + ", " + other);
        }
        return new AnswerHead(Integer.parseInt(first.substring(9, 12)), headers);
    }

    /** A line without its end. */
    static String line(InputStream in, int[] left) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("broke off before its answer began");
            }
            if (--left[0] < 0) {
                throw new IOException("sent more headers than are read");
            }
            line.append((char) octet);
        }
        int length = line.length();
        String text = length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
        return new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
