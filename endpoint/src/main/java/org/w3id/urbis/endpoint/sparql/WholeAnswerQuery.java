package org.w3id.urbis.endpoint.sparql;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.w3id.urbis.endpoint.store.RevisionLease;

/**
 * Fuseki's query service with two promises more: the revision stays open while an answer is made from it, and an
 * answer that is stopped half-way is an error.
 *
 * <p>Fuseki's own way, when time runs out between two rows, is to add a remark and to end the document as if it were
 * whole. Here the cancellation becomes an error that {@link BrokenAnswerFilter} sees.
 */
final class WholeAnswerQuery extends SPARQL_QueryDataset {
    private static final int TIMED_OUT = 503;
    private static final int GONE = 503;

    private final Function<String, Optional<RevisionLease>> revisions;
    private final Duration longest;
    private final ScheduledExecutorService clock;

    /**
     * Prepares the service.
     *
     * @param revisions leases the revision that a dataset name stands for
     * @param longest   longest a query may run; ARQ's own clock cannot stop one that has not yet begun to give rows
     * @param clock     tells when that time is up
     */
    WholeAnswerQuery(
            Function<String, Optional<RevisionLease>> revisions, Duration longest, ScheduledExecutorService clock) {
        this.revisions = revisions;
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    protected void execute(String queryString, HttpAction action) {
        Optional<RevisionLease> lease = revisions.apply(action.getDatasetName());
        if (lease.isEmpty()) {
            throw new ActionErrorException(GONE, "This revision has been closed", null);
        }
        AtomicBoolean stop = new AtomicBoolean();
        action.getContext().set(ARQConstants.symCancelQuery, stop);
        ScheduledFuture<?> timeUp = clock.schedule(() -> stop.set(true), longest.toMillis(), TimeUnit.MILLISECONDS);
        try (RevisionLease held = lease.get()) {
            super.execute(queryString, action);
        } finally {
            timeUp.cancel(false);
        }
    }

    @Override
    protected void sendResults(HttpAction action, QueryExecResult result, Prologue prologue) {
        QueryExecResult checked = result.isRowSet() ? new QueryExecResult(new WholeRows(result.rowSet())) : result;
        try {
            super.sendResults(action, checked, prologue);
        } catch (QueryCancelledException outOfTime) {
            throw timedOut();
        }
    }

    /** Without the cause: a cancelled query is no fault of the server, and Fuseki would log each with its stack. */
    private static ActionErrorException timedOut() {
        return new ActionErrorException(TIMED_OUT, "Query timed out", null);
    }

    /** Rows whose cancellation is not the kind of exception that the writers take for an end. */
    private record WholeRows(RowSet rows) implements RowSet {
        @Override
        public boolean hasNext() {
            try {
                return rows.hasNext();
            } catch (QueryCancelledException outOfTime) {
                throw timedOut();
            }
        }

        @Override
        public Binding next() {
            try {
                return rows.next();
            } catch (QueryCancelledException outOfTime) {
                throw timedOut();
            }
        }

        @Override
        public List<Var> getResultVars() {
            return rows.getResultVars();
        }

        @Override
        public long getRowNumber() {
            return rows.getRowNumber();
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
