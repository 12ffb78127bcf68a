package org.w3id.urbis.endpoint.revision;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.HttpDate;
import org.w3id.urbis.endpoint.exchange.Original;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.openapi.Answer;
import org.w3id.urbis.endpoint.openapi.Group;
import org.w3id.urbis.endpoint.openapi.Input;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.store.RevisionHistory;
import org.w3id.urbis.endpoint.store.RevisionStore;
import org.w3id.urbis.loader.publication.Revision;

/**
 * {@code /timemap/…}: for an address that is answered from the graph, its address in every revision that is kept. Not every
 * one of them need have known the thing.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7089#section-5">RFC 7089, 5</a>
 */
public final class TimeMapRoutes implements HttpService, Operations {
    private static final String LINK_FORMAT = "application/link-format";
    /** What the paths answered from the graph begin with. */
    private static final Set<String> OF_THE_GRAPH = Set.of(
            "",
            "api",
            "catalog",
            "collections",
            "framework",
            "graph",
            "id",
            "linkset",
            "ontology",
            "queries",
            "reconcile",
            "resource",
            "shapes",
            "sparql");

    private static final Pattern BEGINNING = Pattern.compile("/([^/.]*)");

    private final RevisionStore store;

    /** Prepares the route. */
    public TimeMapRoutes(RevisionStore store) {
        this.store = store;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any(Original.TIMEMAP + "/*", this::timeMap);
    }

    private void timeMap(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        String path = request.prologue().uriPath().rawPath().substring(Original.TIMEMAP.length());
        Matcher beginning = BEGINNING.matcher(path);
        if (!beginning.lookingAt() || !OF_THE_GRAPH.contains(beginning.group(1))) {
            throw Problem.of(
                            ProblemType.NOT_FOUND,
                            "What is found at " + path + " does not come from the graph and has no revisions.")
                    .exception();
        }
        Original original = Original.of(request, path);
        RevisionHistory history = store.history();
        String text = text(original, history);
        EntityTag tag = EntityTag.of(text);
        response.header(HeaderNames.VARY, "Accept-Encoding");
        if (!Answering.isKnown(request, response, tag, "Accept-Encoding")) {
            Answering.send(request, response, LINK_FORMAT, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String text(Original original, RevisionHistory history) {
        List<Revision> oldestFirst = history.kept().reversed();
        List<String> links = new ArrayList<>();
        links.add("<" + original.address() + ">; rel=\"original timegate\"");
        links.add("<" + original.timeMap() + ">; rel=\"self\"; type=\"" + LINK_FORMAT + "\"; from=\""
                + HttpDate.of(oldestFirst.getFirst().created()) + "\"; until=\""
                + HttpDate.of(oldestFirst.getLast().created()) + "\"");
        for (Revision revision : oldestFirst) {
            String place = revision == oldestFirst.getFirst() ? "first " : "";
            place = revision == oldestFirst.getLast() ? place + "last " : place;
            links.add("<" + original.memento(revision.number()) + ">; rel=\"" + place + "memento\"; datetime=\""
                    + HttpDate.of(revision.created()) + "\"");
        }
        return links.stream().collect(Collectors.joining(",\n", "", "\n"));
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.get(
                        "/timemap/{path}", "timeMap", Group.CATALOGUE, "Where an address is found in each revision")
                .describedAs(
                        "A TimeMap by Memento (RFC 7089): the address that follows `/timemap`, its query included, in"
                                + " every revision that is kept. The address itself is its TimeGate and takes"
                                + " `Accept-Datetime`.")
                .taking(Input.path("path", "The path of the address; it may hold slashes.", Schema.text(), "ontology"))
                .answering(Answer.ok("The list of addresses.").in(LINK_FORMAT))
                .failing(ProblemType.NOT_FOUND, ProblemType.METHOD_NOT_ALLOWED));
    }
}
