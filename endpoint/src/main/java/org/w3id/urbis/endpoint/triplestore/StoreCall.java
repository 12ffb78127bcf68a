package org.w3id.urbis.endpoint.triplestore;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.jena.query.QueryCancelledException;
import org.w3id.urbis.endpoint.problem.ProblemException;

/** One request to the store, from when it is sent until its answer has been read; any thread may end it. */
final class StoreCall implements AutoCloseable {
    private final CompletableFuture<HttpResponse<InputStream>> reply;
    private Future<?> alarm = CompletableFuture.completedFuture(null);
    private volatile InputStream body;
    private volatile boolean isLate;
    private volatile boolean isEnded;

    StoreCall(CompletableFuture<HttpResponse<InputStream>> reply) {
        this.reply = reply;
    }

    /** What rings when its time is up. */
    void alarm(Future<?> set) {
        alarm = set;
    }

    /** Ends it because its time is up. */
    void expire() {
        isLate = true;
        end();
    }

    /** Ends it: whoever waits for the store gets an exception. */
    void end() {
        isEnded = true;
        reply.cancel(true);
        InputStream open = body;
        if (open != null) {
            try {
                open.close();
            } catch (IOException alreadyGone) {
                // It is closed either way.
            }
        }
    }

    /**
     * Waits for the head of the answer.
     *
     * @throws ProblemException        if there is none
     * @throws QueryCancelledException if it was ended
     */
    HttpResponse<InputStream> head() {
        try {
            HttpResponse<InputStream> head = reply.get();
            body = head.body();
            if (isEnded) {
                end();
                throw failure(new IOException("ended"));
            }
            return head;
        } catch (CancellationException | ExecutionException failed) {
            throw failure(failed instanceof ExecutionException ? failed.getCause() : failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            end();
            throw new QueryCancelledException();
        }
    }

    /** What an exception while it was read means. */
    RuntimeException failure(Throwable cause) {
        if (isLate) {
            return StoreProblems.slow(cause);
        }
        return isEnded ? new QueryCancelledException() : StoreProblems.of(cause);
    }

    /** Lets go of it; what has not been read is not wanted. */
    @Override
    public void close() {
        alarm.cancel(false);
        if (!isEnded) {
            end();
        }
    }
}
