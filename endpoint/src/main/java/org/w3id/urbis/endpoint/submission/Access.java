package org.w3id.urbis.endpoint.submission;

import com.github.benmanes.caffeine.cache.Ticker;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.endpoint.client.Clients;
import org.w3id.urbis.endpoint.config.SubmissionConfig;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.loader.submission.Actor;
import org.w3id.urbis.loader.submission.Tokens;

/**
 * Finds out who asks: by a token of ours, by one of the OpenID Connect provider that is configured, or not at all.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750, Bearer</a>
 */
final class Access {
    private static final Logger LOG = LoggerFactory.getLogger(Access.class);
    private static final String CHALLENGE = "Bearer realm=\"urbis\"";
    /** Checking a token of ours costs some tenths of a second of a processor, on purpose. */
    private static final int CHECKED_AT_ONCE = 2;

    private final boolean anonymous;
    private final Tokens tokens;
    private final Optional<OpenIdTokens> openId;
    private final FailedAttempts attempts = new FailedAttempts(Ticker.systemTicker());
    private final Semaphore checks = new Semaphore(CHECKED_AT_ONCE, true);

    Access(SubmissionConfig config, Tokens tokens) {
        this.anonymous = config.anonymous();
        this.tokens = tokens;
        this.openId = config.openId().map(OpenIdTokens::new);
    }

    /**
     * Who asks, of whom it must be known.
     *
     * @throws ProblemException if it is not known (401), they have no role here (403), or too many wrong tokens came from
     *                          where they are (429)
     */
    Actor known(ServerRequest request, ServerResponse response) {
        return shown(request, response)
                .orElseThrow(() -> unauthenticated(response, CHALLENGE, "No token was sent with the request."));
    }

    /**
     * Who hands something in.
     *
     * @throws ProblemException as with {@link #known}, unless this server takes files from anybody
     */
    Actor sender(ServerRequest request, ServerResponse response) {
        return sent(shown(request, response), response);
    }

    /**
     * Who hands something in with a form, in which their token stands.
     *
     * @param token what stands there; blank for none
     * @throws ProblemException as with the other
     */
    Actor sender(String token, ServerResponse response) {
        return sent(
                Optional.of(token.strip()).filter(shown -> !shown.isEmpty()).map(shown -> whose(shown, response)),
                response);
    }

    private Actor sent(Optional<Actor> shown, ServerResponse response) {
        return shown.or(() -> anonymous ? Optional.of(Actor.anonymous()) : Optional.empty())
                .orElseThrow(() -> unauthenticated(
                        response,
                        CHALLENGE,
                        "This server takes files only from those who show a token. To check a file, no token is"
                                + " needed: add ?dry-run to the address."));
    }

    private Optional<Actor> shown(ServerRequest request, ServerResponse response) {
        String header = Asking.header(request, HeaderNames.AUTHORIZATION);
        if (header.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(whose(
                header.regionMatches(true, 0, "Bearer ", 0, 7)
                        ? header.substring(7).strip()
                        : "",
                response));
    }

    private Actor whose(String token, ServerResponse response) {
        InetAddress from = Clients.current().address();
        Optional<Actor> remembered = tokens.remembered(token);
        if (remembered.isPresent()) {
            return remembered.get();
        }
        if (attempts.tooMany(from)) {
            response.header(HeaderNames.RETRY_AFTER, Long.toString(FailedAttempts.WINDOW.toSeconds()));
            throw Problem.of(
                            ProblemType.TOO_MANY_ATTEMPTS,
                            "More than " + FailedAttempts.MOST
                                    + " wrong tokens came from your address within a minute.")
                    .exception();
        }
        return check(token, response).orElseThrow(() -> {
            attempts.failed(from);
            return unauthenticated(
                    response,
                    CHALLENGE + ", error=\"invalid_token\"",
                    "The token is none that counts here: mistyped, revoked, or out of date.");
        });
    }

    private Optional<Actor> check(String token, ServerResponse response) {
        if (openId.isPresent() && OpenIdTokens.looksLike(token)) {
            try {
                return openId.get().bearer(token).map(bearer -> bearer.actor().orElseThrow(() -> Problem.of(
                                ProblemType.FORBIDDEN,
                                bearer.name() + " has neither the role " + OpenIdTokens.SUBMITTER + " nor "
                                        + OpenIdTokens.CURATOR + ".")
                        .exception()));
            } catch (UnreachableIssuerException e) {
                LOG.warn("Tokens cannot be checked", e);
                throw Problem.of(ProblemType.BUSY, "Whoever issues your token cannot be reached to check it.")
                        .exception(e);
            }
        }
        checks.acquireUninterruptibly();
        try {
            return tokens.whose(token);
        } finally {
            checks.release();
        }
    }

    private static ProblemException unauthenticated(ServerResponse response, String challenge, String detail) {
        response.header(HeaderNames.WWW_AUTHENTICATE, challenge);
        return Problem.of(ProblemType.UNAUTHENTICATED, detail).exception();
    }
}
