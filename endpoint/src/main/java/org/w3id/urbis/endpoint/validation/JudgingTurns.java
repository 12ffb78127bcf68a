package org.w3id.urbis.endpoint.validation;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;

/**
 * Turns for judging files: so many at a time, each so long, and no more at once than there is memory for.
 *
 * <p>What is over its time is told to stop. Until it does, as when it is within a regular expression, it keeps its turn, so
 * that however many such files come, they never take more than their share of the processors.
 */
public final class JudgingTurns {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final int KIBIBYTE = 1024;

    /**
     * What a file holds in memory, for each byte of it. Reading Turtle of short statements was measured at 13; judging copies
     * what was read, and keeps what it finds.
     */
    private static final int TIMES = 32;

    private final Semaphore turns;
    private final Semaphore memory;
    private final int allMemory;
    private final Duration longest;

    private JudgingTurns(int atOnce, Duration longest, Semaphore memory, int allMemory) {
        this.turns = new Semaphore(atOnce, true);
        this.longest = longest;
        this.memory = memory;
        this.allMemory = allMemory;
    }

    /**
     * Prepares turns.
     *
     * @param atOnce  how many files at a time
     * @param longest how long each
     * @param bytes   how much memory all of them may take
     */
    JudgingTurns(int atOnce, Duration longest, long bytes) {
        this(atOnce, longest, (int) Math.min(Integer.MAX_VALUE, bytes / KIBIBYTE));
    }

    private JudgingTurns(int atOnce, Duration longest, int kibibytes) {
        this(atOnce, longest, new Semaphore(kibibytes, true), kibibytes);
    }

    /** As many turns beside these, within the same memory. */
    JudgingTurns beside() {
        return new JudgingTurns(turns.availablePermits(), longest, memory, allMemory);
    }

    /**
     * Does something when its turn has come, in a thread of its own.
     *
     * @param bytes how long the file is
     * @param work  what is to be done
     * @return what came of it
     * @throws ProblemException if no turn comes, or it takes too long (503)
     */
    public <T> T take(long bytes, Callable<T> work) {
        // The longest file may take all that there is, alone.
        int room = (int) Math.min(allMemory, Math.max(1, bytes * TIMES / KIBIBYTE));
        acquire(turns, 1);
        try {
            acquire(memory, room);
        } catch (ProblemException none) {
            turns.release();
            throw none;
        }
        return run(new FutureTask<>(() -> {
            try {
                return work.call();
            } finally {
                memory.release(room);
                turns.release();
            }
        }));
    }

    private <T> T run(FutureTask<T> task) {
        // A thread of its own, and no virtual one: judging never waits, and needs a deep stack.
        Thread thread = Thread.ofPlatform().daemon().name("validation").start(task);
        try {
            return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw Problem.of(
                            ProblemType.VALIDATION_TIMEOUT,
                            "The check was not done within " + longest.toSeconds() + " seconds.")
                    .exception(e);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw busy();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException foreseen -> throw foreseen;
                case Error grave -> throw grave;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    private static void acquire(Semaphore semaphore, int permits) {
        try {
            if (semaphore.tryAcquire(permits, LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw busy();
    }

    private static ProblemException busy() {
        return Problem.of(ProblemType.BUSY, "No turn came within " + LONGEST_WAIT.toSeconds() + " seconds.")
                .exception();
    }
}
