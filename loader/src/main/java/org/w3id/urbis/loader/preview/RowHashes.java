package org.w3id.urbis.loader.preview;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.loader.publication.Store;
import org.w3id.urbis.loader.reach.Reach;

/**
 * An answer, kept as far as is needed to tell by which rows another one differs: a number for each row. That two rows have
 * the same number does not happen to who does not look for it.
 */
final class RowHashes {

    private static final Logger LOG = LoggerFactory.getLogger(RowHashes.class);

    /** Longer answers are not compared. */
    private static final int MOST_ROWS = 100_000;

    private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    static {
        Reach.enlist();
    }

    private long[] sorted = new long[16];
    private int size;

    private RowHashes() {}

    /**
     * Asks a question.
     *
     * @param query    the question
     * @param dataset  what is asked, read in the transaction of the caller
     * @param patience for how long, in nanoseconds
     * @return the answer; empty if it takes longer, or has too many rows
     */
    static Optional<RowHashes> of(Query query, DatasetGraph dataset, long patience) {
        long millis = TimeUnit.NANOSECONDS.toMillis(patience);
        if (millis <= 0) {
            return Optional.empty();
        }
        long end = System.nanoTime() + patience;
        try {
            return Optional.of(asked(query, dataset, context(dataset instanceof AmendedDataset), millis));
        } catch (QueryCancelledException tooLongOrTooMany) {
            return Optional.empty();
        } catch (RuntimeException failed) {
            LOG.debug("A question failed and is asked once more, with care", failed);
        }
        try {
            return Optional.of(
                    asked(query, dataset, context(true), Math.max(1, (end - System.nanoTime()) / 1_000_000)));
        } catch (QueryCancelledException tooLongOrTooMany) {
            return Optional.empty();
        } catch (RuntimeException failed) {
            LOG.warn("A question of the catalogue cannot be asked in a preview", failed);
            return Optional.empty();
        }
    }

    /** Of a whole dataset, its own way to answer is quicker, and hardly ever fails. */
    private static Context context(boolean careful) {
        Context context = ARQ.getContext().copy();
        Store.askWholeGraph(context);
        if (careful) {
            QC.setFactory(context, CarefulExecutor::new);
        }
        return context;
    }

    private static RowHashes asked(Query query, DatasetGraph dataset, Context context, long millis) {
        RowHashes answer = new RowHashes();
        try (QueryExec execution = QueryExec.dataset(dataset)
                .query(query)
                .context(context)
                .timeout(millis, TimeUnit.MILLISECONDS)
                .build()) {
            answer.read(query, execution);
        }
        return answer.inOrder();
    }

    private void read(Query query, QueryExec execution) {
        if (query.isAskType()) {
            if (execution.ask()) {
                add(PRIME);
            }
        } else if (query.isSelectType()) {
            // The order in which a row holds its values depends on how it was found.
            List<Var> columns = query.getProjectVars();
            execution.select().forEachRemaining(row -> {
                long hash = OFFSET_BASIS;
                for (Var column : columns) {
                    hash = hash(hash, row.get(column));
                }
                add(hash);
            });
        } else if (query.isConstructType()) {
            add(execution.constructTriples());
        } else {
            add(execution.describe().find());
        }
    }

    private void add(Iterator<Triple> triples) {
        triples.forEachRemaining(triple ->
                add(hash(hash(hash(OFFSET_BASIS, triple.getSubject()), triple.getPredicate()), triple.getObject())));
    }

    /** What a query makes without a name is called otherwise each time. */
    private static long hash(long before, Node node) {
        String text = node == null ? "" : node.isBlank() ? "_:" : node.toString();
        long hash = before;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return (hash ^ Character.MAX_VALUE) * PRIME;
    }

    private void add(long hash) {
        if (size == MOST_ROWS) {
            throw new QueryCancelledException();
        }
        if (size == sorted.length) {
            sorted = Arrays.copyOf(sorted, size * 2);
        }
        sorted[size++] = hash;
    }

    private RowHashes inOrder() {
        sorted = Arrays.copyOf(sorted, size);
        Arrays.sort(sorted);
        return this;
    }

    /** How many rows this answer has more than another, each counted as often as it comes. */
    long more(RowHashes other) {
        long more = 0;
        int at = 0;
        for (long row : sorted) {
            while (at < other.size && other.sorted[at] < row) {
                at++;
            }
            if (at < other.size && other.sorted[at] == row) {
                at++;
            } else {
                more++;
            }
        }
        return more;
    }
}
