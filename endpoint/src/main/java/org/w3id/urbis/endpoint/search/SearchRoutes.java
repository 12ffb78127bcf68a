package org.w3id.urbis.endpoint.search;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.system.Txn;
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
import org.w3id.urbis.endpoint.portrait.MainKind;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.query.CataloguePages;
import org.w3id.urbis.endpoint.route.Site;
import org.w3id.urbis.endpoint.store.RevisionLease;

/** {@code /search}: everything by name, for people, and for the box that offers things while somebody types. */
public final class SearchRoutes implements HttpService, Operations {
    private static final List<Representation> FORMS = List.of(Representation.HTML, Representation.JSON);

    private final Site site;
    private final CataloguePages catalogue;

    /** Prepares the route. */
    public SearchRoutes(Site site, CataloguePages catalogue) {
        this.site = site;
        this.catalogue = catalogue;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/search", this::search);
    }

    private void search(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        Parameters parameters = Asking.parameters(request);
        Languages languages = Asking.languages(request, parameters);
        Choice choice = Asking.choose(request, parameters.one("format"), FORMS);
        Asked asked = Asked.of(parameters);
        try (RevisionLease revision = Asking.revision(request, response, site.store())) {
            response.header(HeaderNames.CONTENT_LANGUAGE, languages.first());
            EntityTag tag = EntityTag.of(
                    revision.imprint(), asked.toString(), choice.mediaType(), languages.toString(), site.edition());
            if (Answering.isKnown(request, response, tag, "Accept, Accept-Language")) {
                return;
            }
            if (choice.form() == Representation.JSON) {
                Answering.send(request, response, choice.contentType(), document(revision, asked, languages));
            } else {
                Answering.sendScripted(request, response, page(revision, asked, languages));
            }
        }
    }

    private byte[] document(RevisionLease revision, Asked asked, Languages languages) {
        int most = asked.kind().isPresent() ? FoundNames.MOST : asked.limit();
        FoundNames found = FoundNames.of(revision.names(), asked.words(), most);
        return Txn.calculateRead(
                revision.dataset(),
                () -> JsonText.bytes(new SearchPage(revision, site, languages).document(asked, found)));
    }

    private byte[] page(RevisionLease revision, Asked asked, Languages languages) {
        FoundNames found = FoundNames.of(revision.names(), asked.words(), FoundNames.MOST);
        return Txn.calculateRead(revision.dataset(), () -> site.pages()
                .search(
                        site.frame(revision.info(), languages, asked.inAnyLanguage()),
                        new SearchPage(revision, site, languages)
                                .view(asked, found, catalogue.about(asked.words(), languages))));
    }

    @Override
    public List<Operation> operations() {
        Schema item = Schema.object()
                .having("id", Schema.text("iri"))
                .having("href", Schema.text())
                .having("name", Schema.text())
                .having("lang", Schema.text())
                .having("kind", Schema.text())
                .having("matched", Schema.text())
                .having("details", Schema.list(Schema.text()))
                .requiring("id", "href", "name", "kind");
        return List.of(Operation.get("/search", "search", Group.SERVER, "Everything by name")
                .describedAs("Finds things by their names and codes in any script, whatever typos there are, with their"
                        + " kinds and how many there are of each; as a page also questions of the catalogue. The most"
                        + " alike come first.")
                .taking(
                        Input.query(
                                        "q",
                                        "A name, a part of one, or a code. Without it nothing is found.",
                                        Schema.text())
                                .example("geneva"),
                        Input.query(
                                "kind",
                                "Only things of this kind.",
                                Schema.choice(Stream.of(MainKind.values())
                                        .map(MainKind::slug)
                                        .toList())),
                        Input.query("page", "Page of the results, from 1.", Schema.integer(1, FoundNames.MOST)),
                        Input.query("limit", "Results on a page; 20 unless said.", Schema.integer(1, 100)),
                        Input.format(FORMS),
                        Input.language())
                .answering(Answer.ok("What was found.")
                        .in("text/html")
                        .in(
                                "application/json",
                                Schema.object()
                                        .having("total", Schema.integer())
                                        .having("items", Schema.list(item))
                                        .requiring("total", "items"))
                        .with(AnswerHeader.CONTENT_LANGUAGE))
                .failing(ProblemType.BAD_PARAMETER, ProblemType.NOT_ACCEPTABLE)
                .fromRevision());
    }
}
