package org.w3id.urbis.endpoint.feature;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.w3id.urbis.endpoint.collection.CollectionTables;
import org.w3id.urbis.endpoint.collection.Column;
import org.w3id.urbis.endpoint.collection.FoundThings;
import org.w3id.urbis.endpoint.collection.GeoJson;
import org.w3id.urbis.endpoint.collection.Kind;
import org.w3id.urbis.endpoint.collection.Names;
import org.w3id.urbis.endpoint.document.JsonText;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.Original;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.exchange.Preferences;
import org.w3id.urbis.endpoint.negotiation.Choice;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.page.FeaturesView;
import org.w3id.urbis.endpoint.page.Frame;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemDetail;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.route.Site;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.loader.publication.Revision;

/**
 * {@code /conformance} and {@code /collections/…}: what has a place on the Earth, for geographic information systems. The
 * landing page of the standard is the first page of the server, as JSON.
 */
public final class FeatureRoutes implements HttpService, Operations {
    /** What documents about collections are offered in, best first. */
    static final List<Representation> DOCUMENTS = List.of(Representation.JSON, Representation.HTML);
    /** What features are offered in, best first. */
    static final List<Representation> FEATURES =
            List.of(Representation.GEO_JSON, Representation.JSON, Representation.HTML);

    private final Site site;
    private final FeatureKinds kinds;
    private final CollectionTables tables;
    private final Layers layers;

    /**
     * Prepares the routes.
     *
     * @param bytes memory for positions and lists
     */
    public FeatureRoutes(Site site, CollectionTables tables, long bytes) {
        this.site = site;
        this.tables = tables;
        this.kinds = new FeatureKinds(tables);
        this.layers = new Layers(tables, new FoundThings(site.identifiers(), bytes / 4), bytes * 3 / 4);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/conformance", this::conformance);
        rules.any("/collections", (request, response) -> answer(request, response, DOCUMENTS, this::collections));
        rules.any(
                "/collections/{collection}",
                (request, response) -> answer(request, response, DOCUMENTS, this::collection));
        rules.any(
                "/collections/{collection}/items",
                (request, response) -> answer(request, response, FEATURES, this::items));
        rules.any(
                "/collections/{collection}/items/{feature}",
                (request, response) -> answer(request, response, FEATURES, this::item));
    }

    private void conformance(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        Set<String> known = Set.of("format", "lang");
        Parameters parameters = Preferences.of(request, response).known(Asking.parameters(request), known);
        FeatureQuery.refuseOthers(parameters, known);
        Choice choice = Asking.choose(request, parameters.one("format"), DOCUMENTS);
        Languages languages = Asking.languages(request, parameters);
        boolean page = choice.form() == Representation.HTML;
        Map<String, Object> document = FeatureDocuments.conformance();
        EntityTag tag = EntityTag.of(
                "conformance", document.toString(), choice.mediaType(), page ? languages.first() : "", site.edition());
        if (page) {
            response.header(HeaderNames.CONTENT_LANGUAGE, languages.first());
        }
        if (!Answering.isKnown(request, response, tag, "Accept, Accept-Language")) {
            byte[] body = page
                    ? site.pages()
                            .features(
                                    Frame.of(
                                            languages.first(),
                                            Original.of(request).inAnyLanguage()),
                                    new FeaturePages(languages).conformance((List<?>) document.get("conformsTo")))
                    : JsonText.bytes(document);
            Answering.send(request, response, choice.contentType(), body);
        }
    }

    /** What is asked, of which revision. */
    private record Asked(
            ServerRequest request, Parameters parameters, RevisionLease revision, String origin, Languages languages) {
        FeaturePages pages() {
            return new FeaturePages(languages);
        }

        String name(String parameter) {
            return request.path().pathParameters().get(parameter);
        }
    }

    /** An answer as JSON and as a page, each made only if it is wanted. */
    private record Made(
            Supplier<Map<String, Object>> json, Function<Map<String, Object>, FeaturesView> page, String links) {
        Made(Supplier<Map<String, Object>> json, Function<Map<String, Object>, FeaturesView> page) {
            this(json, page, "");
        }
    }

    /** Makes an answer, within a transaction. */
    @FunctionalInterface
    private interface Making {
        Made make(Asked asked);
    }

