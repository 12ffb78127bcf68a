package org.w3id.urbis.endpoint.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Renders pages as UTF-8. Templates were compiled with the program, so none can be missing or wrong at run time. */
public final class Pages {
    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.w3id.urbis.endpoint.page.compiled");

    /** The page of a thing, with what explains it if it is a term. */
    public byte[] thing(Frame frame, ThingView thing, Optional<TermView> term) {
        return render(
                "thing.jte",
                Map.of("frame", frame, "thing", thing, "terms", term.stream().toList()));
    }

    /** A page of those that refer to a thing. */
    public byte[] references(Frame frame, ReferencesView references) {
        return render("references.jte", Map.of("frame", frame, "references", references));
    }

    /** The page of a vocabulary: ontology or shapes. */
    public byte[] vocabulary(Frame frame, VocabularyView vocabulary) {
        return render("vocabulary.jte", Map.of("frame", frame, "vocabulary", vocabulary));
    }

    /** What there is to read. */
    public byte[] documentation(Frame frame, DocumentationView.Contents contents) {
        return render("documentation.jte", Map.of("frame", frame, "contents", contents));
    }

    /** The ontology in one drawing, and the same in words. */
    public byte[] ontology(Frame frame, OntologyView ontology) {
        return render("ontology.jte", Map.of("frame", frame, "ontology", ontology));
    }

    /** The drawing alone, as SVG. */
    public byte[] drawing(OntologyView ontology) {
        return render("part/ontology.jte", Map.of("ontology", ontology));
    }

    /** First steps. */
    public byte[] tutorial(Frame frame, DocumentationView.Tutorial tutorial) {
        return render("tutorial.jte", Map.of("frame", frame, "tutorial", tutorial));
    }

    /** Questions with their answers. */
    public byte[] answers(Frame frame, DocumentationView.Answers answers) {
        return render("answers.jte", Map.of("frame", frame, "answers", answers));
    }

    /** The graph in other programs. */
    public byte[] recipes(Frame frame, DocumentationView.Recipes recipes) {
        return render("recipes.jte", Map.of("frame", frame, "recipes", recipes));
    }

    /** The sources of the graph. */
    public byte[] sources(Frame frame, DocumentationView.Sources sources) {
        return render("sources.jte", Map.of("frame", frame, "sources", sources));
    }

    /** The first page. */
    public byte[] home(Frame frame, HomeView home) {
        return render("home.jte", Map.of("frame", frame, "home", home));
    }

    /** What a search has found. */
    public byte[] search(Frame frame, SearchView search) {
        return render("search.jte", Map.of("frame", frame, "search", search));
    }

    /** Things side by side. */
    public byte[] compare(Frame frame, CompareView compare) {
        return render("compare.jte", Map.of("frame", frame, "compare", compare));
    }

    /** A section of a document beside the facts drawn from it. */
    public byte[] sections(Frame frame, SectionsView sections) {
        return render("sections.jte", Map.of("frame", frame, "sections", sections));
    }

    /** What is around a thing. */
    public byte[] graphView(Frame frame, GraphView graph) {
        return render("graphview.jte", Map.of("frame", frame, "graph", graph));
    }

    /**
     * The query form, with an answer below it if a query was asked.
     *
     * @param tiles what lies under the map; empty for outlines alone
     */
    public byte[] query(Frame frame, QueryView query, Optional<TilesView> tiles) {
        return render("query.jte", Map.of("frame", frame, "query", query, "tiles", tiles));
    }

    /** The catalogue of queries. */
    public byte[] catalogue(Frame frame, CatalogueView catalogue) {
        return render("catalogue.jte", Map.of("frame", frame, "catalogue", catalogue));
    }

    /** The catalogue of datasets. */
    public byte[] catalog(Frame frame, CatalogView catalog) {
        return render("catalog.jte", Map.of("frame", frame, "catalog", catalog));
    }

    /** A question of the catalogue with its answer. */
    public byte[] question(Frame frame, QuestionView question) {
        return render("question.jte", Map.of("frame", frame, "question", question));
    }

    /** The page on which a text is checked. */
    public byte[] check(Frame frame, CheckView check) {
        return render("check.jte", Map.of("frame", frame, "check", check));
    }

    /** A form for a new entry. */
    public byte[] form(Frame frame, FormView form) {
        return render("form.jte", Map.of("frame", frame, "form", form));
    }

    /** Tables to fill in. */
    public byte[] templates(Frame frame, TemplatesView templates) {
        return render("templates.jte", Map.of("frame", frame, "templates", templates));
    }

    /** All collections. */
    public byte[] collections(Frame frame, CollectionsView collections) {
        return render("collections.jte", Map.of("frame", frame, "collections", collections));
    }

    /** A page of a collection. */
    public byte[] collection(Frame frame, CollectionView collection) {
        return render("collection.jte", Map.of("frame", frame, "collection", collection));
    }

    /** Features, or collections of them. */
    public byte[] features(Frame frame, FeaturesView features) {
        return render("features.jte", Map.of("frame", frame, "features", features));
    }

    /** What the server offers. */
    public byte[] openApi(Frame frame, ApiView api) {
        return render("openapi.jte", Map.of("frame", frame, "api", api));
    }

    /** Files to take away. */
    public byte[] dumps(Frame frame, DumpsView dumps) {
        return render("dumps.jte", Map.of("frame", frame, "dumps", dumps));
    }

    /** Statistics of the graph. */
    public byte[] statistics(Frame frame, StatisticsView statistics) {
        return render("statistics.jte", Map.of("frame", frame, "statistics", statistics));
    }

    /** What changes. */
    public byte[] feed(Frame frame, FeedView feed) {
        return render("feed.jte", Map.of("frame", frame, "feed", feed));
    }

    /** The revisions that are kept, newest first. */
    public byte[] revisions(Frame frame, RevisionView.Listed revisions) {
        return render("revisions.jte", Map.of("frame", frame, "listed", revisions));
    }

    /** One revision. */
    public byte[] revision(Frame frame, RevisionView revision) {
        return render("revision.jte", Map.of("frame", frame, "revision", revision));
    }

    /** The endpoints of others. */
    public byte[] federation(Frame frame, FederationView federation) {
        return render("federation.jte", Map.of("frame", frame, "federation", federation));
    }

    /** What a query asked of others. */
    public byte[] federationReport(Frame frame, FederationView.ReportView report) {
        return render("federationreport.jte", Map.of("frame", frame, "report", report));
    }

    /** A thing as it is shown in a small frame of somebody else's page. */
    public byte[] preview(PreviewView preview) {
        return render("preview.jte", Map.of("preview", preview));
    }

    /** The same as a piece of a page. */
    public String flyout(PreviewView preview) {
        return new String(render("part/preview.jte", Map.of("preview", preview)), StandardCharsets.UTF_8);
    }

    /** The page of a problem. */
    public byte[] problem(Frame frame, ProblemView problem) {
        return render("problem.jte", Map.of("frame", frame, "problem", problem));
    }

    private byte[] render(String template, Map<String, Object> parameters) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        templates.render(template, parameters, output);
        return output.toByteArray();
    }
}
