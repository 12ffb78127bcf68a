package org.w3id.urbis.endpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * What several test classes use and would each have to start: it is started for the first that asks, on a data directory of
 * its own, and ends with the tests.
 */
public final class StartedOnce<T extends AutoCloseable> {
    private final Start<T> start;
    private T running;

    /** How it is started on an empty directory. */
    @FunctionalInterface
    public interface Start<T> {
        T on(Path data) throws IOException;
    }

    public StartedOnce(Start<T> start) {
        this.start = start;
    }

    /** The one that all share. */
    public synchronized T running() {
        if (running == null) {
            try {
                Path data = FoldersInMemory.create("urbis-shared-");
                T started = start.on(data);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(started, data)));
                running = started;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return running;
    }

    private static void end(AutoCloseable started, Path data) {
        try {
            started.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        ShippedData.delete(data);
    }
}
