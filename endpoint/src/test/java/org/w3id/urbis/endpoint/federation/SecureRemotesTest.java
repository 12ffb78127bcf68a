package org.w3id.urbis.endpoint.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.urbis.endpoint.federation.HostileEndpoint.QUERY;
import static org.w3id.urbis.endpoint.federation.HostileEndpoint.ROWS;
import static org.w3id.urbis.endpoint.federation.HostileEndpoint.told;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.SelfSigned;
import org.w3id.urbis.endpoint.config.FederationConfig;
import org.w3id.urbis.endpoint.config.InvalidSettingException;
import org.w3id.urbis.endpoint.metrics.Metrics;

/** Endpoints on this machine that are asked by https: a stock Fuseki, and servers whose certificates are not to be trusted. */
class SecureRemotesTest {
    private static SelfSigned good;
    private static SelfSigned outdated;
    private static SelfSigned other;

    @TempDir
    private static Path folder;

    private static final List<HttpsServer> servers = new ArrayList<>();
    private static FusekiServer fuseki;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        good = SelfSigned.ofThisMachine();
        Files.copy(good.certificate(), folder.resolve("good.pem"));
        outdated = SelfSigned.make(folder, "outdated", "san=dns:localhost", "-10d", 5);
        other = SelfSigned.make(folder, "other", "san=dns:other.example", "-1d", 30);
        fuseki = FusekiServer.create()
                .https(0, good.keys().toString(), SelfSigned.PASSWORD)
                .loopback(true)
                .fusekiModules(FusekiModules.empty())
                .add(
                        "/data",
                        DatasetGraphFactory.wrap(SSE.parseGraph("(graph (<urn:a> <urn:b> 1) (<urn:a> <urn:b> 2))")))
                .build();
        fuseki.start();
    }

    @AfterAll
    static void stop() {
        fuseki.stop();
        servers.forEach(server -> server.stop(0));
    }

    /** A server that shows a certificate and would answer. */
    private static String serving(SelfSigned signed) throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(signed.store(), SelfSigned.PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
            byte[] rows = ROWS.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, rows.length);
            exchange.getResponseBody().write(rows);
            exchange.close();
        });
        server.start();
        servers.add(server);
        return "https://localhost:" + server.getAddress().getPort() + "/sparql";
    }

    private static int rows(String address, String trust) throws IOException {
        Path file = folder.resolve("federation.properties");
        Files.writeString(file, "secure.address = " + address + "\n" + trust);
        RemoteEndpoint endpoint = EndpointsFile.read(new FederationConfig(Set.of("secure"), file)).all().stream()
                .filter(RemoteEndpoint::isOn)
                .findFirst()
                .orElseThrow();
        try (Metrics metrics = new Metrics()) {
            Remote remote = new Remote(
                    endpoint, new KeptAnswers(1 << 20, System::nanoTime), new RemoteTally("secure", metrics));
            return remote.ask(QUERY, new AtomicBoolean(), Optional.empty())
                    .rows()
                    .size();
        }
    }

    private static void refuses(String words, String address, String trust) {
        String reason = told(assertThrows(RemoteFailedException.class, () -> rows(address, trust)));
        assertTrue(reason.contains(words), reason);
    }

    @Test
    void aCertificateThatTheOperatorTrustsIsTakenForItsNameAndItsNumber() throws IOException {
        String path = ":" + fuseki.getHttpsPort() + "/data/sparql";
        assertEquals(2, rows("https://localhost" + path, "secure.trust = good.pem"));
        assertEquals(2, rows("https://127.0.0.1" + path, "secure.trust = " + good.certificate()));
    }

    @Test
    void oneThatNobodyTrustsIsNotTaken() throws IOException, GeneralSecurityException {
        String address = "https://localhost:" + fuseki.getHttpsPort() + "/data/sparql";
        refuses("nobody who is trusted here has issued", address, "");
        refuses("nobody who is trusted here has issued", address, "secure.trust = other.pem");
    }

    @Test
    void oneThatIsOutOfDateOrForAnotherNameIsNotTakenThoughItIsTrusted() throws IOException, GeneralSecurityException {
        refuses("has expired", serving(outdated), "secure.trust = outdated.pem");
        refuses("issued for another name", serving(other), "secure.trust = other.pem");
    }

    @Test
    void whatSpeaksNoTlsIsToldAsSuch() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (Socket asking = plain.accept()) {
                    asking.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                } catch (IOException gone) {
                    // The test says what it got.
                }
            });
            refuses("the secure connection failed", "https://localhost:" + plain.getLocalPort() + "/", "");
        }
    }

    @Test
    void aFileThatHoldsNoCertificateIsToldAtTheStart() throws IOException {
        Files.writeString(folder.resolve("prose.pem"), "Trust me.");
        for (String file : List.of("prose.pem", "nowhere.pem")) {
            InvalidSettingException invalid = assertThrows(
                    InvalidSettingException.class, () -> rows("https://localhost/", "secure.trust = " + file));
            assertTrue(invalid.getMessage().contains("secure.trust"), invalid.getMessage());
        }
    }
}
