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
        Statements.Rows rows = statements.find(
                graph(),
                statements.part(pattern.getMatchSubject()),
                statements.part(pattern.getMatchPredicate()),
                statements.part(pattern.getMatchObject()));
        Node subject = known(pattern.getMatchSubject());
        Node property = known(pattern.getMatchPredicate());
        Node value = known(pattern.getMatchObject());
        return WrappedIterator.create(new RowIterator<>(
                rows,
                row -> Triple.create(
                        subject == null ? statements.term(statements.subject(row)) : subject,
                        property == null ? statements.term(statements.property(row)) : property,
                        value == null ? statements.term(statements.value(row)) : value)));
    }

    /** What is asked for need not be read off the rows that are found. */
    private static Node known(Node part) {
        return part == null || !part.isConcrete() ? null : part;
    }

    @Override
    protected boolean graphBaseContains(Triple triple) {
        Statements.Rows rows = statements.find(
                name == null ? Statements.EACH : graph(),
                statements.part(triple.getMatchSubject()),
                statements.part(triple.getMatchPredicate()),
                statements.part(triple.getMatchObject()));
        return rows.next() >= 0;
    }

    @Override
    protected int graphBaseSize() {
        return name == null ? statements.triples() : statements.size(name);
    }
}
