package org.w3id.urbis.endpoint.route;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.description.Terms;
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
import org.w3id.urbis.endpoint.page.HomeView;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.Wording;
import org.w3id.urbis.endpoint.page.Words;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.query.CataloguePages;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.ontology.Urbis;

/** {@code /}: what this is, what it knows, how to begin. */
public final class HomeRoutes implements HttpService, Operations {
    private static final Set<String> NOT_COUNTED = Set.of(Urbis.CITATION_CLASS, Urbis.SOURCE_GRAPH);

    private static final List<Representation> FORMS = List.of(Representation.HTML, Representation.JSON);
    /** What people come for, in this order; the other kinds follow by their number. */
    private static final List<String> FIRST = List.of(
            Urbis.CITY,
            Urbis.LOCAL_GOVERNMENT,
            Urbis.NETWORK,
            Urbis.AGENCY,
            Urbis.ORGANIZATION,
            Urbis.COMMITMENT,
            Urbis.FRAMEWORK_CLASS,
            Urbis.FRAMEWORK_ELEMENT,
            Urbis.PROGRAMME,
            Urbis.PROJECT,
            Urbis.EVENT,
            Urbis.PERSON);

    private final Site site;
    private final CataloguePages catalogue;
    private final Supplier<List<Operation>> operations;
    private volatile Counts counts = new Counts("", Map.of(), Map.of());

    /**
     * Prepares the route.
     *
     * @param operations of this server, which the first page leads to; asked for when somebody comes
     */
    public HomeRoutes(Site site, CataloguePages catalogue, Supplier<List<Operation>> operations) {
        this.site = site;
        this.catalogue = catalogue;
        this.operations = operations;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/", this::home);
    }

    /** How many things of each class a revision holds, and what the classes are called: counted once for a revision. */
    private record Counts(String revision, Map<Node, Integer> things, Map<Node, List<Quad>> names) {}

    private void home(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        Parameters parameters = Asking.parameters(request);
        Languages languages = Asking.languages(request, parameters);
        Choice choice = Asking.choose(request, parameters.one("format"), FORMS);
        try (RevisionLease revision = Asking.revision(request, response, site.store())) {
            response.header(HeaderNames.CONTENT_LANGUAGE, languages.first());
            EntityTag tag = EntityTag.of(
                    revision.info().hash(),
                    "/",
                    choice.mediaType(),
                    languages.toString(),
                    site.edition(),
                    Asking.origin(request));
            if (Answering.isKnown(request, response, tag, "Accept, Accept-Language, Host")) {
                return;
            }
            if (choice.form() == Representation.JSON) {
                byte[] document = JsonText.bytes(
                        HomeDocument.of(Asking.origin(request), path -> answers(path, operation -> true)));
                Answering.send(request, response, choice.contentType(), document);
            } else {
                HomeView view = new HomeView(
                        kinds(counts(revision), languages),
                        catalogue.examples(languages),
                        parts(languages),
                        number(revision.info().quads()),
                        Asking.origin(request));
                Answering.send(
                        request,
                        response,
                        "text/html; charset=utf-8",
                        site.pages().home(site.frame(revision.info(), languages, "/"), view));
            }
        }
    }

    private boolean answers(String path, Predicate<Operation> how) {
        return operations.get().stream()
                .filter(how)
                .anyMatch(operation -> operation.path().equals(path));
    }

    /** What can be followed to from a page. */
    private static boolean isPage(Operation operation) {
        return operation.method().equals("get") && !operation.secured();
    }

    private List<Link> parts(Languages languages) {
        Words words = Words.of(languages.first());
        return HomeDocument.PARTS.stream()
                .filter(part -> !part.word().isEmpty() && answers(part.path(), HomeRoutes::isPage))
                .map(part -> new Link(part.path(), words.text("home.part." + part.word())))
                .toList();
    }

    private List<HomeView.Count> kinds(Counts counted, Languages languages) {
        Wording wording = new Wording(counted.names(), site.identifiers(), languages);
        return counted.things().entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Node, Integer> entry) -> place(entry.getKey()))
                        .thenComparing(
                                Map.Entry.<Node, Integer>comparingByValue().reversed())
                        .thenComparing(
                                Comparator.comparing(entry -> entry.getKey().getURI())))
                .map(entry -> new HomeView.Count(
                        new Link(Identifiers.resourceHref(entry.getKey().getURI()), wording.name(entry.getKey())),
                        number(entry.getValue())))
                .toList();
    }

    private static int place(Node kind) {
        int place = FIRST.indexOf(kind.getURI());
        return place < 0 ? FIRST.size() : place;
    }

    private Counts counts(RevisionLease revision) {
        Counts known = counts;
        if (!known.revision().equals(revision.info().hash())) {
            known = Txn.calculateRead(
                    revision.dataset(), () -> count(revision.info().hash(), revision.dataset()));
            counts = known;
        }
        return known;
    }

    private Counts count(String revision, DatasetGraph dataset) {
        Map<Node, Set<Node>> things = new HashMap<>();
        dataset.findNG(Node.ANY, Node.ANY, Terms.TYPE, Node.ANY).forEachRemaining(quad -> {
            Node kind = quad.getObject();
            if (kind.isURI() && kind.getURI().startsWith(Urbis.NS) && !NOT_COUNTED.contains(kind.getURI())) {
                things.computeIfAbsent(kind, any -> new HashSet<>()).add(quad.getSubject());
            }
        });
        DescriptionReader reader = new DescriptionReader(dataset, site.identifiers());
        Map<Node, Integer> numbers = new LinkedHashMap<>();
        Map<Node, List<Quad>> names = new LinkedHashMap<>();
        things.forEach((kind, members) -> {
            numbers.put(kind, members.size());
            names.put(kind, reader.names(kind));
        });
        return new Counts(revision, numbers, names);
    }

    private static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.get("/", "home", Group.SERVER, "The first page")
                .describedAs(
                        "What this is, what it knows, how to begin. As JSON: links to all else, as the landing page"
                                + " of OGC API Features has them.")
                .taking(Input.format(FORMS), Input.language())
                .answering(Answer.ok("The page.")
                        .in("text/html")
                        .in(
                                "application/json",
                                Schema.object()
                                        .having("title", Schema.text())
                                        .having("description", Schema.text())
                                        .having("links", Schema.list(Schema.ref("WebLink")))
                                        .requiring("title", "links"))
                        .with(AnswerHeader.CONTENT_LANGUAGE))
                .failing(ProblemType.NOT_ACCEPTABLE)
                .fromRevision());
    }
}
