package org.w3id.urbis.shapes;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.util.iterator.ExtendedIterator;

/**
 * A graph that answers no more when its reader's thread has been interrupted. Whatever a constraint does, be it a query
 * that joins everything with everything, it asks a graph again and again.
 */
final class StoppableGraph extends WrappedGraph {

    StoppableGraph(Graph graph) {
        super(graph);
    }

    @Override
    public ExtendedIterator<Triple> find(Triple pattern) {
        stopIfInterrupted();
        return super.find(pattern);
    }

    @Override
    public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
        stopIfInterrupted();
        return super.find(subject, predicate, object);
    }

    @Override
    public boolean contains(Triple triple) {
        stopIfInterrupted();
        return super.contains(triple);
    }

    @Override
    public boolean contains(Node subject, Node predicate, Node object) {
        stopIfInterrupted();
        return super.contains(subject, predicate, object);
    }

    private static void stopIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new ValidationInterruptedException(new InterruptedException());
        }
    }
}
