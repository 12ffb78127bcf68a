package org.w3id.urbis.endpoint.collection;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.w3id.urbis.endpoint.document.JsonText;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.negotiation.Choice;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.page.CollectionsView;
import org.w3id.urbis.endpoint.page.Frame;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.Text;
import org.w3id.urbis.endpoint.page.Words;
import org.w3id.urbis.endpoint.route.Site;
import org.w3id.urbis.endpoint.store.Counting;
import org.w3id.urbis.endpoint.store.RevisionLease;

/** Answers for {@code /api}: all collections, each with how many things it holds. */
final class IndexAnswer {
    /** What the list is offered in, best first. */
    static final List<Representation> FORMS = List.of(Representation.JSON_LD, Representation.HTML);

    private final Site site;
    private final CollectionTables tables;
    private volatile Counts counts = new Counts("", Map.of());

    IndexAnswer(Site site, CollectionTables tables) {
        this.site = site;
        this.tables = tables;
    }

    /** How many things each collection holds in a revision: counted once. */
    private record Counts(String revision, Map<String, Integer> numbers) {}

    void send(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        Parameters parameters = Asking.parameters(request);
        Languages languages = Asking.languages(request, parameters);
        Choice choice = Asking.choose(request, parameters.one("format"), FORMS);
        try (RevisionLease revision = Asking.revision(request, response, site.store())) {
            response.header(HeaderNames.CONTENT_LANGUAGE, languages.first());
            EntityTag tag = EntityTag.of(
                    revision.imprint(),
                    "/api",
                    Asking.origin(request),
                    languages.toString(),
                    choice.mediaType(),
                    site.edition());
            if (!Answering.isKnown(request, response, tag, "Accept, Accept-Language")) {
                Map<String, Integer> numbers = counts(revision);
                byte[] body = choice.form() == Representation.HTML
                        ? page(numbers, languages, revision)
                        : JsonText.bytes(document(numbers, Asking.origin(request)));
                Answering.send(request, response, choice.contentType(), body);
            }
        }
    }

    private Map<String, Object> document(Map<String, Integer> numbers, String origin) {
        List<Object> items = new ArrayList<>();
        for (Kind kind : tables.kinds()) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("id", origin + "/api/" + kind.plural());
            item.put("type", List.of("Collection"));
            item.put("label", new TreeMap<>(kind.labels()));
            Map<String, List<String>> definitions = new TreeMap<>();
            kind.definitions().forEach((language, text) -> definitions.put(language, List.of(text)));
            item.put("definition", definitions);
            item.put("totalItems", numbers.get(kind.plural()));
            items.add(item);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", PageJson.contexts(origin));
        document.put("id", origin + "/api");
        document.put("type", List.of("Collection"));
        document.put("totalItems", items.size());
        document.put("items", items);
        return document;
    }

    private byte[] page(Map<String, Integer> numbers, Languages languages, RevisionLease revision) {
        List<CollectionsView.Entry> entries = tables.kinds().stream()
                .map(kind -> new CollectionsView.Entry(
                        new Link("/api/" + kind.plural(), kind.title(languages)),
                        kind.about(languages),
                        Words.of(languages.first()).number(numbers.get(kind.plural()))))
                .toList();
        return site.pages()
                .collections(
                        Frame.of(
                                languages,
                                revision.info().number(),
                                revision.info().created(),
                                "/api"),
                        new CollectionsView(entries, List.of(new Link("/api?format=jsonld", Text.plain("jsonld")))));
    }

    private Map<String, Integer> counts(RevisionLease revision) {
        Counts known = counts;
        if (!known.revision().equals(revision.info().hash())) {
            known = new Counts(
                    revision.info().hash(), Txn.calculateRead(revision.dataset(), () -> count(revision.dataset())));
            counts = known;
        }
        return known.numbers();
    }

    private Map<String, Integer> count(DatasetGraph dataset) {
        Map<String, Integer> numbers = new TreeMap<>();
        for (Kind kind : tables.kinds()) {
            long number = dataset instanceof Counting counting
                    ? counting.things(kind.membership(), kind.term(), kind.space())
                    : Iter.count(kind.things(dataset));
            numbers.put(kind.plural(), Math.toIntExact(number));
        }
        return numbers;
    }
}
