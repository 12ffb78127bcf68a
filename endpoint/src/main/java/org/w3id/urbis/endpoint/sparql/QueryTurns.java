package org.w3id.urbis.endpoint.sparql;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;

/** Lets so many queries run at a time, in the order they came; who waits too long is asked to come back. */
final class QueryTurns {
    private static final String RETRY_SECONDS = "5";

    private final Semaphore free;
    private final Duration longestWait;

    /**
     * Makes turns.
     *
     * @param atOnce      most queries at the same time
     * @param longestWait longest a query waits
     */
    QueryTurns(int atOnce, Duration longestWait) {
        this.free = new Semaphore(atOnce, true);
        this.longestWait = longestWait;
    }

    /** A query's turn; closing it lets the next one begin. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits for a turn.
     *
     * @throws ProblemException if none came in time; Retry-After is then set
     */
    Turn take(ServerResponse response) {
        try {
            if (free.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
                return free::release;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        response.header(HeaderNames.RETRY_AFTER, RETRY_SECONDS);
        throw Problem.of(ProblemType.BUSY, "No turn came within " + longestWait.toSeconds() + " seconds.")
                .exception();
    }
}
