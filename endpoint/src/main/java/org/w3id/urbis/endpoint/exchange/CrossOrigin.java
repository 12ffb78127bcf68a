package org.w3id.urbis.endpoint.exchange;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

/**
 * Lets pages of every origin read what is public here, and answers OPTIONS.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch, CORS protocol</a>
 */
public final class CrossOrigin implements Filter {
    private static final String ONE_DAY_SECONDS = "86400";

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        response.header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        response.header("X-Content-Type-Options", "nosniff");
        if (!request.prologue().method().equals(Method.OPTIONS)) {
            response.header(
                    "Access-Control-Expose-Headers",
                    "ETag, Link, Location, Content-Location, Retry-After, " + Answering.REVISION.defaultCase());
            chain.proceed();
            return;
        }
        boolean query = request.path().path().equals("/sparql");
        String methods = query ? "GET, HEAD, POST, QUERY, OPTIONS" : "GET, HEAD, OPTIONS";
        response.header(HeaderNames.ALLOW, methods);
        response.header(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, methods);
        response.header(
                HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, "Accept, Accept-Language, Content-Type, If-None-Match");
        response.header(HeaderNames.ACCESS_CONTROL_MAX_AGE, ONE_DAY_SECONDS);
        response.status(Status.NO_CONTENT_204).send();
    }
}
