package org.w3id.urbis.endpoint.route;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.system.Txn;
import org.w3id.urbis.endpoint.description.Tombstone;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.metrics.CacheUse;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.openapi.Answer;
import org.w3id.urbis.endpoint.openapi.AnswerHeader;
import org.w3id.urbis.endpoint.openapi.Group;
import org.w3id.urbis.endpoint.openapi.Input;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.store.RevisionLease;

/**
 * Answers for the IRIs of the graph: {@code /id/…}, {@code /framework/…} and {@code /graph/…}, with or without a suffix,
 * and by {@code /resource?iri=…} for IRIs of others that the graph holds.
 */
public final class ThingRoutes implements HttpService, Operations {
    private final Site site;
    private final ThingFinder finder;
    private final ThingAnswer answer;

    /**
     * Prepares the routes.
     *
     * @param cacheBytes  memory for answers
     * @param use         counts how often an answer was remembered
     * @param collections the path of the collection of a class; empty if it has none
     */
    public ThingRoutes(Site site, long cacheBytes, CacheUse use, Function<Node, Optional<String>> collections) {
        this.site = site;
        this.finder = new ThingFinder(site);
        this.answer = new ThingAnswer(site, cacheBytes, use, collections);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/id/*", this::ours);
        rules.any("/framework/*", this::ours);
        rules.any("/graph/*", this::ours);
        rules.any(
                "/resource",
                (request, response) ->
                        answer(request, response, revision -> finder.resource(revision, Asking.parameters(request))));
    }

    private void ours(ServerRequest request, ServerResponse response) {
        answer(
                request,
                response,
                revision -> finder.ours(
                        revision,
                        request.path().rawPathNoParams(),
                        request.path().path()));
    }

    private void answer(
            ServerRequest request, ServerResponse response, Function<RevisionLease, ThingAnswer.Wanted> finding) {
        if (answer.sendRemembered(request, response)) {
            return;
        }
        Asking.only(request, response, Method.GET, Method.HEAD);
        Object state = site.store().state();
        try (RevisionLease revision = Asking.revision(request, response, site.store())) {
            ThingAnswer.Wanted wanted = finding.apply(revision);
            Tombstone tombstone =
                    Txn.calculateRead(revision.dataset(), () -> Tombstone.of(revision.dataset(), wanted.thing()));
            if (tombstone.isRenamed()) {
                redirect(request, response, wanted, tombstone.successors().getFirst());
            } else if (tombstone.withdrawn()) {
                throw ThingFinder.gone(request, response, wanted.thing(), tombstone);
            } else {
                answer.send(request, response, state, revision, wanted);
            }
        }
    }

    /** What was renamed is found under its new name, in the form asked for. */
    private void redirect(ServerRequest request, ServerResponse response, ThingAnswer.Wanted wanted, Node successor) {
        String path = site.identifiers().href(successor.getURI());
        String target =
                wanted.suffix().map(form -> Signposts.address(path, form)).orElse(path);
        String query = request.prologue().query().rawValue();
        boolean keep =
                !query.isEmpty() && !target.contains("?") && !wanted.path().contains("?");
        response.header(HeaderNames.LOCATION, keep ? target + "?" + query : target);
        response.header(HeaderNames.CACHE_CONTROL, "public, no-cache");
        response.status(Status.MOVED_PERMANENTLY_301).send();
    }

    @Override
    public List<Operation> operations() {
        Input kind = Input.path("kind", "What sort of thing it is, in one word.", Schema.text(), "network");
        Input key = Input.path("key", "Its key, perhaps with a suffix for the form.", Schema.text(), "c40");
        Input framework = Input.path("framework", "The framework.", Schema.text(), "paris-agreement");
        Input element = Input.path(
                "element", "Its element, as the framework numbers it; may hold slashes.", Schema.text(), "article/10");
        Input source = Input.path("source", "The source, or a graph of the program's own.", Schema.text(), "catalogue");
        Input iri = Input.query("iri", "The IRI, of this graph or of anybody else.", Schema.text("iri"))
                .mandatory()
                .example("http://metadata.un.org/sdg/11");
        return List.of(
                answered(Operation.get("/id/{kind}/{key}", "thing", Group.LINKED_DATA, "What is said of a thing")
                        .describedAs("The facts, what belongs to them, the notes on them, and who refers to the thing."
                                + " `<base>/id/network/c40` is found at `/id/network/c40`.")
                        .taking(kind, key)),
                answered(Operation.get(
                                "/framework/{framework}/{element}",
                                "frameworkElement",
                                Group.LINKED_DATA,
                                "What is said of an element of a framework")
                        .describedAs("For frameworks whose elements have no public IRIs of their own.")
                        .taking(framework, element)),
                answered(Operation.get("/graph/{source}", "graph", Group.LINKED_DATA, "All statements of a graph")
                        .describedAs("As data all statements of the graph; as a page the things it speaks of.")
                        .taking(source)),
                answered(Operation.get("/resource", "resource", Group.LINKED_DATA, "What is said of any IRI")
                        .describedAs("For IRIs that this origin does not answer for, such as those of the SDGs.")
                        .taking(iri)));
    }

    private static Operation answered(Operation operation) {
        return operation
                .taking(Input.format(Representation.PLACES), Input.language())
                .answering(
                        Answer.ok("The description.").in(Representation.PLACES).with(AnswerHeader.LINK))
                .failing(ProblemType.BAD_PARAMETER, ProblemType.NOT_FOUND, ProblemType.GONE, ProblemType.NOT_ACCEPTABLE)
                .fromRevision();
    }
}
