package org.w3id.urbis.loader.cli;

import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.w3id.urbis.loader.Progress;

/** Says on standard error what is being done, once it takes longer than somebody likes to wait in silence. */
final class ConsoleProgress implements Progress, AutoCloseable {

    private static final int PATIENCE_MS = 2_000;

    private final PrintWriter err;
    private final ScheduledExecutorService timer;
    private String current = "";
    private boolean speaking;

    ConsoleProgress(PrintWriter err) {
        this.err = err;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        timer.schedule(this::speak, PATIENCE_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void begins(Step step, String detail) {
        current = detail;
        if (speaking) {
            say();
        }
    }

    private synchronized void speak() {
        speaking = true;
        if (!current.isEmpty()) {
            say();
        }
    }

    private void say() {
        err.println(current + " ...");
        err.flush();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
