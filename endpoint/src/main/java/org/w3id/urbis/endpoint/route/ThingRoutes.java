package org.w3id.urbis.endpoint.route;

import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.system.Txn;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.negotiation.Choice;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.openapi.Answer;
import org.w3id.urbis.endpoint.openapi.AnswerHeader;
import org.w3id.urbis.endpoint.openapi.Group;
import org.w3id.urbis.endpoint.openapi.Input;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.store.RevisionLease;

/**
 * Answers for the IRIs of the graph: {@code /id/…}, {@code /framework/…} and {@code /graph/…}, with or without a suffix,
 * and by {@code /resource?iri=…} for IRIs of others that the graph holds.
 */
public final class ThingRoutes implements HttpService, Operations {
    private final Site site;
    private final ThingAnswer answer;

    /** Prepares the routes. */
    public ThingRoutes(Site site) {
        this.site = site;
        this.answer = new ThingAnswer(site);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/id/*", this::ours);
        rules.any("/framework/*", this::ours);
        rules.any("/graph/*", this::ours);
        rules.any("/resource", this::resource);
    }

    private void ours(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        Parameters parameters = Asking.parameters(request);
        try (RevisionLease revision = Asking.revision(request, response, site.store())) {
            Wanted wanted = find(
                    revision, request.path().rawPathNoParams(), request.path().path());
            Choice choice = wanted.suffix()
                    .map(Choice::of)
                    .orElseGet(() -> Asking.choose(request, parameters.one("format"), Representation.THINGS));
            String path = site.identifiers().href(wanted.thing().getURI());
            answer.send(
                    request, response, revision, wanted.thing(), path, choice, Asking.languages(request, parameters));
        }
    }

    private void resource(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        Parameters parameters = Asking.parameters(request);
        String iri = parameters.one("iri").orElseThrow(() -> Problem.parameter(
                        "iri",
                        "The parameter \"iri\" names the resource, for example "
                                + "/resource?iri=http://metadata.un.org/sdg/11.")
                .exception());
        if (!Identifiers.isAbsoluteIri(iri)) {
            throw Problem.parameter("iri", "\"" + iri + "\" is not an absolute IRI.")
                    .exception();
        }
        try (RevisionLease revision = Asking.revision(request, response, site.store())) {
            Node thing = NodeFactory.createURI(iri);
            if (!knows(revision, thing)) {
                throw unknown(iri);
            }
            Choice choice = Asking.choose(request, parameters.one("format"), Representation.THINGS);
            // Terms of ours are fragments of one document, but described each by itself here.
            String path = Identifiers.resourceHref(iri);
            answer.send(request, response, revision, thing, path, choice, Asking.languages(request, parameters));
        }
    }

    /** A thing that is known, and the form that the end of the path asks for, if any. */
    private record Wanted(Node thing, Optional<Representation> suffix) {}

    private Wanted find(RevisionLease revision, String rawPath, String path) {
        List<Wanted> candidates = new ArrayList<>();
        site.identifiers()
                .candidates(rawPath, path)
                .forEach(iri -> candidates.add(new Wanted(NodeFactory.createURI(iri), Optional.empty())));
        Optional<Representation> suffix = Representation.ofSuffix(path);
        if (suffix.isPresent()) {
            int length = suffix.get().suffix().length() + 1;
            site.identifiers()
                    .candidates(cut(rawPath, length), cut(path, length))
                    .forEach(iri -> candidates.addFirst(new Wanted(NodeFactory.createURI(iri), suffix)));
        }
        return candidates.stream()
                .filter(candidate -> knows(revision, candidate.thing()))
                .findFirst()
                .orElseThrow(() -> unknown(site.identifiers().baseIri() + path.substring(1)));
    }

    private boolean knows(RevisionLease revision, Node thing) {
        return Txn.calculateRead(
                revision.dataset(), () -> new DescriptionReader(revision.dataset(), site.identifiers()).knows(thing));
    }

    private static String cut(String text, int length) {
        return text.substring(0, text.length() - length);
    }

    private static ProblemException unknown(String iri) {
        return Problem.of(ProblemType.NOT_FOUND, "Nothing is known of <" + iri + ">.")
                .exception();
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
                .taking(Input.format(Representation.THINGS), Input.language())
                .answering(
                        Answer.ok("The description.").in(Representation.THINGS).with(AnswerHeader.LINK))
                .failing(ProblemType.BAD_PARAMETER, ProblemType.NOT_FOUND, ProblemType.NOT_ACCEPTABLE)
                .cached();
    }
}
