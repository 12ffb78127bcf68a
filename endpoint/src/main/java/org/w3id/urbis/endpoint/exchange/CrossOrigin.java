package org.w3id.urbis.endpoint.exchange;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerResponse;
import java.util.Locale;
import java.util.Set;

/**
 * Lets pages of every origin read what is public here, and gives every answer the headers that keep a browser from
 * taking it for something else.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch, CORS protocol</a>
 */
public final class CrossOrigin implements Filter {
    /** What may be loaded by what is sent. */
    static final HeaderName POLICY = HeaderNames.create("Content-Security-Policy");

    /** What is not public: pages of other origins may use it only if the operator trusts them. */
    private static final String PRIVATE = "/submissions";

    private static final Header ANY_ORIGIN = HeaderValues.createCached(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    private static final Header EXPOSED = HeaderValues.createCached(
            "Access-Control-Expose-Headers",
            "Accept-Ranges, Allow, Content-Encoding, Content-Location, Content-Range, Deprecation, ETag, Link,"
                    + " Location, Memento-Datetime, Preference-Applied, RateLimit, RateLimit-Policy, Repr-Digest,"
                    + " Retry-After, Sunset, "
                    + Answering.REVISION.defaultCase() + ", " + Answering.FEDERATION.defaultCase() + ", "
                    + Answering.HINT.defaultCase());
    private static final Header READABLE = HeaderValues.createCached(
            HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS,
            "Accept, Accept-Datetime, Accept-Language, Authorization, Content-Type, If-Match, If-Modified-Since,"
                    + " If-None-Match, If-Range, If-Unmodified-Since, Prefer, Range");
    private static final Header ONE_DAY_SECONDS =
            HeaderValues.createCached(HeaderNames.ACCESS_CONTROL_MAX_AGE, "86400");
    /** For what is no page but may be opened like one, such as a picture or RDF/XML with markup in a literal. */
    private static final Header DATA_POLICY =
            HeaderValues.createCached(POLICY, "default-src 'none'; frame-ancestors 'none'");

    private final Set<String> trusted;

    /**
     * Prepares the filter.
     *
     * @param trusted origins whose pages may use what is not public, in lower case
     */
    public CrossOrigin(Set<String> trusted) {
        this.trusted = Set.copyOf(trusted);
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        allowOrigin(request, response);
        response.header(HeaderValues.X_CONTENT_TYPE_OPTIONS_NOSNIFF);
        response.header(DATA_POLICY);
        if (request.prologue().method().equals(Method.OPTIONS)
                && request.path().rawPath().equals("*")) {
            allow(response, "GET, HEAD, POST, QUERY, OPTIONS");
            response.status(Status.NO_CONTENT_204).send();
            return;
        }
        response.header(EXPOSED);
        chain.proceed();
    }

    private void allowOrigin(RoutingRequest request, RoutingResponse response) {
        if (!request.path().rawPath().startsWith(PRIVATE)) {
            response.header(ANY_ORIGIN);
            return;
        }
        Variation.add(response, "Origin");
        String origin = Asking.header(request, HeaderNames.ORIGIN);
        if (trusted.contains(origin.toLowerCase(Locale.ROOT))) {
            response.header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        }
    }

    /** Answers a preflight: the methods of the resource, and the headers that a page may send. */
    static void allow(ServerResponse response, String methods) {
        response.header(HeaderNames.ALLOW, methods);
        response.header(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, methods);
        response.header(READABLE);
        response.header(ONE_DAY_SECONDS);
    }
}
