package org.w3id.urbis.loader.readform;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sys.JenaSystem;
import org.w3id.urbis.loader.statement.ReadOnlyDataset;

/**
 * A read form as Jena's dataset. As with the store, the default graph itself is empty, and queries see the union of the
 * named graphs in its place.
 */
final class ReadFormDataset extends ReadOnlyDataset {
    static {
        // Whoever opens a read form may have used nothing of Jena before; its parts are only made in its own order.
        JenaSystem.init();
    }

    private final ReadForm form;

    ReadFormDataset(ReadForm form) {
        this.form = form;
        QC.setFactory(getContext(), ReadFormExecutor::new);
        ReadFormEngine.enlist();
    }

    ReadForm form() {
        return form;
    }

    @Override
    public Graph getDefaultGraph() {
        return new ReadFormGraph(form, GraphChoice.NONE);
    }

    @Override
    public Graph getUnionGraph() {
        return new ReadFormGraph(form, GraphChoice.UNION);
    }

    @Override
    public Graph getGraph(Node name) {
        if (Quad.isUnionGraph(name)) {
            return getUnionGraph();
        }
        return Quad.isDefaultGraph(name)
                ? getDefaultGraph()
                : new ReadFormGraph(form, GraphChoice.of(form.triples(), form.part(name)));
    }

    @Override
    public boolean containsGraph(Node name) {
        return Quad.isDefaultGraph(name)
                || Quad.isUnionGraph(name)
                || GraphChoice.of(form.triples(), form.part(name)) != GraphChoice.NONE;
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        return form.graphNames().iterator();
    }

    @Override
    public long size() {
        return form.graphs().limit();
    }

    @Override
    protected Iterator<Quad> findInDftGraph(Node subject, Node property, Node value) {
        return Iter.nullIterator();
    }

    @Override
    protected Iterator<Quad> findInSpecificNamedGraph(Node graph, Node subject, Node property, Node value) {
        GraphChoice choice =
                Quad.isUnionGraph(graph) ? GraphChoice.UNION : GraphChoice.of(form.triples(), form.part(graph));
        return Iter.map(found(choice, subject, property, value), at -> quad(graph, at));
    }

    private Iterator<TripleCursor> found(GraphChoice choice, Node subject, Node property, Node value) {
        return ReadFormGraph.Found.in(form, choice, form.part(subject), form.part(property), form.part(value));
    }

    @Override
    protected Iterator<Quad> findInAnyNamedGraphs(Node subject, Node property, Node value) {
        Iterator<TripleCursor> found = found(GraphChoice.UNION, subject, property, value);
        Triples triples = form.triples();
        return new Iterator<>() {
            private TripleCursor at;
            private int graph;
            private int end;

            @Override
            public boolean hasNext() {
                return graph < end || found.hasNext();
            }

            @Override
            public Quad next() {
                if (graph >= end) {
                    if (!found.hasNext()) {
                        throw new NoSuchElementException();
                    }
                    at = found.next();
                    graph = triples.tripleGraphsAt.get(at.triple());
                    end = triples.tripleGraphsAt.get(at.triple() + 1);
                }
                return quad(form.terms().term(triples.tripleGraphs.get(graph++)), at);
            }
        };
    }

    private Quad quad(Node graph, TripleCursor at) {
        Terms terms = form.terms();
        return Quad.create(graph, terms.term(at.subject()), terms.term(at.property()), terms.term(at.value()));
    }
}
