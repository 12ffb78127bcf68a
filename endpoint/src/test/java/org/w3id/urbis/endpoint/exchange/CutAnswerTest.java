package org.w3id.urbis.endpoint.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.RawConnection;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;
import org.w3id.urbis.endpoint.config.Setting;
import org.w3id.urbis.loader.publication.Revision;

/** Answers from a disk that is damaged while they are read: what is cut must never look like all of it. */
class CutAnswerTest {
    private static final String LAST_CHUNK = "\r\n0\r\n\r\n";
    private static final int CROWD = 12_000;
    private static final long LARGER_THAN_ANY_BUFFER = 200L << 20;

    @TempDir
    private static Path data;

    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        Revision revision = Town.publish(data, Town.crowd(CROWD));
        // Something in the way of the read form, so that the store itself is read.
        Files.delete(revision.readForm());
        Files.createDirectories(revision.readForm().resolve("in-the-way"));
        server = RunningServer.on(data, Map.of(Setting.CACHED_ANSWER_BYTES, "65536"));
        // The second half of all names of things becomes unreadable, in every copy of the files that is open.
        List<Path> nodes = published("nodes-data.obj");
        assertFalse(nodes.isEmpty());
        for (Path file : nodes) {
            try (RandomAccessFile damaged = new RandomAccessFile(file.toFile(), "rw")) {
                long half = damaged.length() / 2;
                byte[] noise = new byte[(int) (damaged.length() - half)];
                java.util.Arrays.fill(noise, (byte) 0xff);
                damaged.seek(half);
                damaged.write(noise);
            }
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static List<Path> published(String name) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(file -> file.getFileName().toString().equals(name))
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/graph/town/crowd.nt",
                "/graph/town/crowd.ttl",
                "/sparql?format=nt&query=CONSTRUCT%20WHERE%20%7B%3Fs%20%3Fp%20%3Fo%7D",
                "/sparql?format=csv&query=SELECT%20*%20%7B%3Fs%20%3Fp%20%3Fo%7D",
                "/sparql?format=json&query=SELECT%20*%20%7B%3Fs%20%3Fp%20%3Fo%7D"
            })
    void whatCannotBeReadToItsEndIsCutOrRefused(String path) {
        try (RawConnection connection = RawConnection.to(server.server().port())) {
            RawConnection.Answer answer = connection
                    .send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .answer();
            if (answer.status() == 500) {
                return;
            }
            assertEquals(200, answer.status());
            assertEquals("chunked", answer.header("Transfer-Encoding"));
            String rest = connection.rest();
            assertFalse(rest.endsWith(LAST_CHUNK), "the answer ends like a whole one");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?s ?p ?o } ORDER BY ?s",
                "SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER(STRLEN(STR(?s)) > 3) }",
                "ASK { ?s ?p ?o FILTER(STR(?s) = '?') }"
            })
    void whatCannotBeReadIsNeverPassedOver(String query) {
        assertEquals(500, server.query(query, "Accept", "application/json").statusCode());
    }

    @Test
    void aDumpThatLosesItsEndIsCut() throws IOException {
        Path dump = published("data.nq.gz").getFirst();
        try (RandomAccessFile file = new RandomAccessFile(dump.toFile(), "rw");
                RawConnection connection = RawConnection.to(server.server().port())) {
            file.setLength(LARGER_THAN_ANY_BUFFER);
            RawConnection.Answer answer = connection
                    .send("GET /dumps/1/urbis.nq.gz HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .answer(false);
            assertEquals(200, answer.status());
            assertEquals(Long.toString(LARGER_THAN_ANY_BUFFER), answer.header("Content-Length"));
            file.setLength(0);
            assertTrue(connection.end() < LARGER_THAN_ANY_BUFFER);
        }
    }
}
