package org.w3id.urbis.endpoint.revision;

import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.document.JsonText;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.GraphWriting;
import org.w3id.urbis.endpoint.negotiation.Choice;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.openapi.Answer;
import org.w3id.urbis.endpoint.openapi.Group;
import org.w3id.urbis.endpoint.openapi.Input;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.page.Frame;
import org.w3id.urbis.endpoint.page.Pages;
import org.w3id.urbis.endpoint.page.RevisionView;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.store.RevisionHistory;
import org.w3id.urbis.endpoint.store.RevisionStore;
import org.w3id.urbis.loader.publication.Revision;

/** {@code /revisions}: the revisions that are kept, newest first; {@code /revisions/<number>}: one of them. */
public final class RevisionRoutes implements HttpService, Operations {
    private final RevisionStore store;
    private final Identifiers identifiers;
    private final Pages pages;
    private final RevisionDocument document;

    /**
     * Prepares the routes.
     *
     * @param store       the revisions
     * @param identifiers which IRI is found where
     * @param pages       renders pages
     */
    public RevisionRoutes(RevisionStore store, Identifiers identifiers, Pages pages) {
        this.store = store;
        this.identifiers = identifiers;
        this.pages = pages;
        this.document = new RevisionDocument(identifiers.baseIri());
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/revisions", this::list);
        rules.any("/revisions/{number}", this::one);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        RevisionHistory history = store.history();
        String state = history.current() + " "
                + history.kept().stream()
                        .map(kept -> kept.number() + " " + kept.hash())
                        .collect(Collectors.joining(" "));
        send(
                request,
                response,
                state,
                () -> document.json(history),
                () -> document.graph(history),
                () -> pages.revisions(
                        Frame.WITHOUT_REVISION,
                        history.kept().stream()
                                .map(kept -> view(kept, history, List.of()))
                                .toList()));
    }

    private void one(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        RevisionHistory history = store.history();
        Revision revision =
                Asking.revision(history, request.path().pathParameters().get("number"));
        send(
                request,
                response,
                revision.hash() + " " + revision.number() + " " + history.current(),
                () -> document.json(revision),
                () -> document.graph(revision),
                () -> pages.revision(Frame.WITHOUT_REVISION, view(revision, history, graphs(revision))));
    }

    private void send(
            ServerRequest request,
            ServerResponse response,
            String state,
            Supplier<Map<String, Object>> json,
            Supplier<Graph> graph,
            Supplier<byte[]> page) {
        Choice choice = Asking.choose(request, Asking.parameters(request).one("format"), Representation.DOCUMENTS);
        EntityTag tag = EntityTag.of(state, request.path().rawPath(), choice.mediaType());
        if (!Answering.isKnown(request, response, tag, "Accept")) {
            byte[] body =
                    switch (choice.form()) {
                        case HTML -> page.get();
                        case JSON_LD -> JsonText.bytes(json.get());
                        default -> GraphWriting.bytes(graph.get(), choice.form());
                    };
            Answering.send(request, response, choice.contentType(), body);
        }
    }

    private RevisionView view(Revision revision, RevisionHistory history, List<RevisionView.GraphView> graphs) {
        return new RevisionView(
                Long.toString(revision.number()),
                revision.number() == history.current(),
                revision.created().toString().replace('T', ' ').replace("Z", ""),
                number(revision.quads()),
                revision.hash(),
                revision.parent().isPresent() ? Long.toString(revision.parent().getAsLong()) : "",
                graphs);
    }

    private List<RevisionView.GraphView> graphs(Revision revision) {
        return revision.graphs().entrySet().stream()
                .map(graph -> new RevisionView.GraphView(
                        graph.getKey(), href(graph.getKey(), revision.number()), number(graph.getValue())))
                .toList();
    }

    private String href(String graph, long revision) {
        String href = identifiers.href(graph);
        return href + (href.contains("?") ? "&" : "?") + "revision=" + revision;
    }

    private static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.get("/revisions", "revisions", Group.CATALOGUE, "The revisions that are kept, newest first")
                        .describedAs(
                                "Each published state of the graph with its number, the hash of its content, when it"
                                    + " was published, what it came after and how much it holds. Routes that read the"
                                    + " graph take the parameter `revision` with such a number or hash.")
                        .taking(Input.format(Representation.DOCUMENTS))
                        .answering(Answer.ok("The list.").in(Representation.DOCUMENTS))
                        .failing(ProblemType.BAD_PARAMETER, ProblemType.NOT_ACCEPTABLE, ProblemType.METHOD_NOT_ALLOWED),
                Operation.get("/revisions/{number}", "revision", Group.CATALOGUE, "One revision")
                        .describedAs("The same for one revision, with the number of statements in each of its graphs.")
                        .taking(
                                Input.path("number", "Number of the revision, or its hash.", Schema.text(), "1"),
                                Input.format(Representation.DOCUMENTS))
                        .answering(Answer.ok("The revision.").in(Representation.DOCUMENTS))
                        .failing(
                                ProblemType.BAD_PARAMETER,
                                ProblemType.UNKNOWN_REVISION,
                                ProblemType.REVISION_GONE,
                                ProblemType.NOT_ACCEPTABLE));
    }
}
