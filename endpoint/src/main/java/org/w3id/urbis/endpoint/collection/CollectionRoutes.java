package org.w3id.urbis.endpoint.collection;

import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.system.Txn;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.metrics.Metrics;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemDetail;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.route.Site;
import org.w3id.urbis.endpoint.route.ThingAnswer;
import org.w3id.urbis.endpoint.store.RevisionLease;

/**
 * {@code /api}: all collections; {@code /api/<kinds>}: the things of a kind, filtered, searched, sorted, a page at a time;
 * {@code /api/<kinds>/<key>}: the document of one.
 */
public final class CollectionRoutes implements HttpService, Operations {
    /** What one thing is offered in, best first: whoever asks here wants JSON. */
    static final List<Representation> FORMS_OF_ONE = List.of(
            Representation.JSON_LD,
            Representation.HTML,
            Representation.TURTLE,
            Representation.N_TRIPLES,
            Representation.RDF_XML,
            Representation.CSV);

    private final Site site;
    private final CollectionTables tables;
    private final IndexAnswer index;
    private final ListAnswer list;
    private final ThingAnswer one;

    /**
     * Prepares the routes.
     *
     * @param bytes   memory for lists and answers
     * @param metrics gets how often they were remembered
     */
    public CollectionRoutes(Site site, CollectionTables tables, long bytes, Metrics metrics) {
        this.site = site;
        this.tables = tables;
        this.index = new IndexAnswer(site, tables);
        this.list = new ListAnswer(site, tables, bytes / 2);
        this.one = new ThingAnswer(site, bytes / 2, metrics.cache("collection-documents"), type -> Optional.empty());
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/api", index::send);
        rules.any("/api/{kinds}", this::list);
        rules.any("/api/{kinds}/*", this::one);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        list.send(request, response, tables.kind(request.path().pathParameters().get("kinds")));
    }

    private void one(ServerRequest request, ServerResponse response) {
        if (one.sendRemembered(request, response)) {
            return;
        }
        Asking.only(request, response, Method.GET, Method.HEAD);
        Kind kind = tables.kind(request.path().pathParameters().get("kinds"));
        Object state = site.store().state();
        try (RevisionLease revision = Asking.revision(request, response, site.store())) {
            Answering.link(response, "</api/" + kind.plural() + ">; rel=\"collection\"");
            String path = request.path().path();
            String key = path.substring(("/api/" + kind.plural() + "/").length());
            Keys keys = new Keys(revision.dataset().getUnionGraph(), tables);
            Optional<Node> thing = Txn.calculateRead(revision.dataset(), () -> keys.find(kind, key));
            if (thing.isEmpty()) {
                throw Problem.of(ProblemType.NOT_FOUND, ProblemDetail.NOT_IN_COLLECTION, kind.plural(), key)
                        .exception();
            }
            String address = site.identifiers().href(thing.get().getURI());
            one.send(request, response, state, revision, wanted(thing.get(), address));
        }
    }

    private static ThingAnswer.Wanted wanted(Node thing, String address) {
        return new ThingAnswer.Wanted(thing, address, Optional.empty(), Representation.JSON_LD);
    }

    @Override
    public List<Operation> operations() {
        return new CollectionOperations(tables).operations();
    }

    @Override
    public Map<String, Schema> schemas() {
        return CollectionOperations.schemas();
    }
}
