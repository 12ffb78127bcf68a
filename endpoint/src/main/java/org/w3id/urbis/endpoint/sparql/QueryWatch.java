package org.w3id.urbis.endpoint.sparql;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemType;

/**
 * Looks at the queries at work and stops those that would harm the others.
 *
 * <ul>
 *   <li>One whose time is up.
 *   <li>One that turns out to be slow when three quarters of the turns are held by slow ones already: the rest is kept
 *       for queries that are quick.
 *   <li>The one that took the most memory, when what is left after tidying up runs short; answers that are remembered
 *       are forgotten then, too.
 *   <li>One whose reader does not take what was made, after a while or when too many wait like that.
 * </ul>
 */
final class QueryWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueryWatch.class);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final long SLOW_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();
    private static final int MOST_WAITING = 64;
    private static final double FULL = 0.75;
    /** A query that has taken less than this cannot be what fills the memory. */
    private static final long LARGE_BYTES = 64L << 20;

    private final Set<QueryRun> running;
    private final Runnable relief;
    private final long longestNanos;
    private final long mostSlow;
    private final Optional<MemoryPoolMXBean> oldGeneration = oldGeneration();
    private long lastCollections;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("query-watch").factory());

    private QueryWatch(Set<QueryRun> running, Duration longest, int atOnce, Runnable relief) {
        this.running = running;
        this.relief = relief;
        this.longestNanos = longest.toNanos();
        this.mostSlow = Math.max(1, atOnce * 3L / 4);
    }

    /**
     * Begins to watch.
     *
     * @param running the queries at work, kept up to date by others
     * @param longest longest a query may work
     * @param atOnce  most queries at work at the same time
     * @param relief  frees memory that is not needed, when it runs short
     */
    static QueryWatch over(Set<QueryRun> running, Duration longest, int atOnce, Runnable relief) {
        QueryWatch watch = new QueryWatch(running, longest, atOnce, relief);
        watch.clock.scheduleWithFixedDelay(watch::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    /** How often the old generation has been tidied up: what it held after that is told anew only then. */
    private long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(collector -> oldGeneration.isPresent()
                        && List.of(collector.getMemoryPoolNames())
                                .contains(oldGeneration.get().getName()))
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    /** The memory pool that long-lived objects are in; empty if this Java does not tell when it is full. */
    private static Optional<MemoryPoolMXBean> oldGeneration() {
        Optional<MemoryPoolMXBean> pool = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(any -> any.getType() == MemoryType.HEAP)
                .filter(any -> any.isCollectionUsageThresholdSupported() && any.isUsageThresholdSupported())
                .findFirst();
        pool.ifPresent(any -> {
            long most = any.getUsage().getMax() > 0
                    ? any.getUsage().getMax()
                    : Runtime.getRuntime().maxMemory();
            any.setCollectionUsageThreshold((long) (FULL * most));
        });
        return pool;
    }

    private void look() {
        try {
            List<QueryRun> runs =
                    running.stream().filter(run -> !run.isStopped()).toList();
            runs.stream().filter(run -> run.workedNanos() > longestNanos).forEach(run -> run.stop(QueryRun.timeout()));
            stopNewlySlow(runs);
            stopUnread(runs);
            stopLargestIfMemoryIsShort(runs);
        } catch (RuntimeException | StackOverflowError goOn) {
            // Whatever went wrong this time, nothing would bound a query any more if the watch ended. To stop a query
            // is to call each of its steps, one from within the other.
            LOG.error("The queries at work could not be looked at", goOn);
        }
    }

    private void stopNewlySlow(List<QueryRun> runs) {
        runs.stream()
                .filter(run -> run.workedNanos() > SLOW_NANOS && run.waitingNanos() == 0)
                .sorted(Comparator.comparingLong(QueryRun::workedNanos).reversed())
                .skip(mostSlow)
                .forEach(run -> run.stop(Problem.of(
                        ProblemType.BUSY,
                        "Too many slow queries at the moment; the rest of the server is kept for quick ones.")));
    }

    private static void stopUnread(List<QueryRun> runs) {
        Problem unread = Problem.of(ProblemType.BUSY, "The answer was not read.");
        List<QueryRun> waiting = runs.stream()
                .filter(run -> run.waitingNanos() > 0)
                .sorted(Comparator.comparingLong(QueryRun::waitingNanos))
                .toList();
        waiting.stream().filter(run -> run.waitingNanos() > PATIENCE_NANOS).forEach(run -> run.stop(unread));
        waiting.stream().skip(MOST_WAITING).forEach(run -> run.stop(unread));
    }

    /** What can be done without goes, and one query at a time: that may do, and the next tidying up will tell. */
    private void stopLargestIfMemoryIsShort(List<QueryRun> runs) {
        if (oldGeneration.isEmpty()
                || !oldGeneration.get().isCollectionUsageThresholdExceeded()
                || collections() == lastCollections) {
            return;
        }
        lastCollections = collections();
        relief.run();
        runs.stream()
                .filter(run -> run.allocatedBytes() > LARGE_BYTES)
                .max(Comparator.comparingLong(QueryRun::allocatedBytes))
                .ifPresent(run -> {
                    LOG.warn("A query is stopped because memory runs short");
                    run.stop(QueryRun.tooMuchMemory());
                });
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
