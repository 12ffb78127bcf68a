package org.w3id.urbis.endpoint.triplestore;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/** A store as its operator runs it on this machine, on a port that stays the same when it is started again. */
interface ForeignStore extends AutoCloseable {
    /** The address of its query endpoint. */
    String queries();

    /** Where its whole content is put. */
    String content();

    /** Ends it without a word. */
    void kill();

    /** Starts it again, with what it held. */
    void restart();

    @Override
    void close();

    /** Puts N-Quads in place of all that it holds, as an operator does. */
    default void put(Path quads) throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(content()))
                    .header("Content-Type", "application/n-quads")
                    .PUT(HttpRequest.BodyPublishers.ofFile(quads))
                    .build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(response.statusCode() + " " + response.body());
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** A port that nobody listens on. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
    }
}
