package org.w3id.urbis.endpoint.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
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

    private static final String CALLBACK = "callback";
    private static final Pattern FUNCTION = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$.]{0,99}");
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
                                    + mediaType + ".")
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
        Optional<String> script = script(answer);
        if (script.isPresent()) {
            Answering.send(
                    request, response, "application/javascript", script.get().getBytes(StandardCharsets.UTF_8));
            return;
        }
        String accept = Asking.header(request, HeaderNames.ACCEPT);
        String contentType =
                accept.contains(ProtocolVersion.DRAFT_MEDIA_TYPE) ? ProtocolVersion.DRAFT_MEDIA_TYPE : JSON;
        Answering.send(request, response, contentType, answer.get().toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The answer as a call of the function that the parameter {@code callback} names, as version 0.2 has it for pages that
     * cannot read other origins; empty if it names none. Nothing here is private, and the comment before the call keeps the
     * text from being anything but a script.
     *
     * @see <a href="https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/">4.4</a>
     */
    private Optional<String> script(Supplier<JsonNode> answer) {
        Optional<String> callback = parameters.one(CALLBACK).filter(name -> !name.isBlank());
        if (callback.isEmpty() || isPost() || version != ProtocolVersion.FINAL) {
            return Optional.empty();
        }
        if (!FUNCTION.matcher(callback.get()).matches()) {
            throw Problem.parameter(
                            CALLBACK, "The parameter \"callback\" names a function of JavaScript, such as jsonp1.")
                    .exception();
        }
        String json = answer.get().toString().replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
        return Optional.of("/**/" + callback.get() + "(" + json + ");");
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
