package org.w3id.urbis.endpoint.triplestore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.web.AuthScheme;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.SelfSigned;
import org.w3id.urbis.endpoint.Town;
import org.w3id.urbis.endpoint.config.InvalidSettingException;
import org.w3id.urbis.endpoint.config.Setting;
import org.w3id.urbis.endpoint.store.UnusableRevisionException;
import org.w3id.urbis.loader.publication.StoreCopy;

/** A store that asks who one is, over TLS with a certificate that the operator names. */
class SecureStoreTest {
    @TempDir
    private static Path folder;

    private static SelfSigned signed;
    private static FusekiServer store;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        signed = SelfSigned.ofThisMachine();
        Path quads = folder.resolve("quads.nq");
        try (OutputStream out = Files.newOutputStream(quads)) {
            new StoreCopy(Town.publish(folder.resolve("publisher"), Town.marked("one"))).write(out);
        }
        Path users = Files.writeString(folder.resolve("users"), "urbis: secret\n");
        store = FusekiServer.create()
                .https(0, signed.keys().toString(), SelfSigned.PASSWORD)
                .loopback(true)
                .passwordFile(users.toString())
                .auth(AuthScheme.BASIC)
                .fusekiModules(FusekiModules.empty())
                .add("/urbis", RDFDataMgr.loadDatasetGraph(quads.toString()))
                .build();
        store.start();
    }

    @AfterAll
    static void stop() {
        store.stop();
    }

    private static RunningServer serve(String credentials, Path trust) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), credentials);
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        settings.put(Setting.STORE, "https://localhost:" + store.getHttpsPort() + "/urbis/sparql");
        settings.put(Setting.STORE_CREDENTIALS, secret.toString());
        settings.put(Setting.STORE_TRUST, trust == null ? "" : trust.toString());
        return RunningServer.on(folder.resolve("data"), settings);
    }

    @Test
    void whoIsKnownAndTrustsItIsAnswered() throws IOException {
        try (RunningServer server = serve("urbis:secret\n", signed.certificate())) {
            String answer = server.query("SELECT ?mark { <https://w3id.org/urbis/id/mark/here> ?property ?mark }")
                    .body();
            assertTrue(answer.contains("\"one\""), answer);
            assertEquals(200, server.get("/id/mark/here.ttl").statusCode());
        }
    }

    @Test
    void whatIsWrongIsToldAtTheStart() throws IOException {
        for (String credentials : List.of("urbis:guessed", "nobody:secret", "Bearer secret")) {
            assertEquals(
                    "The store that this server answers from does not accept who this server says it is. Its operator"
                            + " can correct that (store-credentials).",
                    refused(credentials, signed.certificate()));
        }
        String untrusted = refused("urbis:secret", null);
        assertTrue(untrusted.contains("shows a certificate that is not trusted here"), untrusted);
        assertTrue(untrusted.contains("store-trust"), untrusted);
        InvalidSettingException prose =
                assertThrows(InvalidSettingException.class, () -> serve("urbis:secret", folder.resolve("users")));
        assertTrue(prose.getMessage().contains("a file of certificates in PEM"), prose.getMessage());
    }

    private static String refused(String credentials, Path trust) {
        return assertThrows(UnusableRevisionException.class, () -> serve(credentials, trust))
                .getMessage();
    }
}
