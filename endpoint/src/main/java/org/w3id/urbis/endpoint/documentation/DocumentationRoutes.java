package org.w3id.urbis.endpoint.documentation;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.jena.system.Txn;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.page.DocumentationView;
import org.w3id.urbis.endpoint.page.Frame;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.Pages;
import org.w3id.urbis.endpoint.page.Words;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemDetail;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.route.Site;
import org.w3id.urbis.endpoint.sparql.SparqlGateway;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.queries.QueryCatalogue;

/**
 * {@code /documentation}: what there is to read; {@code /documentation/<page>}: first steps, answers, sources, recipes;
 * {@code /queries/counts}: how much each question of the catalogue answers.
 */
public final class DocumentationRoutes implements HttpService, Operations {
    /** What the pages are offered in. */
    static final List<Representation> FORMS = List.of(Representation.HTML);

    private static final String PATH = "/documentation";
    private static final String WORDS = "documentation.part.";
    /** Where each part is, in the order in which people need them. */
    private static final List<Part> PARTS = List.of(
            new Part("tutorial", PATH + "/tutorial"),
            new Part("answers", PATH + "/answers"),
            new Part("recipes", PATH + "/recipes"),
            new Part("ontology", "/ontology.html"),
            new Part("diagram", PATH + "/diagram"),
            new Part("shapes", "/shapes.html"),
            new Part("sources", PATH + "/sources"),
            new Part("statistics", "/.well-known/void"),
            new Part("api", "/openapi"));

    private final Site site;
    private final AnswersPage answers;
    private final TutorialPage tutorial;
    private final RecipesPage recipes = new RecipesPage();
    private final AnswerCounts counts;
    private final OntologyDrawing drawing;

    private record Part(String word, String href) {}

    /**
     * Prepares the routes.
     *
     * @param gateway   answers the queries of the pages
     * @param catalogue the questions
     */
    public DocumentationRoutes(Site site, SparqlGateway gateway, QueryCatalogue catalogue) {
        LiveAnswers live = new LiveAnswers(gateway);
        this.site = site;
        this.answers = new AnswersPage(catalogue, live, site.identifiers());
        this.tutorial = new TutorialPage(live, site.identifiers());
        this.counts = new AnswerCounts(catalogue, live);
        this.drawing = new OntologyDrawing(site);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any(PATH, (request, response) -> send(request, response, PATH, this::contents));
        rules.any(
                PATH + "/tutorial", (request, response) -> send(request, response, PATH + "/tutorial", this::tutorial));
        rules.any(PATH + "/recipes", (request, response) -> send(request, response, PATH + "/recipes", this::recipes));
        rules.any(PATH + "/diagram", (request, response) -> send(request, response, PATH + "/diagram", this::diagram));
        rules.any(PATH + "/diagram.svg", drawing::send);
        rules.any(PATH + "/sources", (request, response) -> send(request, response, PATH + "/sources", this::sources));
        rules.any(
                PATH + "/answers",
                (request, response) -> send(request, response, PATH + "/answers", answersOf(Optional.empty())));
        rules.any(PATH + "/answers/{subject}", this::answers);
        rules.any("/queries/counts", (request, response) -> counts.send(request, response, site.store()));
    }

    /**
     * What a page is made from.
     *
     * @param revision  to be shown
     * @param languages of the reader
     * @param origin    of the server as the reader knows it
     * @param frame     around the page
     */
    private record Asked(RevisionLease revision, Languages languages, String origin, Frame frame) {
        Words words() {
            return Words.of(languages.first());
        }
    }

    @FunctionalInterface
    private interface Layout {
        byte[] page(Pages pages, Asked asked);
    }

    private void send(ServerRequest request, ServerResponse response, String path, Layout layout) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        Parameters parameters = Asking.parameters(request);
        Languages languages = Asking.languages(request, parameters);
        Asking.choose(request, parameters.one("format"), FORMS);
        try (RevisionLease revision = Asking.revision(request, response, site.store())) {
            response.header(HeaderNames.CONTENT_LANGUAGE, languages.first());
            Asked asked = new Asked(
                    revision, languages, Asking.origin(request), site.frame(revision.info(), languages, path));
            byte[] page = layout.page(site.pages(), asked);
            // Made from the bytes: an answer that was late for one reader may be there for the next.
            EntityTag tag = EntityTag.of(new String(page, StandardCharsets.UTF_8));
            if (!Answering.isKnown(request, response, tag, "Accept, Accept-Language, Host")) {
                Answering.send(request, response, Representation.contentType("text/html"), page);
            }
        }
    }

    private byte[] contents(Pages pages, Asked asked) {
        Words words = asked.words();
        return pages.documentation(
                asked.frame(),
                new DocumentationView.Contents(PARTS.stream()
                        .map(part -> new DocumentationView.Part(
                                new Link(part.href(), words.text(WORDS + part.word())),
                                words.text(WORDS + part.word() + ".about")))
                        .toList()));
    }

    private byte[] tutorial(Pages pages, Asked asked) {
        return pages.tutorial(asked.frame(), tutorial.of(asked.revision(), asked.languages()));
    }

    private byte[] diagram(Pages pages, Asked asked) {
        return pages.ontology(asked.frame(), drawing.of(asked.revision(), asked.languages()));
    }

    private byte[] recipes(Pages pages, Asked asked) {
        return pages.recipes(asked.frame(), recipes.of(asked.words(), asked.origin()));
    }

    private byte[] sources(Pages pages, Asked asked) {
        return Txn.calculateRead(
                asked.revision().dataset(),
                () -> pages.sources(
                        asked.frame(),
                        new SourcesPage(asked.revision(), site.identifiers(), asked.languages()).view()));
    }

    private Layout answersOf(Optional<String> subject) {
        return (pages, asked) -> pages.answers(asked.frame(), answers.of(asked.revision(), subject, asked.languages()));
    }

    private void answers(ServerRequest request, ServerResponse response) {
        String subject = request.path().pathParameters().get("subject");
        if (!answers.subjects().contains(subject)) {
            throw Problem.of(ProblemType.NOT_FOUND, ProblemDetail.NOTHING_HERE).exception();
        }
        send(request, response, PATH + "/answers/" + subject, answersOf(Optional.of(subject)));
    }

    @Override
    public List<Operation> operations() {
        return DocumentationOperations.all(answers.subjects());
    }
}
