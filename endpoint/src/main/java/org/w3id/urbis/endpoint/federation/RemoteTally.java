package org.w3id.urbis.endpoint.federation;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.w3id.urbis.endpoint.metrics.Metrics;

/** Counts what became of the requests to one endpoint since this server started. */
final class RemoteTally {
    private final Map<Origin, LongAdder> requests = new EnumMap<>(Origin.class);
    private final LongAdder remoteMillis;
    private volatile Instant lastAnswer;
    private volatile Failure lastFailure;

    /** When it failed last, and how. */
    record Failure(Instant when, String reason) {}

    /** Begins to count. */
    RemoteTally(String endpoint, Metrics metrics) {
        for (Origin origin : Origin.values()) {
            requests.put(
                    origin,
                    metrics.counter(
                            "urbis.federation.requests",
                            "What was asked of other endpoints, by where the answer came from; failed if the endpoint"
                                    + " gave none.",
                            "endpoint",
                            endpoint,
                            "origin",
                            origin.word()));
        }
        remoteMillis = metrics.counter(
                "urbis.federation.remote.milliseconds",
                "How long other endpoints took to answer, in milliseconds, all answers added up.",
                "endpoint",
                endpoint);
    }

    void answered(Origin origin, Duration time) {
        requests.get(origin).increment();
        if (origin == Origin.REMOTE) {
            remoteMillis.add(time.toMillis());
            lastAnswer = Instant.now();
        }
    }

    /** Counts a failure. That it was not asked after others is none that tells more than they did. */
    void failed(RemoteFailedException failed, Instant when) {
        requests.get(Origin.FAILED).increment();
        if (!failed.isNotAsked() || lastFailure == null) {
            lastFailure = new Failure(when, failed.reason());
        }
    }

    long count(Origin origin) {
        return requests.get(origin).sum();
    }

    /** Mean time of the answers that came from the endpoint, in milliseconds; 0 if there are none. */
    long meanMillis() {
        return count(Origin.REMOTE) == 0 ? 0 : remoteMillis.sum() / count(Origin.REMOTE);
    }

    /** Whether it has neither answered nor failed yet. */
    boolean isUntried() {
        return lastAnswer == null && lastFailure == null;
    }

    Optional<Instant> lastAnswer() {
        return Optional.ofNullable(lastAnswer);
    }

    Optional<Failure> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }
}
