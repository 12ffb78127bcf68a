package org.w3id.urbis.endpoint.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.urbis.endpoint.submission.Harbour.json;
import static org.w3id.urbis.endpoint.submission.Harbour.network;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.config.Setting;

/** Who may do what: by tokens, by OpenID Connect with an issuer that really serves its keys, and without either. */
class AccessTest {
    private static final String ORIGIN = "https://forms.example";

    @TempDir
    private static Path data;

    private static HttpServer issuer;
    private static RSAKey key;
    private static Harbour harbour;

    @BeforeAll
    static void start() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("first").generate();
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        issuer.createContext("/keys", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/jwk-set+json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        issuer.start();
        harbour = Harbour.on(
                data,
                Map.of(
                        Setting.OPENID_ISSUER,
                        address(),
                        Setting.OPENID_AUDIENCE,
                        "urbis",
                        Setting.OPENID_KEYS,
                        address() + "/keys",
                        Setting.OPENID_ROLE_CLAIM,
                        "resource_access.urbis.roles",
                        Setting.SUBMISSION_ORIGINS,
                        ORIGIN));
    }

    @AfterAll
    static void stop() {
        harbour.close();
        issuer.stop(0);
    }

    private static String address() {
        return "http://127.0.0.1:" + issuer.getAddress().getPort();
    }

    @Test
    void withoutATokenNothingIsTakenOrShown() {
        for (HttpResponse<String> response : List.of(
                harbour.server().get("/submissions"),
                harbour.server().get("/submissions/20260101-00000000"),
                harbour.server().post("/submissions", Harbour.TURTLE, network("a", "A")),
                harbour.server()
                        .post(
                                "/submissions/20260101-00000000/decision",
                                "application/json",
                                "{\"decision\":\"accept\"}"))) {
            assertEquals(401, response.statusCode());
            assertEquals(
                    "Bearer realm=\"urbis\"",
                    response.headers().firstValue("WWW-Authenticate").orElseThrow());
            assertEquals(
                    "application/problem+json",
                    response.headers().firstValue("Content-Type").orElseThrow());
        }
    }

    @Test
    void whomTheIssuerGivesARoleMayActInIt() throws Exception {
        String submitter = signed(claims("urbis-submitter").build());
        HttpResponse<String> sent = harbour.submit("", network("by-openid", "By OpenID"), submitter);
        assertEquals(201, sent.statusCode(), sent.body());
        assertEquals("Ada Example", json(sent).path("submitter").asText());
        String path = sent.headers().firstValue("Location").orElseThrow();
        String accept = "{\"decision\":\"accept\"}";
        assertEquals(403, harbour.decide(path, accept, "*", submitter).statusCode());
        String curator = signed(claims("urbis-curator").subject("other").build());
        assertEquals(200, harbour.decide(path, accept, "*", curator).statusCode());
        assertEquals(
                403,
                harbour.get("/submissions", signed(claims("something").build())).statusCode());
        assertEquals(
                403,
                harbour.get(
                                "/submissions",
                                signed(claims("x")
                                        .claim("resource_access", "urbis-curator")
                                        .build()))
                        .statusCode());
    }

