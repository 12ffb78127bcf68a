package org.w3id.urbis.endpoint.sparql;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.urbis.endpoint.config.EndpointConfig;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.negotiation.Choice;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.page.Pages;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.endpoint.store.RevisionStore;

/**
 * {@code /sparql} on the public port, by the SPARQL 1.1 Protocol, queries only.
 *
 * <p>Each answer comes from the revision that was current when the request came, whole or as an error: what breaks off
 * after its first bytes were sent ends in a cut connection, never like a finished document.
 */
public final class SparqlGateway implements HttpService, Operations {
    private final RevisionStore store;
    private final FusekiClient fuseki;
    private final AnswerCache cache;
    private final QueryTurns turns;
    private final QueryPage page;
    private final QueryReading reading = new QueryReading();

    /**
     * Prepares the gateway.
     *
     * @param config      limits and times
     * @param store       the revisions
     * @param server      the embedded Fuseki, which serves every revision that the store opens
     * @param pages       renders pages
     * @param identifiers which IRI is found where
     */
    public SparqlGateway(
            EndpointConfig config, RevisionStore store, FusekiOnLoopback server, Pages pages, Identifiers identifiers) {
        this.store = store;
        this.fuseki = new FusekiClient(server, config.queryTimeout());
        this.cache = new AnswerCache(config.cacheBytes(), config.cachedAnswerBytes());
        this.turns = new QueryTurns(config.concurrentQueries(), config.queueTimeout());
        this.page = new QueryPage(pages, turns, identifiers);
    }

    /** Lets go of the connections to Fuseki. */
    @Override
    public void afterStop() {
        fuseki.close();
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/sparql", (request, response) -> answer(request, response));
    }

    private void answer(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD, Method.POST, Asking.QUERY);
        SparqlRequest asked = SparqlRequest.read(request);
        try (RevisionLease revision = store.lease()) {
            Answering.revision(response, revision.info());
            if (asked.query().isEmpty()) {
                describe(request, response, revision, asked.format());
            } else if (asked.query().get().isBlank()) {
                throw Problem.parameter("query", "The query is empty.").exception();
            } else {
                query(request, response, revision, asked, asked.query().get());
            }
        }
    }

    /**
     * Answers a query that does not come in the request itself.
     *
     * @param text   the query
     * @param format short name or media type of the answer, if asked for by parameter
     */
    public void answer(ServerRequest request, ServerResponse response, String text, Optional<String> format) {
        try (RevisionLease revision = store.lease()) {
            Answering.revision(response, revision.info());
            query(
                    request,
                    response,
                    revision,
                    new SparqlRequest(Optional.of(text), List.of(), List.of(), format),
                    text);
        }
    }

    private void describe(
            ServerRequest request, ServerResponse response, RevisionLease revision, Optional<String> format) {
        Method method = request.prologue().method();
        if (!method.equals(Method.GET) && !method.equals(Method.HEAD)) {
            throw Problem.parameter(
                            "query",
                            "There is no query, neither as parameter \"query\" nor as a body of type "
                                    + "application/sparql-query.")
                    .exception();
        }
        Choice choice = Asking.choose(request, format, Representation.THINGS);
        if (choice.form() == Representation.HTML) {
            page.form(request, response, revision.info());
        } else {
            ServiceDescription.send(request, response, revision, choice);
        }
    }

    private void query(
            ServerRequest request, ServerResponse response, RevisionLease revision, SparqlRequest asked, String text) {
        ReadQuery query = reading.read(text);
        List<Representation> offers = new ArrayList<>(query.forms());
        offers.add(Representation.HTML);
        Choice choice = Asking.choose(request, asked.format(), offers);
        if (choice.form() == Representation.HTML) {
            page.answer(request, response, revision, query, asked);
            return;
        }
        AnswerCache.Key key = new AnswerCache.Key(
                revision.info().hash(), text, graphs(asked), choice.form().mediaType());
        boolean safe = !request.prologue().method().equals(Method.POST);
        if (query.repeatable() && safe) {
            EntityTag tag = EntityTag.of(key.revision(), text, String.join("\n", key.graphs()), choice.mediaType());
            if (Answering.isKnown(request, response, tag, "Accept")) {
                return;
            }
        } else {
            response.header(HeaderNames.VARY, "Accept");
            response.header(HeaderNames.CACHE_CONTROL, query.repeatable() ? "no-cache" : "no-store");
        }
        Optional<byte[]> remembered = query.repeatable() ? cache.remembered(key) : Optional.empty();
        if (remembered.isPresent()) {
            Answering.send(request, response, choice.contentType(), remembered.get());
        } else {
            ask(request, response, revision, query, asked, key, choice.contentType());
        }
    }

    private void ask(
            ServerRequest request,
            ServerResponse response,
            RevisionLease revision,
            ReadQuery query,
            SparqlRequest asked,
            AnswerCache.Key key,
            String contentType) {
        try (QueryTurns.Turn turn = turns.take(response)) {
            AnswerCache.Answer answer = query.repeatable()
                    ? cache.find(key, () -> fuseki(revision, query, asked, key.mediaType()))
                    : cache.unremembered(() -> fuseki(revision, query, asked, key.mediaType()));
            if (answer.rest().isEmpty()) {
                Answering.send(request, response, contentType, answer.begun());
            } else {
                Answering.stream(request, response, contentType, out -> pass(answer, out));
            }
        } catch (IOException brokeOffBeforeSending) {
            throw Problem.of(ProblemType.QUERY_TIMEOUT, "The answer broke off before any of it was sent.")
                    .exception(brokeOffBeforeSending);
        }
    }

    private InputStream fuseki(RevisionLease revision, ReadQuery query, SparqlRequest asked, String mediaType) {
        return fuseki.ask(revision.info(), query, asked.defaultGraphs(), asked.namedGraphs(), mediaType);
    }

    /** Passes an answer on as it comes. */
    private static void pass(AnswerCache.Answer answer, OutputStream out) throws IOException {
        try (InputStream rest = answer.rest().orElseThrow()) {
            out.write(answer.begun());
            rest.transferTo(out);
        }
    }

    private static List<String> graphs(SparqlRequest asked) {
        List<String> graphs = new ArrayList<>(asked.defaultGraphs());
        graphs.add("");
        graphs.addAll(asked.namedGraphs());
        return graphs;
    }

    @Override
    public List<Operation> operations() {
        return SparqlOperations.all();
    }
}
