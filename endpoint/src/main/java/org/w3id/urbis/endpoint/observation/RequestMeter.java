package org.w3id.urbis.endpoint.observation;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.w3id.urbis.endpoint.metrics.Metrics;

/** Counts requests by route, method and status, and measures how long their answers took by route. */
public final class RequestMeter {
    /** Whatever else a client calls a method must not become a label. */
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "QUERY");

    private static final String OTHER = "other";
    private static final Duration[] STEPS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30)
    };

    private final Metrics metrics;
    private final Map<Kind, LongAdder> counts = new ConcurrentHashMap<>();
    private final Map<String, Timer> times = new ConcurrentHashMap<>();
    private final LongAdder cut;

    /** Prepares to count. */
    public RequestMeter(Metrics metrics) {
        this.metrics = metrics;
        this.cut = metrics.counter(
                "urbis.http.answers.cut", "Answers that broke off, or whose client went away before their end.");
    }

    private record Kind(String route, String method, int status) {}

    void count(Exchange exchange) {
        if (!exchange.isWhole()) {
            cut.increment();
        }
        String route = exchange.route().isEmpty() ? OTHER : exchange.route();
        String method = METHODS.contains(exchange.method()) ? exchange.method() : OTHER;
        counts.computeIfAbsent(new Kind(route, method, exchange.status()), this::counter)
                .increment();
        times.computeIfAbsent(route, this::timer).record(Duration.ofNanos(exchange.nanos()));
    }

    private LongAdder counter(Kind kind) {
        return metrics.counter(
                "urbis.http.requests",
                "Requests answered, by the pattern of their path, method and status.",
                "route",
                kind.route(),
                "method",
                kind.method(),
                "status",
                Integer.toString(kind.status()));
    }

    private Timer timer(String route) {
        return Timer.builder("urbis.http.request.duration")
                .description("From a request's headers to the last byte of its answer, by the pattern of its path.")
                .tag("route", route)
                .serviceLevelObjectives(STEPS)
                .register(metrics.registry());
    }
}
