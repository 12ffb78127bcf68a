package org.w3id.urbis.endpoint.exchange;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemDetail;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;

/**
 * By what an answer is known, its entity tag and its date, and what a client made conditions of.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13">RFC 9110, 13</a>
 */
final class Validators {
    private static final String GZIP = "gzip";

    private Validators() {}

    /** Marks the tag as that of the compressed answer. */
    static void coded(ServerResponse response) {
        if (response.headers().contains(HeaderNames.ETAG)) {
            EntityTag tag =
                    new EntityTag(response.headers().get(HeaderNames.ETAG).get());
            response.header(HeaderNames.ETAG, tag.coded(GZIP).value());
        }
    }

    /**
     * Settles the conditions of a request, in the order of RFC 9110, section 13.2.2. The date compared with is that in
     * the header Last-Modified of the answer, if it has one.
     *
     * @param tag of the answer, not compressed
     * @return the tag that the client has and need not be sent again; empty if it is to be sent
     * @throws ProblemException if a condition does not hold
     */
    static Optional<EntityTag> known(ServerRequest request, ServerResponse response, EntityTag tag) {
        EntityTag compressed = tag.coded(GZIP);
        String ifMatch = Asking.header(request, HeaderNames.IF_MATCH);
        if (!ifMatch.isEmpty()) {
            // 13.2.2, step 1.
            if (!tag.matchesStrongly(ifMatch) && !compressed.matchesStrongly(ifMatch)) {
                throw failed();
            }
        } else if (isLater(response, request, HeaderNames.IF_UNMODIFIED_SINCE).orElse(false)) {
            // Step 2.
            throw failed();
        }
        String ifNoneMatch = Asking.header(request, HeaderNames.IF_NONE_MATCH);
        if (ifNoneMatch.isEmpty()) {
            // Step 4; the method is GET, HEAD or QUERY here.
            boolean later =
                    isLater(response, request, HeaderNames.IF_MODIFIED_SINCE).orElse(true);
            return later ? Optional.empty() : Optional.of(tag);
        }
        // Step 3.
        if (compressed.matches(ifNoneMatch) && !tag.matches(ifNoneMatch)) {
            return Optional.of(compressed);
        }
        return tag.matches(ifNoneMatch) ? Optional.of(tag) : Optional.empty();
    }

    /** Whether the answer is newer than the date in a header; empty if either has none, or it is none. */
    private static Optional<Boolean> isLater(ServerResponse response, ServerRequest request, HeaderName name) {
        String condition = Asking.header(request, name);
        if (condition.isEmpty() || !response.headers().contains(HeaderNames.LAST_MODIFIED)) {
            return Optional.empty();
        }
        return HttpDate.read(condition).flatMap(asked -> HttpDate.read(
                        response.headers().get(HeaderNames.LAST_MODIFIED).get())
                .map(modified -> modified.isAfter(asked)));
    }

    private static ProblemException failed() {
        return Problem.of(ProblemType.PRECONDITION_FAILED, ProblemDetail.CONDITION)
                .exception();
    }
}
