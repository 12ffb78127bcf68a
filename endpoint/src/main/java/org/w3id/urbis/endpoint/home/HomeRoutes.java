package org.w3id.urbis.endpoint.home;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.system.Txn;
import org.w3id.urbis.endpoint.collection.Names;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.document.JsonText;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.Content;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.feed.LatestChanges;
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
import org.w3id.urbis.endpoint.page.Words;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.query.CataloguePages;
import org.w3id.urbis.endpoint.route.Site;
import org.w3id.urbis.endpoint.store.InBlocks;
import org.w3id.urbis.endpoint.store.RevisionLease;

/** {@code /}: what this is, what it knows, how to begin. */
public final class HomeRoutes implements HttpService, Operations {
    private static final List<Representation> FORMS = List.of(Representation.HTML, Representation.JSON);
    /** A page for each language and origin, of the current revision and of some that are asked for. */
    private static final int MOST_KEPT = 24;

    private final Site site;
    private final CataloguePages catalogue;
    private final LatestChanges changes;
    private final Function<Node, Optional<String>> collections;
    private final Supplier<List<Operation>> operations;
    private final Cache<String, Overview> overviews =
            Caffeine.newBuilder().maximumSize(2).build();
    private final Cache<String, Content> pages =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    /**
     * Prepares the route.
     *
     * @param changes     tells what changed lately
     * @param collections the path of the collection of a class; empty if it has none
     * @param operations  of this server, which the first page leads to; asked for when somebody comes
     */
    public HomeRoutes(
            Site site,
            CataloguePages catalogue,
            LatestChanges changes,
            Function<Node, Optional<String>> collections,
            Supplier<List<Operation>> operations) {
        this.site = site;
        this.catalogue = catalogue;
        this.changes = changes;
        this.collections = collections;
        this.operations = operations;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/", this::home);
    }

    /** What was read of a revision once for all languages. */
    private record Overview(Counts counts, Atlas atlas) {}

    private void home(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        Parameters parameters = Asking.parameters(request);
        Languages languages = Asking.languages(request, parameters);
        Choice choice = Asking.choose(request, parameters.one("format"), FORMS);
        try (RevisionLease revision = Asking.revision(request, response, site.store())) {
            response.header(HeaderNames.CONTENT_LANGUAGE, languages.first());
            EntityTag tag = EntityTag.of(
                    revision.imprint(),
                    "/",
                    revision.since().toString(),
                    changes.told(revision),
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
                Content page =
                        pages.get(tag.value(), any -> Content.of(page(revision, languages, Asking.origin(request))));
                Answering.sendScripted(request, response, page);
            }
        }
    }

    private byte[] page(RevisionLease revision, Languages languages, String origin) {
        return Txn.calculateRead(revision.dataset(), () -> {
            DescriptionReader reader = new DescriptionReader(revision.dataset(), site.identifiers());
            Overview overview = overviews.get(
                    revision.info().hash(),
                    any -> new Overview(
                            Counts.of(
                                    revision.dataset(),
                                    reader,
                                    site.identifiers().dataset()),
                            Atlas.of(revision.dataset())));
            InBlocks.at(revision.dataset(), overview.atlas().named(), Names.PATHS);
            HomePage page = new HomePage(reader, site, languages, collections);
            HomeView view = new HomeView(
                    page.doors(overview.counts()),
                    page.kinds(overview.counts()),
                    page.atlas(overview.atlas()),
                    changes.of(revision, languages),
                    catalogue.examples(languages),
                    parts(languages),
                    Words.of(languages.first()).number(revision.info().quads()),
                    origin);
            return site.pages().home(site.frame(revision.info(), languages, "/"), view);
        });
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
