package org.w3id.urbis.endpoint.reconciliation;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.page.Pages;
import org.w3id.urbis.endpoint.page.PreviewView;
import org.w3id.urbis.endpoint.page.Text;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.store.RevisionStore;
import org.w3id.urbis.loader.names.Name;
import org.w3id.urbis.loader.names.NamedThing;

/** {@code /reconcile/preview} and {@code /reconcile/flyout}: a thing in a few lines, to be shown within another page. */
public final class PreviewRoutes implements HttpService, Operations {

    private static final int MOST_OTHER_NAMES = 6;
    private static final int MOST_VALUES = 3;
    private static final List<String> SHOWN =
            List.of(SKOS.notation.getURI(), SKOS.exactMatch.getURI(), SKOS.closeMatch.getURI(), Terms.WEBSITE);

    private final RevisionStore store;
    private final Pages pages;

    /** Prepares the routes. */
    public PreviewRoutes(RevisionStore store, Pages pages) {
        this.store = store;
        this.pages = pages;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/reconcile/preview", this::preview);
        rules.any("/reconcile/flyout", this::flyout);
    }

    private void preview(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        try (Session session = Session.of(request, response, store)) {
            PreviewView view = view(session);
            response.header(
                    HeaderNames.CONTENT_LANGUAGE, session.naming().languages().first());
            if (!session.isKnown()) {
                Answering.sendFramed(request, response, pages.preview(view));
            }
        }
    }

    private void flyout(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        try (Session session = Session.of(request, response, store)) {
            PreviewView view = view(session);
            session.send(
                    () -> AnswerJson.JSON.objectNode().put("id", view.iri()).put("html", pages.flyout(view)));
        }
    }

    private static PreviewView view(Session session) {
        String id = session.parameters().one("id").orElseThrow(() -> Problem.parameter(
                        "id", "The parameter \"id\" is the id of the thing, as in the answers of this service.")
                .exception());
        NamedThing thing = session.revision().names().find(id.strip()).orElseThrow(() -> Problem.of(
                        ProblemType.NOT_FOUND, "Nothing with a name is known of <" + id + ">.")
                .exception());
        Naming naming = session.naming();
        Name name = naming.of(thing);
        List<Text> others = thing.names().stream()
                .filter(other -> !other.text().equals(name.text()))
                .sorted((one, other) -> Integer.compare(
                        naming.languages().rank(one.language()),
                        naming.languages().rank(other.language())))
                .map(other -> new Text(other.text(), other.language()))
                .distinct()
                .limit(MOST_OTHER_NAMES)
                .toList();
        return new PreviewView(
                naming.languages().first(),
                new Text(name.text(), name.language()),
                naming.description(thing),
                facts(session, thing),
                others,
                session.origin() + Identifiers.resourceHref(thing.iri()),
                thing.iri());
    }

    /** Codes, identifiers elsewhere, website, position: what tells a thing from others of its name. */
    private static List<PreviewView.Fact> facts(Session session, NamedThing thing) {
        List<PreviewView.Fact> facts = new ArrayList<>();
        GraphValues values = new GraphValues(session.revision().dataset());
        TermSuggestions terms = new TermSuggestions(session);
        for (String property : SHOWN) {
            String text = String.join(
                    " · ",
                    values.of(thing.iri(), property).stream()
                            .limit(MOST_VALUES)
                            .map(value -> value.isURI() ? value.getURI() : value.getLiteralLexicalForm())
                            .toList());
            if (!text.isEmpty()) {
                facts.add(new PreviewView.Fact(
                        terms.property(property).path("name").asText(), Text.plain(text)));
            }
        }
        thing.position()
                .ifPresent(position -> facts.add(new PreviewView.Fact(
                        "WGS 84",
                        Text.plain(
                                String.format(Locale.ROOT, "%.4f, %.4f", position.latitude(), position.longitude())))));
        return facts;
    }

    @Override
    public List<Operation> operations() {
        return Described.previewing();
    }
}
