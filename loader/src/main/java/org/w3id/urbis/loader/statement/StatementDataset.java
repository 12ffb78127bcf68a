package org.w3id.urbis.loader.statement;

import java.util.Iterator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** Statements as Jena's dataset, to be read: the named graphs, and their merge as the default graph. */
final class StatementDataset extends ReadOnlyDataset {

    private final Statements statements;

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
        Asked asked = new Asked(statements, subject, property, value);
        return new RowIterator<>(asked.rows(Statements.EACH), asked::quad);
    }

    /** Not while statements are still added. */
    @Override
    public boolean supportsTransactions() {
        return false;
    }
}
