package org.w3id.urbis.endpoint.neighbourhood;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.document.JsonText;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.negotiation.Choice;
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
import org.w3id.urbis.endpoint.page.GraphView;
import org.w3id.urbis.endpoint.portrait.NamedThings;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.route.Site;
import org.w3id.urbis.endpoint.store.RevisionLease;

/** {@code /graph-view}: what is around a thing, as a list, and as a drawing that grows where a script may run. */
public final class GraphViewRoutes implements HttpService, Operations {
    private static final List<Representation> FORMS = List.of(Representation.HTML, Representation.JSON);

    private final Site site;

    /** Prepares the route. */
    public GraphViewRoutes(Site site) {
        this.site = site;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/graph-view", this::draw);
    }

    private void draw(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        Parameters parameters = Asking.parameters(request);
        Languages languages = Asking.languages(request, parameters);
        Choice choice = Asking.choose(request, parameters.one("format"), FORMS);
        String wanted = parameters.one("thing").orElseThrow(() -> Problem.parameter(
                        "thing", "The parameter \"thing\" names what the drawing begins with.")
                .exception());
        String lang = parameters.one("lang").orElse("");
        try (RevisionLease revision = Asking.revision(request, response, site.store())) {
            response.header(HeaderNames.CONTENT_LANGUAGE, languages.first());
            EntityTag tag = EntityTag.of(
                    revision.imprint(),
                    "/graph-view",
                    wanted,
                    lang,
                    choice.mediaType(),
                    languages.toString(),
                    site.edition());
            if (Answering.isKnown(request, response, tag, "Accept, Accept-Language")) {
                return;
            }
            DatasetGraph dataset = revision.dataset();
            GraphView view = Txn.calculateRead(dataset, () -> view(dataset, wanted, languages, lang));
            if (choice.form() == Representation.JSON) {
                Answering.send(request, response, choice.contentType(), JsonText.bytes(GraphViewPage.document(view)));
            } else {
                String address = "/graph-view?thing=" + URLEncoder.encode(view.iri(), StandardCharsets.UTF_8);
                byte[] page = site.pages().graphView(site.frame(revision.info(), languages, address), view);
                Answering.sendScripted(request, response, page);
            }
        }
    }

    private GraphView view(DatasetGraph dataset, String wanted, Languages languages, String lang) {
        DescriptionReader reader = new DescriptionReader(dataset, site.identifiers());
        Node thing = NamedThings.of(wanted, reader, site.identifiers());
        return new GraphViewPage(dataset, site, languages, lang)
                .view(thing, new Neighbours(dataset, site.identifiers()).of(thing));
    }

    @Override
    public List<Operation> operations() {
        Schema neighbour = Schema.object()
                .having("id", Schema.text("iri"))
                .having("name", Schema.text())
                .having("kind", Schema.text())
                .having("way", Schema.text())
                .requiring("id", "name", "kind", "way");
        return List.of(Operation.get("/graph-view", "graphView", Group.SERVER, "What is around a thing")
                .describedAs("The things that a thing is tied to, by the way they are; what only ties two, such as a"
                        + " membership, is passed through. As a page, a drawing that grows by choosing things, and a"
                        + " list. At most " + Neighbours.MOST + " are told, and whether there are more.")
                .taking(
                        Input.query("thing", "The thing, by its IRI or by kind and key.", Schema.text())
                                .mandatory()
                                .example("network/c40"),
                        Input.format(FORMS),
                        Input.language())
                .answering(Answer.ok("What is around it.")
                        .in("text/html")
                        .in(
                                "application/json",
                                Schema.object()
                                        .having("id", Schema.text("iri"))
                                        .having("name", Schema.text())
                                        .having("href", Schema.text())
                                        .having("kind", Schema.text())
                                        .having("kindName", Schema.text())
                                        .having("cut", Schema.text())
                                        .having("neighbours", Schema.list(neighbour))
                                        .requiring("id", "name", "neighbours"))
                        .with(AnswerHeader.CONTENT_LANGUAGE))
                .failing(ProblemType.BAD_PARAMETER, ProblemType.NOT_ACCEPTABLE)
                .fromRevision());
    }
}
