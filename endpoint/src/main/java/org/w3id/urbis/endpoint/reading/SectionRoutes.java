package org.w3id.urbis.endpoint.reading;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.w3id.urbis.endpoint.description.Description;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
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
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.PortraitView;
import org.w3id.urbis.endpoint.page.SearchView;
import org.w3id.urbis.endpoint.page.SectionsPage;
import org.w3id.urbis.endpoint.page.SectionsView;
import org.w3id.urbis.endpoint.page.Text;
import org.w3id.urbis.endpoint.page.ThingPage;
import org.w3id.urbis.endpoint.page.Wording;
import org.w3id.urbis.endpoint.page.Words;
import org.w3id.urbis.endpoint.portrait.MainKind;
import org.w3id.urbis.endpoint.portrait.NamedThings;
import org.w3id.urbis.endpoint.portrait.Portrait;
import org.w3id.urbis.endpoint.portrait.PortraitReader;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.route.Site;
import org.w3id.urbis.endpoint.store.RevisionLease;

/** {@code /sections}: a section of a document beside the facts that were drawn from it. */
public final class SectionRoutes implements HttpService, Operations {
    private static final List<Representation> FORMS = List.of(Representation.HTML);
    /** Things on a page. */
    private static final int PER_PAGE = 25;

    private static final int MOST = 1_000;

    private final Site site;

    /** Prepares the route. */
    public SectionRoutes(Site site) {
        this.site = site;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/sections", this::section);
    }

    /**
     * What is asked for.
     *
     * @param thing   the document or source, as the address names it
     * @param section number of the section, from 1
     * @param page    of it, from 1
     * @param lang    the language that the address names; empty if it names none
     */
    private record Wanted(String thing, int section, int page, String lang) {
        static Wanted of(Parameters parameters) {
            String thing = parameters.one("thing").orElseThrow(() -> Problem.parameter(
                            "thing", "The parameter \"thing\" names a document or a source.")
                    .exception());
            return new Wanted(
                    thing,
                    number(parameters, "section"),
                    number(parameters, "page"),
                    parameters.one("lang").orElse(""));
        }

        private static int number(Parameters parameters, String name) {
            String text = parameters.one(name).orElse("1");
            if (!text.matches("[1-9][0-9]{0,3}") || Integer.parseInt(text) > MOST) {
                throw Problem.parameter(
                                name, "The parameter \"" + name + "\" is a whole number from 1 to " + MOST + ".")
                        .exception();
            }
            return Integer.parseInt(text);
        }
    }

    private void section(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        Parameters parameters = Asking.parameters(request);
        Languages languages = Asking.languages(request, parameters);
        Asking.choose(request, parameters.one("format"), FORMS);
        Wanted wanted = Wanted.of(parameters);
        try (RevisionLease revision = Asking.revision(request, response, site.store())) {
            response.header(HeaderNames.CONTENT_LANGUAGE, languages.first());
            EntityTag tag = EntityTag.of(
                    revision.imprint(), "/sections", wanted.toString(), languages.toString(), site.edition());
            if (!Answering.isKnown(request, response, tag, "Accept, Accept-Language")) {
                byte[] page = Txn.calculateRead(revision.dataset(), () -> page(revision, wanted, languages));
                Answering.send(request, response, Representation.contentType("text/html"), page);
            }
        }
    }

