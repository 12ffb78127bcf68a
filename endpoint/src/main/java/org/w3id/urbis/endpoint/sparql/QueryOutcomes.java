package org.w3id.urbis.endpoint.sparql;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.w3id.urbis.endpoint.metrics.Metrics;
import org.w3id.urbis.endpoint.problem.ProblemType;

/** Counts what became of queries. */
final class QueryOutcomes {
    private static final String NAME = "urbis.queries";
    private static final String ABOUT = "Queries that were run, by what became of them.";

    private final LongAdder complete;
    private final LongAdder refused;
    private final LongAdder failed;
    private final Map<ProblemType, LongAdder> stopped;

    QueryOutcomes(Metrics metrics) {
        complete = outcome(metrics, "complete");
        refused = outcome(metrics, "refused");
        failed = outcome(metrics, "failed");
        stopped = Map.of(
                ProblemType.QUERY_TIMEOUT, outcome(metrics, "timed-out"),
                ProblemType.QUERY_TOO_LARGE, outcome(metrics, "out-of-memory"),
                ProblemType.BUSY, outcome(metrics, "given-up"));
    }

    private static LongAdder outcome(Metrics metrics, String outcome) {
        return metrics.counter(NAME, ABOUT, "outcome", outcome);
    }

    /** To be counted up for a query that got no turn. */
    LongAdder refused() {
        return refused;
    }

    /** Counts a query that has ended, by what it failed by. */
    void count(Optional<ProblemType> failure) {
        failure.map(type -> stopped.getOrDefault(type, failed)).orElse(complete).increment();
    }
}
