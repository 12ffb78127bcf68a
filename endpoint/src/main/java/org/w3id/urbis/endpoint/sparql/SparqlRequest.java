package org.w3id.urbis.endpoint.sparql;

import io.helidon.http.HttpMediaType;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.upload.BodyBytes;

/**
 * A request by the SPARQL 1.1 Protocol.
 *
 * @param query         the query; empty if none was sent
 * @param defaultGraphs graphs that make the default graph, none for the usual one
 * @param namedGraphs   graphs that can be named, none for all
 * @param formats       short names or media types of the answer, if asked for by parameter
 * @param revision      the revision to ask, by number or hash; empty for the current one
 * @param isOnlyShown   whether a page is to show the query and leave it to its reader, or to the script on it, to ask:
 *                      links of the workbench say so by naming the view of the answer
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/#query-operation">SPARQL 1.1 Protocol, 2.1</a>
 */
record SparqlRequest(
        Optional<String> query,
        List<String> defaultGraphs,
        List<String> namedGraphs,
        List<String> formats,
        Optional<String> revision,
        boolean isOnlyShown) {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String DIRECT = "application/sparql-query";
    private static final Set<String> UTF_8 = Set.of("utf-8", "utf8", "us-ascii");
    /** SPARQL 1.2 Protocol, 2.1: the query says itself what it needs, so that they make no difference. */
    private static final List<String> VERSIONS = List.of("1.0", "1.1", "1.2-basic", "1.2");

    private static final String UPDATE = "application/sparql-update";

    /**
     * Reads a request by GET, HEAD, POST or QUERY.
     *
     * @param limit the most bytes the body may have
     * @throws ProblemException if a parameter or the type of the body cannot be used, it is too long, or an update is sent
     */
    static SparqlRequest read(ServerRequest request, int limit) {
        Method method = request.prologue().method();
        String url = request.prologue().query().rawValue();
        if (method.equals(Method.GET) || method.equals(Method.HEAD)) {
            if (request.content().hasEntity()) {
                throw Problem.of(ProblemType.BAD_REQUEST, "A request by " + method.text() + " has no body; use POST.")
                        .exception();
            }
            return of(Parameters.of(url), Optional.empty());
        }
        checkCharset(request);
        return switch (Asking.bodyType(request)) {
            case FORM -> of(Parameters.of(url, body(request, limit)), Optional.empty());
            case DIRECT -> of(Parameters.of(url), Optional.of(body(request, limit)));
            case UPDATE -> throw refusedUpdate();
            case "" -> of(Parameters.of(url), Optional.empty());
            default ->
                throw Problem.of(
                                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                                "The body is of type " + Asking.bodyType(request) + ", but only " + DIRECT + " and "
                                        + FORM + " are read.")
                        .exception();
        };
    }

    /** UTF-8 is the only charset that queries come in, and US-ASCII is a part of it. */
    private static void checkCharset(ServerRequest request) {
        Optional<String> charset = request.headers().contentType().flatMap(HttpMediaType::charset);
        if (charset.isPresent() && !UTF_8.contains(charset.get().toLowerCase(Locale.ROOT))) {
            throw Problem.of(
                            ProblemType.UNSUPPORTED_MEDIA_TYPE,
                            "The body is in the charset " + charset.get() + ", but only UTF-8 is read.")
                    .exception();
        }
    }

    private static SparqlRequest of(Parameters parameters, Optional<String> direct) {
        if (!parameters.all("update").isEmpty()) {
            throw refusedUpdate();
        }
        Optional<String> query = parameters.one("query");
        Optional<String> version = parameters.one("version");
        if (version.isPresent() && !VERSIONS.contains(version.get())) {
            throw Problem.parameter("version", "The version of SPARQL is one of " + String.join(", ", VERSIONS) + ".")
                    .exception();
        }
        if (query.isPresent() && direct.isPresent()) {
            throw Problem.parameter("query", "The query is in the body and in the parameter \"query\"; send it once.")
                    .exception();
        }
        return new SparqlRequest(
                query.or(() -> direct),
                graphs(parameters, "default-graph-uri"),
                graphs(parameters, "named-graph-uri"),
                parameters.all("format"),
                parameters.one("revision"),
                parameters.one("view").isPresent());
    }

    private static List<String> graphs(Parameters parameters, String name) {
        List<String> iris = parameters.all(name);
        for (String iri : iris) {
            if (!Identifiers.isAbsoluteIri(iri)) {
                throw Problem.parameter(name, "\"" + iri + "\" is not an absolute IRI.")
                        .exception();
            }
        }
        return iris;
    }

    private static String body(ServerRequest request, int limit) {
        return Parameters.strictUtf8(BodyBytes.read(request, limit));
    }

    private static ProblemException refusedUpdate() {
        return Problem.of(ProblemType.READ_ONLY, "This is an update. Only queries are answered here.")
                .exception();
    }
}
