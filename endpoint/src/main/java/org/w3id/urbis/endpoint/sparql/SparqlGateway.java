package org.w3id.urbis.endpoint.sparql;

import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.urbis.endpoint.config.EndpointConfig;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.document.JsonText;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.AskedText;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.federation.Federation;
import org.w3id.urbis.endpoint.metrics.Metrics;
import org.w3id.urbis.endpoint.negotiation.Choice;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.page.Pages;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
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
    private final AnswerCache cache;
    private final QueryRuns runs;
    private final QueryPage page;
    private final QueryAnswering answering;
    private final int requestBytes;
    private final QueryReading reading;
    private final Federation federation;
    private final QueryHints hints = new QueryHints();

    /**
     * Prepares the gateway.
     *
     * @param config      limits and times
     * @param store       the revisions
     * @param pages       renders pages
     * @param identifiers which IRI is found where
     * @param federation  which other endpoints may be asked
     * @param metrics     gets what queries do
     */
    public SparqlGateway(
            EndpointConfig config,
            RevisionStore store,
            Pages pages,
            Identifiers identifiers,
            Federation federation,
            Metrics metrics) {
        this.store = store;
        this.federation = federation;
        this.requestBytes = config.requestBytes();
        this.reading = new QueryReading(config.baseIri().toString(), federation);
        this.cache = new AnswerCache(config.cacheBytes(), config.cachedAnswerBytes(), metrics.cache("queries"));
        this.runs = new QueryRuns(
                config.concurrentQueries(),
                config.queueTimeout(),
                config.queryTimeout(),
                config.cachedAnswerBytes(),
                this::forget,
                metrics);
        this.page = new QueryPage(pages, runs, identifiers, federation.reports(), config.tiles(), config.edition());
        this.answering = new QueryAnswering(cache, runs, page, hints, federation);
    }

    private void forget() {
        cache.forget();
        reading.forget();
    }

    /** Stops the queries at work. */
    @Override
    public void afterStop() {
        runs.close();
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/sparql", (request, response) -> answer(request, response));
        rules.any("/sparql/plan", this::plan);
        rules.any("/sparql/runs/{run}", this::stop);
    }

    /** Says how a query would be answered, or why it cannot be; nothing is asked. */
    private void plan(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD, Method.POST);
        SparqlRequest asked = SparqlRequest.read(request, requestBytes);
        String text = asked.query().orElseThrow(() -> Problem.parameter("query", "There is no query to explain.")
                .exception());
        try (RevisionLease revision = Asking.revision(request, response, store, asked.revision())) {
            ReadQuery query = reading.read(text);
            EntityTag tag = EntityTag.of(revision.info().hash(), "plan", text);
            if (!Answering.isKnown(request, response, tag, "Accept-Encoding")) {
                Answering.send(
                        request,
                        response,
                        "application/json",
                        JsonText.bytes(QueryPlan.of(query, revision, hints.documents(query, revision))));
            }
        }
    }

    /** Stops a query that was asked with a name in the header Urbis-Run. */
    private void stop(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.DELETE);
        String name = request.path().pathParameters().get("run");
        if (!runs.stop(name)) {
            throw Problem.of(ProblemType.NOT_FOUND, "No query of the name \"" + name + "\" is at work.")
                    .exception();
        }
        response.status(Status.NO_CONTENT_204).send();
    }

    private void answer(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD, Method.POST, Asking.QUERY);
        SparqlRequest asked = SparqlRequest.read(request, requestBytes);
        asked.query().ifPresent(text -> AskedText.keep(request, text));
        try (RevisionLease revision = Asking.revision(request, response, store, asked.revision())) {
            if (asked.query().isEmpty()) {
                describe(request, response, revision, asked.formats());
            } else if (asked.query().get().isBlank()) {
                throw Problem.parameter("query", "The query is empty.").exception();
            } else if (asked.isOnlyShown() && AnswerForm.isPage(request, asked.formats())) {
                page.form(request, response, revision.info(), asked.query());
            } else {
                ReadQuery query = reading.read(asked.query().get());
                List<Representation> offers = new ArrayList<>(query.forms());
                offers.add(Representation.HTML);
                Choice choice = AnswerForm.choose(request, asked.formats(), offers);
                answering.answer(request, response, revision, asked, query, choice, page.look(request, query, asked));
            }
        }
    }

    /**
     * Answers a query that does not come in the request itself.
     *
     * @param revision to be asked
     * @param text     the query
     * @param choice   the form of the answer
     * @param look     how a page shows it
     */
    public void answer(
            ServerRequest request,
            ServerResponse response,
            RevisionLease revision,
            String text,
            Choice choice,
            AnswerPage look) {
        answering.answer(request, response, revision, plain(text), reading.read(text), choice, look);
    }

    /**
     * Looks at the beginning of an answer, in a turn of its own and for no longer than any query may take.
     *
     * @param revision to be asked
     * @param text     the query
     * @param shown    how many rows are wanted
     * @throws ProblemException if it cannot be answered
     */
    public AnswerSample sample(RevisionLease revision, String text, int shown) {
        return answering.sample(revision, reading.read(text), plain(text), shown);
    }

    /** A query asked of all graphs, by nobody's request. */
    private static SparqlRequest plain(String text) {
        return new SparqlRequest(Optional.of(text), List.of(), List.of(), List.of(), Optional.empty(), false);
    }

    private void describe(
            ServerRequest request, ServerResponse response, RevisionLease revision, List<String> formats) {
        Method method = request.prologue().method();
        if (!method.equals(Method.GET) && !method.equals(Method.HEAD)) {
            throw Problem.parameter(
                            "query",
                            "There is no query, neither as parameter \"query\" nor as a body of type "
                                    + "application/sparql-query.")
                    .exception();
        }
        Choice choice = AnswerForm.choose(request, formats, Representation.DOCUMENTS);
        if (choice.form() == Representation.HTML) {
            page.form(request, response, revision.info(), Optional.empty());
        } else {
            ServiceDescription.send(request, response, revision, federation, choice);
        }
    }

    @Override
    public List<Operation> operations() {
        return SparqlOperations.all();
    }
}