    private byte[] page(RevisionLease revision, Wanted wanted, Languages languages) {
        DatasetGraph dataset = revision.dataset();
        DescriptionReader reader = new DescriptionReader(dataset, site.identifiers());
        Node thing = NamedThings.of(wanted.thing(), reader, site.identifiers());
        Portrait portrait = new PortraitReader(dataset, site.identifiers()).read(reader.readFacts(thing));
        if (portrait.sections().size() < wanted.section()) {
            throw none(wanted, portrait.sections().size());
        }
        Node graph = portrait.sections().get(wanted.section() - 1).graph();
        List<Node> things = new SectionThings(dataset, site.identifiers()).in(graph);
        int pages = Math.max(1, (things.size() + PER_PAGE - 1) / PER_PAGE);
        int page = Math.min(wanted.page(), pages);
        SectionsPage layout = new SectionsPage(graph, site.identifiers(), languages);
        Map<Node, List<Quad>> kinds = new HashMap<>();
        for (MainKind kind : MainKind.values()) {
            if (kind != MainKind.OTHER) {
                kinds.put(kind.term(), reader.names(kind.term()));
            }
        }
        List<SectionsView.Block> blocks = things.stream()
                .skip((long) (page - 1) * PER_PAGE)
                .limit(PER_PAGE)
                .map(reader::readFacts)
                .map(description -> layout.block(description, kinds))
                .filter(block -> !block.rows().isEmpty())
                .toList();
        String address = address(thing);
        String frame = address + wanted.section() + (page > 1 ? "&page=" + page : "");
        return site.pages()
                .sections(
                        site.frame(revision.info(), languages, frame),
                        view(portrait, wanted, languages, blocks, page, pages));
    }

    private static ProblemException none(Wanted wanted, int sections) {
        return Problem.parameter(
                        sections == 0 ? "thing" : "section",
                        sections == 0
                                ? "\"" + wanted.thing() + "\" is no document that anything was drawn from."
                                : "The document has " + sections + " sections.")
                .exception();
    }

    private static String address(Node thing) {
        return "/sections?thing=" + URLEncoder.encode(thing.getURI(), StandardCharsets.UTF_8) + "&section=";
    }

    private SectionsView view(
            Portrait portrait,
            Wanted wanted,
            Languages languages,
            List<SectionsView.Block> blocks,
            int page,
            int pages) {
        Description description = portrait.description();
        Node thing = description.thing();
        Words words = Words.of(languages.first());
        Wording wording = new Wording(description.names(), site.identifiers(), languages);
        String kept = wanted.lang().isEmpty() ? "" : "&lang=" + wanted.lang();
        List<PortraitView.DrawnFrom> sections = ThingPage.sections(portrait, site.identifiers(), languages);
        List<SectionsView.Entry> contents = new ArrayList<>();
        for (PortraitView.DrawnFrom one : sections) {
            contents.add(new SectionsView.Entry(
                    new Link(one.section().href() + kept, one.section().text()),
                    one.lines(),
                    contents.size() + 1 == wanted.section()));
        }
        PortraitView.DrawnFrom shown = sections.get(wanted.section() - 1);
        Node graph = portrait.sections().get(wanted.section() - 1).graph();
        String turn = address(thing) + wanted.section() + kept + "&page=";
        return new SectionsView(
                wording.link(thing),
                shown.section().text(),
                shown.lines(),
                shown.number(),
                new Link(site.identifiers().href(graph.getURI()), Text.plain(Identifiers.localName(graph.getURI()))),
                contents,
                blocks,
                new SearchView.Paging(
                        page > 1 ? turn + (page - 1) : "",
                        words.get("page.position", words.number(page), words.number(pages)),
                        page < pages ? turn + (page + 1) : ""));
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.get("/sections", "section", Group.SERVER, "A section beside the facts drawn from it")
                .describedAs("The lines of a section of a document, beside what the graph drew from each of them.")
                .taking(
                        Input.query("thing", "A document or a source, by its IRI or by kind and key.", Schema.text())
                                .mandatory()
                                .example("document/city-networks-directory-2021"),
                        Input.query("section", "Number of the section, from 1.", Schema.integer(1, MOST)),
                        Input.query("page", "Page of the section, from 1.", Schema.integer(1, MOST)),
                        Input.format(FORMS),
                        Input.language())
                .answering(Answer.ok("The page.").in("text/html").with(AnswerHeader.CONTENT_LANGUAGE))
                .failing(ProblemType.BAD_PARAMETER, ProblemType.NOT_ACCEPTABLE)
                .fromRevision());
    }
}
