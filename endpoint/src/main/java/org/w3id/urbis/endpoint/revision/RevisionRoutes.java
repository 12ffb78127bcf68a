package org.w3id.urbis.endpoint.revision;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.w3id.urbis.endpoint.document.JsonText;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.GraphWriting;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.negotiation.Choice;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.openapi.Answer;
import org.w3id.urbis.endpoint.openapi.Group;
import org.w3id.urbis.endpoint.openapi.Input;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.page.Frame;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.route.Site;
import org.w3id.urbis.endpoint.store.RevisionHistory;
import org.w3id.urbis.loader.publication.Revision;

/** {@code /revisions}: the revisions that are kept, newest first; {@code /revisions/<number>}: one of them. */
public final class RevisionRoutes implements HttpService, Operations {
    private final Site site;
    private final RevisionDocument document;

    /**
     * Prepares the routes.
     *
     * @param site what pages are made with
     */
    public RevisionRoutes(Site site) {
        this.site = site;
        this.document = new RevisionDocument(site.identifiers().baseIri());
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/revisions", this::list);
        rules.any("/revisions/{number}", this::one);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        RevisionHistory history = site.store().history();
        String state = history.current() + " "
                + history.kept().stream().map(RevisionRoutes::state).collect(Collectors.joining(" "));
        if (site.store().keepsFiles()) {
            Answering.link(response, "</feed>; rel=\"alternate\", </dumps>; rel=\"related\"");
        }
        send(
                request,
                response,
                "/revisions",
                state,
                () -> document.json(history),
                () -> document.graph(history),
                (page, frame) -> site.pages().revisions(frame, page.list()));
    }

    /** Servers that have a revision need not all have the patch that leads to it. */
    private static String state(Revision revision) {
        return revision.number() + " " + revision.hash() + " " + Files.exists(revision.patch());
    }

    private void one(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        RevisionHistory history = site.store().history();
        Revision revision =
                Asking.revision(history, request.path().pathParameters().get("number"));
        response.header(Answering.REVISION, Long.toString(revision.number()));
        Answering.link(
                response, RevisionPage.links(revision, history, site.store().keepsFiles()));
        send(
                request,
                response,
                "/revisions/" + revision.number(),
                state(revision) + " " + history.current(),
                () -> document.json(revision),
                () -> document.graph(revision),
                (page, frame) -> site.pages().revision(frame, page.one(revision)));
    }

    private void send(
            ServerRequest request,
            ServerResponse response,
            String address,
            String state,
            Supplier<Map<String, Object>> json,
            Supplier<Graph> graph,
            BiFunction<RevisionPage, Frame, byte[]> page) {
        Parameters parameters = Asking.parameters(request);
        Languages languages = Asking.languages(request, parameters);
        Choice choice = Asking.choose(request, parameters.one("format"), Representation.DOCUMENTS);
        boolean isPage = choice.form() == Representation.HTML;
        EntityTag tag = EntityTag.of(
                state, request.path().rawPath(), choice.mediaType(), isPage ? languages + site.edition() : "");
        if (isPage) {
            response.header(HeaderNames.CONTENT_LANGUAGE, languages.first());
        }
        if (!Answering.isKnown(request, response, tag, "Accept, Accept-Language")) {
            byte[] body =
                    switch (choice.form()) {
                        case HTML ->
                            page.apply(
                                    new RevisionPage(site, languages, address),
                                    Frame.of(languages.first(), address + "?format=html"));
                        case JSON_LD -> JsonText.bytes(json.get());
                        default -> GraphWriting.bytes(graph.get(), choice.form());
                    };
            Answering.send(request, response, choice.contentType(), body);
        }
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.get("/revisions", "revisions", Group.CATALOGUE, "The revisions that are kept, newest first")
                        .describedAs(
                                "Each published state of the graph with its number, the hash of its content, when it"
                                    + " was published, what it came after and how much it holds. Routes that read the"
                                    + " graph take the parameter `revision` with such a number or hash.")
                        .taking(Input.format(Representation.DOCUMENTS), Input.language())
                        .answering(Answer.ok("The list.").in(Representation.DOCUMENTS))
                        .failing(ProblemType.BAD_PARAMETER, ProblemType.NOT_ACCEPTABLE, ProblemType.METHOD_NOT_ALLOWED),
                Operation.get("/revisions/{number}", "revision", Group.CATALOGUE, "One revision")
                        .describedAs("The same for one revision, with the number of statements in each of its graphs.")
                        .taking(
                                Input.path("number", "Number of the revision, or its hash.", Schema.text(), "1"),
                                Input.format(Representation.DOCUMENTS),
                                Input.language())
                        .answering(Answer.ok("The revision.").in(Representation.DOCUMENTS))
                        .failing(
                                ProblemType.BAD_PARAMETER,
                                ProblemType.UNKNOWN_REVISION,
                                ProblemType.REVISION_GONE,
                                ProblemType.NOT_ACCEPTABLE));
    }
}
