package org.w3id.urbis.endpoint.catalog;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.urbis.endpoint.exchange.Asking;

/**
 * A part of a file.
 *
 * @param first place of its first byte, from 0
 * @param last  place of its last byte
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-14">RFC 9110, 14</a>
 */
record ByteRange(long first, long last) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{1,18})?-(\\d{1,18})?");

    /**
     * The part that a request asks for.
     *
     * @param size how long the file is
     * @param tag  by which the file is known; a part of another file is not asked for
     * @return the part, perhaps behind the end; empty if all is to be sent: nothing, something malformed or several parts
     *     were asked for, which the RFC lets a server pass over
     */
    static Optional<ByteRange> asked(ServerRequest request, long size, String tag) {
        // Section 14.2: it means something for GET alone.
        if (!request.prologue().method().equals(Method.GET)) {
            return Optional.empty();
        }
        Matcher range = ONE.matcher(Asking.header(request, HeaderNames.RANGE).strip());
        String condition = Asking.header(request, HeaderNames.IF_RANGE);
        if (!range.matches() || !condition.isEmpty() && !condition.equals(tag)) {
            return Optional.empty();
        }
        String from = range.group(1);
        String to = range.group(2);
        if (from == null) {
            return to == null
                    ? Optional.empty()
                    : Optional.of(new ByteRange(
                            Long.parseLong(to) == 0 ? size : Math.max(0, size - Long.parseLong(to)), size - 1));
        }
        ByteRange wanted =
                new ByteRange(Long.parseLong(from), to == null ? size - 1 : Math.min(size - 1, Long.parseLong(to)));
        return to != null && Long.parseLong(to) < wanted.first() ? Optional.empty() : Optional.of(wanted);
    }

    boolean isWithin(long size) {
        return first < size;
    }

    long length() {
        return last - first + 1;
    }

    /** The value of Content-Range. */
    String of(long size) {
        return "bytes " + first + "-" + last + "/" + size;
    }
}
