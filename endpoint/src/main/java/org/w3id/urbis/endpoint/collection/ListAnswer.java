package org.w3id.urbis.endpoint.collection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.document.JsonText;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.Content;
import org.w3id.urbis.endpoint.exchange.GraphWriting;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.exchange.Preferences;
import org.w3id.urbis.endpoint.negotiation.Choice;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.page.Frame;
import org.w3id.urbis.endpoint.page.Words;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.route.Site;
import org.w3id.urbis.endpoint.store.RevisionLease;

/** Answers for one page of a collection, in any form. */
final class ListAnswer {
    private static final List<Representation> FORMS = List.of(
            Representation.JSON_LD,
            Representation.HTML,
            Representation.CSV,
            Representation.TURTLE,
            Representation.N_TRIPLES,
            Representation.RDF_XML);

    /** More links than this do not fit into the headers that every client takes. */
    private static final int MOST_ITEMS = 50;

    private final Site site;
    private final CollectionTables tables;
    private final FoundThings found;
    private final PageJson json;
    private final Cache<String, Content> answers;

    ListAnswer(Site site, CollectionTables tables, long bytes) {
        this.site = site;
        this.tables = tables;
        this.found = new FoundThings(site.identifiers(), bytes / 2);
        this.json = new PageJson(site);
        this.answers = Caffeine.newBuilder()
                .maximumWeight(bytes / 2)
                .weigher((String tag, Content content) -> content.weight())
                .build();
    }

    /** What a collection is offered in, best first. */
    static List<Representation> forms(Kind kind) {
        List<Representation> forms = new ArrayList<>(FORMS);
        if (Geometries.path(kind).isPresent()) {
            forms.add(Representation.GEO_JSON);
        }
        return forms;
    }

    void send(ServerRequest request, ServerResponse response, Kind kind) {
        SortedMap<String, Filter> filters = tables.filters(kind);
        Set<String> known = new HashSet<>(CollectionRequest.OF_ALL);
        known.addAll(filters.keySet());
        Parameters parameters = Preferences.of(request, response).known(Asking.parameters(request), known);
        CollectionQuery query =
                new CollectionRequest(kind, filters).read(parameters, Asking.languages(request, parameters));
        Choice choice = Asking.choose(request, parameters.one("format"), forms(kind));
        try (RevisionLease revision =
                Asking.revision(request, response, site.store(), revision(query, parameters.one("revision")))) {
            String origin = Asking.origin(request);
            long number = revision.info().number();
            List<Node> all = Txn.calculateRead(revision.dataset(), () -> found.find(query, filters, revision));
            PageLinks links = new PageLinks(origin + "/api/" + kind.plural(), parameters, query, number, all.size());
            Page page = new Page(query, all.size(), part(all, query), links);
            Answering.link(response, links.header());
            Answering.link(response, signposts(page, origin));
            response.header(HeaderNames.CONTENT_LANGUAGE, query.languages().first());
            EntityTag tag = EntityTag.of(
                    revision.info().hash(),
                    Long.toString(number),
                    links.self(),
                    query.languages().toString(),
                    choice.mediaType(),
                    site.edition());
            if (!Answering.isKnown(request, response, tag, "Accept, Accept-Language")) {
                Content content = answers.get(
                        tag.value(),
                        any -> Content.of(Txn.calculateRead(
                                revision.dataset(), () -> bytes(page, all, choice.form(), revision, origin))));
                Answering.send(request, response, choice.contentType(), content);
            }
        }
    }

    /** What the page holds, if it is short enough for a header, and what it is itself. */
    private String signposts(Page page, String origin) {
        List<String> signposts = new ArrayList<>(List.of(
                "<https://schema.org/Collection>; rel=\"type\"",
                "<" + origin + "/catalog>; rel=\"describedby\"",
                "<" + origin + "/openapi.json>; rel=\"service-desc\""));
        if (page.things().size() <= MOST_ITEMS) {
            page.things().forEach(thing -> signposts.add("<" + Identifiers.uri(thing.getURI()) + ">; rel=\"item\""));
        }
        return String.join(", ", signposts);
    }

    /** A cursor is a place in the list of one revision, which therefore answers. */
    private static Optional<String> revision(CollectionQuery query, Optional<String> asked) {
        Optional<String> ofCursor = query.cursor().map(cursor -> Long.toString(cursor.revision()));
        if (ofCursor.isPresent() && asked.isPresent() && !asked.equals(ofCursor)) {
            throw Problem.parameter(
                            CollectionRequest.CURSOR,
                            "This cursor is a place in the list of revision " + ofCursor.get()
                                    + ", and \"revision\" asks for another.")
                    .exception();
        }
        return ofCursor.or(() -> asked);
    }

    private static List<Node> part(List<Node> all, CollectionQuery query) {
        int from = query.offset();
        if (from > all.size()) {
            throw Problem.parameter(CollectionRequest.CURSOR, "The list ends before this place.")
                    .exception();
        }
        return all.subList(from, Math.min(all.size(), from + query.limit()));
    }

    private byte[] bytes(Page page, List<Node> all, Representation form, RevisionLease revision, String origin) {
        DatasetGraph dataset = revision.dataset();
        SortedMap<String, Column> columns = tables.columns(page.query().kind());
        Names names = new Names(dataset, site.identifiers(), page.languages());
        return switch (form) {
            case JSON_LD -> JsonText.bytes(json.document(page, dataset, origin));
            case CSV -> new PageCsv(dataset, columns, names).of(page).getBytes(StandardCharsets.UTF_8);
            case GEO_JSON -> JsonText.bytes(new GeoJson(dataset, columns, names).collection(page));
            case HTML ->
                site.pages()
                        .collection(
                                Frame.of(
                                        page.query().languages(),
                                        revision.info().number(),
                                        revision.info().created(),
                                        page.links().inAnyLanguage()),
                                new CollectionPages(
                                                dataset,
                                                names,
                                                site.identifiers(),
                                                tables.filters(page.query().kind()),
                                                columns,
                                                Words.of(
                                                        page.query().languages().first()))
                                        .view(page, all, forms(page.query().kind())));
            default -> GraphWriting.bytes(PageGraph.of(page, dataset, site.identifiers()), form);
        };
    }
}
