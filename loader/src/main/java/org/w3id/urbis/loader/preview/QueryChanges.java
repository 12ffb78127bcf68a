package org.w3id.urbis.loader.preview;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.loader.publication.Store;
import org.w3id.urbis.loader.reach.Reach;
import org.w3id.urbis.queries.CatalogueQuery;
import org.w3id.urbis.queries.QueryCatalogue;

/**
 * The questions of the catalogue whose answers would change. Those that look for nothing of what changes are not asked, for
 * their answers cannot; the others are asked before and after, as long as there is time.
 *
 * @param changed  those whose answers would change
 * @param notAsked the names of those whose answers may change, for which there was no time
 */
record QueryChanges(List<QueryChange> changed, List<String> notAsked) {

    private static final Logger LOG = LoggerFactory.getLogger(QueryChanges.class);

    /** Longer answers are taken for not asked. */
    private static final int MOST_ROWS = 20_000;

    static {
        Reach.enlist();
    }

    static QueryChanges of(QueryCatalogue catalogue, Amendment amendment, Collection<Quad> quads, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        List<QueryChange> changed = new ArrayList<>();
        List<String> notAsked = new ArrayList<>();
        for (CatalogueQuery question : catalogue.queries()) {
            if (question.isFederated()) {
                // What others say does not change by an entry, and is not asked for because of one.
                continue;
            }
            Query query = question.query();
            Patterns patterns = Patterns.of(query);
            if (quads.stream().anyMatch(patterns::mayUse)) {
                Optional<Map<String, Long>> before = answer(query, amendment.before(), end);
                Optional<Map<String, Long>> after =
                        before.isEmpty() ? Optional.empty() : answer(query, amendment.after(), end);
                if (after.isEmpty()) {
                    notAsked.add(question.name());
                } else if (!before.equals(after)) {
                    changed.add(new QueryChange(
                            question.name(),
                            question.summary(),
                            more(after.get(), before.get()),
                            more(before.get(), after.get())));
                }
            }
        }
        return new QueryChanges(List.copyOf(changed), List.copyOf(notAsked));
    }

    /** How often each row comes; empty if it takes too long, or there are too many. */
    private static Optional<Map<String, Long>> answer(Query query, DatasetGraph dataset, long end) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
            return Optional.empty();
        }
        Context context = ARQ.getContext().copy();
        Store.askWholeGraph(context);
        Map<String, Long> rows = new HashMap<>();
        boolean isWhole = false;
        try (QueryExec execution = QueryExec.dataset(dataset)
                .query(query)
                .context(context)
                .timeout(left, TimeUnit.MILLISECONDS)
                .build()) {
            if (query.isAskType()) {
                rows.put("", execution.ask() ? 1L : 0L);
            } else if (query.isSelectType()) {
                // The order in which a row holds its values depends on how it was found.
                execution
                        .select()
                        .forEachRemaining(row -> count(
                                rows,
                                query.getProjectVars().stream().map(row::get).toList()));
            } else if (query.isConstructType()) {
                execution.constructQuads().forEachRemaining(quad -> count(rows, quad));
            } else {
                execution.describe().find().forEachRemaining(triple -> count(rows, triple));
            }
            isWhole = true;
        } catch (QueryCancelledException tooLongOrTooMany) {
            return Optional.empty();
        } catch (RuntimeException failed) {
            // A join of Jena's that is closed before it has begun fails in closing itself: what was read stands.
            LOG.debug("A question ended badly", failed);
            return isWhole ? Optional.of(rows) : Optional.empty();
        }
        return Optional.of(rows);
    }

    private static void count(Map<String, Long> rows, Object row) {
        rows.merge(row.toString(), 1L, Long::sum);
        if (rows.size() > MOST_ROWS) {
            throw new QueryCancelledException();
        }
    }

    private static long more(Map<String, Long> some, Map<String, Long> others) {
        return some.entrySet().stream()
                .mapToLong(row -> Math.max(0, row.getValue() - others.getOrDefault(row.getKey(), 0L)))
                .sum();
    }
}
