package org.w3id.urbis.endpoint.upload;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;

/**
 * A body of type multipart/form-data that is in memory as a whole.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578</a>
 */
final class MultipartForm {

    /** More parts than this no form of ours has. */
    private static final int MOST_PARTS = 100;

    private static final int MOST_HEADER_BYTES = 8192;
    private static final byte[] LINE_END = ascii("\r\n");
    private static final byte[] HEADERS_END = ascii("\r\n\r\n");

    private final byte[] body;
    private final byte[] delimiter;

    private MultipartForm(byte[] body, String boundary) {
        this.body = body;
        this.delimiter = ascii("\r\n--" + boundary);
    }

    /**
     * A part of a form.
     *
     * @param name        the name of the field
     * @param fileName    the name of the file, as it was sent; empty if the part is no file
     * @param contentType the header Content-Type; empty if it has none
     * @param content     what it holds
     */
    record Part(String name, Optional<String> fileName, String contentType, byte[] content) {}

    /**
     * Takes a form apart.
     *
     * @param boundary the parameter of that name in the media type
     * @return its parts, in order
     * @throws ProblemException if the body is not well-formed
     */
    static List<Part> parts(byte[] body, String boundary) {
        return new MultipartForm(body, boundary).parts();
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        // The first delimiter stands at the very beginning, or after a preamble.
        int at = startsWith(0, delimiter, 2) ? delimiter.length - 2 : after(indexOf(delimiter, 0), delimiter);
        while (!startsWith(at, ascii("--"), 0)) {
            if (parts.size() == MOST_PARTS) {
                throw broken("it has more than " + MOST_PARTS + " parts");
            }
            int start = after(indexOf(LINE_END, at), LINE_END);
            int end = indexOf(delimiter, Math.max(0, start - LINE_END.length));
            if (end < 0) {
                throw broken("its last part does not end with the boundary");
            }
            parts.add(part(start, end));
            at = end + delimiter.length;
        }
        return parts;
    }

    private Part part(int start, int end) {
        int blank = indexOf(HEADERS_END, start);
        if (blank < 0 || blank > end || blank - start > MOST_HEADER_BYTES) {
            throw broken("a part has no blank line after its headers");
        }
        Map<String, String> headers = headers(new String(body, start, blank - start, StandardCharsets.UTF_8));
        String disposition = headers.getOrDefault("content-disposition", "");
        int content = Math.min(end, blank + HEADERS_END.length);
        byte[] bytes = new byte[end - content];
        System.arraycopy(body, content, bytes, 0, bytes.length);
        return new Part(
                HeaderParameters.of(disposition).find("name").orElseThrow(() -> broken("a part has no name")),
                HeaderParameters.of(disposition).find("filename"),
                headers.getOrDefault("content-type", ""),
                bytes);
    }

    private static Map<String, String> headers(String text) {
        Map<String, String> headers = new TreeMap<>();
        for (String line : text.split("\r\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private int after(int index, byte[] mark) {
        if (index < 0) {
            throw broken("the boundary that its type names is not in it");
        }
        return index + mark.length;
    }

    private int indexOf(byte[] mark, int from) {
        for (int i = from; i <= body.length - mark.length; i++) {
            if (startsWith(i, mark, 0)) {
                return i;
            }
        }
        return -1;
    }

    private boolean startsWith(int at, byte[] mark, int skipped) {
        if (at + mark.length - skipped > body.length) {
            return false;
        }
        for (int i = skipped; i < mark.length; i++) {
            if (body[at + i - skipped] != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static ProblemException broken(String why) {
        return Problem.of(ProblemType.BAD_REQUEST, "The body is no well-formed multipart/form-data: " + why + ".")
                .exception();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
