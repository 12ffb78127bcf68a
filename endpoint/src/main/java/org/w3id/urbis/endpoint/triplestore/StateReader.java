package org.w3id.urbis.endpoint.triplestore;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.store.UnusableRevisionException;
import org.w3id.urbis.endpoint.triplestore.StoreClient.Scope;
import org.w3id.urbis.endpoint.triplestore.StoreState.Mark;
import org.w3id.urbis.loader.publication.StoreCopy;

/** Asks the store which revision it holds. */
final class StateReader {
    private static final String SUBJECT = "<" + StoreCopy.MARK + ">";
    private static final String PATTERN = SUBJECT + " <" + StoreCopy.HASH + "> ?hash ; <" + StoreCopy.NUMBER
            + "> ?number ; <" + StoreCopy.CREATED + "> ?created ; <" + StoreCopy.QUADS + "> ?quads . <"
            + StoreCopy.EVERYTHING + "> <" + StoreCopy.QUADS
            + "> ?triples .";
    private static final String MARK =
            "SELECT ?hash ?number ?created ?quads ?triples { GRAPH " + SUBJECT + " { " + PATTERN + " } } LIMIT 2";
    private static final String COUNTS =
            "SELECT ?graph (COUNT(*) AS ?count) { GRAPH ?graph { ?s ?p ?o } } GROUP BY ?graph";

    private final StoreClient client;

    StateReader(StoreClient client) {
        this.client = client;
    }

    /**
     * Reads which revision the store says it holds; one cheap query.
     *
     * @return the mark; empty if there is none, or more than one
     * @throws ProblemException          if the store does not answer as it should
     * @throws UnusableRevisionException if the mark is damaged
     */
    Optional<Mark> mark() {
        try (StoreRows rows = client.ask(MARK, Scope.ALL)) {
            if (!rows.hasNext()) {
                return Optional.empty();
            }
            Binding row = rows.next();
            return rows.hasNext() ? Optional.empty() : Optional.of(mark(row));
        }
    }

    private static Mark mark(Binding row) {
        try {
            String hash = text(row, "hash");
            if (!hash.matches("[0-9a-f]{64}")) {
                throw new NumberFormatException("no hash: " + hash);
            }
            return new Mark(
                    hash,
                    Long.parseLong(text(row, "number")),
                    Instant.parse(text(row, "created")),
                    Long.parseLong(text(row, "quads")),
                    Long.parseLong(text(row, "triples")));
        } catch (NumberFormatException | DateTimeException damaged) {
            throw new UnusableRevisionException(
                    "The graph <" + StoreCopy.MARK + "> of the store does not say which revision it holds. Put there"
                            + " what \"urbis export --for-store\" wrote.",
                    damaged);
        }
    }

    /**
     * Counts what the store holds, which may take a while.
     *
     * @throws ProblemException          if the store does not answer as it should
     * @throws UnusableRevisionException if it does not hold as many statements as its mark says
     */
    StoreState state(Mark mark) {
        SortedMap<String, Long> graphs = new TreeMap<>();
        try (StoreRows rows = client.ask(COUNTS, Scope.ALL)) {
            while (rows.hasNext()) {
                Binding row = rows.next();
                graphs.put(row.get(Var.alloc("graph")).toString(), Long.parseLong(text(row, "count")));
            }
        }
        graphs.remove(StoreCopy.MARK);
        long everything =
                Optional.ofNullable(graphs.remove(StoreCopy.EVERYTHING)).orElse(0L);
        StoreState state = new StoreState(mark, graphs);
        if (state.counted() != mark.quads() || everything != mark.triples()) {
            throw new UnusableRevisionException(
                    ("The store holds %d statements, %d of them different, but revision %d, which it says it is, has"
                                    + " %d, %d of them different. Put the whole of it there again, and nothing else.")
                            .formatted(state.counted(), everything, mark.number(), mark.quads(), mark.triples()));
        }
        return state;
    }

    private static String text(Binding row, String variable) {
        Node value = row.get(Var.alloc(variable));
        return value != null && value.isLiteral() ? value.getLiteralLexicalForm() : "";
    }
}
