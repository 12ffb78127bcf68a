package org.w3id.urbis.endpoint.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.Content;
import org.w3id.urbis.endpoint.negotiation.Choice;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.page.Frame;
import org.w3id.urbis.endpoint.page.Pages;
import org.w3id.urbis.endpoint.problem.ProblemType;

/**
 * {@code /openapi}, {@code /openapi.json} and {@code /openapi.yaml}: what this server offers, made once from what
 * the groups of routes say of themselves.
 */
public final class OpenApiRoutes implements HttpService, Operations {
    private static final List<Representation> FORMS =
            List.of(Representation.JSON, Representation.YAML, Representation.HTML);

    private final List<Operations> described;
    private final Pages pages;
    private final AtomicReference<Map<Representation, Made>> made = new AtomicReference<>();
    private final Map<String, Made> inLanguage = new ConcurrentHashMap<>();

    /**
     * Prepares the routes.
     *
     * @param described all other groups of routes
     * @param pages     renders pages
     */
    public OpenApiRoutes(List<Operations> described, Pages pages) {
        this.described = new ArrayList<>(described);
        this.described.add(this);
        this.pages = pages;
    }

    /** A form of the document that is ready to be sent. */
    private record Made(Content content, EntityTag tag) {
        static Made of(byte[] bytes) {
            return new Made(Content.of(bytes), EntityTag.of("openapi", new String(bytes, StandardCharsets.UTF_8)));
        }
    }

    /** All forms, made for the first who asks: a server that is starting has better things to do. */
    private Map<Representation, Made> made() {
        synchronized (made) {
            if (made.get() == null) {
                ObjectNode document = OpenApiDocument.of(described);
                made.set(Map.of(
                        Representation.JSON,
                        Made.of(document.toPrettyString().getBytes(StandardCharsets.UTF_8)),
                        Representation.YAML,
                        Made.of(Yaml.of(document).getBytes(StandardCharsets.UTF_8))));
            }
            return made.get();
        }
    }

    private Made page(ServerResponse response, String lang) {
        response.header(HeaderNames.CONTENT_LANGUAGE, lang);
        return inLanguage.computeIfAbsent(
                lang, any -> Made.of(pages.openApi(Frame.of(any, "/openapi?format=html"), OpenApiPage.of(described))));
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any(
                "/openapi",
                (request, response) -> send(
                        request,
                        response,
                        Asking.choose(request, Asking.parameters(request).one("format"), FORMS)));
        FORMS.forEach(form -> rules.any(
                "/openapi." + form.suffix(), (request, response) -> send(request, response, Choice.of(form))));
    }

    private void send(ServerRequest request, ServerResponse response, Choice choice) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        String lang = Asking.languages(request, Asking.parameters(request)).first();
        // Titles and descriptions are in English; the page has words of its own.
        response.header(HeaderNames.CONTENT_LANGUAGE, "en");
        Made wanted = choice.form() == Representation.HTML ? page(response, lang) : made().get(choice.form());
        response.header(
                HeaderNames.LINK,
                "</openapi.json>; rel=\"alternate\"; type=\"application/json\", "
                        + "</openapi.yaml>; rel=\"alternate\"; type=\"application/yaml\"");
        if (!Answering.isKnown(request, response, wanted.tag(), "Accept, Accept-Language")) {
            Answering.send(request, response, choice.contentType(), wanted.content());
        }
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.get("/openapi", "openapi", Group.SERVER, "This description")
                        .describedAs("This document as JSON or YAML, or as a page to read.")
                        .taking(Input.format(FORMS), Input.language())
                        .answering(described())
                        .failing(ProblemType.BAD_PARAMETER, ProblemType.NOT_ACCEPTABLE),
                Operation.get("/openapi.{form}", "openapiForm", Group.SERVER, "This description in one form")
                        .describedAs("The same at an address of its own for each form, for tools that cannot ask by a"
                                + " header.")
                        .taking(Input.path("form", "The form.", Schema.choice(Representation.names(FORMS)), "yaml"))
                        .answering(described())
                        .failing(ProblemType.NOT_FOUND));
    }

    private static Answer described() {
        return Answer.ok("The description.")
                .in("application/json", Schema.ref("OpenApi"))
                .in("application/yaml")
                .in("text/html")
                .with(AnswerHeader.ETAG, AnswerHeader.LINK);
    }

    @Override
    public Map<String, Schema> schemas() {
        return Map.of(
                "OpenApi",
                Schema.object()
                        .saying("An OpenAPI document, as its specification has it.")
                        .having("openapi", Schema.text().with("pattern", "^3\\.1\\."))
                        .having("info", Schema.object())
                        .having("paths", Schema.object())
                        .requiring("openapi", "info", "paths"));
    }
}
