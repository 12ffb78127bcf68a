package org.w3id.urbis.endpoint.upload;

import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.concurrent.Semaphore;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;

/**
 * Keeps what all clients send at once within a part of the memory: a body counts as far as it has come, until its request is
 * answered. Who would go beyond is asked to come again, so that no number of clients fills the memory.
 */
public final class HeldBodies implements Filter {
    private static final int KIBIBYTE = 1024;
    /** A body, and the parts or the text that are made of it. */
    private static final int TIMES = 2;

    private static final ThreadLocal<HeldBodies> CURRENT = new ThreadLocal<>();
    private static final ThreadLocal<Integer> HELD = ThreadLocal.withInitial(() -> 0);

    private final Semaphore kibibytes;

    /**
     * Prepares to count.
     *
     * @param bytes how much of the memory bodies may take
     */
    public HeldBodies(long bytes) {
        this.kibibytes = new Semaphore((int) Math.min(Integer.MAX_VALUE, bytes / KIBIBYTE));
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        CURRENT.set(this);
        try {
            chain.proceed();
        } finally {
            kibibytes.release(HELD.get());
            HELD.remove();
            CURRENT.remove();
        }
    }

    /**
     * Counts bytes that have come for the request that the calling thread answers.
     *
     * @throws ProblemException if there is no room for them (503)
     */
    static void hold(int bytes) {
        HeldBodies all = CURRENT.get();
        int more = TIMES * ((bytes + KIBIBYTE - 1) / KIBIBYTE);
        if (all == null) {
            return;
        }
        if (!all.kibibytes.tryAcquire(more)) {
            throw Problem.of(ProblemType.BUSY, "Other clients are sending as much as this server holds in memory.")
                    .exception();
        }
        HELD.set(HELD.get() + more);
    }
}
