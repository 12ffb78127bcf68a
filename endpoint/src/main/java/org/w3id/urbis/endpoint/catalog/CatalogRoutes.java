package org.w3id.urbis.endpoint.catalog;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.w3id.urbis.endpoint.description.DescriptionGraph;
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
import org.w3id.urbis.endpoint.page.Pages;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.endpoint.store.RevisionStore;
import org.w3id.urbis.queries.QueryCatalogue;

/** {@code /catalog}, {@code /.well-known/void} and {@code /.well-known/sparql-examples}. */
public final class CatalogRoutes implements HttpService, Operations {
    private static final List<Page> PAGES = List.of(
            new Page(
                    "/catalog",
                    "catalog",
                    "The catalogue of datasets",
                    "The whole graph and each of its sources as datasets with licence, publisher, measured quality and"
                            + " where to get them, by DCAT-AP 3."),
            new Page(
                    "/.well-known/void",
                    "void",
                    "Statistics of the graph",
                    "How much there is of each class and property, which properties the members of a class have, and"
                            + " where links lead to, by VoID; with measurements of quality by DQV."),
            new Page(
                    "/.well-known/sparql-examples",
                    "sparqlExamples",
                    "The questions as SPARQL examples",
                    "Each question of the catalogue as a SHACL SPARQL executable, for editors that offer examples."));

    private static final String LINKSETS = "</linkset/catalog>; rel=\"linkset\"; type=\"application/linkset+json\","
            + " </linkset/catalog>; rel=\"linkset\"; type=\"application/linkset\"";

    private final RevisionStore store;
    private final String base;
    private final QueryExamples examples;
    private final Pages pages;
    private final String edition;

    /**
     * Prepares the routes.
     *
     * @param store     the revisions
     * @param baseIri   what our IRIs begin with
     * @param catalogue the questions
     * @param pages     renders pages
     * @param edition   changes whenever the pages may look different with the same data
     */
    public CatalogRoutes(RevisionStore store, String baseIri, QueryCatalogue catalogue, Pages pages, String edition) {
        this.pages = pages;
        this.edition = edition;
        this.store = store;
        this.base = baseIri;
        this.examples = new QueryExamples(catalogue, baseIri);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/catalog", this::catalog);
        rules.any("/.well-known/void", (request, response) -> send(request, response, this::statistics));
        rules.any(
                "/.well-known/sparql-examples",
                (request, response) ->
                        send(request, response, (revision, origin) -> examples.graph(origin + "/sparql")));
    }

    private void send(ServerRequest request, ServerResponse response, BiFunction<RevisionLease, String, Graph> made) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        Choice choice = Asking.choose(request, Asking.parameters(request).one("format"), Representation.GRAPHS);
        String origin = Asking.origin(request);
        try (RevisionLease revision = Asking.revision(request, response, store)) {
            EntityTag tag = EntityTag.of(
                    revision.info().hash(),
                    Long.toString(revision.info().number()),
                    request.path().path(),
                    origin,
                    choice.mediaType());
            if (!Answering.isKnown(request, response, tag, "Accept, Host")) {
                Graph graph = Txn.calculateRead(revision.dataset(), () -> made.apply(revision, origin));
                Answering.send(request, response, choice.contentType(), GraphWriting.bytes(graph, choice.form()));
            }
        }
    }

    /** The catalogue as data, or for people. */
    private void catalog(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        Parameters parameters = Asking.parameters(request);
        Languages languages = Asking.languages(request, parameters);
        Choice choice = Asking.choose(request, parameters.one("format"), Representation.DOCUMENTS);
        Answering.link(response, LINKSETS);
        if (choice.form() != Representation.HTML) {
            Answering.vary(response, "Accept-Language");
            send(request, response, this::catalog);
            return;
        }
        String origin = Asking.origin(request);
        try (RevisionLease revision = Asking.revision(request, response, store)) {
            response.header(HeaderNames.CONTENT_LANGUAGE, languages.first());
            EntityTag tag = EntityTag.of(
                    revision.info().hash(),
                    Long.toString(revision.info().number()),
                    origin,
                    languages.toString(),
                    edition);
            if (!Answering.isKnown(request, response, tag, "Accept, Accept-Language, Host")) {
                Graph graph = Txn.calculateRead(revision.dataset(), () -> catalog(revision, origin));
                Frame frame = Frame.of(
                        languages, revision.info().number(), revision.info().created(), "/catalog?format=html");
                Answering.send(
                        request,
                        response,
                        choice.contentType(),
                        pages.catalog(frame, new CatalogPage(graph, base, languages).view()));
            }
        }
    }

    private Graph catalog(RevisionLease revision, String origin) {
        return new DataCatalog(revision.dataset(), base, origin, revision.info()).graph();
    }

    /** What publication counted, and where this server lets the graph be asked and taken away. */
    private Graph statistics(RevisionLease revision, String origin) {
        Graph graph = GraphFactory.createDefaultGraph();
        revision.dataset()
                .getGraph(NodeFactory.createURI(base + "graph/description"))
                .find()
                .forEachRemaining(graph::add);
        String dataset = base + "id/dataset/urbis";
        String rdfVoid = "http://rdfs.org/ns/void#";
        graph.add(
                NodeFactory.createURI(dataset),
                NodeFactory.createURI(rdfVoid + "dataDump"),
                NodeFactory.createURI(origin + new DumpFile(revision.info()).path()));
        graph.add(
                NodeFactory.createURI(dataset),
                NodeFactory.createURI(rdfVoid + "sparqlEndpoint"),
                NodeFactory.createURI(origin + "/sparql"));
        DescriptionGraph.prefixes(graph);
        return graph;
    }

    /** A document of this group. */
    private record Page(String path, String id, String title, String about) {
        /** What it is offered in, best first. */
        List<Representation> forms() {
            return path.equals("/catalog") ? Representation.DOCUMENTS : Representation.GRAPHS;
        }
    }

    @Override
    public List<Operation> operations() {
        return PAGES.stream()
                .map(page -> Operation.get(page.path(), page.id(), Group.CATALOGUE, page.title())
                        .describedAs(page.about())
                        .taking(Input.format(page.forms()))
                        .taking(page.forms().contains(Representation.HTML) ? List.of(Input.language()) : List.of())
                        .answering(Answer.ok("The description.").in(page.forms()))
                        .failing(ProblemType.BAD_PARAMETER, ProblemType.NOT_ACCEPTABLE)
                        .fromRevision())
                .toList();
    }
}
