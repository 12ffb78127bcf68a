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
import org.apache.jena.graph.Node;
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
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.RevisionDumps;

/** {@code /catalog} and {@code /.well-known/void}. */
public final class CatalogRoutes implements HttpService, Operations {
    private static final String VOID = "http://rdfs.org/ns/void#";
    private static final String FOAF = "http://xmlns.com/foaf/0.1/";
    /** The forms in which things are had, by their names in the W3C's list of formats. */
    private static final List<String> FEATURES = List.of("Turtle", "JSON-LD", "N-Triples", "RDF_XML");

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
                            + " where links lead to, by VoID; with measurements of quality by DQV."));

    private static final String LINKSETS = "</linkset/catalog>; rel=\"linkset\"; type=\"application/linkset+json\","
            + " </linkset/catalog>; rel=\"linkset\"; type=\"application/linkset\"";

    private final CatalogSite site;
    private final String base;

    /**
     * Prepares the routes.
     *
     * @param site what pages are made with
     */
    public CatalogRoutes(CatalogSite site) {
        this.site = site;
        this.base = site.identifiers().baseIri();
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any(
                "/catalog",
                (request, response) ->
                        described(request, response, this::catalog, (graph, revision, frame, languages) -> site.pages()
                                .catalog(frame, new CatalogPage(graph, revision.dataset(), base, languages).view())));
        rules.any(
                "/.well-known/void",
                (request, response) -> described(
                        request, response, this::statistics, (graph, revision, frame, languages) -> site.pages()
                                .statistics(frame, new StatisticsPage(graph, revision, site, languages).view())));
    }

    private void send(ServerRequest request, ServerResponse response, BiFunction<RevisionLease, String, Graph> made) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        Choice choice = Asking.choose(request, Asking.parameters(request).one("format"), Representation.GRAPHS);
        String origin = Asking.origin(request);
        try (RevisionLease revision = Asking.revision(request, response, site.store())) {
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

    /** Lays a description out for people; in a transaction of the revision. */
    @FunctionalInterface
    private interface Layout {
        byte[] page(Graph graph, RevisionLease revision, Frame frame, Languages languages);
    }

    /** A description as data, or for people. */
    private void described(
            ServerRequest request,
            ServerResponse response,
            BiFunction<RevisionLease, String, Graph> made,
            Layout layout) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        Parameters parameters = Asking.parameters(request);
        Languages languages = Asking.languages(request, parameters);
        Choice choice = Asking.choose(request, parameters.one("format"), Representation.DOCUMENTS);
        if (request.path().path().equals("/catalog")) {
            Answering.link(response, LINKSETS);
        }
        if (choice.form() != Representation.HTML) {
            Answering.vary(response, "Accept-Language");
            send(request, response, made);
            return;
        }
        String origin = Asking.origin(request);
        String path = request.path().path();
        try (RevisionLease revision = Asking.revision(request, response, site.store())) {
            response.header(HeaderNames.CONTENT_LANGUAGE, languages.first());
            EntityTag tag = EntityTag.of(
                    revision.info().hash(),
                    Long.toString(revision.info().number()),
                    path,
                    origin,
                    languages.toString(),
                    site.edition());
            if (!Answering.isKnown(request, response, tag, "Accept, Accept-Language, Host")) {
                Frame frame = site.frame(revision.info(), languages, path + "?format=html");
                byte[] page = Txn.calculateRead(
                        revision.dataset(),
                        () -> layout.page(made.apply(revision, origin), revision, frame, languages));
                Answering.send(request, response, choice.contentType(), page);
            }
        }
    }

    private Graph catalog(RevisionLease revision, String origin) {
        return new DataCatalog(
                        revision.dataset(),
                        base,
                        origin,
                        revision.info(),
                        site.store().keepsFiles())
                .graph();
    }

    /** What publication counted, and where this server lets the graph be asked and taken away. */
    private Graph statistics(RevisionLease revision, String origin) {
        Graph graph = GraphFactory.createDefaultGraph();
        revision.dataset()
                .getGraph(NodeFactory.createURI(base + "graph/description"))
                .find()
                .forEachRemaining(graph::add);
        Node dataset = site.identifiers().dataset();
        Revision info = revision.info();
        boolean keepsFiles = site.store().keepsFiles();
        (keepsFiles ? RevisionDumps.of(info) : List.<RevisionDumps.DumpFile>of())
                .forEach(file -> graph.add(
                        file.graph().map(NodeFactory::createURI).orElse(dataset),
                        NodeFactory.createURI(VOID + "dataDump"),
                        NodeFactory.createURI(origin + new DumpDescription(info, file).path())));
        graph.add(dataset, NodeFactory.createURI(VOID + "sparqlEndpoint"), NodeFactory.createURI(origin + "/sparql"));
        Statements more = new Statements();
        if (keepsFiles) {
            FeedDescription.describe(more, dataset, base, origin);
        }
        more.type(Statements.iri(origin + "/.well-known/void"), VOID + "DatasetDescription")
                .link(Statements.iri(origin + "/.well-known/void"), FOAF + "primaryTopic", dataset)
                .link(dataset, FOAF + "homepage", origin + "/")
                .link(dataset, VOID + "uriLookupEndpoint", origin + "/resource?iri=");
        FEATURES.forEach(form -> more.link(dataset, VOID + "feature", "http://www.w3.org/ns/formats/" + form));
        more.finished().find().forEachRemaining(graph::add);
        DescriptionGraph.prefixes(graph);
        return graph;
    }

    /** A document of this group. */
    private record Page(String path, String id, String title, String about) {}

    @Override
    public List<Operation> operations() {
        return PAGES.stream()
                .map(page -> Operation.get(page.path(), page.id(), Group.CATALOGUE, page.title())
                        .describedAs(page.about())
                        .taking(Input.format(Representation.DOCUMENTS), Input.language())
                        .answering(Answer.ok("The description.").in(Representation.DOCUMENTS))
                        .failing(ProblemType.BAD_PARAMETER, ProblemType.NOT_ACCEPTABLE)
                        .fromRevision())
                .toList();
    }
}
