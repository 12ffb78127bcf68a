package org.w3id.urbis.endpoint.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.urbis.endpoint.federation.HostileEndpoint.HEAD;
import static org.w3id.urbis.endpoint.federation.HostileEndpoint.LONG;
import static org.w3id.urbis.endpoint.federation.HostileEndpoint.QUERY;
import static org.w3id.urbis.endpoint.federation.HostileEndpoint.ROWS;
import static org.w3id.urbis.endpoint.federation.HostileEndpoint.ask;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When an endpoint is not asked, no longer waited for, or left alone, and what answers in its place. */
class SparedRemotesTest {
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

    @Test
    void oneThatFailsAgainAndAgainIsLeftAlone() {
        server.sending("HTTP/1.1 500 Oh\r\n\r\n");
        Remote remote = endpoint.remote(LONG, "loopback");
        for (int i = 0; i < Breaker.FAILURES; i++) {
            assertThrows(RemoteFailedException.class, () -> ask(remote));
        }
        String reason =
                assertThrows(RemoteFailedException.class, () -> ask(remote)).reason();
        assertTrue(reason.contains("left alone"), reason);
        assertEquals(
                "answered with the status 500.",
                remote.tally().lastFailure().orElseThrow().reason());
        assertEquals(Breaker.FAILURES, server.requests().size());
        assertEquals(Breaker.State.OPEN, remote.state());
    }

    @Test
    void oneThatAsksForRestGetsIt() {
        server.sending("HTTP/1.1 429 Slow down\r\nRetry-After: 60\r\n\r\n");
        Remote remote = endpoint.remote(LONG, "loopback");
        assertThrows(RemoteFailedException.class, () -> ask(remote));
        assertThrows(RemoteFailedException.class, () -> ask(remote));
        assertEquals(1, server.requests().size());
    }

    @Test
    void restIsGivenUntilADayAndTimeToo() {
        String later = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusHours(1));
        server.sending("HTTP/1.1 503 Away\r\nRetry-After: " + later + "\r\n\r\n");
        Remote remote = endpoint.remote(LONG, "loopback");
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
        Remote remote = endpoint.remote(Duration.ofSeconds(1), "loopback");
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
        Remote remote = endpoint.remote(LONG, "loopback");
        assertThrows(QueryCancelledException.class, () -> remote.ask(QUERY, stop, Optional.empty()));
        assertEquals(Breaker.State.CLOSED, remote.state());
    }

    @Test
    void aCopyAnswersWhereTheEndpointDoesNot() {
        server.sending("HTTP/1.1 500 Oh\r\n\r\n");
        Remote.Answer answer = endpoint.remote(LONG, "loopback")
                .ask(QUERY, new AtomicBoolean(), Optional.of(() -> List.of(BindingFactory.root())));
        assertEquals(Origin.MIRROR, answer.origin());
        assertEquals(Optional.of("answered with the status 500."), answer.reason());
        assertEquals(1, answer.rows().size());
    }

    @Test
    void answersAreUsedAgainAsTheEndpointAllows() {
        Remote remote = endpoint.remote(LONG, "loopback");
        server.sending(HEAD + "Cache-Control: max-age=60\r\n\r\n" + ROWS);
        assertEquals(Origin.REMOTE, ask(remote).origin());
        assertEquals(Origin.CACHE, ask(remote).origin());
        assertEquals(1, server.requests().size());

        Remote other = endpoint.remote(LONG, "loopback");
        server.sending(HEAD + "ETag: \"one\"\r\nCache-Control: no-cache\r\n\r\n" + ROWS);
        assertEquals(Origin.REMOTE, ask(other).origin());
        server.sending("HTTP/1.1 304 Not Modified\r\n\r\n");
        assertEquals(Origin.CACHE, ask(other).origin());
        assertEquals(2, ask(other).rows().size());
        assertTrue(
                server.requests().getLast().contains("If-None-Match: \"one\""),
                server.requests().getLast());

        Remote secret = endpoint.remote(LONG, "loopback");
        server.sending(HEAD + "ETag: \"one\"\r\nCache-Control: no-store\r\n\r\n" + ROWS);
        ask(secret);
        assertEquals(Origin.REMOTE, ask(secret).origin());
        assertEquals(2, server.requests().size());
    }

    @Test
    void whatIsMeantForOneReaderOrHasGrownOldOnItsWayIsAskedForAnew() {
        for (String headers : List.of(
                "Cache-Control: max-age=60, private",
                "Cache-Control: max-age=60\r\nAge: 60",
                "Cache-Control: max-age=60, s-maxage=0",
                "Cache-Control: max-age=60\r\nVary: *")) {
            Remote remote = endpoint.remote(LONG, "loopback");
            server.sending(HEAD + headers + "\r\n\r\n" + ROWS);
            ask(remote);
            assertEquals(Origin.REMOTE, ask(remote).origin(), headers);
        }
        Remote shared = endpoint.remote(LONG, "loopback");
        server.sending(HEAD + "Cache-Control: max-age=0, s-maxage=60\r\nAge: 1\r\nVary: Accept\r\n\r\n" + ROWS);
        ask(shared);
        assertEquals(Origin.CACHE, ask(shared).origin());
    }
}
