package org.w3id.urbis.endpoint.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.negotiation.Negotiation;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.store.RevisionStore;

/**
 * {@code /reconcile}: the manifest, batches of version 0.2 in a form or an address, and {@code /reconcile/match} for batches
 * of version 1.0 in JSON.
 */
public final class ReconciliationRoutes implements HttpService, Operations {

    private static final String QUERIES = "queries";
    private static final List<Representation> MANIFEST_OR_PAGE = List.of(Representation.JSON, Representation.HTML);

    private final RevisionStore store;
    private final String baseIri;

    /**
     * Prepares the routes.
     *
     * @param baseIri what the IRIs of the graph begin with
     */
    public ReconciliationRoutes(RevisionStore store, String baseIri) {
        this.store = store;
        this.baseIri = baseIri;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/reconcile", this::root);
        rules.any("/reconcile/match", this::match);
        rules.any("/reconcile/reconcile", this::match);
    }

    private void root(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD, Method.POST);
        if (request.prologue().method().equals(Method.POST)
                && Asking.bodyType(request).equals(Session.JSON)) {
            match(request, response);
            return;
        }
        try (Session session = Session.of(request, response, store)) {
            Parameters sent = session.isPost() ? Parameters.of(session.body(Session.FORM)) : session.parameters();
            Optional<String> queries = sent.one(QUERIES);
            Optional<String> extend = sent.one("extend");
            if (queries.isPresent()) {
                session.send(() -> batch(session, queries.get()));
            } else if (extend.isPresent()) {
                session.send(() -> Extension.keyed(session, extend.get(), "extend"));
            } else if (session.isPost()) {
                throw Problem.parameter(QUERIES, "The form has neither a field \"queries\" nor a field \"extend\".")
                        .exception();
            } else if (isForReaders(request, sent)) {
                response.status(Status.SEE_OTHER_303);
                response.header(HeaderNames.CACHE_CONTROL, "public, no-cache");
                response.header(HeaderNames.LOCATION, "/openapi?format=html#reconciliation");
                Answering.vary(response, "Accept");
                response.send();
            } else {
                manifest(response, session);
            }
        }
    }

    /** Whether a page is wanted, by somebody who came here with a browser. */
    private static boolean isForReaders(ServerRequest request, Parameters sent) {
        return sent.values().isEmpty()
                && Negotiation.choose(Asking.header(request, HeaderNames.ACCEPT), MANIFEST_OR_PAGE)
                        .filter(choice -> choice.form() == Representation.HTML)
                        .isPresent();
    }

    private void manifest(ServerResponse response, Session session) {
        String other = session.version() == ProtocolVersion.FINAL ? "1.0-draft" : "0.2";
        Answering.link(
                response,
                "</reconcile?version=" + other + ">; rel=\"alternate\"; type=\"application/json\", "
                        + "</openapi>; rel=\"service-doc\"; type=\"text/html\"");
        session.send(() -> new Manifest(session.origin(), baseIri, session.json())
                .of(session.version(), session.naming().languages()));
    }

    private static JsonNode batch(Session session, String queries) {
        BatchReader reader = new BatchReader(QUERIES);
        Map<String, MatchQuery> batch = reader.keyed(reader.parse(queries));
        CandidateSearch search = search(session);
        Map<String, List<Candidate>> results = new LinkedHashMap<>();
        batch.forEach((key, query) -> results.put(key, search.find(query)));
        return new AnswerJson(ProtocolVersion.FINAL, session.naming()).keyed(results);
    }

    private void match(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.POST, Method.GET, Method.HEAD);
        try (Session session = Session.of(request, response, store)) {
            String batch = session.isPost()
                    ? session.body(Session.JSON)
                    : session.parameters().one(QUERIES).orElseThrow(() -> {
                        response.header(HeaderNames.ALLOW, "POST");
                        return Problem.parameter(
                                        QUERIES,
                                        "A batch is posted here as JSON, or given in the parameter \"queries\".")
                                .exception();
                    });
            BatchReader reader = new BatchReader(session.isPost() ? "body" : QUERIES);
            session.send(() -> {
                CandidateSearch search = search(session);
                List<List<Candidate>> results = reader.listed(reader.parse(batch)).stream()
                        .map(search::find)
                        .toList();
                return new AnswerJson(ProtocolVersion.DRAFT, session.naming()).listed(results);
            });
        }
    }

    private static CandidateSearch search(Session session) {
        return new CandidateSearch(
                session.revision().names(), session.revision().dataset());
    }

    @Override
    public List<Operation> operations() {
        return Described.matching();
    }

    @Override
    public Map<String, Schema> schemas() {
        return Described.schemas();
    }
}
