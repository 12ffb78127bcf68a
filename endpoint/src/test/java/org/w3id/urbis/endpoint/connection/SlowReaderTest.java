package org.w3id.urbis.endpoint.connection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.endpoint.ShippedData;
import org.w3id.urbis.endpoint.ShippedServer;
import org.w3id.urbis.loader.publication.Revisions;

/** A client that takes less at a time than the server has to give. */
class SlowReaderTest {
    private static final int SMALL_WINDOW = 4096;

    @Test
    void nothingIsLostInTheMiddleOfALargeAnswer() throws IOException {
        int port = ShippedServer.running().server().port();
        byte[] expected;
        try (InputStream patch = new GZIPInputStream(Files.newInputStream(
                new Revisions(ShippedData.directory()).current().orElseThrow().patch()))) {
            expected = patch.readAllBytes();
        }
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(SMALL_WINDOW);
            socket.setSoTimeout(60_000);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.getOutputStream()
                    .write("GET /revisions/1/patch HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = new BufferedInputStream(socket.getInputStream(), SMALL_WINDOW);
            assertEquals("HTTP/1.1 200 OK", line(in));
            boolean chunked = false;
            for (String header = line(in); !header.isEmpty(); header = line(in)) {
                chunked |= header.equalsIgnoreCase("Transfer-Encoding: chunked");
            }
            assertArrayEquals(expected, chunked ? chunks(in) : in.readAllBytes());
        }
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int length = Integer.parseInt(line(in), 16); length > 0; length = Integer.parseInt(line(in), 16)) {
            body.write(in.readNBytes(length));
            assertEquals("", line(in), "a chunk has the length that it says");
        }
        return body.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
