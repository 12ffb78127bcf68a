package org.w3id.urbis.endpoint.exchange;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpMediaType;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.w3id.urbis.endpoint.client.Clients;
import org.w3id.urbis.endpoint.negotiation.Choice;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.negotiation.Negotiation;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemDetail;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.store.RevisionHistory;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.endpoint.store.RevisionStore;
import org.w3id.urbis.loader.publication.Revision;

/** What a request asks for. */
public final class Asking {
    /** JSON-LD stands for "some JSON" here. */
    private static final List<Representation> JSON_OR_PAGE = List.of(Representation.JSON_LD, Representation.HTML);

    /** RFC 10008. */
    public static final Method QUERY = Method.create("QUERY");

    private Asking() {}

    /** A header's values joined by commas, empty if it is absent. */
    public static String header(ServerRequest request, HeaderName name) {
        return request.headers().contains(name)
                ? String.join(",", request.headers().all(name, List::of))
                : "";
    }

    /** Whether a page is wanted more than JSON where both could say what went wrong, as browsers do. */
    public static boolean wantsPage(ServerRequest request) {
        return Negotiation.choose(header(request, HeaderNames.ACCEPT), JSON_OR_PAGE)
                .filter(choice -> choice.form() == Representation.HTML)
                .isPresent();
    }

    /** Whether only the headers of the answer are wanted. */
    public static boolean isHead(ServerRequest request) {
        return request.prologue().method().equals(Method.HEAD);
    }

    /**
     * Refuses all methods but some, and answers OPTIONS with them.
     *
     * @throws ProblemException if the method is none of them; the header Allow is then set
     */
    public static void only(ServerRequest request, ServerResponse response, Method... allowed) {
        Method method = request.prologue().method();
        for (Method one : allowed) {
            if (one.equals(method)) {
                return;
            }
        }
        String names = Arrays.stream(allowed).map(Method::text).collect(Collectors.joining(", "));
        response.header(HeaderNames.ALLOW, names + ", OPTIONS");
        if (method.equals(Method.OPTIONS)) {
            CrossOrigin.allow(response, names + ", OPTIONS");
            throw new HeadersOnly(Status.NO_CONTENT_204);
        }
        throw Problem.of(ProblemType.METHOD_NOT_ALLOWED, ProblemDetail.METHOD, method.text(), names)
                .exception();
    }

    /** The parameters of the query string. */
    public static Parameters parameters(ServerRequest request) {
        return Parameters.of(request.prologue().query().rawValue());
    }

    /**
     * The representation wanted: by the parameter {@code format}, else by the header Accept.
     *
     * @param format value of the parameter, if given
     * @param offers what there is, best first
     * @throws ProblemException if the parameter names none of them, or the header accepts none
     */
    public static Choice choose(ServerRequest request, Optional<String> format, List<Representation> offers) {
        if (format.isPresent()) {
            return Representation.named(format.get(), offers).map(Choice::of).orElseThrow(() -> Problem.parameter(
                            "format",
                            ProblemDetail.FORMAT,
                            format.get(),
                            String.join(", ", Representation.names(offers)))
                    .exception());
        }
        return Negotiation.choose(header(request, HeaderNames.ACCEPT), offers)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_ACCEPTABLE, ProblemDetail.NO_FORM)
                        .with("available", Representation.mediaTypes(offers))
                        .exception());
    }

    /**
     * The languages wanted: by the parameter {@code lang}, else by the header Accept-Language.
     *
     * @throws ProblemException if the parameter names none of the six languages
     */
    public static Languages languages(ServerRequest request, Parameters parameters) {
        Optional<String> lang = parameters.one("lang");
        if (lang.isPresent() && !Languages.OFFERED.contains(lang.get())) {
            throw Problem.parameter("lang", ProblemDetail.LANGUAGE, String.join(", ", Languages.OFFERED))
                    .exception();
        }
        return Languages.of(lang.orElseGet(() -> header(request, HeaderNames.ACCEPT_LANGUAGE)));
    }

    /**
     * Holds the revision that the request is to be answered from: the one that the parameter {@code revision} names by
     * its number or its hash, else the current one. The answer gets the headers that name it: Urbis-Revision,
     * Last-Modified, and those of Memento (RFC 7089). GET with the header Accept-Datetime is sent on to the address of
     * the revision of that time.
     *
     * @return the lease, to be closed by the caller
     * @throws ProblemException if the parameter names no revision that is kept, or too many are being read
     */
    public static RevisionLease revision(ServerRequest request, ServerResponse response, RevisionStore store) {
        return revision(request, response, store, parameters(request).one("revision"));
    }

    /**
     * The revision that a path names by its number or its hash.
     *
     * @throws ProblemException if it is neither, or no such revision is kept
     */
    public static Revision revision(RevisionHistory history, String wanted) {
        return RevisionChoice.named(history, wanted);
    }

    /** The same, where the parameter may also stand in the body. */
    public static RevisionLease revision(
            ServerRequest request, ServerResponse response, RevisionStore store, Optional<String> wanted) {
        return new RevisionChoice(request, response, store).lease(wanted);
    }

    /** The media type of the body in lower case without parameters, empty if none is stated. */
    public static String bodyType(ServerRequest request) {
        return request.headers()
                .contentType()
                .map(HttpMediaType::mediaType)
                .map(type -> type.text())
                .orElse("");
    }

    /**
     * The address of this origin for links, without a slash at the end: the one that is set, else the one that the client
     * used if that names this machine. What else a client writes into the header Host never comes back to anybody.
     */
    public static String origin(ServerRequest request) {
        return Clients.current().origin();
    }
}