    @Test
    void aTokenThatIsNotExactlyRightIsNone() throws Exception {
        RSAKey stranger = new RSAKeyGenerator(2048).keyID("first").generate();
        Instant now = Instant.now();
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put(
                "expired",
                signed(claims("urbis-curator")
                        .expirationTime(Date.from(now.minusSeconds(120)))
                        .build()));
        wrong.put(
                "not yet",
                signed(claims("urbis-curator")
                        .notBeforeTime(Date.from(now.plusSeconds(600)))
                        .build()));
        wrong.put(
                "of another issuer",
                signed(claims("urbis-curator").issuer("https://evil.example").build()));
        wrong.put(
                "for another", signed(claims("urbis-curator").audience("others").build()));
        wrong.put(
                "for ever", signed(claims("urbis-curator").expirationTime(null).build()));
        wrong.put(
                "of a stranger",
                signed(claims("urbis-curator").build(), JWSAlgorithm.RS256, new RSASSASigner(stranger)));
        wrong.put("unsigned", new PlainJWT(claims("urbis-curator").build()).serialize());
        byte[] publicKey = key.toRSAPublicKey().getEncoded();
        wrong.put(
                "signed with the public key as a password",
                signed(claims("urbis-curator").build(), JWSAlgorithm.HS256, new MACSigner(publicKey)));
        for (Map.Entry<String, String> token : wrong.entrySet()) {
            HttpResponse<String> response = harbour.get("/submissions", token.getValue());
            assertEquals(401, response.statusCode(), token.getKey());
            assertTrue(
                    response.headers()
                            .firstValue("WWW-Authenticate")
                            .orElseThrow()
                            .contains("invalid_token"),
                    token.getKey());
        }
    }

    @Test
    void pagesOfOtherOriginsMayUseItOnlyIfTheyAreTrusted() {
        HttpResponse<String> trusted = harbour.server().get("/submissions", "Origin", ORIGIN);
        assertEquals(
                ORIGIN,
                trusted.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
        assertTrue(trusted.headers().firstValue("Vary").orElseThrow().contains("Origin"));
        HttpResponse<String> preflight = harbour.server().send("OPTIONS", "/submissions", "", "", "Origin", ORIGIN);
        assertEquals(204, preflight.statusCode());
        assertEquals(
                ORIGIN,
                preflight.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
        assertTrue(preflight
                .headers()
                .firstValue("Access-Control-Allow-Methods")
                .orElseThrow()
                .contains("POST"));
        assertTrue(preflight
                .headers()
                .firstValue("Access-Control-Allow-Headers")
                .orElseThrow()
                .contains("Authorization"));
        HttpResponse<String> other = harbour.server().get("/submissions", "Origin", "https://evil.example");
        assertFalse(other.headers().firstValue("Access-Control-Allow-Origin").isPresent());
        assertEquals(
                "*",
                harbour.server()
                        .get("/health", "Origin", "https://evil.example")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin")
                        .orElseThrow());
    }

    @Test
    void whoComesWithTooManyWrongTokensWaitsWhileOthersGoOn(@TempDir Path other) throws IOException {
        try (Harbour guarded = Harbour.on(other, Map.of(Setting.ANONYMOUS_SUBMISSIONS, "true"))) {
            assertEquals(200, guarded.get("/submissions", guarded.curator()).statusCode());
            for (int i = 0; i < FailedAttempts.MOST; i++) {
                assertEquals(
                        401, guarded.get("/submissions", "urbis_00000000_" + i).statusCode());
            }
            HttpResponse<String> limited = guarded.get("/submissions", "urbis_00000000_x");
            assertEquals(429, limited.statusCode());
            assertEquals("60", limited.headers().firstValue("Retry-After").orElseThrow());
            // A token that was checked before goes on, and what needs none too.
            assertEquals(200, guarded.get("/submissions", guarded.curator()).statusCode());
            HttpResponse<String> anonymous =
                    guarded.server().post("/submissions", Harbour.TURTLE, network("nobody", "Nobody"));
            assertEquals(201, anonymous.statusCode(), anonymous.body());
            assertEquals("anonymous", json(anonymous).path("submitter").asText());
        }
    }

    private static JWTClaimsSet.Builder claims(String role) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(address())
                .audience("urbis")
                .subject("ada")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("name", "Ada Example")
                .claim("resource_access", Map.of("urbis", Map.of("roles", List.of("else", role))));
    }

    private static String signed(JWTClaimsSet claims) throws JOSEException {
        return signed(claims, JWSAlgorithm.RS256, new RSASSASigner(key));
    }

    private static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer) throws JOSEException {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID("first").build(), claims);
        token.sign(signer);
        return token.serialize();
    }
}
