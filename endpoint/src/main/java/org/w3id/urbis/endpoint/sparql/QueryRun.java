package org.w3id.urbis.endpoint.sparql;

import com.sun.management.ThreadMXBean;
import java.io.IOError;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryDeniedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.endpoint.federation.FederationLedger;
import org.w3id.urbis.endpoint.federation.RemoteFailedException;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.sparql.bound.BeyondBoundsException;
import org.w3id.urbis.endpoint.sparql.result.UnwritableTextException;
import org.w3id.urbis.endpoint.sparql.result.Utf8Buffer;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.loader.reach.UnusableArgumentException;

/**
 * One query at work in a thread of its own, from its turn to the last byte of its answer.
 *
 * <p>It holds its turn while it works and gives it back while it waits for a reader to take what it made; that time is
 * not counted either. It holds the revision to its end, even when whoever asked has gone.
 */
final class QueryRun implements Runnable, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueryRun.class);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long NOT_WAITING = 0;

    private final Task task;
    private final RevisionLease revision;
    private final QueryTurns turns;
    private final QueryOutcomes outcomes;
    private final int heldBack;
    private final AnswerPipe pipe = new AnswerPipe();
    private final AtomicBoolean stopSignal = new AtomicBoolean();
    private final FederationLedger ledger = new FederationLedger();
    private final long begunNanos = System.nanoTime();
    private volatile long waitedNanos;
    private volatile long waitingSinceNanos = NOT_WAITING;
    private volatile Runnable whenStopped = () -> {};
    private volatile Problem reason;
    private boolean isCounted;
    private volatile long threadId;
    private volatile long allocatedBefore;

    /** What is done in a run. */
    @FunctionalInterface
    interface Task {
        /**
         * Makes the answer.
         *
         * @param run of which the stop signal is to be heeded
         * @param out where the answer goes
         * @throws IOException if nobody reads it any more
         */
        void make(QueryRun run, Utf8Buffer out) throws IOException;
    }

    QueryRun(Task task, RevisionLease revision, QueryTurns turns, QueryOutcomes outcomes, int heldBack) {
        this.outcomes = outcomes;
        this.task = task;
        this.revision = revision;
        this.turns = turns;
        this.heldBack = heldBack;
    }

    /** What the run makes, for the one who sends it. */
    AnswerPipe pipe() {
        return pipe;
    }

    /** What the run asks of other endpoints. */
    FederationLedger ledger() {
        return ledger;
    }

    /** Set when the run is to stop. */
    AtomicBoolean stopSignal() {
        return stopSignal;
    }

    /** Says what else is to be done to stop it; done by another thread. */
    void whenStopped(Runnable action) {
        whenStopped = action;
        if (stopSignal.get()) {
            action.run();
        }
    }

    /** Stops the run for a reason, which becomes its answer unless it has begun to be sent. */
    void stop(Problem why) {
        if (reason == null) {
            reason = why;
            stopSignal.set(true);
            whenStopped.run();
            pipe.close();
        }
    }

    boolean isStopped() {
        return reason != null;
    }

    /** How long it has worked, without the time it waited for its reader. */
    long workedNanos() {
        return System.nanoTime() - begunNanos - waitedNanos - waitingNanos();
    }

    /** How long it has been waiting for its reader to take the next piece; 0 if it is at work. */
    long waitingNanos() {
        long since = waitingSinceNanos;
        return since == NOT_WAITING ? 0 : System.nanoTime() - since;
    }

    /** How much memory it has taken so far, given back or not, in bytes; 0 before it has begun. */
    long allocatedBytes() {
        return threadId == 0 ? 0 : THREADS.getThreadAllocatedBytes(threadId) - allocatedBefore;
    }

    /** Lets go of the answer: what has not been made yet is not wanted. */
    @Override
    public void close() {
        stop(Problem.of(ProblemType.BUSY, "Nobody waits for the answer any more."));
    }

    @Override
    public void run() {
        allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
        threadId = Thread.currentThread().threadId();
        try (revision) {
            Utf8Buffer out = new Utf8Buffer(heldBack, this::handOver);
            task.make(this, out);
            ledger.end();
            count(Optional.empty());
            pipe.end(out.rest());
        } catch (IOException nobodyReads) {
            LOG.debug("An answer was given up", nobodyReads);
            fail(reason == null ? Problem.of(ProblemType.INTERNAL, "The answer was given up.") : reason);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | IOError failed) {
            fail(problem(failed));
        } finally {
            turns.giveBack();
        }
    }

    private void fail(Problem problem) {
        ledger.end();
        count(Optional.of(problem.type()));
        pipe.fail(problem);
    }

    /** Before the answer ends, so that who has read it to its end finds it counted. */
    private void count(Optional<ProblemType> failure) {
        if (!isCounted) {
            isCounted = true;
            outcomes.count(failure);
        }
    }

    private void handOver(byte[] piece) throws IOException {
        if (pipe.isFull()) {
            turns.giveBack();
            long since = System.nanoTime();
            waitingSinceNanos = since;
            try {
                pipe.put(piece);
            } finally {
                waitedNanos += System.nanoTime() - since;
                waitingSinceNanos = NOT_WAITING;
                turns.takeAgain();
            }
        } else {
            pipe.put(piece);
        }
    }

    private Problem problem(Throwable failed) {
        if (reason != null) {
            // What it works with is closed under its hands by the one who stops it, wherever it is.
            LOG.debug("A query ended when it was stopped", failed);
            return reason;
        }
        return switch (failed) {
            case ProblemException known -> known.problem();
            case QueryCancelledException stopped -> timeout();
            case QueryDeniedException denied -> Problem.of(ProblemType.FEDERATION_OFF, denied.getMessage());
            case RemoteFailedException remote ->
                Problem.of(
                                ProblemType.REMOTE_FAILED,
                                remote.getMessage() + " What can do without it can say so by SERVICE SILENT.")
                        .with("endpoint", remote.endpoint());
            case UnwritableTextException unwritable ->
                Problem.of(ProblemType.NOT_ACCEPTABLE, unwritable.getMessage() + " Ask for JSON.");
            case BeyondBoundsException beyond -> Problem.of(ProblemType.QUERY_TOO_COMPLEX, beyond.getMessage());
            case UnusableArgumentException unusable -> Problem.of(ProblemType.UNUSABLE_ARGUMENT, unusable.getMessage());
            case StackOverflowError tooDeep -> tooComplex();
            case OutOfMemoryError tooMuch -> {
                LOG.warn("A query was stopped because there was no memory left for it");
                yield tooMuchMemory();
            }
            default -> {
                LOG.error("A query failed", failed);
                yield Problem.of(ProblemType.INTERNAL, "The query could not be answered.");
            }
        };
    }

    static Problem timeout() {
        return Problem.of(ProblemType.QUERY_TIMEOUT, "The query was stopped because its time was up.");
    }

    static Problem tooComplex() {
        return Problem.of(
                ProblemType.QUERY_TOO_COMPLEX,
                "The query holds too many patterns, or patterns too deep in each other.");
    }

    static Problem tooMuchMemory() {
        return Problem.of(
                ProblemType.QUERY_TOO_LARGE,
                "The query was stopped because what it had to hold at once did not fit into memory.");
    }
}
