package org.w3id.urbis.endpoint.query;

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
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.w3id.urbis.endpoint.catalog.QueryExamples;
import org.w3id.urbis.endpoint.document.JsonText;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.GraphWriting;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.exchange.Preferences;
import org.w3id.urbis.endpoint.negotiation.Choice;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.page.Frame;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemDetail;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.queries.CatalogueQuery;
import org.w3id.urbis.queries.QueryCatalogue;

/**
 * {@code /queries}: the list; {@code /queries/<subject>/<question>}: the question asked, its parameters filled in from
 * parameters of the same names, in any form that {@code /sparql} gives; with {@code .rq} behind it: its text.
 */
public final class CatalogueRoutes implements HttpService, Operations {
    /** What the list is offered in, best first. */
    static final List<Representation> FORMS_OF_LIST = formsOfList();

    private static final String TEXT = "." + Representation.QUERY.suffix();

    private final QueryCatalogue catalogue;
    private final CataloguePages list;
    private final CatalogueDocument document;
    private final QueryExamples examples;
    private final KnownValues known;
    private final Filling filling;
    private final CatalogueSite site;

    /**
     * Prepares the routes.
     *
     * @param collections the path of the collection of a class or code list; empty if it has none
     */
    public CatalogueRoutes(QueryCatalogue catalogue, CatalogueSite site, Function<Node, Optional<String>> collections) {
        this.catalogue = catalogue;
        this.site = site;
        this.list = new CataloguePages(catalogue);
        this.known = new KnownValues(site.identifiers());
        this.filling = new Filling(known);
        this.document =
                new CatalogueDocument(known, collections, site.identifiers().baseIri());
        this.examples = new QueryExamples(site.identifiers().baseIri());
    }

    private static List<Representation> formsOfList() {
        List<Representation> forms = new ArrayList<>(List.of(Representation.JSON, Representation.HTML));
        forms.addAll(Representation.GRAPHS);
        return List.copyOf(forms);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/queries", this::list);
        rules.any("/queries/{subject}/{question}", this::ask);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        Parameters parameters = Asking.parameters(request);
        Languages languages = Asking.languages(request, parameters);
        Choice choice = Asking.choose(request, parameters.one("format"), FORMS_OF_LIST);
        Optional<String> tag = parameters.one("tag").filter(text -> !text.isBlank());
        List<CatalogueQuery> queries = list.tagged(tag);
        String origin = Asking.origin(request);
        try (RevisionLease revision = Asking.revision(request, response, site.store())) {
            EntityTag known = EntityTag.of(
                    revision.imprint(),
                    "/queries",
                    tag.orElse(""),
                    origin,
                    languages.toString(),
                    choice.mediaType(),
                    site.edition());
            if (!Representation.GRAPHS.contains(choice.form())) {
                response.header(HeaderNames.CONTENT_LANGUAGE, languages.first());
            }
            if (Answering.isKnown(request, response, known, "Accept, Accept-Language, Host")) {
                return;
            }
            byte[] body =
                    switch (choice.form()) {
                        case HTML ->
                            site.pages()
                                    .catalogue(
                                            frame(revision, languages, CataloguePages.address(tag)),
                                            list.list(queries, tag, languages));
                        case JSON -> JsonText.bytes(document.of(queries, origin, revision, languages));
                        default -> GraphWriting.bytes(examples.graph(queries, origin + "/sparql"), choice.form());
                    };
            Answering.send(request, response, choice.contentType(), body);
        }
    }

    private Frame frame(RevisionLease revision, Languages languages, String address) {
        return Frame.of(languages, revision.info().number(), revision.info().created(), address);
    }

    private void ask(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        String asked = request.path().pathParameters().get("subject") + "/"
                + request.path().pathParameters().get("question");
        if (asked.endsWith(TEXT)) {
            text(request, response, query(asked.substring(0, asked.length() - TEXT.length())));
            return;
        }
        CatalogueQuery query = query(asked);
        Parameters parameters =
                Preferences.of(request, response).known(Asking.parameters(request), Filling.names(query));
        Languages languages = Asking.languages(request, parameters);
        List<Representation> answers = CatalogueDocument.forms(query.form());
        List<Representation> offers = new ArrayList<>(answers);
        Representation.GRAPHS.stream().filter(form -> !offers.contains(form)).forEach(offers::add);
        Choice choice = Asking.choose(request, parameters.one("format"), offers);
        Answering.link(
                response,
                "</queries>; rel=\"collection\", </queries/" + query.name()
                        + ".rq>; rel=\"describedby\"; type=\"application/sparql-query\"");
        try (RevisionLease revision = Asking.revision(request, response, site.store())) {
            Map<String, List<String>> values = filling.read(query, parameters, revision);
            if (answers.contains(choice.form())) {
                QuestionPage page = new QuestionPage(
                        site.pages(),
                        known,
                        query,
                        values,
                        languages,
                        CataloguePages.address(query, parameters),
                        parameters.one("lang").isPresent());
                site.gateway().answer(request, response, revision, Filling.text(query, values), choice, page);
            } else {
                describe(request, response, revision, query, choice);
            }
        }
    }

    /** Rows cannot be had as a graph: whoever asks for one follows the IRI of the question and is told what it is. */
    private void describe(
            ServerRequest request,
            ServerResponse response,
            RevisionLease revision,
            CatalogueQuery query,
            Choice choice) {
        String origin = Asking.origin(request);
        EntityTag tag = EntityTag.of(revision.info().hash(), query.text(), origin, choice.mediaType());
        if (!Answering.isKnown(request, response, tag, "Accept, Host")) {
            Answering.send(
                    request,
                    response,
                    choice.contentType(),
                    GraphWriting.bytes(examples.graph(List.of(query), origin + "/sparql"), choice.form()));
        }
    }

    private static void text(ServerRequest request, ServerResponse response, CatalogueQuery query) {
        if (!Answering.isKnown(request, response, EntityTag.of(query.text()), "Accept-Encoding")) {
            Answering.send(
                    request,
                    response,
                    Representation.QUERY.mediaType(),
                    query.text().getBytes(StandardCharsets.UTF_8));
        }
    }

    private CatalogueQuery query(String name) {
        return catalogue.queries().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, ProblemDetail.QUESTION, name)
                        .exception());
    }

    @Override
    public List<Operation> operations() {
        return CatalogueOperations.of(catalogue);
    }

    @Override
    public Map<String, Schema> schemas() {
        return CatalogueOperations.schemas();
    }
}
