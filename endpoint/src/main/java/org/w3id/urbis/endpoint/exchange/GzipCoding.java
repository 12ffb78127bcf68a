package org.w3id.urbis.endpoint.exchange;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.w3id.urbis.endpoint.negotiation.ContentCodings;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemType;

/**
 * Compression by gzip, where the client wants it and the answer gains by it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.4">RFC 9110, 8.4 and 12.5.3</a>
 */
final class GzipCoding {
    private static final Header CONTENT_ENCODING = HeaderValues.createCached(HeaderNames.CONTENT_ENCODING, "gzip");
    /** Shorter answers fit into a packet or two, compressed or not. */
    private static final int SHORTEST = 1000;
    /** Cheaper by a third than the usual 6, and hardly larger on our data. */
    private static final int LEVEL = 5;

    private static final int BUFFER_BYTES = 8192;
    private static final Set<String> COMPRESSIBLE = Set.of(
            "application/json",
            "application/xml",
            "application/yaml",
            "application/n-triples",
            "application/n-quads",
            "application/rdf-patch",
            "application/trig",
            "application/javascript",
            "application/link-format",
            "application/linkset",
            "application/sparql-query",
            "image/svg+xml");

    private GzipCoding() {}

    /**
     * Whether an answer goes out compressed; says so in the headers if it does.
     *
     * @param length bytes of the answer; negative if that is not known
     */
    static boolean apply(ServerRequest request, ServerResponse response, String contentType, int length) {
        if (!isCompressible(contentType)) {
            return false;
        }
        Variation.add(response, "Accept-Encoding");
        if (!wanted(request, length)) {
            return false;
        }
        response.header(CONTENT_ENCODING);
        Validators.coded(response);
        return true;
    }

    private static boolean wanted(ServerRequest request, int length) {
        if (!request.headers().contains(HeaderNames.ACCEPT_ENCODING)) {
            return false;
        }
        ContentCodings wanted = ContentCodings.of(Asking.header(request, HeaderNames.ACCEPT_ENCODING));
        if (wanted.gzip()) {
            return length < 0 || length >= SHORTEST || !wanted.identity();
        }
        if (!wanted.identity()) {
            throw Problem.of(
                            ProblemType.NOT_ACCEPTABLE,
                            "The header Accept-Encoding takes neither gzip nor an answer that is not compressed.")
                    .exception();
        }
        return false;
    }

    private static boolean isCompressible(String contentType) {
        int end = contentType.indexOf(';');
        String type = end < 0 ? contentType : contentType.substring(0, end).strip();
        return type.startsWith("text/")
                || type.endsWith("+json")
                || type.endsWith("+xml")
                || COMPRESSIBLE.contains(type);
    }

    /** A stream that compresses; closing it ends the compressed form, and only then is it whole. */
    static OutputStream compressing(OutputStream target) throws IOException {
        return new Compressing(target);
    }

    private static final class Compressing extends GZIPOutputStream {
        Compressing(OutputStream target) throws IOException {
            super(target, BUFFER_BYTES);
            def.setLevel(LEVEL);
        }
    }
}
