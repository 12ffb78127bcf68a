package org.w3id.urbis.endpoint.connection;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/** What Helidon knows of a connection, with reading and writing led through its watch. */
final class WatchedContext implements ConnectionContext {
    private final ConnectionContext inner;
    private final DataReader reader;
    private final DataWriter writer;

    WatchedContext(ConnectionContext inner, WatchedConnection watch) {
        this.inner = inner;
        this.reader = DataReader.create(watch::read);
        this.writer = new WatchedWriter(inner.dataWriter(), watch);
    }

    /** Writes at once, in pieces of which each shows that the client still reads. */
    private record WatchedWriter(DataWriter inner, WatchedConnection watch) implements DataWriter {
        private static final int PIECE_BYTES = 1 << 16;

        @Override
        public void write(BufferData... buffers) {
            writeNow(BufferData.create(buffers));
        }

        @Override
        public void write(BufferData buffer) {
            writeNow(buffer);
        }

        @Override
        public void writeNow(BufferData... buffers) {
            writeNow(BufferData.create(buffers));
        }

        @Override
        public void writeNow(BufferData buffer) {
            if (buffer.available() <= PIECE_BYTES) {
                watch.write(buffer.available(), () -> inner.writeNow(buffer));
                return;
            }
            // The last piece too: Helidon 4.4.0 does not write what is left of a buffer that was read from.
            while (buffer.available() > 0) {
                byte[] piece = new byte[Math.min(PIECE_BYTES, buffer.available())];
                int length = buffer.read(piece);
                watch.write(length, () -> inner.writeNow(BufferData.create(piece, 0, length)));
            }
        }

        @Override
        public void flush() {
            watch.write(0, inner::flush);
        }

        @Override
        public void close() {
            inner.close();
        }
    }

    @Override
    public DataReader dataReader() {
        return reader;
    }

    @Override
    public DataWriter dataWriter() {
        return writer;
    }

    @Override
    public HelidonSocket serverSocket() {
        return inner.serverSocket();
    }

    @Override
    public ListenerContext listenerContext() {
        return inner.listenerContext();
    }

    @Override
    public ExecutorService executor() {
        return inner.executor();
    }

    @Override
    public Router router() {
        return inner.router();
    }

    @Override
    public Optional<ProxyProtocolData> proxyProtocolData() {
        return inner.proxyProtocolData();
    }

    @Override
    public PeerInfo remotePeer() {
        return inner.remotePeer();
    }

    @Override
    public PeerInfo localPeer() {
        return inner.localPeer();
    }

    @Override
    public boolean isSecure() {
        return inner.isSecure();
    }

    @Override
    public String socketId() {
        return inner.socketId();
    }

    @Override
    public String childSocketId() {
        return inner.childSocketId();
    }
}
