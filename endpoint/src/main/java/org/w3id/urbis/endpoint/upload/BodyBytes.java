package org.w3id.urbis.endpoint.upload;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;

/** Reads the body of a request to its end, but never more than is allowed, whatever it says of itself. */
public final class BodyBytes {

    private BodyBytes() {}

    /**
     * Reads a body, inflated if it is compressed with gzip.
     *
     * @param limit the most bytes there may be, before and after inflating
     * @throws ProblemException if there are more (413), the coding is another one (415), or it is broken (400)
     */
    public static byte[] read(ServerRequest request, int limit) {
        // Who announces too much is told so at once, and need not send it.
        if (request.headers().contentLength().orElse(0) > limit) {
            throw tooLong(limit);
        }
        String coding =
                Asking.header(request, HeaderNames.CONTENT_ENCODING).strip().toLowerCase(Locale.ROOT);
        try (InputStream body = request.content().inputStream()) {
            return switch (coding) {
                case "", "identity" -> upTo(limit, body);
                case "gzip", "x-gzip" -> inflated(limit, body);
                default ->
                    throw Problem.of(
                                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                                    "The body is coded as " + coding + ", but only gzip is undone here.")
                            .exception();
            };
        } catch (IOException e) {
            throw new UncheckedIOException("The body broke off", e);
        }
    }

    private static byte[] inflated(int limit, InputStream body) throws IOException {
        try (InputStream plain = new GZIPInputStream(allMembers(body))) {
            return upTo(limit, plain);
        } catch (ZipException | EOFException e) {
            throw Problem.of(ProblemType.BAD_REQUEST, "The body says that it is gzip, and is none or not whole.")
                    .exception(e);
        }
    }

    /** A body whose next bytes are on their way has no more than it has just now: Java 21 would take that for its end. */
    private static InputStream allMembers(InputStream body) {
        return new FilterInputStream(body) {
            @Override
            public int available() {
                return 1;
            }
        };
    }

    private static byte[] upTo(int limit, InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(limit);
        if (bytes.length == limit && body.read() >= 0) {
            throw tooLong(limit);
        }
        return bytes;
    }

    private static ProblemException tooLong(int limit) {
        return Problem.of(
                        ProblemType.TOO_LARGE,
                        "The body is longer than the " + limit + " bytes that are accepted here.")
                .with("limit", limit)
                .exception();
    }
}
