package org.w3id.urbis.endpoint.federation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that writes what a test wants, byte for byte, and remembers what it was sent. */
final class HostileServer implements AutoCloseable {
    private final ServerSocket socket;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour;

    /** What it does once it has read the headers of a request. */
    @FunctionalInterface
    interface Behaviour {
        void answer(OutputStream out) throws IOException, InterruptedException;
    }

    private HostileServer(ServerSocket socket) {
        this.socket = socket;
    }

    static HostileServer start() throws IOException {
        HostileServer server = new HostileServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(server::accept);
        return server;
    }

    /** Does this from now on, and forgets what it was sent. */
    HostileServer doing(Behaviour next) {
        behaviour = next;
        requests.clear();
        return this;
    }

    /** Sends this and closes the connection. */
    HostileServer sending(String answer) {
        return doing(out -> out.write(answer.getBytes(StandardCharsets.UTF_8)));
    }

    /** The request lines and headers of what it was sent. */
    List<String> requests() {
        return requests;
    }

    String address() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/sparql";
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
            StringBuilder head = new StringBuilder();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.append(line).append('\n');
            }
            requests.add(head.toString());
            OutputStream out = connection.getOutputStream();
            behaviour.answer(out);
            out.flush();
            connection.shutdownOutput();
            // What was sent and not read yet would be lost with a reset.
            while (in.read() >= 0) {
                continue;
            }
        } catch (IOException | InterruptedException gone) {
            // The other side had enough of it.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
