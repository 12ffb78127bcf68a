package org.w3id.urbis.endpoint.exchange;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.w3id.urbis.endpoint.connection.Connections;
import org.w3id.urbis.endpoint.connection.CurrentConnection;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;

/**
 * Lets only those requests in that mean the same to everybody who reads them, proxies included, and ends a connection
 * when either side said that it should end.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-6.3">RFC 9112, 3.2 and 6.3</a>
 */
public final class WellFormed implements Filter {
    private static final String CHUNKED = "chunked";
    private static final String CONTINUE = "100-continue";
    private static final String AUTHORITY = "://";

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        Optional<CurrentConnection> connection = Connections.current();
        if (connection.isPresent() && connection.get().isEnding()) {
            throw new CloseConnectionException("What follows the last request is not read");
        }
        if (request.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
            connection.ifPresent(CurrentConnection::endAfterAnswer);
        }
        // The answer may have been sent when the chain comes back, and then it is the headers that still tell.
        response.whenSent(() -> {
            if (response.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
                connection.ifPresent(CurrentConnection::endAfterAnswer);
            }
        });
        body(request, response);
        withoutOrigin(request);
        path(request.prologue().uriPath().rawPath());
        chain.proceed();
    }

    /** A body whose end two readers may see in different places would let one of them take its rest for a request. */
    private static void body(ServerRequest request, ServerResponse response) {
        if (request.headers().contains(HeaderNames.TRANSFER_ENCODING)) {
            String coding = Asking.header(request, HeaderNames.TRANSFER_ENCODING);
            if (!coding.strip().toLowerCase(Locale.ROOT).equals(CHUNKED)) {
                response.header(HeaderValues.CONNECTION_CLOSE);
                throw Problem.of(ProblemType.NOT_IMPLEMENTED, "The only transfer coding read here is chunked.")
                        .exception();
            }
            if (request.headers().contains(HeaderNames.CONTENT_LENGTH)) {
                response.header(HeaderValues.CONNECTION_CLOSE);
                throw malformed("The request has both Transfer-Encoding and Content-Length.");
            }
        }
        if (request.headers().contains(HeaderNames.EXPECT)
                && !Asking.header(request, HeaderNames.EXPECT).strip().equalsIgnoreCase(CONTINUE)) {
            response.header(HeaderValues.CONNECTION_CLOSE);
            throw Problem.of(ProblemType.EXPECTATION_FAILED, "In the header Expect only 100-continue is understood.")
                    .exception();
        }
    }

    /** Takes scheme and host from the target of a request that names them, as to a proxy. RFC 9112, section 3.2.2. */
    private static void withoutOrigin(RoutingRequest request) {
        HttpPrologue prologue = request.prologue();
        String target = prologue.uriPath().rawPath();
        int authority = target.indexOf(AUTHORITY);
        if (target.startsWith("/") || authority < 0) {
            return;
        }
        int path = target.indexOf('/', authority + AUTHORITY.length());
        String query = prologue.query().rawValue();
        request.prologue(HttpPrologue.create(
                prologue.rawProtocol(),
                prologue.protocol(),
                prologue.protocolVersion(),
                prologue.method(),
                (path < 0 ? "/" : target.substring(path)) + (query.isEmpty() ? "" : "?" + query),
                false));
    }

    private static void path(String rawPath) {
        if (rawPath.indexOf('%') < 0) {
            return;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(rawPath.length());
        for (int i = 0; i < rawPath.length(); i++) {
            char c = rawPath.charAt(i);
            if (c != '%') {
                bytes.write(c);
            } else if (i + 2 < rawPath.length()
                    && HexFormat.isHexDigit(rawPath.charAt(i + 1))
                    && HexFormat.isHexDigit(rawPath.charAt(i + 2))) {
                bytes.write(HexFormat.fromHexDigits(rawPath, i + 1, i + 3));
                i += 2;
            } else {
                throw malformed("The path is not properly percent-encoded.");
            }
        }
        String decoded = Parameters.strictUtf8(bytes.toByteArray());
        if (decoded.chars().anyMatch(Character::isISOControl)) {
            throw malformed("The path holds a control character.");
        }
    }

    private static ProblemException malformed(String detail) {
        return Problem.of(ProblemType.BAD_REQUEST, detail).exception();
    }
}
