package org.w3id.urbis.endpoint.workbench;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import org.apache.jena.system.Txn;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.document.JsonText;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.Content;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.openapi.Answer;
import org.w3id.urbis.endpoint.openapi.Group;
import org.w3id.urbis.endpoint.openapi.Input;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.endpoint.store.RevisionStore;

/** {@code /sparql/terms}: what a query can be completed with. */
public final class TermRoutes implements HttpService, Operations {
    private static final int MOST_KEPT = 12;

    private final RevisionStore store;
    private final Identifiers identifiers;
    private final Cache<List<String>, Content> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    /** Prepares the routes. */
    public TermRoutes(RevisionStore store, Identifiers identifiers) {
        this.store = store;
        this.identifiers = identifiers;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/sparql/terms", this::send);
    }

    private void send(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        Languages languages = Asking.languages(request, Asking.parameters(request));
        try (RevisionLease revision = Asking.revision(request, response, store)) {
            String hash = revision.info().hash();
            response.header(HeaderNames.CONTENT_LANGUAGE, languages.first());
            EntityTag tag = EntityTag.of(hash, "/sparql/terms", languages.toString());
            if (!Answering.isKnown(request, response, tag, "Accept-Language")) {
                Content terms = kept.get(List.of(hash, languages.toString()), any -> terms(revision, languages));
                Answering.send(request, response, "application/json", terms);
            }
        }
    }

    private Content terms(RevisionLease revision, Languages languages) {
        return Txn.calculateRead(
                revision.dataset(),
                () -> Content.of(JsonText.bytes(new QueryTerms(revision.dataset(), identifiers).in(languages))));
    }

    @Override
    public List<Operation> operations() {
        Schema term = Schema.object()
                .having("iri", Schema.text("iri"))
                .having("name", Schema.text())
                .having("count", Schema.integer())
                .requiring("iri", "name", "count");
        return List.of(Operation.get("/sparql/terms", "queryTerms", Group.SPARQL, "What a query can be completed with")
                .describedAs(
                        "The prefixes, and the classes and properties that the graph uses, by name and with how often;"
                                + " for each class, which properties its members have.")
                .taking(Input.language())
                .answering(Answer.ok("The terms.")
                        .in(
                                "application/json",
                                Schema.object()
                                        .having("prefixes", Schema.object())
                                        .having("properties", Schema.list(term))
                                        .having("classes", Schema.list(Schema.object()))
                                        .requiring("prefixes", "properties", "classes")))
                .failing(ProblemType.BAD_PARAMETER)
                .fromRevision());
    }
}
