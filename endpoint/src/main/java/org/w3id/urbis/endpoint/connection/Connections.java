package org.w3id.urbis.endpoint.connection;

import io.helidon.common.buffers.BufferData;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All connections of the public port. Each speaks HTTP/1.1 as Helidon does and is watched: a client that lets us wait too
 * long is cut off, and when connections become scarce, those that have been idle longest go first.
 */
public final class Connections implements ServerConnectionSelector, AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int EIGHTHS = 8;

    private final Http1ConnectionSelector http;
    private final ConnectionLimits limits;
    private final Set<WatchedConnection> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong pendingBytes = new AtomicLong();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("connection-watch").factory());

    /**
     * Watches no connection yet.
     *
     * @param http   how HTTP/1.1 is spoken
     * @param limits what clients may take
     */
    public Connections(Http1Config http, ConnectionLimits limits) {
        this.http = Http1ConnectionSelector.builder().config(http).build();
        this.limits = limits;
        watch.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The connection whose request the calling thread is working on; empty outside of requests. */
    public static Optional<CurrentConnection> current() {
        return Optional.ofNullable(WatchedConnection.CURRENT.get());
    }

    /** How many connections are open. */
    public int count() {
        return open.size();
    }

    @Override
    public int bytesToIdentifyConnection() {
        return http.bytesToIdentifyConnection();
    }

    @Override
    public Support supports(BufferData data) {
        return http.supports(data);
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        WatchedConnection connection = new WatchedConnection(context, this, limits);
        connection.speak(http.connection(connection.context()));
        open.add(connection);
        makeRoom();
        return connection;
    }

    void ended(WatchedConnection connection) {
        open.remove(connection);
    }

    /**
     * Counts bytes of requests that are held in memory.
     *
     * @param more bytes, negative when they are let go
     * @return whether there are too many now
     */
    boolean pending(long more) {
        return pendingBytes.addAndGet(more) > limits.pendingBytes();
    }

    private void look() {
        long now = System.nanoTime();
        open.stream().filter(connection -> connection.isOverdue(now)).forEach(WatchedConnection::cut);
    }

    /** Cuts an eighth of the connections when seven eighths of what may be open is. */
    private void makeRoom() {
        int eighth = Math.max(1, limits.most() / EIGHTHS);
        if (open.size() > limits.most() - eighth) {
            open.stream()
                    .filter(WatchedConnection::isIdle)
                    .sorted(Comparator.comparingLong(WatchedConnection::idleSinceNanos))
                    .limit(eighth)
                    .forEach(WatchedConnection::cut);
        }
    }

    /** Stops watching. */
    @Override
    public void close() {
        watch.shutdownNow();
    }
}
