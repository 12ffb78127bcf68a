package org.w3id.urbis.loader.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The body of an answer that has to go on coming: if a server sends next to nothing for some time, the connection is taken
 * for broken. The client's own time limit ends with the head of the answer.
 */
final class WatchedBody extends FilterInputStream {

    /** Less, while one waits, is a server that holds its clients up. */
    private static final long LEAST_BYTES = 1 << 14;

    private final AtomicLong arrived = new AtomicLong();
    private final Thread watch;

    private volatile boolean stalled;

    WatchedBody(InputStream body, Duration patience) {
        super(body);
        this.watch = Thread.ofVirtual().start(() -> watch(patience));
    }

    private void watch(Duration patience) {
        try {
            for (long before = 0; ; before = arrived.get()) {
                Thread.sleep(patience);
                if (arrived.get() - before < LEAST_BYTES) {
                    stalled = true;
                    in.close();
                    return;
                }
            }
        } catch (InterruptedException over) {
            // All has been read.
        } catch (IOException closed) {
            // Whoever reads is told by the read.
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read;
        try {
            read = super.read(bytes, offset, length);
        } catch (IOException e) {
            throw stalled ? new IOException("the server sent next to nothing", e) : e;
        }
        if (read < 0 && stalled) {
            throw new IOException("the server sent next to nothing");
        }
        arrived.addAndGet(Math.max(0, read));
        return read;
    }

    @Override
    public void close() throws IOException {
        watch.interrupt();
        super.close();
    }
}
