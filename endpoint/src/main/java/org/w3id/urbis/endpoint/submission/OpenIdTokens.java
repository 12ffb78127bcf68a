package org.w3id.urbis.endpoint.submission;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.text.ParseException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.endpoint.config.SubmissionConfig.OpenId;
import org.w3id.urbis.loader.submission.Actor;
import org.w3id.urbis.loader.submission.Role;

/**
 * Tokens that an OpenID Connect provider has signed: JSON Web Tokens with an asymmetric signature by one of the keys that
 * the issuer publishes, for our audience, not out of date.
 *
 * <p>The keys are fetched when the first such token comes, and again when one is signed by a key not known yet, at most
 * every half minute. Nothing else is ever fetched.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519">RFC 7519</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8725">RFC 8725, best current practices</a>
 */
final class OpenIdTokens {
    /** Roles as they stand in the claim. */
    static final String CURATOR = "urbis-curator";

    static final String SUBMITTER = "urbis-submitter";

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdTokens.class);
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);
    private static final int TIMEOUT_MS = (int) Duration.ofSeconds(5).toMillis();
    private static final int MOST_KEY_BYTES = 100_000;
    /** How long keys fetched before still count while the issuer cannot be reached. */
    private static final Duration OUTAGE = Duration.ofHours(4);

    private final OpenId settings;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    OpenIdTokens(OpenId settings) {
        this.settings = settings;
        try {
            processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                    ALGORITHMS,
                    JWKSourceBuilder.create(
                                    settings.keys().toURL(),
                                    new DefaultResourceRetriever(TIMEOUT_MS, TIMEOUT_MS, MOST_KEY_BYTES))
                            // Would keep a thread of its own.
                            .refreshAheadCache(false)
                            .outageTolerant(OUTAGE.toMillis())
                            .build()));
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("Not an address: " + settings.keys(), e);
        }
        // Access tokens by RFC 9068, ID tokens, and those of providers that say no type.
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                settings.audience(),
                new JWTClaimsSet.Builder().issuer(settings.issuer()).build(),
                Set.of("sub", "exp")));
    }

    /** Whether a text has the form of such a token. */
    static boolean looksLike(String text) {
        return text.chars().filter(letter -> letter == '.').count() == 2;
    }

    /**
     * Who has a token.
     *
     * @param text the token
     * @return who it is; empty if the token is not good
     * @throws UnreachableIssuerException if the keys cannot be had
     */
    Optional<Bearer> bearer(String text) {
        try {
            JWTClaimsSet claims = processor.process(text, null);
            String key = "openid:" + settings.issuer() + "#" + claims.getSubject();
            return Optional.of(new Bearer(name(claims), key, role(claims)));
        } catch (RateLimitReachedException e) {
            // The keys were fetched just now, and the one that signed this is not among them.
            return Optional.empty();
        } catch (KeySourceException e) {
            throw new UnreachableIssuerException("Cannot get the keys of " + settings.issuer(), e);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            LOG.debug("A token was refused: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Whoever a good token names.
     *
     * @param name what they are called
     * @param key  by what they are recognised
     * @param role what they may do; empty if the provider gives them no role here
     */
    record Bearer(String name, String key, Optional<Role> role) {
        Optional<Actor> actor() {
            return role.map(given -> new Actor(name, given, key));
        }
    }

    private static String name(JWTClaimsSet claims) {
        return Stream.of("name", "preferred_username", "sub")
                .map(claims::getClaim)
                .filter(String.class::isInstance)
                .map(Object::toString)
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElseThrow();
    }

    private Optional<Role> role(JWTClaimsSet claims) {
        Object claim = claims.getClaims();
        for (String step : settings.roleClaim().split("\\.")) {
            claim = claim instanceof Map<?, ?> inner ? inner.get(step) : null;
        }
        Collection<String> roles =
                switch (claim) {
                    case Collection<?> many ->
                        many.stream().map(String::valueOf).toList();
                    // As in the claim "scope".
                    case String one -> Arrays.asList(one.split(" "));
                    case null, default -> List.of();
                };
        return roles.contains(CURATOR)
                ? Optional.of(Role.CURATOR)
                : roles.contains(SUBMITTER) ? Optional.of(Role.SUBMITTER) : Optional.empty();
    }
}
