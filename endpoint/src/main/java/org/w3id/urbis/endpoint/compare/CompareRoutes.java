package org.w3id.urbis.endpoint.compare;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.w3id.urbis.endpoint.description.Description;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.Original;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.openapi.Answer;
import org.w3id.urbis.endpoint.openapi.AnswerHeader;
import org.w3id.urbis.endpoint.openapi.Group;
import org.w3id.urbis.endpoint.openapi.Input;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.page.ComparePage;
import org.w3id.urbis.endpoint.page.CompareView;
import org.w3id.urbis.endpoint.portrait.MainKind;
import org.w3id.urbis.endpoint.portrait.NamedThings;
import org.w3id.urbis.endpoint.portrait.Portrait;
import org.w3id.urbis.endpoint.portrait.PortraitReader;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.route.Site;
import org.w3id.urbis.endpoint.store.RevisionLease;

/** {@code /compare}: things side by side. */
public final class CompareRoutes implements HttpService, Operations {
    private static final List<Representation> FORMS = List.of(Representation.HTML);
    /** More columns than these nobody reads. */
    private static final int MOST = 6;

    private final Site site;

    /** Prepares the route. */
    public CompareRoutes(Site site) {
        this.site = site;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/compare", this::compare);
    }

    private void compare(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        Parameters parameters = Asking.parameters(request);
        Languages languages = Asking.languages(request, parameters);
        Asking.choose(request, parameters.one("format"), FORMS);
        List<String> wanted = parameters.all("thing").stream()
                .filter(text -> !text.isBlank())
                .distinct()
                .toList();
        if (wanted.size() > MOST) {
            throw Problem.parameter("thing", "No more than " + MOST + " things can be set side by side.")
                    .exception();
        }
        try (RevisionLease revision = Asking.revision(request, response, site.store())) {
            response.header(HeaderNames.CONTENT_LANGUAGE, languages.first());
            EntityTag tag = EntityTag.of(
                    revision.imprint(),
                    "/compare",
                    String.join("\n", wanted),
                    parameters.one("lang").orElse(""),
                    languages.toString(),
                    site.edition());
            if (!Answering.isKnown(request, response, tag, "Accept, Accept-Language")) {
                CompareView view = Txn.calculateRead(
                        revision.dataset(),
                        () -> view(
                                revision.dataset(),
                                wanted,
                                languages,
                                parameters.one("lang").orElse("")));
                String address = Original.of(request).inAnyLanguage();
                byte[] page = site.pages().compare(site.frame(revision.info(), languages, address), view);
                Answering.send(request, response, Representation.contentType("text/html"), page);
            }
        }
    }

    private CompareView view(DatasetGraph dataset, List<String> wanted, Languages languages, String lang) {
        DescriptionReader reader = new DescriptionReader(dataset, site.identifiers());
        PortraitReader portraits = new PortraitReader(dataset, site.identifiers());
        List<Portrait> compared = new ArrayList<>();
        List<Map<Node, List<Quad>>> members = new ArrayList<>();
        for (String text : wanted) {
            Node thing = NamedThings.of(text, reader, site.identifiers());
            compared.add(portraits.read(reader.readFacts(thing)));
            members.add(portraits.members(thing));
        }
        MainKind kind = compared.stream().findFirst().map(Portrait::kind).orElse(MainKind.NETWORK);
        List<Node> offered = kind == MainKind.OTHER ? List.of() : portraits.things(kind, Portrait.MOST + 1);
        List<Node> shown = offered.subList(0, Math.min(offered.size(), Portrait.MOST));
        List<Node> named = new ArrayList<>(shown);
        members.forEach(map -> named.addAll(map.keySet()));
        Description others = reader.readNames(named);
        return new ComparePage(compared, others, site.identifiers(), languages)
                .view(members, shown, offered.size() > shown.size(), lang);
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.get("/compare", "compare", Group.SERVER, "Things side by side")
                .describedAs(
                        "Facts of two to " + MOST + " things of one kind, such as networks, side by side; who belongs"
                                + " to several of them, which frameworks they contribute to and what"
                                + " they promised; each with its source. With none or one, a form to"
                                + " choose.")
                .taking(
                        Input.query(
                                        "thing",
                                        "A thing, by its IRI or by kind and key such as `network/c40`; to be given for"
                                                + " each.",
                                        Schema.list(Schema.text()))
                                .example(List.of("network/c40", "network/icorn")),
                        Input.format(FORMS),
                        Input.language())
                .answering(Answer.ok("The page.").in("text/html").with(AnswerHeader.CONTENT_LANGUAGE))
                .failing(ProblemType.BAD_PARAMETER, ProblemType.NOT_ACCEPTABLE)
                .fromRevision());
    }
}
