package org.w3id.urbis.endpoint.replica;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.Optional;
import org.w3id.urbis.endpoint.config.ReplicationConfig;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.loader.publication.ChangeLog;

/**
 * What a replica leaves to the publisher: whatever is handed in, and the feed if it does not know all of it.
 *
 * <p>Handing in is refused and not redirected: a client must not send a file, and a token with it, to another host than the one
 * it chose, only because it was told to (RFC 9110, section 15.4). The feed is public, and a redirect serves everybody.
 */
public final class OnlyAtPublisher implements Filter {

    private static final String SUBMISSIONS = "/submissions";
    private static final String HAND_IN = "/validate/hand-in";
    private static final String FEED = "/feed";

    private final Optional<String> publisher;
    private final ChangeLog changes;

    /**
     * Prepares.
     *
     * @param config  names the publisher
     * @param changes what became of things, as far as this replica knows
     */
    public OnlyAtPublisher(ReplicationConfig config, ChangeLog changes) {
        this.publisher = config.publisher();
        this.changes = changes;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        String path = request.path().rawPath();
        boolean isAsked = !request.prologue().method().equals(Method.OPTIONS);
        if (isAsked && (isBelow(path, SUBMISSIONS) && !isTried(request) || path.equals(HAND_IN))) {
            throw refused();
        }
        if (isBelow(path, FEED) && !changes.isComplete()) {
            lead(request, response);
            return;
        }
        chain.proceed();
    }

    private static boolean isBelow(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    /** A file that is only tried out is judged by the revision that is here, and nothing is kept. */
    private static boolean isTried(RoutingRequest request) {
        return request.path().rawPath().equals(SUBMISSIONS) && request.query().contains("dry-run");
    }

    private RuntimeException refused() {
        return publisher
                .map(address -> Problem.of(
                                ProblemType.REPLICA,
                                "This server only answers questions. Hand in, and look after what was handed in, at "
                                        + address + SUBMISSIONS + ".")
                        .with("publisher", address))
                .orElseGet(() -> Problem.of(
                        ProblemType.REPLICA,
                        "This server only answers questions. Ask its operator where the publisher is."))
                .exception();
    }

    private void lead(RoutingRequest request, RoutingResponse response) {
        String address = publisher.orElseThrow(() -> Problem.of(
                        ProblemType.NOT_FOUND,
                        "This server is a replica that does not know what changed before it began, and so has no feed."
                                + " The publisher has.")
                .exception());
        String query = request.prologue().query().rawValue();
        response.status(Status.TEMPORARY_REDIRECT_307);
        response.header(HeaderValues.create(HeaderNames.CACHE_CONTROL, "no-store"));
        response.header(HeaderValues.create(
                HeaderNames.LOCATION, address + request.path().rawPath() + (query.isEmpty() ? "" : "?" + query)));
        response.send();
    }
}
