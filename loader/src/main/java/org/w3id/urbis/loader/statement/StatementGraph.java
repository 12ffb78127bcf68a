package org.w3id.urbis.loader.statement;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/** One graph of some statements, or the merge of all. */
final class StatementGraph extends GraphBase {

    private final Statements statements;
    private final Node name;

    /**
     * Looks at a graph.
     *
     * @param name its name; null for the merge of all
     */
    StatementGraph(Statements statements, Node name) {
        this.statements = statements;
        this.name = name;
    }

    private int graph() {
        return name == null ? Statements.ANY : statements.terms.of(name);
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        Asked asked = asked(pattern);
        return WrappedIterator.create(new RowIterator<>(asked.rows(graph()), asked::triple));
    }

    private Asked asked(Triple pattern) {
        return new Asked(statements, pattern.getMatchSubject(), pattern.getMatchPredicate(), pattern.getMatchObject());
    }

    @Override
    protected boolean graphBaseContains(Triple triple) {
        return asked(triple).rows(name == null ? Statements.EACH : graph()).next() >= 0;
    }

    @Override
    protected int graphBaseSize() {
        return name == null ? statements.triples() : statements.size(name);
    }
}
