package org.w3id.urbis.endpoint.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.urbis.endpoint.federation.HostileEndpoint.HEAD;
import static org.w3id.urbis.endpoint.federation.HostileEndpoint.LONG;
import static org.w3id.urbis.endpoint.federation.HostileEndpoint.ROWS;
import static org.w3id.urbis.endpoint.federation.HostileEndpoint.ask;
import static org.w3id.urbis.endpoint.federation.HostileEndpoint.told;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Endpoints that mean harm or are broken: each ends in an error that says how, within the limits, and never in fewer rows. */
class HostileRemotesTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    private HostileEndpoint endpoint;
    private HostileServer server;

    @BeforeEach
    void start() throws IOException {
        endpoint = HostileEndpoint.start();
        server = endpoint.server();
    }

    @AfterEach
    void stop() throws IOException {
        endpoint.close();
    }

    private String failure(Duration timeout) {
        Remote remote = endpoint.remote(timeout, "loopback");
        return told(assertThrows(RemoteFailedException.class, () -> ask(remote)));
    }

    private void says(String words) {
        String reason = failure(LONG);
        assertTrue(reason.contains(words), reason);
    }

    @Test
    void aGoodAnswerIsRead() {
        for (String body : List.of(
                "Content-Length: " + ROWS.length() + "\r\n\r\n" + ROWS,
                "\r\n" + ROWS,
                "Transfer-Encoding: chunked\r\n\r\n5\r\n" + ROWS.substring(0, 5) + "\r\n"
                        + Integer.toHexString(ROWS.length() - 5) + ";x=y\r\n" + ROWS.substring(5)
                        + "\r\n0\r\nTrailer: x\r\n\r\n")) {
            server.sending("HTTP/1.1 100 Continue\r\n\r\n" + HEAD + body);
            assertEquals(2, ask(endpoint.remote(LONG, "loopback")).rows().size());
        }
        assertTrue(
                server.requests().getFirst().startsWith("GET /sparql?query=SELECT"),
                server.requests().getFirst());
    }

    @Test
    void anAddressThatIsNotPublicIsNotConnectedTo() {
        server.sending(HEAD + "\r\n" + ROWS);
        Remote remote = endpoint.remote(LONG, "10.0.0.0/8");
        String reason = told(assertThrows(RemoteFailedException.class, () -> ask(remote)));
        assertTrue(reason.contains("not public"), reason);
        assertEquals(List.of(), server.requests());
    }

    @Test
    void aRedirectIsNotFollowed() throws IOException {
        try (HostileServer victim = HostileServer.start()) {
            victim.sending(HEAD + "\r\n" + ROWS);
            for (int status : new int[] {301, 302, 303, 307, 308}) {
                server.sending("HTTP/1.1 " + status + " Found\r\nLocation: " + victim.address() + "\r\n\r\n");
                String reason = failure(LONG);
                assertTrue(reason.contains("sends on to another address"), reason);
            }
            assertEquals(List.of(), victim.requests());
        }
    }

    @Test
    void whatComesTooSlowlyIsGivenUp() {
        HostileServer.Behaviour silence = out -> new CountDownLatch(1).await();
        HostileServer.Behaviour drippedHead = out -> drip(out, HEAD);
        HostileServer.Behaviour drippedBody = out -> {
            out.write((HEAD + "\r\n").getBytes(StandardCharsets.US_ASCII));
            drip(out, ROWS);
        };
        for (HostileServer.Behaviour slow : List.of(silence, drippedHead, drippedBody)) {
            server.doing(slow);
            String reason = failure(SHORT);
            assertTrue(reason.contains("did not answer within"), reason);
        }
    }

    /** A byte now and then, so that no single wait is long. */
    private static void drip(OutputStream out, String text) throws IOException, InterruptedException {
        for (byte one : text.getBytes(StandardCharsets.US_ASCII)) {
            out.write(one);
            out.flush();
            Thread.sleep(20);
        }
    }

    @Test
    void whatNeverEndsIsCutOff() {
        byte[] blanks = " ".repeat(1000).getBytes(StandardCharsets.US_ASCII);
        server.doing(out -> {
            out.write((HEAD + "\r\n{").getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write(blanks);
            }
        });
        says("more than 100000 bytes");
        server.doing(out -> {
            out.write((HEAD + "Transfer-Encoding: chunked\r\n\r\n7fffffffffffff\r\n{")
                    .getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write(blanks);
            }
        });
        says("more than 100000 bytes");
        server.doing(out -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write("X: y\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        });
        says("more headers");
        server.doing(out -> {
            while (true) {
                out.write("HTTP/1.1 102 Processing\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        });
        says("did not come to its answer");
    }

    @Test
    void compressionDoesNotGetMoreIn() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write("{".getBytes(StandardCharsets.US_ASCII));
            byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 20; i++) {
                gzip.write(blanks);
            }
        }
        server.doing(out -> {
            out.write((HEAD + "Content-Encoding: gzip\r\nContent-Length: " + bomb.size() + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            bomb.writeTo(out);
        });
        says("more than 100000 bytes");
        server.sending(HEAD + "Content-Encoding: br\r\n\r\n" + ROWS);
        says("coding br");
        server.sending(HEAD + "Content-Encoding: gzip\r\n\r\n" + ROWS);
        says("compressed answer that is damaged");
        server.doing(out -> {
            out.write((HEAD + "Content-Encoding: gzip\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(bomb.toByteArray(), 0, 12);
        });
        says("before its answer was whole");
    }

    @Test
    void whatIsNotRowsIsToldApart() {
        server.sending("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>");
        says("text/html");
        server.sending("HTTP/1.1 200 OK\r\n\r\n" + ROWS);
        says("without a media type");
        server.sending(HEAD + "\r\n{\"head\":{},\"boolean\":true}");
        says("no rows");
        server.sending(HEAD + "\r\n{\"results\":7}");
        says("no rows");
        server.sending(
                HEAD + "\r\n{\"head\":{\"vars\":[\"s\"]},\"results\":{\"bindings\":[{\"s\":{\"type\":\"nothing\"}}]}}");
        says("no rows");
        for (String damaged :
                List.of("<html>", ROWS.substring(0, 80), "{\"results\":nope}", "[".repeat(1000), ROWS + "x")) {
            server.sending(HEAD + "\r\n" + damaged);
            says("damaged");
        }
        server.sending("SSH-2.0-OpenSSH\r\n");
        says("HTTP/1.1");
        server.sending("HTTP/1.1 500 Oh\r\n\r\n");
        says("status 500");
        server.sending("HTTP/1.1 200 OK\r\nContent-Type : application/json\r\n\r\n" + ROWS);
        says("header that is none");
        server.sending(HEAD + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        says("cannot be told to be whole");
        StringBuilder many = new StringBuilder("{\"head\":{\"vars\":[\"s\"]},\"results\":{\"bindings\":[{}");
        many.append(",{}".repeat(100)).append("]}}");
        server.sending(HEAD + "\r\n" + many);
        says("more than 100 rows");
    }

    @Test
    void anAnswerThatBreaksOffIsAnErrorWhereverItBreaksOff() throws IOException {
        byte[] rows = ROWS.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < rows.length; length++) {
            byte[] cut = Arrays.copyOf(rows, length);
            assertThrows(
                    IOException.class,
                    () -> RowsDocument.read(cut, 100),
                    () -> new String(cut, StandardCharsets.UTF_8));
        }
        assertEquals(2, RowsDocument.read(rows, 100).size());
        server.sending(HEAD + "Content-Length: " + (ROWS.length() + 1) + "\r\n\r\n" + ROWS);
        says("before its answer was whole");
        server.sending(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(ROWS.length()) + "\r\n" + ROWS
                + "\r\n");
        says("broke off");
        server.sending(HEAD + "\r\n" + ROWS.substring(0, ROWS.length() - 1));
        says("breaks off");
        server.sending("HTTP/1.1 200 OK\r\nContent-Ty");
        says("broke off");
    }
}
