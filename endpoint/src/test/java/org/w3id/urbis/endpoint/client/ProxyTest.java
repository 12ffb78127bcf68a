package org.w3id.urbis.endpoint.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;
import org.w3id.urbis.endpoint.config.Setting;

/** The configuration of nginx that the page on serving shows, in a real nginx. */
class ProxyTest {
    private static final Path PAGE = Path.of("..", "docs", "serving.md");
    private static final Pattern SHOWN = Pattern.compile("```nginx\\n(.*?)```", Pattern.DOTALL);
    private static final String THING = "/id/person/p7";

    @TempDir
    private static Path directory;

    private static RunningServer server;
    private static Process nginx;
    private static String front;
    private static HttpClient client;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Optional<Path> program = program();
        assumeTrue(program.isPresent(), "nginx is not installed");
        Path data = directory.resolve("data");
        Town.publish(data, Town.crowd(2_000));
        server = RunningServer.on(
                data, Map.of(Setting.PUBLIC_URL, "https://data.example", Setting.TRUSTED_PROXIES, "loopback"));
        int port = freePort();
        Path configuration = directory.resolve("nginx.conf");
        Files.writeString(configuration, configuration(port));
        nginx = new ProcessBuilder(program.get().toString(), "-p", directory.toString(), "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("nginx.log").toFile())
                .start();
        front = "http://127.0.0.1:" + port;
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        awaitListening(port);
    }

    @AfterAll
    static void stop() {
        if (nginx != null) {
            nginx.destroy();
            client.close();
            server.close();
        }
    }

    private static Optional<Path> program() {
        String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/usr/local/sbin";
        return Stream.of(path.split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** What the page shows, but for the ports and the certificate, which a test has none of. */
    private static String configuration(int port) throws IOException {
        Matcher shown = SHOWN.matcher(Files.readString(PAGE));
        assertTrue(shown.find());
        String servers = shown.group(1)
                .replace("127.0.0.1:8080", "127.0.0.1:" + server.server().port())
                .replace("listen 443 ssl;", "listen 127.0.0.1:" + port + ";");
        assertTrue(servers.contains("listen 127.0.0.1:" + port), servers);
        return """
            daemon off;
            master_process off;
            pid nginx.pid;
            error_log stderr error;
            events { worker_connections 256; }
            http {
              access_log off;
              client_body_temp_path temp1; proxy_temp_path temp2; fastcgi_temp_path temp3;
              uwsgi_temp_path temp4; scgi_temp_path temp5;
              %s
            }
            """.formatted(servers);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitListening(int port) throws IOException, InterruptedException {
        for (int tries = 0; tries < 400; tries++) {
            assertTrue(nginx.isAlive(), () -> log());
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertTrue(socket.isConnected());
                return;
            } catch (IOException notYet) {
                Thread.sleep(25);
            }
        }
        throw new IOException("nginx does not listen: " + log());
    }

    private static String log() {
        try {
            return Files.readString(directory.resolve("nginx.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void headersComeThroughAndLinksNameThePublicAddress() {
        HttpResponse<byte[]> thing = get(THING, "Accept", "text/turtle");
        HttpResponse<String> direct = server.get(THING, "Accept", "text/turtle");
        assertEquals(200, thing.statusCode());
        assertArrayEquals(direct.body().getBytes(StandardCharsets.UTF_8), thing.body());
        for (String name :
                List.of("ETag", "Vary", "Cache-Control", "Content-Type", "Last-Modified", "Link", "Urbis-Revision")) {
            assertEquals(direct.headers().allValues(name), thing.headers().allValues(name), name);
        }
        assertTrue(header(get("/feed", "Accept", "text/turtle"), "Link").contains("<https://data.example/feed"));
        assertEquals("*", header(get(THING, "Origin", "https://portal.example"), "Access-Control-Allow-Origin"));
    }

    @Test
    void whatTheClientHasIsNotSentAgain() {
        HttpResponse<byte[]> first = get(THING, "Accept", "text/turtle", "Accept-Encoding", "gzip");
        HttpResponse<byte[]> again =
                get(THING, "Accept", "text/turtle", "Accept-Encoding", "gzip", "If-None-Match", header(first, "ETag"));
        assertEquals(304, again.statusCode());
        assertEquals(0, again.body().length);
    }

    @Test
    void partsOfADumpCanBeAskedFor() {
        byte[] whole = get("/dumps/1/urbis.nq.gz").body();
        HttpResponse<byte[]> part = get("/dumps/1/urbis.nq.gz", "Range", "bytes=100-1099");
        assertEquals(206, part.statusCode());
        assertEquals("bytes 100-1099/" + whole.length, header(part, "Content-Range"));
        assertArrayEquals(Arrays.copyOfRange(whole, 100, 1100), part.body());
    }

    @Test
    void theProxyIsBelievedAboutWhomItAsksFor() {
        assertEquals(200, get("/metrics").statusCode());
        assertEquals(403, get("/metrics", "X-Forwarded-For", "203.0.113.9").statusCode());
        HttpResponse<byte[]> home = get("/", "Accept", "text/html", "X-Forwarded-Host", "evil.example");
        assertFalse(new String(home.body(), StandardCharsets.UTF_8).contains("evil.example"));
    }

    @Test
    void largeAnswersAndBodiesPass() {
        String query = "/sparql?format=csv&query=" + RunningServer.encode("SELECT * { ?s ?p ?o }");
        assertArrayEquals(server.bytes(query).body(), get(query).body());
        byte[] turtle =
                ("# " + "x".repeat(2_000_000) + "\n<urn:a> <urn:b> <urn:c> .\n").getBytes(StandardCharsets.US_ASCII);
        HttpResponse<byte[]> checked = send(RunningServer.request(front + "/validate", "Content-Type", "text/turtle")
                .POST(HttpRequest.BodyPublishers.ofByteArray(turtle)));
        assertEquals(200, checked.statusCode());
    }

    private static HttpResponse<byte[]> get(String path, String... headers) {
        return send(RunningServer.request(front + path, headers).GET());
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(log(), failed);
        }
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
