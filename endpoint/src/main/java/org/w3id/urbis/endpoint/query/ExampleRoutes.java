package org.w3id.urbis.endpoint.query;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import org.w3id.urbis.endpoint.catalog.QueryExamples;
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
import org.w3id.urbis.endpoint.page.Frame;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.queries.QueryCatalogue;

/** {@code /.well-known/sparql-examples}: where editors look for examples finds the questions, and a reader a list of them. */
public final class ExampleRoutes implements HttpService, Operations {
    private static final String PATH = "/.well-known/sparql-examples";

    private final QueryCatalogue catalogue;
    private final CataloguePages list;
    private final QueryExamples examples;
    private final CatalogueSite site;

    /** Prepares the route. */
    public ExampleRoutes(QueryCatalogue catalogue, CatalogueSite site) {
        this.catalogue = catalogue;
        this.list = new CataloguePages(catalogue);
        this.examples = new QueryExamples(site.identifiers().baseIri());
        this.site = site;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any(PATH, this::examples);
    }

    private void examples(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        Parameters parameters = Asking.parameters(request);
        Languages languages = Asking.languages(request, parameters);
        Choice choice = Asking.choose(request, parameters.one("format"), Representation.DOCUMENTS);
        boolean isPage = choice.form() == Representation.HTML;
        String origin = Asking.origin(request);
        Answering.link(response, "</queries>; rel=\"alternate\"; type=\"application/json\"");
        try (RevisionLease revision = Asking.revision(request, response, site.store())) {
            EntityTag tag = EntityTag.of(
                    revision.info().hash(),
                    Long.toString(revision.info().number()),
                    PATH,
                    origin,
                    choice.mediaType(),
                    isPage ? languages + site.edition() : "");
            if (isPage) {
                response.header(HeaderNames.CONTENT_LANGUAGE, languages.first());
            }
            if (!Answering.isKnown(request, response, tag, "Accept, Accept-Language, Host")) {
                byte[] body = isPage
                        ? page(revision, languages)
                        : GraphWriting.bytes(examples.graph(catalogue.queries(), origin + "/sparql"), choice.form());
                Answering.send(request, response, choice.contentType(), body);
            }
        }
    }

    private byte[] page(RevisionLease revision, Languages languages) {
        String address = PATH + "?format=html";
        Frame frame =
                Frame.of(languages, revision.info().number(), revision.info().created(), address);
        return site.pages().catalogue(frame, list.all(languages, PATH, Representation.DOCUMENTS));
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.get(PATH, "sparqlExamples", Group.CATALOGUE, "The questions as SPARQL examples")
                .describedAs("Each question of the catalogue as a SHACL SPARQL executable, for editors that offer"
                        + " examples.")
                .taking(Input.format(Representation.DOCUMENTS), Input.language())
                .answering(Answer.ok("The examples.").in(Representation.DOCUMENTS))
                .failing(ProblemType.BAD_PARAMETER, ProblemType.NOT_ACCEPTABLE)
                .fromRevision());
    }
}
