package org.w3id.urbis.endpoint.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.endpoint.RawConnection;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;
import org.w3id.urbis.endpoint.config.Setting;

/** Requests as no browser sends them. */
class WellFormedTest {
    private static final String HOST = "Host: localhost\r\n";
    private static final String ASK = "query=ASK%20%7B%7D";

    @TempDir
    private static Path data;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        Town.publish(data);
        server = RunningServer.on(data, Map.of(Setting.REQUEST_BYTES, "20000"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void theServerLives() {
        assertEquals(200, server.get("/health").statusCode());
    }

    private static RawConnection open() {
        return RawConnection.to(server.server().port());
    }

    private static RawConnection.Answer ask(String request) {
        try (RawConnection connection = open()) {
            return connection.send(request).answer();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/%zz                                        | 400",
                "/id/%4                                      | 400",
                "/id/a%00b                                   | 400",
                "/id/a%0d%0aSet-Cookie:%20a=b                | 400",
                "/id/%c0%af                                  | 400",
                "/id/%ff                                     | 400",
                "/assets/../../../../etc/passwd              | 404",
                "/assets/%2e%2e/%2e%2e/%2e%2e/etc/passwd     | 404",
                "/assets/..%2f..%2f..%2fetc/passwd           | 404",
                "/assets/..%252f..%252fetc/passwd            | 404",
                "/assets/urbis.css%00.svg                    | 400",
                "/id//network//bridges                       | 200",
                "/id/network%252Fbridges                     | 404",
                "//evil.example/id/network/bridges           | 404",
                "/problem/..%2f..%2fsparql                   | 404",
                "/queries/..%2F..%2Fetc/passwd               | 404",
                "/id/network/bridges?lang=en%0d%0aX-Evil:%201 | 400",
                "/id/network/bridges?%zz=1                   | 400",
                "/id/network/bridges?lang=%ff                | 400",
                "/resource?iri=http%3A%2F%2Fa%0D%0AX-Evil%3A1 | 400",
                "/id/network/bridges?a=b%0d%0aX-Evil:%201    | 200",
                "/id/network/bridges#fragment                | 200",
                "http://other.example/id/network/bridges     | 200",
                "http://other.example                        | 200",
                "http://other.example:81/sparql?query=ASK%20%7B%7D | 200",
            })
    void strangeAddressesAreRefusedOrUnderstood(String target, int status) {
        RawConnection.Answer answer = ask("GET " + target + " HTTP/1.1\r\n" + HOST + "\r\n");
        assertEquals(status, answer.status(), answer.body());
        assertEquals("", answer.header("X-Evil"));
        assertEquals("", answer.header("Set-Cookie"));
        assertFalse(answer.body().contains("root:"), answer.body());
        if (status >= 400) {
            assertEquals("application/problem+json", answer.header("Content-Type"));
            assertTrue(answer.body().contains("https://w3id.org/urbis/problem/"), answer.body());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense~                                                       | 400",
                "GET / HTTP/1.0~                                                 | 505",
                "GET /health HTTP/1.1~                                           | 400",
                "GET /health HTTP/1.1~Host: a~Host: b~                           | 400",
                "GET /health HTTP/1.1~Host: a b~                                 | 400",
                "GET /health HTTP/1.1~Host: localhost~NoColon~                   | 400",
                "GET /health HTTP/1.1~Host: localhost~Bad Name: x~               | 400",
                "BREW /health HTTP/1.1~Host: localhost~                          | 405",
                "POST /sparql HTTP/1.1~Host: localhost~Content-Length: ten~      | 400",
                "POST /sparql HTTP/1.1~Host: localhost~Content-Type: application/sparql-query~Content-Length: 30000~ |"
                        + " 413",
                "POST /sparql HTTP/1.1~Host: localhost~Expect: a-miracle~        | 417",
                "POST /sparql HTTP/1.1~Host: localhost~Transfer-Encoding: gzip, chunked~ | 501",
                "POST /sparql HTTP/1.1~Host: localhost~Transfer-Encoding: chunked~Content-Length: 5~ | 400",
                "POST /sparql HTTP/1.1~Host: localhost~Transfer-Encoding: xchunked~Content-Length: 5~ | 501",
            })
    void brokenRequestsAreToldWhatIsWrong(String request, int status) {
        RawConnection.Answer answer = ask(request.strip().replace("~", "\r\n") + "\r\n");
        assertEquals(status, answer.status(), answer.body());
        assertEquals("application/problem+json", answer.header("Content-Type"));
        assertTrue(answer.body().contains("\"status\" : " + status), answer.body());
    }

    @Test
    void whatIsTooLongIsCutShort() {
        assertEquals(
                414,
                ask("GET /" + "x".repeat(30_000) + " HTTP/1.1\r\n" + HOST + "\r\n")
                        .status());
        assertEquals(
                431,
                ask("GET / HTTP/1.1\r\n" + HOST + "X: " + "x".repeat(40_000) + "\r\n\r\n")
                        .status());
        assertEquals(
                431,
                ask("GET / HTTP/1.1\r\n" + HOST + "X: y\r\n".repeat(9_000) + "\r\n")
                        .status());
        String chunk = "4000\r\n" + "x".repeat(0x4000) + "\r\n";
        assertEquals(
                413,
                ask("POST /sparql HTTP/1.1\r\n" + HOST
                                + "Content-Type: application/sparql-query\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + chunk.repeat(3) + "0\r\n\r\n")
                        .status());
    }

    @Test
    void aLineFeedAloneBeginsNoHeader() {
        RawConnection.Answer answer =
                ask("GET /health HTTP/1.1\r\n" + HOST + "X: y\nTransfer-Encoding: chunked\r\n\r\n");
        assertEquals(400, answer.status());
    }

    @Test
    void noRequestHidesInTheBodyOfAnother() {
        String hidden = "GET /ontology.ttl HTTP/1.1\r\n" + HOST + "\r\n";
        for (String coding : new String[] {"gzip, chunked", "chunked\r\nContent-Length: 4", "identity"}) {
            try (RawConnection connection = open()) {
                connection.send("POST /sparql HTTP/1.1\r\n" + HOST + "Transfer-Encoding: " + coding + "\r\n\r\n"
                        + "0\r\n\r\n" + hidden);
                int status = connection.answer().status();
                assertTrue(status == 400 || status == 501, () -> coding + ": " + status);
                assertEquals(0, connection.end(), "nothing is answered after that");
            }
        }
    }

    @Test
    void requestsInOneSendingAreAnsweredInTurn() {
        try (RawConnection connection = open()) {
            connection.send("HEAD /health HTTP/1.1\r\n" + HOST + "\r\n"
                    + "POST /sparql HTTP/1.1\r\n" + HOST
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + ASK.length()
                    + "\r\n\r\n" + ASK
                    + "GET /nowhere HTTP/1.1\r\n" + HOST + "\r\n"
                    + "GET /health HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n"
                    + "GET /health HTTP/1.1\r\n" + HOST + "\r\n");
            assertEquals(200, connection.answer(false).status());
            RawConnection.Answer asked = connection.answer();
            assertEquals(200, asked.status(), asked.body());
            assertTrue(asked.body().contains("true"), asked.body());
            assertEquals(404, connection.answer().status());
            RawConnection.Answer last = connection.answer();
            assertEquals(200, last.status());
            assertEquals("close", last.header("Connection"));
            assertEquals(0, connection.end(), "what follows is not answered");
        }
    }

    @Test
    void whoWaitsToBeAskedForTheBodyIsAsked() {
        try (RawConnection connection = open()) {
            connection.send("POST /sparql HTTP/1.1\r\n" + HOST
                    + "Content-Type: application/x-www-form-urlencoded\r\nExpect: 100-continue\r\nContent-Length: "
                    + ASK.length() + "\r\n\r\n");
            assertEquals(100, connection.answer().status());
            assertEquals(200, connection.send(ASK).answer().status());
        }
    }

    @Test
    void starAsksForTheServer() {
        RawConnection.Answer answer = ask("OPTIONS * HTTP/1.1\r\n" + HOST + "\r\n");
        assertEquals(204, answer.status());
        assertTrue(answer.header("Allow").contains("QUERY"), answer.header("Allow"));
    }
}
