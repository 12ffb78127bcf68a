package org.w3id.urbis.endpoint.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.endpoint.store.RevisionStore;

/** One request to the service: the revision it is answered from, and the version and language that the client speaks. */
final class Session implements AutoCloseable {

    static final String JSON = "application/json";
    static final String FORM = "application/x-www-form-urlencoded";

    private static final String VARY = "Accept, Accept-Language";

    private final ServerRequest request;
    private final ServerResponse response;
    private final Parameters parameters;
    private final RevisionLease revision;
    private final ProtocolVersion version;
    private final Naming naming;

    private Session(ServerRequest request, ServerResponse response, RevisionStore store) {
        this.request = request;
        this.response = response;
        this.parameters = Asking.parameters(request);
        this.version = ProtocolVersion.of(request, parameters);
        Languages languages = Asking.languages(request, parameters);
        this.revision = Asking.revision(request, response, store);
        this.naming = new Naming(revision.names(), languages);
    }

    /**
     * Begins to answer.
     *
     * @return to be closed
     * @throws ProblemException if a parameter cannot be used
     */
    static Session of(ServerRequest request, ServerResponse response, RevisionStore store) {
        return new Session(request, response, store);
    }

    Parameters parameters() {
        return parameters;
    }

    RevisionLease revision() {
        return revision;
    }

    ProtocolVersion version() {
        return version;
    }

    Naming naming() {
        return naming;
    }

    /** Writes in the version that the client speaks. */
    AnswerJson json() {
        return new AnswerJson(version, naming);
    }

    String origin() {
        return Asking.origin(request);
    }

    boolean isPost() {
        return request.prologue().method().equals(Method.POST);
    }

    /**
     * The body as text.
     *
     * @param mediaType what it must be
     * @throws ProblemException if it is of another type or not UTF-8
     */
    String body(String mediaType) {
        String sent = Asking.bodyType(request);
        if (!sent.equals(mediaType)) {
            throw Problem.of(
                            ProblemType.UNSUPPORTED_MEDIA_TYPE,
                            "The body is " + (sent.isEmpty() ? "of no stated type" : sent) + "; here it must be "
                                    + mediaType + (mediaType.equals(FORM) ? ". JSON goes to /reconcile/match." : "."))
                    .exception();
        }
        return Parameters.strictUtf8(request.content().as(byte[].class));
    }

    /** Sends JSON; what was asked by GET is known by a tag, and made only if the client has not got it yet. */
    void send(Supplier<JsonNode> answer) {
        response.header(HeaderNames.CONTENT_LANGUAGE, naming.languages().first());
        if (isPost()) {
            response.header(HeaderNames.CACHE_CONTROL, "no-store");
        } else if (isKnown()) {
            return;
        }
        String accept = Asking.header(request, HeaderNames.ACCEPT);
        String contentType =
                accept.contains(ProtocolVersion.DRAFT_MEDIA_TYPE) ? ProtocolVersion.DRAFT_MEDIA_TYPE : JSON;
        Answering.send(request, response, contentType, answer.get().toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Settles a conditional request for an answer that depends on nothing but the address, version and language. */
    boolean isKnown() {
        EntityTag tag = EntityTag.of(
                revision.info().hash(),
                origin(),
                request.path().rawPath(),
                request.prologue().query().rawValue(),
                Asking.header(request, HeaderNames.ACCEPT),
                String.join(",", naming.languages().wanted()));
        return Answering.isKnown(request, response, tag, VARY);
    }

    @Override
    public void close() {
        revision.close();
    }
}
