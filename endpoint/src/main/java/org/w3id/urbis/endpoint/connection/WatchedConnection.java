package org.w3id.urbis.endpoint.connection;

import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.http.DirectHandler;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.spi.ServerConnection;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection: Helidon's, reading and writing through here. Reading, writing and answering happen on one thread; others
 * only look whether a wait has taken too long, and cut the connection.
 */
final class WatchedConnection implements ServerConnection, InterruptableTask<Void>, CurrentConnection {
    static final ThreadLocal<WatchedConnection> CURRENT = new ThreadLocal<>();

    private static final Logger LOG = LoggerFactory.getLogger(WatchedConnection.class);
    /** A request of this size is never refused for the sake of others. */
    private static final long SMALL_BYTES = 65536;

    /** As much as the largest file has by default, and a little more. */
    private static final int MOST_UNREAD_BYTES = 16 << 20;

    private static final Duration LINGER = Duration.ofSeconds(2);

    private final WatchedContext context;
    private final Connections all;
    private final Patience idle;
    private volatile Patience sending;
    private final Patience reading;
    private ServerConnection http;
    private long requestBytes;
    private boolean answered = true;
    private boolean ending;
    private volatile long idleSinceNanos;
    private volatile boolean isIdle;

    WatchedConnection(ConnectionContext context, Connections all, ConnectionLimits limits) {
        this.all = all;
        this.idle = new Patience(limits.idle());
        this.sending = new Patience(limits.sending());
        this.reading = new Patience(limits.reading());
        this.context = new WatchedContext(context, this);
    }

    ConnectionContext context() {
        return context;
    }

    /** Takes the protocol that is spoken; once, before anything else. */
    void speak(ServerConnection spoken) {
        http = spoken;
    }

    /** Reads what has come, or waits for it; null at the end of what the client sends. */
    byte[] read() {
        if (answered) {
            if (ending) {
                return null;
            }
            begin();
        }
        Patience patience = requestBytes == 0 ? idle : sending;
        byte[] piece = null;
        patience.waiting();
        isIdle = requestBytes == 0;
        try {
            piece = context.serverSocket().get();
        } catch (UncheckedIOException gone) {
            throw new ServerConnectionException("The client has gone, or was too slow", gone);
        } finally {
            isIdle = false;
            patience.passed(piece == null ? 0 : piece.length);
        }
        if (piece != null) {
            hold(piece.length);
        } else if (requestBytes > 0) {
            // Helidon would take the missing rest for a failure of its own.
            throw new CloseConnectionException("The client has gone within a request");
        }
        return piece;
    }

    private void begin() {
        all.pending(-requestBytes);
        requestBytes = 0;
        answered = false;
        idleSinceNanos = System.nanoTime();
        idle.renew();
        sending.renew();
        reading.renew();
    }

    private void hold(int bytes) {
        requestBytes += bytes;
        boolean tooMuch = all.pending(bytes);
        if (tooMuch && requestBytes > SMALL_BYTES) {
            ending = true;
            throw RequestException.builder()
                    .type(DirectHandler.EventType.OTHER)
                    .status(Status.SERVICE_UNAVAILABLE_503)
                    .message("Too many large requests at a time")
                    .setKeepAlive(false)
                    .build();
        }
    }

    /** Writes a piece, watched. */
    void write(long bytes, Runnable writing) {
        answered = true;
        reading.waiting();
        try {
            writing.run();
        } catch (UncheckedIOException gone) {
            throw new ServerConnectionException("The client has gone, or was too slow", gone);
        } finally {
            reading.passed(bytes);
        }
    }

    boolean isOverdue(long nowNanos) {
        return idle.isOver(nowNanos) || sending.isOver(nowNanos) || reading.isOver(nowNanos);
    }

    boolean isIdle() {
        return isIdle;
    }

    long idleSinceNanos() {
        return idleSinceNanos;
    }

    /** Ends the connection at once, whatever it waits for. */
    void cut() {
        try {
            context.serverSocket().close();
        } catch (UncheckedIOException alreadyClosed) {
            all.ended(this);
        }
    }

    @Override
    public void endAfterAnswer() {
        ending = true;
    }

    @Override
    public boolean isEnding() {
        return ending;
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
        CURRENT.set(this);
        try {
            http.handle(limit);
            // Only a refused request ends this way; without the rest being read the client might never see why.
            readRest();
        } finally {
            all.ended(this);
            all.pending(-requestBytes);
            CURRENT.remove();
        }
    }

    /** Reads on for a moment: closing a socket with unread bytes in it takes the answer from the client. */
    private void readRest() {
        Patience linger = new Patience(LINGER);
        sending = linger;
        try {
            for (int read = 0; read < MOST_UNREAD_BYTES; ) {
                linger.waiting();
                byte[] piece = context.serverSocket().get();
                linger.passed(0);
                if (piece == null) {
                    return;
                }
                read += piece.length;
            }
        } catch (UncheckedIOException gone) {
            LOG.trace("A refused client has gone", gone);
        }
    }

    @Override
    public Duration idleTime() {
        return http.idleTime();
    }

    @Override
    public void close(boolean interrupt) {
        http.close(interrupt);
    }

    @Override
    public boolean canInterrupt() {
        return http instanceof InterruptableTask<?> task && task.canInterrupt();
    }
}
