package org.w3id.urbis.endpoint.client;

import com.github.benmanes.caffeine.cache.Ticker;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.time.Duration;
import java.util.List;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemType;

/**
 * Refuses those who ask more often than one client may, and tells all others how much they have left.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/">RateLimit header fields for HTTP</a>
 */
public final class RateLimits implements Filter {
    private static final String POLICY = "requests";
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final HeaderName RATE_LIMIT = HeaderNames.create("RateLimit");
    /** Whoever watches over the server must not be told to come back later. */
    private static final String ALWAYS_ANSWERED = "/health";

    private final int perMinute;
    private final AddressRanges unlimited;
    private final Allowance allowance;
    private final Header policy;

    /**
     * Prepares to count.
     *
     * @param perMinute requests that a client may send in a minute, 1 or more
     * @param unlimited who is not counted
     */
    public RateLimits(int perMinute, AddressRanges unlimited) {
        this.perMinute = perMinute;
        this.unlimited = unlimited;
        this.allowance = new Allowance(perMinute, WINDOW, Ticker.systemTicker());
        this.policy = HeaderValues.createCached(
                "RateLimit-Policy", "\"" + POLICY + "\";q=" + perMinute + ";w=" + WINDOW.toSeconds());
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        Client client = Clients.current();
        if (!unlimited.contains(client.address()) && !request.path().rawPath().startsWith(ALWAYS_ANSWERED)) {
            count(client, response);
        }
        chain.proceed();
    }

    private void count(Client client, RoutingResponse response) {
        Allowance.Answer answer = allowance.take(client.subscriber());
        response.header(policy);
        response.header(RATE_LIMIT, "\"" + POLICY + "\";r=" + answer.left() + ";t=" + answer.fullIn());
        if (!answer.isAllowed()) {
            response.header(HeaderNames.RETRY_AFTER, Long.toString(answer.nextIn()));
            throw Problem.of(
                            ProblemType.TOO_MANY_REQUESTS,
                            "A client may send " + perMinute
                                    + " requests in a minute, and more came from your address.")
                    .with("violated-policies", List.of(POLICY))
                    .exception();
        }
    }
}
