package org.w3id.urbis.endpoint.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.endpoint.client.AddressRanges;
import org.w3id.urbis.endpoint.metrics.Metrics;

/** Endpoints that mean harm or are broken: each ends in an error that says how, within the limits, and never in fewer rows. */
class HostileRemotesTest {
    private static final String QUERY = "SELECT * { ?s ?p ?o }";
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/sparql-results+json\r\n";
    private static final String ROWS = "{\"head\":{\"vars\":[\"s\"]},\"results\":{\"bindings\":["
            + "{\"s\":{\"type\":\"literal\",\"value\":\"a\"}},{\"s\":{\"type\":\"literal\",\"value\":\"b\"}}]}}";
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Metrics metrics = new Metrics();
    private HostileServer server;

    @BeforeEach
    void start() throws IOException {
        server = HostileServer.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        metrics.close();
    }

    private Remote remote(Duration timeout, String reach) {
        RemoteEndpoint endpoint = new RemoteEndpoint(
                "other",
                "Other",
                Optional.of(URI.create(server.address())),
                Optional.empty(),
                "",
                true,
                AddressRanges.of(reach),
                new RemoteEndpoint.Limits(timeout, 100, 100_000, 1, 10),
                Optional.empty(),
                Optional.empty(),
                false);
        KeptAnswers kept = new KeptAnswers(1 << 20, System::nanoTime);
        return new Remote(endpoint, kept, new RemoteTally("other" + System.nanoTime(), metrics));
    }

    private static Remote.Answer ask(Remote remote) {
        return remote.ask(QUERY, new AtomicBoolean(), Optional.empty());
    }

    private String failure(Duration timeout) {
        Remote remote = remote(timeout, "loopback");
        return assertThrows(RemoteFailedException.class, () -> ask(remote)).reason();
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
            assertEquals(2, ask(remote(LONG, "loopback")).rows().size());
        }
        assertTrue(
                server.requests().getFirst().startsWith("GET /sparql?query=SELECT"),
                server.requests().getFirst());
    }

    @Test
    void anAddressThatIsNotPublicIsNotConnectedTo() {
        server.sending(HEAD + "\r\n" + ROWS);
        Remote remote = remote(LONG, "10.0.0.0/8");
        String reason =
                assertThrows(RemoteFailedException.class, () -> ask(remote)).reason();
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

    @Test
    void oneThatFailsAgainAndAgainIsLeftAlone() {
        server.sending("HTTP/1.1 500 Oh\r\n\r\n");
        Remote remote = remote(LONG, "loopback");
        for (int i = 0; i < Breaker.FAILURES; i++) {
            assertThrows(RemoteFailedException.class, () -> ask(remote));
        }
        String reason =
                assertThrows(RemoteFailedException.class, () -> ask(remote)).reason();
        assertTrue(reason.contains("left alone"), reason);
        assertEquals(Breaker.FAILURES, server.requests().size());
        assertEquals(Breaker.State.OPEN, remote.state());
    }

    @Test
    void oneThatAsksForRestGetsIt() {
        server.sending("HTTP/1.1 429 Slow down\r\nRetry-After: 60\r\n\r\n");
        Remote remote = remote(LONG, "loopback");
        assertThrows(RemoteFailedException.class, () -> ask(remote));
        assertThrows(RemoteFailedException.class, () -> ask(remote));
        assertEquals(1, server.requests().size());
    }

    @Test
    void queriesThatMustWaitForTheirTurnDoNotWaitForLong() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        server.doing(out -> {
            asked.countDown();
            new CountDownLatch(1).await();
        });
        Remote remote = remote(Duration.ofSeconds(1), "loopback");
        AtomicBoolean stop = new AtomicBoolean();
        CompletableFuture<Remote.Answer> first =
                CompletableFuture.supplyAsync(() -> remote.ask(QUERY, stop, Optional.empty()));
        asked.await();
        String reason =
                assertThrows(RemoteFailedException.class, () -> ask(remote)).reason();
        assertTrue(reason.contains("as many queries as may do so") || reason.contains("did not answer"), reason);
        stop.set(true);
        assertThrows(RuntimeException.class, first::join);
    }

    @Test
    void aQueryThatIsStoppedStopsWaiting() {
        AtomicBoolean stop = new AtomicBoolean();
        server.doing(out -> {
            stop.set(true);
            new CountDownLatch(1).await();
        });
        Remote remote = remote(LONG, "loopback");
        assertThrows(QueryCancelledException.class, () -> remote.ask(QUERY, stop, Optional.empty()));
        assertEquals(Breaker.State.CLOSED, remote.state());
    }

    @Test
    void aCopyAnswersWhereTheEndpointDoesNot() {
        server.sending("HTTP/1.1 500 Oh\r\n\r\n");
        Remote.Answer answer = remote(LONG, "loopback")
                .ask(QUERY, new AtomicBoolean(), Optional.of(() -> List.of(BindingFactory.root())));
        assertEquals(Origin.MIRROR, answer.origin());
        assertEquals(Optional.of("answered with the status 500."), answer.reason());
        assertEquals(1, answer.rows().size());
    }

    @Test
    void answersAreUsedAgainAsTheEndpointAllows() {
        Remote remote = remote(LONG, "loopback");
        server.sending(HEAD + "Cache-Control: max-age=60\r\n\r\n" + ROWS);
        assertEquals(Origin.REMOTE, ask(remote).origin());
        assertEquals(Origin.CACHE, ask(remote).origin());
        assertEquals(1, server.requests().size());

        Remote other = remote(LONG, "loopback");
        server.sending(HEAD + "ETag: \"one\"\r\nCache-Control: no-cache\r\n\r\n" + ROWS);
        assertEquals(Origin.REMOTE, ask(other).origin());
        server.sending("HTTP/1.1 304 Not Modified\r\n\r\n");
        assertEquals(Origin.CACHE, ask(other).origin());
        assertEquals(2, ask(other).rows().size());
        assertTrue(
                server.requests().getLast().contains("If-None-Match: \"one\""),
                server.requests().getLast());

        Remote secret = remote(LONG, "loopback");
        server.sending(HEAD + "ETag: \"one\"\r\nCache-Control: no-store\r\n\r\n" + ROWS);
        ask(secret);
        assertEquals(Origin.REMOTE, ask(secret).origin());
        assertEquals(2, server.requests().size());
    }
}
