package org.w3id.urbis.endpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A connection on which anything can be sent, HTTP or not. */
public final class RawConnection implements AutoCloseable {
    /** Long enough for a server on a busy machine; only a test that fails waits for it. */
    private static final int PATIENCE_MS = 60_000;

    private final Socket socket;

    private RawConnection(Socket socket) {
        this.socket = socket;
    }

    /**
     * What came back.
     *
     * @param status  the code
     * @param headers lines of the head without the first
     * @param body    as many bytes as the head promises, as text
     */
    public record Answer(int status, List<String> headers, String body) {
        /** The value of a header; empty if there is none. */
        public String header(String name) {
            String start = name.toLowerCase() + ":";
            return headers.stream()
                    .filter(line -> line.toLowerCase().startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    /** Opens a connection to a port of this machine. */
    public static RawConnection to(int port) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(PATIENCE_MS);
            return new RawConnection(socket);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Sends text; a lone line feed stays one. */
    public RawConnection send(String text) {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends bytes. */
    public RawConnection send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Reads one answer. */
    public Answer answer() {
        return answer(true);
    }

    /** Reads one answer, whose body is not sent if it is to HEAD. */
    public Answer answer(boolean withBody) {
        String first = line();
        if (first.isEmpty()) {
            throw new IllegalStateException("The connection was cut before an answer");
        }
        List<String> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            headers.add(line);
        }
        Answer head = new Answer(Integer.parseInt(first.split(" ")[1]), headers, "");
        String length = head.header("Content-Length");
        if (!withBody || length.isEmpty()) {
            return head;
        }
        byte[] body = read(Integer.parseInt(length));
        return new Answer(head.status(), headers, new String(body, StandardCharsets.UTF_8));
    }

    private String line() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = read(); b >= 0 && b != '\n'; b = read()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private int read() {
        try {
            return socket.getInputStream().read();
        } catch (IOException cut) {
            return -1;
        }
    }

    private byte[] read(int length) {
        try {
            return socket.getInputStream().readNBytes(length);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Reads all that comes until the other side ends the connection, in whatever way. */
    public String rest() {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        for (int b = read(); b >= 0; b = read()) {
            rest.write(b);
        }
        return rest.toString(StandardCharsets.ISO_8859_1);
    }

    /** Waits until the other side has ended the connection, and tells how many bytes came before that. */
    public long end() {
        try {
            InputStream in = socket.getInputStream();
            long count = 0;
            byte[] piece = new byte[8192];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                count += read;
            }
            return count;
        } catch (java.net.SocketTimeoutException open) {
            throw new IllegalStateException("The connection is still open", open);
        } catch (IOException cut) {
            return 0;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