    private void answer(ServerRequest request, ServerResponse response, List<Representation> forms, Making making) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        Parameters parameters =
                Preferences.of(request, response).known(Asking.parameters(request), known(request, forms));
        Choice choice = Asking.choose(request, parameters.one("format"), forms);
        Languages languages = Asking.languages(request, parameters);
        try (RevisionLease revision = Asking.revision(request, response, site.store())) {
            String origin = Asking.origin(request);
            Asked asked = new Asked(request, parameters, revision, origin, languages);
            EntityTag tag = EntityTag.of(
                    revision.info().hash(),
                    origin,
                    request.prologue().uriPath().rawPath(),
                    request.prologue().query().rawValue(),
                    languages.toString(),
                    choice.mediaType(),
                    Long.toString(revision.info().number()),
                    site.edition());
            response.header(HeaderNames.CONTENT_LANGUAGE, languages.first());
            Txn.executeRead(revision.dataset(), () -> {
                Made made = making.make(asked);
                if (!made.links().isEmpty()) {
                    Answering.link(response, made.links());
                }
                if (!Answering.isKnown(request, response, tag, "Accept, Accept-Language")) {
                    Answering.send(request, response, choice.contentType(), body(made, choice.form(), asked));
                }
            });
        }
    }

    /** The parameters of an address: that of features takes filters besides. */
    private Set<String> known(ServerRequest request, List<Representation> forms) {
        boolean ofItems = forms == FEATURES && !request.path().pathParameters().contains("feature");
        return ofItems
                ? FeatureQuery.known(tables.filters(
                        kinds.kind(request.path().pathParameters().get("collection"))))
                : FeatureQuery.OF_ALL;
    }

    private byte[] body(Made made, Representation form, Asked asked) {
        Map<String, Object> json = made.json().get();
        if (form != Representation.HTML) {
            return JsonText.bytes(json);
        }
        Revision revision = asked.revision().info();
        Frame frame = Frame.of(
                asked.languages(),
                revision.number(),
                revision.created(),
                Original.of(asked.request()).inAnyLanguage());
        return site.pages().features(frame, made.page().apply(json));
    }

    private Made collections(Asked asked) {
        FeatureQuery.refuseOthers(asked.parameters(), FeatureQuery.OF_ALL);
        Map<Kind, Layer> all = new LinkedHashMap<>();
        kinds.all().forEach(kind -> all.put(kind, layers.layer(kind, asked.revision())));
        return new Made(() -> new FeatureDocuments(asked.origin()).collections(all), json -> asked.pages()
                .collections(kinds.all()));
    }

    private Made collection(Asked asked) {
        FeatureQuery.refuseOthers(asked.parameters(), FeatureQuery.OF_ALL);
        Kind kind = kinds.kind(asked.name("collection"));
        Layer layer = layers.layer(kind, asked.revision());
        return new Made(() -> new FeatureDocuments(asked.origin()).collection(kind, layer), json -> asked.pages()
                .collection(kind, json));
    }

    private Made items(Asked asked) {
        Kind kind = kinds.kind(asked.name("collection"));
        FeatureQuery query = FeatureQuery.read(asked.parameters(), kind, tables.filters(kind));
        Layer layer = layers.layer(kind, asked.revision());
        List<Node> all = layer.within(
                layers.things(layer, kind, query.conditions(), asked.revision()), query.box(), query.time());
        ItemsDocument document = document(asked, kind);
        long number = asked.revision().info().number();
        String links = document.links(all.size(), query, asked.parameters(), number).stream()
                .map(link -> "<" + link.href() + ">; rel=\"" + link.rel() + "\"; type=\"" + link.type() + "\"")
                .collect(Collectors.joining(", "));
        return new Made(
                () -> document.items(all, query, asked.parameters(), number),
                json -> asked.pages().items(kind, json),
                links);
    }

    private Made item(Asked asked) {
        FeatureQuery.refuseOthers(asked.parameters(), FeatureQuery.OF_ALL);
        Kind kind = kinds.kind(asked.name("collection"));
        String id = asked.name("feature");
        Node thing = FeatureKinds.thing(asked.revision().dataset().getUnionGraph(), kind, id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, ProblemDetail.FEATURE, kind.plural(), id)
                        .exception());
        String href = site.identifiers().href(thing.getURI());
        return new Made(
                () -> document(asked, kind).item(thing), json -> asked.pages().item(kind, json, href));
    }

    private ItemsDocument document(Asked asked, Kind kind) {
        DatasetGraph dataset = asked.revision().dataset();
        SortedMap<String, Column> columns = kinds.columns(kind);
        Names names = new Names(dataset, site.identifiers(), asked.languages());
        return new ItemsDocument(asked.origin(), kind, dataset, new GeoJson(dataset, columns, names), columns);
    }

    @Override
    public List<Operation> operations() {
        return new FeatureOperations(tables, kinds).operations();
    }

    @Override
    public Map<String, Schema> schemas() {
        return FeatureOperations.schemas();
    }
}
