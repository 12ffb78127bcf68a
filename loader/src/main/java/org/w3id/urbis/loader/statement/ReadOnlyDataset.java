package org.w3id.urbis.loader.statement;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.DatasetGraphBaseFind;
import org.apache.jena.sparql.core.Transactional;
import org.apache.jena.sparql.core.TransactionalNull;

/**
 * A dataset of Jena's that is looked at and never written: it has no prefixes, and its transactions hold nothing back, as there
 * is nothing that changes. To add or remove a graph ends in {@link UnsupportedOperationException}.
 */
public abstract class ReadOnlyDataset extends DatasetGraphBaseFind {
    private final Transactional transactions = TransactionalNull.create();

    @Override
    public final PrefixMap prefixes() {
        return PrefixMapFactory.emptyPrefixMap();
    }

    @Override
    public final void addGraph(Node name, Graph graph) {
        throw readOnly();
    }

    @Override
    public final void removeGraph(Node name) {
        throw readOnly();
    }

    private UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException(getClass().getSimpleName() + " is only read");
    }

    @Override
    public boolean supportsTransactions() {
        return true;
    }

    @Override
    public final void begin(TxnType type) {
        transactions.begin(type);
    }

    @Override
    public final void begin(ReadWrite mode) {
        transactions.begin(mode);
    }

    @Override
    public final boolean promote(Promote mode) {
        return false;
    }

    @Override
    public final void commit() {
        transactions.commit();
    }

    @Override
    public final void abort() {
        transactions.abort();
    }

    @Override
    public final void end() {
        transactions.end();
        ended();
    }

    /** Lets go of what a transaction of this thread has held; nothing, unless a dataset says otherwise. */
    protected void ended() {
        // What is looked at in memory or in files is not held.
    }

    @Override
    public final ReadWrite transactionMode() {
        return transactions.transactionMode();
    }

    @Override
    public final TxnType transactionType() {
        return transactions.transactionType();
    }

    @Override
    public final boolean isInTransaction() {
        return transactions.isInTransaction();
    }
}
