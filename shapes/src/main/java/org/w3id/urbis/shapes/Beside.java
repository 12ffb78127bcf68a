package org.w3id.urbis.shapes;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Work that another thread may take over while this one does something else: whoever comes to it first does it.
 *
 * <p>Nothing waits for a thread that has not begun, so that it makes no difference to the result, only to the time, how
 * much the other thread does.
 */
public final class Beside {

    /** Nobody takes work over: who wants what comes of it does it then. */
    public static final Beside NOBODY = new Beside(work -> {
        // It stays for who wants it.
    });

    private final Executor other;

    /**
     * Offers work to a thread.
     *
     * @param other takes work on without doing it in the thread that offers it
     */
    public Beside(Executor other) {
        this.other = other;
    }

    /**
     * Offers work.
     *
     * @param work what is to be done, once
     * @param <T>  what comes of it
     * @return returns what came of the work, by doing it if nobody has begun; throws what the work throws, and
     *     {@link ValidationInterruptedException} if it has to wait and is interrupted
     */
    public <T> Supplier<T> start(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        other.execute(task);
        return () -> {
            // Does nothing if it is done, or another thread is at it.
            task.run();
            return result(task);
        };
    }

    private static <T> T result(FutureTask<T> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ValidationInterruptedException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
