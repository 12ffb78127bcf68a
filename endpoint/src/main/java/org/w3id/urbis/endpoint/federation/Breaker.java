package org.w3id.urbis.endpoint.federation;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Leaves an endpoint alone for a while after it has failed again and again, and then lets one request try.
 *
 * <p>So a server that is down costs each query nothing but a word, and is not asked harder the worse it fares.
 */
final class Breaker {
    /** After so many failures in a row nothing is asked for a while. */
    static final int FAILURES = 5;

    private static final Duration REST = Duration.ofSeconds(30);
    private static final Duration LONGEST_REST = Duration.ofMinutes(10);

    private final LongSupplier clock;
    private int failures;
    private long restUntil;
    private boolean isTrying;

    /** What it lets through. */
    enum State {
        /** All is well. */
        CLOSED,
        /** Nothing is asked. */
        OPEN,
        /** One request is to show whether all is well again. */
        TRYING
    }

    /**
     * Begins closed.
     *
     * @param clock nanoseconds from any moment
     */
    Breaker(LongSupplier clock) {
        this.clock = clock;
        this.restUntil = clock.getAsLong();
    }

    /** Whether a request may be made now; it then has to be told what became of it. */
    synchronized boolean admits() {
        if (failures < FAILURES) {
            return true;
        }
        if (isTrying || clock.getAsLong() - restUntil < 0) {
            return false;
        }
        isTrying = true;
        return true;
    }

    /** A request was answered. */
    synchronized void succeeded() {
        failures = 0;
        isTrying = false;
    }

    /** A request failed. */
    synchronized void failed() {
        failures = Math.min(failures + 1, FAILURES);
        isTrying = false;
        rest(REST);
    }

    /** A request ended without telling anything about the endpoint. */
    synchronized void gaveUp() {
        isTrying = false;
    }

    /** The endpoint asked to be left alone for a time. */
    synchronized void restAtLeast(Duration time) {
        failures = FAILURES;
        isTrying = false;
        rest(time.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : time);
    }

    /** A failure does not shorten the rest that the endpoint asked for. */
    private void rest(Duration time) {
        long until = clock.getAsLong() + time.toNanos();
        if (until - restUntil > 0) {
            restUntil = until;
        }
    }

    synchronized State state() {
        if (failures < FAILURES) {
            return State.CLOSED;
        }
        return isTrying || clock.getAsLong() - restUntil >= 0 ? State.TRYING : State.OPEN;
    }
}
