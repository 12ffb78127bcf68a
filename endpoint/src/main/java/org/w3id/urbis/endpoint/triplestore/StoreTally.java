package org.w3id.urbis.endpoint.triplestore;

import java.util.concurrent.atomic.LongAdder;
import org.w3id.urbis.endpoint.metrics.Metrics;
import org.w3id.urbis.endpoint.problem.ProblemException;

/** Counts what becomes of the requests to the store. */
final class StoreTally {
    private static final String REQUESTS = "urbis.store.requests";
    private static final String ABOUT = "Requests to the store that this server answers from, by what became of them.";
    private static final String OUTCOME = "outcome";

    private final LongAdder answered;
    private final LongAdder away;
    private final LongAdder slow;
    private final LongAdder failed;
    private final LongAdder millis;
    private volatile boolean isUp = true;

    /** Begins to count. */
    StoreTally(Metrics metrics) {
        answered = metrics.counter(REQUESTS, ABOUT, OUTCOME, "answered");
        away = metrics.counter(REQUESTS, ABOUT, OUTCOME, "away");
        slow = metrics.counter(REQUESTS, ABOUT, OUTCOME, "slow");
        failed = metrics.counter(REQUESTS, ABOUT, OUTCOME, "failed");
        millis = metrics.counter(
                "urbis.store.milliseconds",
                "How long the store took until its answers began, in milliseconds, all answers added up.");
        metrics.gauge(
                "urbis.store.up",
                "1 if the store said which revision it holds when it was looked at last, else 0.",
                this,
                tally -> tally.isUp ? 1 : 0);
    }

    void answered(long nanos) {
        answered.increment();
        millis.add(nanos / 1_000_000);
    }

    /** Notes whether the store said of what revision it is when it was looked at last. */
    void looked(boolean hasAnswered) {
        isUp = hasAnswered;
    }

    /** Counts a failure and hands it back, to be thrown. */
    ProblemException failed(ProblemException problem) {
        switch (problem.problem().type()) {
            case STORE_AWAY -> away.increment();
            case STORE_SLOW -> slow.increment();
            default -> failed.increment();
        }
        return problem;
    }
}
