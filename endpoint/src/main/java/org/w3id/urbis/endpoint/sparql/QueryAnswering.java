package org.w3id.urbis.endpoint.sparql;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.Content;
import org.w3id.urbis.endpoint.federation.Federation;
import org.w3id.urbis.endpoint.negotiation.Choice;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.store.RevisionLease;

/** Answers queries that have been read: from what is remembered where that can be, else by asking the revision. */
final class QueryAnswering {
    /** A name that the client gives to what it asks, to be able to stop it. */
    private static final HeaderName RUN = HeaderNames.create("Urbis-Run");

    private final AnswerCache cache;
    private final QueryRuns runs;
    private final QueryPage page;
    private final QueryHints hints;
    private final Federation federation;

    /**
     * Prepares to answer.
     *
     * @param cache      remembers answers
     * @param runs       gives every query its turn
     * @param page       shows answers to people
     * @param hints      says which words of a query nobody declared
     * @param federation which other endpoints may be asked
     */
    QueryAnswering(AnswerCache cache, QueryRuns runs, QueryPage page, QueryHints hints, Federation federation) {
        this.cache = cache;
        this.runs = runs;
        this.page = page;
        this.hints = hints;
        this.federation = federation;
    }

    /**
     * Answers a query.
     *
     * @param revision to be asked
     * @param asked    the query as it came, with the graphs it is asked of
     * @param query    the same, read
     * @param choice   the form of the answer
     * @param look     how a page shows it
     */
    void answer(
            ServerRequest request,
            ServerResponse response,
            RevisionLease revision,
            SparqlRequest asked,
            ReadQuery query,
            Choice choice,
            AnswerPage look) {
        boolean html = choice.form() == Representation.HTML;
        String vary = html ? "Accept, Accept-Language" : "Accept";
        AnswerCache.Key key = new AnswerCache.Key(
                revision.info().hash(),
                query.text(),
                graphs(asked),
                choice.form().mediaType());
        hints.header(query, revision).ifPresent(response::header);
        boolean safe = !request.prologue().method().equals(Method.POST);
        if (query.repeatable() && safe) {
            EntityTag tag = EntityTag.of(
                    key.revision(),
                    query.text(),
                    String.join("\n", key.graphs()),
                    choice.mediaType(),
                    html ? page.edition() + look.variant() + revision.imprint() : "");
            if (Answering.isKnown(request, response, tag, vary)) {
                return;
            }
        } else {
            Answering.vary(response, vary);
            response.header(HeaderNames.CACHE_CONTROL, query.repeatable() ? "no-cache" : "no-store");
        }
        if (html) {
            page.answer(request, response, revision, query, asked, look);
            return;
        }
        Optional<Content> remembered = query.repeatable() ? cache.remembered(key) : Optional.empty();
        if (remembered.isPresent()) {
            Answering.send(request, response, choice.contentType(), remembered.get());
        } else {
            ask(request, response, revision, query, asked, key, choice);
        }
    }

    private void ask(
            ServerRequest request,
            ServerResponse response,
            RevisionLease revision,
            ReadQuery query,
            SparqlRequest asked,
            AnswerCache.Key key,
            Choice choice) {
        Supplier<QueryRun> asking = () -> runs.begin(
                revision,
                (run, out) -> AnswerWriting.write(query, asked, revision, run, choice.form(), out),
                Asking.header(request, RUN));
        AnswerCache.Answer answer =
                query.repeatable() ? cache.find(key, asking) : unremembered(query, response, asking);
        if (answer.rest().isEmpty()) {
            Answering.send(request, response, choice.contentType(), answer.begun());
        } else {
            try (QueryRun rest = answer.rest().get()) {
                Answering.stream(
                        request,
                        response,
                        choice.contentType(),
                        out -> pass(answer.begun().plain(), rest.pipe(), out));
            }
        }
    }

    private AnswerCache.Answer unremembered(ReadQuery query, ServerResponse response, Supplier<QueryRun> asking) {
        QueryRun run = asking.get();
        AnswerCache.Answer answer = cache.unremembered(run);
        if (query.federated()) {
            federation.reports().announce(response, run.ledger());
        }
        return answer;
    }

    /** Passes an answer on as it comes. */
    private static void pass(byte[] begun, AnswerPipe rest, OutputStream out) throws IOException {
        out.write(begun);
        try {
            for (Optional<byte[]> piece = rest.next(); piece.isPresent(); piece = rest.next()) {
                out.write(piece.get());
            }
        } catch (ProblemException brokeOff) {
            throw new IOException(brokeOff.getMessage(), brokeOff);
        }
    }

    private static List<String> graphs(SparqlRequest asked) {
        List<String> graphs = new ArrayList<>(asked.defaultGraphs());
        graphs.add("");
        graphs.addAll(asked.namedGraphs());
        return graphs;
    }

    /**
     * Looks at the beginning of an answer, in a turn of its own and for no longer than any query may take.
     *
     * @param revision to be asked
     * @param query    the query
     * @param asked    the same as nobody's request
     * @param shown    how many rows are wanted
     * @throws ProblemException if it cannot be answered
     */
    AnswerSample sample(RevisionLease revision, ReadQuery query, SparqlRequest asked, int shown) {
        AtomicReference<AnswerSample> sample = new AtomicReference<>();
        try (QueryRun run = runs.begin(
                revision,
                (self, out) -> {
                    try (Execution execution = Execution.begin(query, asked, revision, self)) {
                        sample.set(Sampling.of(query, execution, shown));
                    }
                },
                "")) {
            // The bytes are none; what counts is that the run has ended, and how.
            run.pipe().next();
        }
        return sample.get();
    }
}
