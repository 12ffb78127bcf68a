package org.w3id.urbis.loader.statement;

import java.util.Iterator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.DatasetGraphBaseFind;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Transactional;
import org.apache.jena.sparql.core.TransactionalNull;

/** Statements as Jena's dataset, to be read: the named graphs, and their merge as the default graph. */
final class StatementDataset extends DatasetGraphBaseFind {

    private final Statements statements;
    private final Transactional transactions = TransactionalNull.create();

    StatementDataset(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Graph getDefaultGraph() {
        return new StatementGraph(statements, null);
    }

    @Override
    public Graph getGraph(Node name) {
        return Quad.isDefaultGraph(name) || Quad.isUnionGraph(name)
                ? getDefaultGraph()
                : new StatementGraph(statements, name);
    }

    @Override
    public boolean containsGraph(Node name) {
        return Quad.isDefaultGraph(name) || Quad.isUnionGraph(name) || statements.size(name) > 0;
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        return statements.names().iterator();
    }

    @Override
    public long size() {
        return statements.graphs().length;
    }

    @Override
    protected Iterator<Quad> findInDftGraph(Node subject, Node property, Node value) {
        return getDefaultGraph()
                .find(subject, property, value)
                .mapWith(triple -> Quad.create(Quad.defaultGraphIRI, triple));
    }

    @Override
    protected Iterator<Quad> findInSpecificNamedGraph(Node name, Node subject, Node property, Node value) {
        return getGraph(name).find(subject, property, value).mapWith(triple -> Quad.create(name, triple));
    }

    @Override
    protected Iterator<Quad> findInAnyNamedGraphs(Node subject, Node property, Node value) {
        Statements.Rows rows = statements.find(
                Statements.EACH, statements.part(subject), statements.part(property), statements.part(value));
        return new RowIterator<>(rows, statements::quad);
    }

    @Override
    public PrefixMap prefixes() {
        return PrefixMapFactory.emptyPrefixMap();
    }

    @Override
    public void addGraph(Node name, Graph graph) {
        throw readOnly();
    }

    @Override
    public void removeGraph(Node name) {
        throw readOnly();
    }

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("Statements are added one by one");
    }

    @Override
    public boolean supportsTransactions() {
        return false;
    }

    @Override
    public void begin(TxnType type) {
        transactions.begin(type);
    }

    @Override
    public void begin(ReadWrite mode) {
        transactions.begin(mode);
    }

    @Override
    public boolean promote(Promote mode) {
        return false;
    }

    @Override
    public void commit() {
        transactions.commit();
    }

    @Override
    public void abort() {
        transactions.abort();
    }

    @Override
    public void end() {
        transactions.end();
    }

    @Override
    public ReadWrite transactionMode() {
        return transactions.transactionMode();
    }

    @Override
    public TxnType transactionType() {
        return transactions.transactionType();
    }

    @Override
    public boolean isInTransaction() {
        return transactions.isInTransaction();
    }
}
