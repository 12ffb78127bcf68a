package org.w3id.urbis.endpoint.sparql;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.w3id.urbis.endpoint.config.TileConfig;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.federation.FederationReports;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.page.Frame;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.Pages;
import org.w3id.urbis.endpoint.page.QueryView;
import org.w3id.urbis.endpoint.page.Text;
import org.w3id.urbis.endpoint.page.TilesView;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.loader.publication.Revision;

/** The page with the query form, and below it the first part of an answer. */
final class QueryPage {
    private static final String FIRST_QUERY = """
        PREFIX urbis: <https://w3id.org/urbis/ontology#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

        SELECT ?network ?name WHERE {
          ?network a urbis:Network ;
            skos:prefLabel ?name .
          FILTER (lang(?name) IN ("", "en"))
        }
        ORDER BY ?name
        LIMIT 50
        """;

    private final Pages pages;
    private final QueryRuns runs;
    private final Identifiers identifiers;
    private final FederationReports reports;
    private final Optional<TileConfig> tiles;
    private final String edition;

    QueryPage(
            Pages pages,
            QueryRuns runs,
            Identifiers identifiers,
            FederationReports reports,
            Optional<TileConfig> tiles,
            String edition) {
        this.tiles = tiles;
        this.edition = edition;
        this.reports = reports;
        this.pages = pages;
        this.runs = runs;
        this.identifiers = identifiers;
    }

    /** Changes whenever the page may look different with the same answer. */
    String edition() {
        return edition;
    }

    /**
     * Sends the form, not asked yet.
     *
     * @param text the query in it; without one, a first query to change
     */
    void form(ServerRequest request, ServerResponse response, Revision revision, Optional<String> text) {
        Languages languages = Asking.languages(request, Asking.parameters(request));
        String query = text.orElse(FIRST_QUERY);
        EntityTag tag =
                EntityTag.of(revision.hash(), Long.toString(revision.number()), query, edition, languages.toString());
        response.header(HeaderNames.CONTENT_LANGUAGE, languages.first());
        if (!Answering.isKnown(request, response, tag, "Accept, Accept-Language")) {
            String address = text.map(QueryPage::form).orElse("/sparql");
            send(
                    request,
                    response,
                    pages.query(
                            Frame.of(languages, revision.number(), revision.created(), address),
                            QueryView.unanswered(query),
                            tilesView()));
        }
    }

    private Optional<TilesView> tilesView() {
        return tiles.map(shown -> new TilesView(shown.template(), shown.attribution()));
    }

    private void send(ServerRequest request, ServerResponse response, byte[] page) {
        tiles.ifPresentOrElse(
                shown -> Answering.sendScripted(request, response, page, shown.origin()),
                () -> Answering.sendScripted(request, response, page));
    }

    /** Sends a query and what it answers, as far as a page can hold it. */
    void answer(
            ServerRequest request,
            ServerResponse response,
            RevisionLease revision,
            ReadQuery query,
            SparqlRequest asked,
            AnswerPage look) {
        List<Link> forms = query.forms().stream()
                .map(form -> new Link(href(query.text(), asked, form), Text.plain(form.title())))
                .toList();
        AnswerPreview preview = new AnswerPreview(identifiers);
        AtomicReference<QueryView> view = new AtomicReference<>();
        try (QueryRun run = runs.begin(
                revision,
                (self, out) -> {
                    try (Execution execution = Execution.begin(query, asked, revision, self)) {
                        view.set(preview.of(query, execution, forms));
                    }
                },
                "")) {
            // The bytes are none; what counts is that the run has ended, and how.
            run.pipe().next();
            if (query.federated()) {
                reports.announce(response, run.ledger());
            }
            response.header(HeaderNames.CONTENT_LANGUAGE, look.language());
            byte[] page = look.of(revision, view.get());
            if (look.isScripted()) {
                send(request, response, page);
            } else {
                Answering.send(request, response, Representation.contentType("text/html"), page);
            }
        }
    }

    /** The look of this page in the language of a reader. */
    AnswerPage look(ServerRequest request, ReadQuery query, SparqlRequest asked) {
        return new Look(
                pages,
                Asking.languages(request, Asking.parameters(request)),
                href(query.text(), asked, Representation.HTML),
                tilesView());
    }

    private record Look(Pages pages, Languages languages, String address, Optional<TilesView> tiles)
            implements AnswerPage {
        @Override
        public String language() {
            return languages.first();
        }

        @Override
        public String variant() {
            return languages.toString();
        }

        @Override
        public boolean isScripted() {
            return true;
        }

        @Override
        public byte[] of(RevisionLease revision, QueryView answer) {
            Frame frame = Frame.of(
                    languages, revision.info().number(), revision.info().created(), address);
            return pages.query(frame, answer, tiles);
        }
    }

    private static String form(String query) {
        return "/sparql?query=" + encode(query) + "&view=table";
    }

    private static String href(String query, SparqlRequest asked, Representation form) {
        StringBuilder href = new StringBuilder("/sparql?query=").append(encode(query));
        Map.of("default-graph-uri", asked.defaultGraphs(), "named-graph-uri", asked.namedGraphs())
                .forEach((name, graphs) -> graphs.forEach(
                        graph -> href.append('&').append(name).append('=').append(encode(graph))));
        return href.append("&format=").append(form.suffix()).toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
