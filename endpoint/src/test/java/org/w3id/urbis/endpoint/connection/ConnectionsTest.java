package org.w3id.urbis.endpoint.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.RawConnection;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;
import org.w3id.urbis.endpoint.config.Setting;

/** Clients that are slow on purpose, or many. */
class ConnectionsTest {
    private static final String HEAD = "POST /sparql HTTP/1.1\r\nHost: localhost\r\n";

    @TempDir
    private static Path data;

    private static RunningServer server;
    private static RunningServer roomy;

    @BeforeAll
    static void start() {
        Town.publish(data, Town.crowd(2000));
        server = RunningServer.on(
                data,
                Map.of(
                        Setting.IDLE_TIMEOUT,
                        "2",
                        Setting.CLIENT_TIMEOUT,
                        "2",
                        Setting.CONNECTIONS,
                        "64",
                        Setting.REQUEST_BYTES,
                        "10000000",
                        Setting.QUERY_TIMEOUT,
                        "600"));
        roomy = RunningServer.on(data);
    }

    @AfterAll
    static void stop() {
        server.close();
        roomy.close();
    }

    @AfterEach
    void othersAreServed() {
        assertEquals(200, server.get("/health").statusCode());
        assertEquals(200, roomy.get("/health").statusCode());
    }

    private static RawConnection open() {
        return RawConnection.to(server.server().port());
    }

    /** All at once: each takes as long as the server has patience. */
    @Test
    void whoHoldsAConnectionWithoutUseIsCutOff() throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(3)) {
            List<Callable<Object>> slow = List.of(
                    Executors.callable(ConnectionsTest::sendNothing),
                    Executors.callable(ConnectionsTest::sendAByteNowAndThen),
                    Executors.callable(ConnectionsTest::readNothing));
            for (Future<Object> cutOff : clients.invokeAll(slow)) {
                cutOff.get();
            }
        }
    }

    private static void sendNothing() {
        try (RawConnection silent = open();
                RawConnection halfway = open();
                RawConnection noBody = open();
                RawConnection satisfied = open()) {
            halfway.send("GET /health HTTP/1.1\r\nHost: loc");
            noBody.send(HEAD + "Content-Type: application/sparql-query\r\nContent-Length: 100\r\n\r\nASK");
            satisfied.send("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertEquals(200, satisfied.answer().status());
            for (RawConnection connection : List.of(silent, halfway, noBody, satisfied)) {
                assertEquals(0, connection.end());
            }
        }
    }

    private static void sendAByteNowAndThen() {
        try (RawConnection dripping = open()) {
            dripping.send(HEAD);
            assertCut(dripping);
        }
    }

    private static void readNothing() {
        try (RawConnection deaf = open()) {
            deaf.send("GET /sparql?format=csv&query="
                    + RunningServer.encode("SELECT * { ?a ?b ?c . ?d ?e ?f }")
                    + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertCut(deaf);
        }
    }

    /** Each byte comes in time; that they arrive no more is the sign. */
    private static void assertCut(RawConnection connection) {
        assertThrows(RuntimeException.class, () -> {
            for (int i = 0; i < 10_000; i++) {
                connection.send("X");
                Thread.sleep(20);
            }
        });
    }

    @Test
    void whenConnectionsAreScarceTheIdleOnesGo() {
        List<RawConnection> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                idle.add(open());
                if (i % 50 == 49) {
                    assertEquals(200, server.get("/health").statusCode());
                }
            }
        } finally {
            idle.forEach(RawConnection::close);
        }
    }

    @Test
    void thousandsWhoDoNothingHinderNobody() {
        List<RawConnection> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 2000; i++) {
                RawConnection connection = RawConnection.to(roomy.server().port());
                idle.add(connection);
                if (i % 2 == 0) {
                    connection.send("GET /id/network/bridges HTTP/1.1\r\nHost: local");
                }
            }
            for (int i = 0; i < 50; i++) {
                assertEquals(200, roomy.get("/id/network/bridges").statusCode());
            }
            // None of them was given up for the others.
            for (RawConnection connection : List.of(idle.getFirst(), idle.get(998), idle.get(1998))) {
                assertEquals(200, connection.send("host\r\n\r\n").answer(true).status());
            }
        } finally {
            idle.forEach(RawConnection::close);
        }
    }
}
