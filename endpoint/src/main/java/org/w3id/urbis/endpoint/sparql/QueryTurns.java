package org.w3id.urbis.endpoint.sparql;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;

/** Lets so many queries work at a time, in the order they came; who waits too long is asked to come back. */
final class QueryTurns {
    private final Semaphore free;
    private final Duration longestWait;
    private final LongAdder refused;

    /**
     * Makes turns.
     *
     * @param atOnce      most queries at the same time
     * @param longestWait longest a query waits
     * @param refused     counts those that waited in vain
     */
    QueryTurns(int atOnce, Duration longestWait, LongAdder refused) {
        this.refused = refused;
        this.free = new Semaphore(atOnce, true);
        this.longestWait = longestWait;
    }

    /**
     * Waits for a turn, to be given back by {@link #giveBack()}.
     *
     * @throws ProblemException if none came in time
     */
    void take() {
        try {
            if (free.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        refused.increment();
        throw Problem.of(ProblemType.BUSY, "No turn came within " + longestWait.toSeconds() + " seconds.")
                .exception();
    }

    /** Waits for a turn however long it takes, to go on with what has been begun. */
    void takeAgain() {
        free.acquireUninterruptibly();
    }

    /** How many wait for a turn, roughly. */
    int waiting() {
        return free.getQueueLength();
    }

    /** Lets the next one begin. */
    void giveBack() {
        free.release();
    }
}
