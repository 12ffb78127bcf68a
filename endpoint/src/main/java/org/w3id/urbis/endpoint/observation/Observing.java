package org.w3id.urbis.endpoint.observation;

import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.w3id.urbis.endpoint.client.Clients;

/** Looks at every request when it has been answered: counts it, and writes it to the access log. */
public final class Observing implements Filter, AutoCloseable {
    private final RequestMeter meter;
    private final AccessLog log;

    /** Prepares to look. */
    public Observing(RequestMeter meter, AccessLog log) {
        this.meter = meter;
        this.log = log;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        Instant begun = Instant.now();
        long begunNanos = System.nanoTime();
        response.whenSent(() -> ended(request, response, begun, begunNanos, true));
        try {
            chain.proceed();
        } catch (CloseConnectionException | UncheckedIOException brokeOff) {
            ended(request, response, begun, begunNanos, false);
            throw brokeOff;
        }
    }

    private void ended(
            RoutingRequest request, RoutingResponse response, Instant begun, long begunNanos, boolean isWhole) {
        Exchange exchange = new Exchange(
                Clients.current(),
                request,
                response,
                request.matchingPattern().orElse(""),
                begun,
                System.nanoTime() - begunNanos,
                isWhole);
        meter.count(exchange);
        log.write(exchange);
    }

    /** Ends the access log. */
    @Override
    public void close() {
        log.close();
    }
}
