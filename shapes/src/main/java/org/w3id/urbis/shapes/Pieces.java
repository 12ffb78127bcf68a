package org.w3id.urbis.shapes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.jena.shacl.validation.ReportEntry;

/** Work that comes task by task, is done piece by piece, and waits while there is enough to do. */
final class Pieces implements AutoCloseable {

    private static final int TASKS = 4_000;

    private final ExecutorService executor;
    private final int threads;
    private final Function<List<ShapeValidation.Task>, List<ReportEntry>> work;
    private final int most;
    private final Deque<Future<List<ReportEntry>>> running = new ArrayDeque<>();
    private final List<ReportEntry> results = new ArrayList<>();
    private List<ShapeValidation.Task> piece = new ArrayList<>();

    /**
     * Makes a place for work.
     *
     * @param most how many results are enough
     */
    Pieces(int threads, Function<List<ShapeValidation.Task>, List<ReportEntry>> work, int most) {
        this.executor = threads > 1 ? Executors.newFixedThreadPool(threads) : null;
        this.threads = threads;
        this.work = work;
        this.most = most;
    }

    void add(ShapeValidation.Task task) {
        piece.add(task);
        if (piece.size() == TASKS) {
            begin();
        }
    }

    private void begin() {
        List<ShapeValidation.Task> begun = piece;
        piece = new ArrayList<>(TASKS);
        if (results.size() >= most) {
            return;
        }
        if (executor == null) {
            results.addAll(work.apply(begun));
            return;
        }
        running.add(executor.submit(() -> work.apply(begun)));
        if (running.size() > 2 * threads) {
            take();
        }
    }

    private void take() {
        try {
            results.addAll(running.remove().get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ValidationInterruptedException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Does what is left and returns all results. */
    List<ReportEntry> results() {
        if (!piece.isEmpty() && running.isEmpty() && results.size() < most) {
            results.addAll(work.apply(piece));
            return results;
        }
        begin();
        while (!running.isEmpty()) {
            take();
        }
        return results;
    }

    @Override
    public void close() {
        if (executor != null) {
            executor.shutdownNow();
            // Nobody may still be reading the graph when the caller goes on.
            executor.close();
        }
    }
}
