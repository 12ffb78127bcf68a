package org.w3id.urbis.endpoint.sparql;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.w3id.urbis.endpoint.metrics.Metrics;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.store.RevisionLease;

/**
 * Where queries run: in threads of the system, not in virtual ones. Virtual threads take turns only when they wait, so
 * that as many busy queries as there are processors would keep everything else from being answered.
 */
final class QueryRuns implements AutoCloseable {
    /**
     * A query that can be read and compiled on a usual stack runs on this one: what it needs grows with its depth in
     * about the same measure, so that it fails before anything has begun rather than in the middle of the store.
     */
    private static final long STACK_BYTES = 32L << 20;

    private static final Duration IDLE_THREAD = Duration.ofSeconds(30);

    private final QueryOutcomes outcomes;
    private final QueryTurns turns;
    private final int heldBack;
    private final Set<QueryRun> running = ConcurrentHashMap.newKeySet();
    private final Map<String, QueryRun> named = new ConcurrentHashMap<>();
    private final ExecutorService threads;
    private final QueryWatch watch;

    /**
     * Prepares to run queries.
     *
     * @param atOnce   most queries at work at the same time
     * @param queue    longest a query waits for its turn
     * @param longest  longest a query may work
     * @param heldBack bytes of an answer that are held back before any are sent
     * @param relief   frees memory that is not needed, when it runs short
     * @param metrics  gets what queries do
     */
    QueryRuns(int atOnce, Duration queue, Duration longest, int heldBack, Runnable relief, Metrics metrics) {
        this.outcomes = new QueryOutcomes(metrics);
        this.turns = new QueryTurns(atOnce, queue, outcomes.refused());
        this.heldBack = heldBack;
        this.threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_THREAD.toSeconds(), TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(null, work, "query", STACK_BYTES);
                    thread.setDaemon(true);
                    return thread;
                });
        this.watch = QueryWatch.over(running, longest, atOnce, relief);
        metrics.gauge(
                "urbis.queries.running", "Queries at work, or waiting for who reads their answer.", running, Set::size);
        metrics.gauge("urbis.queries.waiting", "Queries that wait for their turn.", turns, QueryTurns::waiting);
    }

    /**
     * Waits for a turn and begins to run.
     *
     * @param revision what is read; the run holds it too, as long as it needs
     * @param name     by which it can be stopped; empty if it has none
     * @return the run, to be closed when its answer is not wanted any more
     * @throws ProblemException if no turn came
     */
    QueryRun begin(RevisionLease revision, QueryRun.Task task, String name) {
        turns.take();
        QueryRun run = new QueryRun(task, revision.share(), turns, outcomes, heldBack);
        running.add(run);
        if (!name.isEmpty()) {
            named.put(name, run);
        }
        threads.execute(() -> {
            try {
                run.run();
            } finally {
                running.remove(run);
                named.remove(name, run);
            }
        });
        return run;
    }

    /** Stops a run by its name; false if none of that name is at work. */
    boolean stop(String name) {
        QueryRun run = named.get(name);
        if (run == null) {
            return false;
        }
        run.stop(Problem.of(ProblemType.BUSY, "The query was stopped by the one who asked it."));
        return true;
    }

    @Override
    public void close() {
        watch.close();
        threads.shutdownNow();
    }
}
