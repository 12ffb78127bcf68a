package org.w3id.urbis.endpoint.exchange;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.jena.atlas.json.JsonValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.endpoint.connection.Connections;
import org.w3id.urbis.endpoint.connection.CurrentConnection;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.page.Frame;
import org.w3id.urbis.endpoint.page.Pages;
import org.w3id.urbis.endpoint.page.ProblemView;
import org.w3id.urbis.endpoint.page.Text;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemDetail;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.problem.ProblemWords;

/** Answers with problems: to what routes throw, to what nobody foresaw, and to what is not even HTTP. */
public final class ProblemAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);
    /** What a route may have said of an answer that is not given now. */
    private static final List<HeaderName> OF_THE_ANSWER = List.of(
            HeaderNames.ETAG,
            HeaderNames.LAST_MODIFIED,
            HeaderNames.CONTENT_ENCODING,
            Answering.CONTENT_LOCATION,
            HeaderNames.CONTENT_LANGUAGE,
            HeaderNames.CONTENT_DISPOSITION,
            HeaderNames.CONTENT_LENGTH);

    private static final String ENGLISH = "en";
    private static final String LANG = "lang=";
    private static final String RETRY_SECONDS = "5";

    /** What Helidon says when headers are too long; it answers like to all other malformed ones. */
    private static final String HEADERS_TOO_LARGE = "Header size exceeded";

    private final String baseIri;
    private final Pages pages;

    /**
     * Prepares answers.
     *
     * @param baseIri what the IRIs of problem types begin with
     * @param pages   renders the page for people
     */
    public ProblemAnswers(String baseIri, Pages pages) {
        this.baseIri = baseIri;
        this.pages = pages;
    }

    /** Takes over everything thrown while a request is answered. */
    public void install(HttpRouting.Builder routing) {
        routing.error(HeadersOnly.class, (request, response, settled) -> response.status(settled.status())
                .send());
        routing.error(ProblemException.class, (request, response, thrown) -> send(request, response, thrown.problem()));
        routing.error(
                HttpException.class,
                (request, response, thrown) ->
                        send(request, response, ofStatus(thrown.status().code())));
        routing.error(Throwable.class, (request, response, thrown) -> send(request, response, unforeseen(thrown)));
    }

    /** Our fault, told with a reference under which the log has the rest. */
    private static Problem unforeseen(Throwable thrown) {
        String reference = UUID.randomUUID().toString();
        LOG.error("The request of reference {} failed", reference, thrown);
        return Problem.of(ProblemType.INTERNAL, ProblemDetail.FAILED).with("reference", reference);
    }

    /** Answers to requests so malformed that no route is asked. */
    public DirectHandlers directHandlers() {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (DirectHandler.EventType event : DirectHandler.EventType.values()) {
            handlers.addHandler(event, this::direct);
        }
        return handlers.build();
    }

    private DirectHandler.TransportResponse direct(
            DirectHandler.TransportRequest request,
            DirectHandler.EventType event,
            Status status,
            ServerResponseHeaders answered,
            String message) {
        Optional<CurrentConnection> connection = Connections.current();
        if (connection.isPresent() && connection.get().isEnding() && status.code() < 500) {
            throw new CloseConnectionException("What follows the last request is not read");
        }
        boolean headers = HEADERS_TOO_LARGE.equals(message);
        Problem problem = ofStatus(headers ? ProblemType.HEADERS_TOO_LARGE.status() : status.code());
        answered.set(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
        ProblemWords words = ProblemWords.of(Languages.of(asked(request)).first());
        answered.set(HeaderNames.CONTENT_LANGUAGE, words.lang());
        answered.set(HeaderValues.create(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*"));
        answered.set(HeaderValues.X_CONTENT_TYPE_OPTIONS_NOSNIFF);
        if (problem.type() == ProblemType.BUSY) {
            answered.set(HeaderNames.RETRY_AFTER, RETRY_SECONDS);
        }
        return DirectHandler.TransportResponse.builder()
                .status(Status.create(problem.type().status()))
                .headers(answered)
                .keepAlive(event.keepAlive())
                .entity(problem.json(baseIri, words).getBytes(StandardCharsets.UTF_8))
                .build();
    }

    /** The languages that a request asks for, as far as its headers could be read. */
    private static String asked(DirectHandler.TransportRequest request) {
        return request.headers().contains(HeaderNames.ACCEPT_LANGUAGE)
                ? request.headers().get(HeaderNames.ACCEPT_LANGUAGE).get()
                : ENGLISH;
    }

    private static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> Problem.of(ProblemType.NOT_FOUND, ProblemDetail.NOTHING_HERE);
            case 405 -> Problem.of(ProblemType.METHOD_NOT_ALLOWED, "This method cannot be used on this address.");
            case 413 -> Problem.of(ProblemType.TOO_LARGE, "The body of the request is longer than is accepted here.");
            case 414 -> Problem.of(ProblemType.ADDRESS_TOO_LONG, "The request line is longer than is accepted here.");
            case 415 -> Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The body is of a type that is not read here.");
            case 417 -> Problem.of(ProblemType.EXPECTATION_FAILED, "The expectation cannot be met.");
            case 431 -> Problem.of(ProblemType.HEADERS_TOO_LARGE, "The headers are longer than is accepted here.");
            case 503 -> Problem.of(ProblemType.BUSY, "The server is busy.");
            case 505 -> Problem.of(ProblemType.VERSION_NOT_SUPPORTED, "Ask by HTTP/1.1.");
            default ->
                status >= 400 && status < 500
                        ? Problem.of(ProblemType.BAD_REQUEST, "The request line or the headers are malformed.")
                        : Problem.of(ProblemType.INTERNAL, ProblemDetail.FAILED);
        };
    }

    private void send(ServerRequest request, ServerResponse response, Problem problem) {
        OF_THE_ANSWER.forEach(response.headers()::remove);
        response.status(Status.create(problem.type().status()));
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        if (problem.type() == ProblemType.BUSY || problem.type() == ProblemType.STORE_AWAY) {
            response.header(HeaderNames.RETRY_AFTER, RETRY_SECONDS);
        }
        boolean page = Asking.wantsPage(request);
        ProblemWords words = words(request);
        // Where there are no words for the case, its detail is in English.
        response.header(HeaderNames.CONTENT_LANGUAGE, words.tells(problem) ? words.lang() : words.lang() + ", en");
        Answering.vary(response, "Accept, Accept-Language");
        byte[] body = page
                ? page(request, problem, words)
                : problem.json(baseIri, words).getBytes(StandardCharsets.UTF_8);
        response.header(HeaderNames.CONTENT_TYPE, page ? Representation.contentType("text/html") : Problem.MEDIA_TYPE);
        if (page) {
            Answering.pageHeaders(response);
        }
        // Never compressed, so that a problem with the coding itself can be told.
        if (Asking.isHead(request)) {
            response.header(HeaderNames.CONTENT_LENGTH, Integer.toString(body.length));
            response.send();
        } else {
            response.send(body);
        }
    }

    /** The words of the language that the reader wants most; a parameter that is none is not what the answer is about. */
    private static ProblemWords words(ServerRequest request) {
        String query = request.prologue().query().rawValue();
        String wanted = Arrays.stream(query.split("&"))
                .filter(pair -> pair.startsWith(LANG))
                .map(pair -> pair.substring(LANG.length()))
                .filter(Languages.OFFERED::contains)
                .findFirst()
                .orElseGet(() -> Asking.header(request, HeaderNames.ACCEPT_LANGUAGE));
        return ProblemWords.of(Languages.of(wanted).first());
    }

    private byte[] page(ServerRequest request, Problem problem, ProblemWords words) {
        Map<String, Object> readable = new LinkedHashMap<>(problem.members());
        readable.values().removeIf(JsonValue.class::isInstance);
        Original original = Original.of(request);
        return pages.problem(
                Frame.of(words.lang(), original.path()),
                new ProblemView(
                        problem.type().status(),
                        words.title(problem.type()),
                        new Text(words.detail(problem), words.tells(problem) ? words.lang() : ENGLISH),
                        words.explanation(problem.type()),
                        readable,
                        AskedText.of(request).orElse("")));
    }
}
