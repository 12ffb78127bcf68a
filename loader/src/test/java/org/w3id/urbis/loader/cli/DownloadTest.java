package org.w3id.urbis.loader.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads from a server of our own that cuts connections, changes its file and refuses. */
class DownloadTest {

    private static final int SIZE = 300_000;

    @TempDir
    private Path folder;

    private final byte[] content = new byte[SIZE];
    private final List<String> asked = new ArrayList<>();
    private final StringWriter told = new StringWriter();
    private HttpServer server;
    private String tag = "\"one\"";
    private int cuts;
    private int nothing;
    private int wrongParts;
    private boolean gzip;
    private boolean stalls;
    private String sendsOn;
    private final CountDownLatch held = new CountDownLatch(1);

    @BeforeEach
    void start() throws IOException {
        new Random(7).nextBytes(content);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/places.csv", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whatBreaksOffIsGoneOnWith() throws IOException {
        cuts = 2;
        assertArrayEquals(content, fetch());
        assertEquals("whole", asked.get(0));
        // What was under way when the connection broke may be lost.
        long second = asked(1);
        long third = asked(2);
        assertTrue(0 < second && second <= SIZE / 3, asked::toString);
        assertTrue(second < third && third <= second + SIZE / 3, asked::toString);
        assertEquals(3, asked.size(), asked::toString);
        assertTrue(told.toString().contains("going on from "), told::toString);
        assertTrue(told.toString().contains("SHA-256"), told::toString);
    }

    @Test
    void anotherEditionIsFetchedFromItsBeginning() throws IOException {
        cuts = 5;
        assertThrows(ImpossibleException.class, this::fetchWithoutTag);
        cuts = 0;
        new Random(8).nextBytes(content);
        tag = "\"two\"";
        assertArrayEquals(content, fetch());
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() throws IOException {
        assertArrayEquals(content, fetch());
        assertArrayEquals(content, fetch());
        assertEquals(List.of("whole", "unchanged"), asked);
    }

    @Test
    void anEditionThatBreaksOffBeforeItsFirstByteIsNotTakenForTheOneBefore() throws IOException {
        assertArrayEquals(content, fetch());
        new Random(9).nextBytes(content);
        tag = "\"two\"";
        nothing = 1;
        assertArrayEquals(content, fetch());
        assertEquals(List.of("whole", "whole", "whole"), asked);
    }

    @Test
    void anotherPartThanWasAskedForIsNotPutToWhatIsThere() throws IOException {
        cuts = 1;
        wrongParts = 1;
        assertArrayEquals(content, fetch());
        assertEquals("whole", asked.getLast());
    }

    @Test
    void whatIsSentInGzipIsUnpacked() throws IOException {
        gzip = true;
        assertArrayEquals(content, fetch());
    }

    @Test
    void aServerThatStopsInTheMiddleIsNotWaitedForWithoutEnd() {
        stalls = true;
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/places.csv";
        ImpossibleException broken = assertThrows(
                ImpossibleException.class,
                () -> new Download(address, folder, new PrintWriter(told), Duration.ofMillis(40)).fetch());
        assertTrue(broken.getMessage().contains("the connection broke 5 times"), broken::getMessage);
        stalls = false;
        held.countDown();
    }

    @Test
    void aFileOfThisMachineIsNotReachedByAnswersThatSendOn() {
        sendsOn = "file:///etc/hostname";
        ImpossibleException refusal = assertThrows(ImpossibleException.class, this::fetch);
        assertTrue(refusal.getMessage().contains("sends on to file:"), refusal::getMessage);
    }

    @Test
    void aRefusalIsToldWithItsStatus() {
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/other.csv";
        ImpossibleException refusal = assertThrows(
                ImpossibleException.class, () -> new Download(address, folder, new PrintWriter(told)).fetch());
        assertTrue(refusal.getMessage().contains("404"), refusal::getMessage);
    }

    @Test
    void whereNobodyAnswersIsTold() {
        String address = "http://127.0.0.1:1/geonames.csv";
        ImpossibleException refusal = assertThrows(
                ImpossibleException.class, () -> new Download(address, folder, new PrintWriter(told)).fetch());
        assertTrue(refusal.getMessage().contains("there was no connection in 5 attempts"), refusal::getMessage);
    }

    private byte[] fetchWithoutTag() throws IOException {
        tag = null;
        return fetch();
    }

    private byte[] fetch() throws IOException {
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/places.csv?edition=1";
        try (InputStream in =
                new Download(address, folder, new PrintWriter(told)).fetch().open()) {
            return in.readAllBytes();
        }
    }

    private long asked(int request) {
        return Long.parseLong(asked.get(request).replaceAll("[^0-9]", ""));
    }

    /** Sends a third of the file and cuts the connection as long as cuts are left. */
    private void answer(HttpExchange exchange) throws IOException {
        if (sendsOn != null) {
            exchange.getResponseHeaders().set("Location", sendsOn);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
            return;
        }
        String range = exchange.getRequestHeaders().getFirst("Range");
        boolean same = tag != null && tag.equals(exchange.getRequestHeaders().getFirst("If-Range"));
        int from = range != null && same ? Integer.parseInt(range.replaceAll("[^0-9]", "")) : 0;
        if (tag != null) {
            exchange.getResponseHeaders().set("ETag", tag);
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                asked.add("unchanged");
                exchange.sendResponseHeaders(304, -1);
                exchange.close();
                return;
            }
        }
        asked.add(from == 0 ? "whole" : range);
        if (gzip) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = new GZIPOutputStream(exchange.getResponseBody())) {
                out.write(content);
            }
            return;
        }
        if (from > 0) {
            int told = wrongParts-- > 0 ? from - 1 : from;
            exchange.getResponseHeaders().set("Content-Range", "bytes " + told + "-" + (SIZE - 1) + "/" + SIZE);
        }
        exchange.sendResponseHeaders(from == 0 ? 200 : 206, SIZE - from);
        boolean cut = cuts-- > 0;
        int sent = nothing-- > 0 ? 0 : stalls ? 10 : cut ? SIZE / 3 : SIZE - from;
        exchange.getResponseBody().write(content, from, sent);
        exchange.getResponseBody().flush();
        if (stalls) {
            hold();
        }
        exchange.close();
    }

    /** Until the client has given up. */
    private void hold() {
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
