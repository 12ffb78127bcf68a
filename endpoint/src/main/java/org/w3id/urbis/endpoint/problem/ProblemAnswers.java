package org.w3id.urbis.endpoint.problem;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.Method;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.endpoint.negotiation.Choice;
import org.w3id.urbis.endpoint.negotiation.Negotiation;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.page.Pages;

/** Answers with problems: to what routes throw, to what nobody foresaw, and to what is not even HTTP. */
public final class ProblemAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);
    private static final List<Representation> OFFERS = List.of(Representation.JSON_LD, Representation.HTML);

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
        routing.error(ProblemException.class, (request, response, thrown) -> send(request, response, thrown.problem()));
        routing.error(
                HttpException.class,
                (request, response, thrown) -> send(request, response, ofStatus(thrown.status(), thrown.getMessage())));
        routing.error(Throwable.class, (request, response, thrown) -> {
            LOG.error(
                    "{} {} failed",
                    request.prologue().method().text(),
                    request.path().rawPath(),
                    thrown);
            send(request, response, Problem.of(ProblemType.INTERNAL, "The request could not be answered."));
        });
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
            ServerResponseHeaders headers,
            String message) {
        Problem problem = ofStatus(status, message == null ? "" : message);
        headers.set(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
        headers.set(HeaderValues.create(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*"));
        return DirectHandler.TransportResponse.builder()
                .status(Status.create(problem.type().status()))
                .headers(headers)
                .keepAlive(event.keepAlive())
                .entity(problem.json(baseIri).getBytes(StandardCharsets.UTF_8))
                .build();
    }

    private static Problem ofStatus(Status status, String message) {
        return switch (status.code()) {
            case 404 -> Problem.of(ProblemType.NOT_FOUND, "There is nothing at this address.");
            case 405 -> Problem.of(ProblemType.METHOD_NOT_ALLOWED, "This method cannot be used on this address.");
            case 413 -> Problem.of(ProblemType.TOO_LARGE, "The body of the request is longer than is accepted here.");
            case 415 -> Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The body is of a type that is not read here.");
            case 503 -> Problem.of(ProblemType.BUSY, "The server is busy.");
            default ->
                status.code() >= 400 && status.code() < 500
                        ? Problem.of(ProblemType.BAD_REQUEST, message.isBlank() ? "The request is malformed." : message)
                        : Problem.of(ProblemType.INTERNAL, "The request could not be answered.");
        };
    }

    private void send(ServerRequest request, ServerResponse response, Problem problem) {
        byte[] body = body(request, response, problem);
        response.status(Status.create(problem.type().status()));
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        response.header(HeaderNames.CONTENT_LENGTH, Integer.toString(body.length));
        response.headers().remove(HeaderNames.ETAG);
        if (request.prologue().method().equals(Method.HEAD)) {
            response.send();
        } else {
            response.send(body);
        }
    }

    private byte[] body(ServerRequest request, ServerResponse response, Problem problem) {
        String accept = String.join(",", request.headers().all(HeaderNames.ACCEPT, List::of));
        // JSON_LD stands for "some JSON" here: only whether a page is wanted more than that matters.
        Optional<Representation> form = Negotiation.choose(accept, OFFERS).map(Choice::form);
        if (form.isPresent() && form.get() == Representation.HTML) {
            response.header(HeaderNames.CONTENT_TYPE, Representation.contentType("text/html"));
            return pages.problem(
                    problem.type().status(),
                    problem.type().title(),
                    problem.detail(),
                    problem.type().explanation(),
                    problem.members());
        }
        response.header(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
        return problem.json(baseIri).getBytes(StandardCharsets.UTF_8);
    }
}
