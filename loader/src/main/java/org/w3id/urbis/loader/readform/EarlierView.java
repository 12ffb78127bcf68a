package org.w3id.urbis.loader.readform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.w3id.urbis.loader.statement.ReadOnlyDataset;

/** Some statements of an earlier revision, and a few others with them. */
public final class EarlierView extends ReadOnlyDataset {

    /** What is seen. */
    public enum Which {
        /** The earlier revision. */
        BEFORE,
        /** The revision that is to be. */
        AFTER,
        /** All that one of the two holds. */
        BOTH
    }

    /** Which statements of the earlier revision are seen. */
    interface Seen {
        /** Whether a triple that stands in a graph is seen there, both by their numbers. */
        boolean isSeen(int triple, int graph);
    }

    private final ReadForm form;
    private final Seen seen;
    /** What came: it is little, and copied when the view is made. */
    private final Map<Node, Graph> came = new LinkedHashMap<>();

    private final Graph cameMerged = GraphFactory.createGraphMem();

    EarlierView(ReadForm form, Seen seen, Collection<Quad> came) {
        this.form = form;
        this.seen = seen;
        came.forEach(this::come);
    }

    private void come(Quad quad) {
        came.computeIfAbsent(quad.getGraph(), any -> GraphFactory.createGraphMem())
                .add(quad.asTriple());
        cameMerged.add(quad.asTriple());
    }

    private Iterator<Triple> merged(Node subject, Node property, Node value) {
        Iterator<Triple> there = Iter.map(
                Iter.filter(found(GraphChoice.UNION, subject, property, value), this::isSeen), form::statement);
        if (cameMerged.isEmpty()) {
            return there;
        }
        Iterator<Triple> fresh = Iter.filter(
                cameMerged.find(subject, property, value), triple -> !isSeen(triple, GraphChoice.UNION, this::isSeen));
        return Iter.concat(there, fresh);
    }

    private Iterator<Triple> in(Node name, Node subject, Node property, Node value) {
        int graph = form.part(name);
        GraphChoice choice = GraphChoice.of(form.triples(), graph);
        Predicate<TripleCursor> here = at -> seen.isSeen(at.triple(), graph);
        Iterator<Triple> there = Iter.map(Iter.filter(found(choice, subject, property, value), here), form::statement);
        Graph fresh = came.get(name);
        if (fresh == null) {
            return there;
        }
        return Iter.concat(
                there, Iter.filter(fresh.find(subject, property, value), triple -> !isSeen(triple, choice, here)));
    }

    private Iterator<TripleCursor> found(GraphChoice choice, Node subject, Node property, Node value) {
        return ReadFormGraph.Found.in(form, choice, form.part(subject), form.part(property), form.part(value));
    }

    private boolean isSeen(TripleCursor at) {
        Triples triples = form.triples();
        int end = triples.tripleGraphsAt.get(at.triple() + 1);
        for (int place = triples.tripleGraphsAt.get(at.triple()); place < end; place++) {
            if (seen.isSeen(at.triple(), triples.tripleGraphs.get(place))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the read form holds a triple that is seen. */
    private boolean isSeen(Triple triple, GraphChoice where, Predicate<TripleCursor> here) {
        return Iter.filter(found(where, triple.getSubject(), triple.getPredicate(), triple.getObject()), here)
                .hasNext();
    }

    /** A graph of the view; without a name the merge of all. */
    private final class View extends GraphBase {
        private final Node name;

        View(Node name) {
            this.name = name;
        }

        @Override
        protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
            Node subject = pattern.getMatchSubject();
            Node property = pattern.getMatchPredicate();
            Node value = pattern.getMatchObject();
            return WrappedIterator.create(
                    name == null ? merged(subject, property, value) : in(name, subject, property, value));
        }
    }

    @Override
    public Graph getDefaultGraph() {
        return new View(null);
    }

    @Override
    public Graph getGraph(Node name) {
        return Quad.isDefaultGraph(name) || Quad.isUnionGraph(name) ? getDefaultGraph() : new View(name);
    }

    @Override
    public boolean containsGraph(Node name) {
        return Quad.isDefaultGraph(name)
                || Quad.isUnionGraph(name)
                || came.containsKey(name)
                || getGraph(name).contains(Triple.ANY);
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        Set<Node> names = new LinkedHashSet<>(form.graphNames());
        names.addAll(came.keySet());
        names.removeIf(name -> !containsGraph(name));
        return names.iterator();
    }

    @Override
    public long size() {
        return Iter.count(listGraphNodes());
    }

    @Override
    protected Iterator<Quad> findInDftGraph(Node subject, Node property, Node value) {
        return Iter.map(merged(subject, property, value), triple -> Quad.create(Quad.defaultGraphIRI, triple));
    }

    @Override
    protected Iterator<Quad> findInSpecificNamedGraph(Node name, Node subject, Node property, Node value) {
        return Iter.map(
                Quad.isUnionGraph(name) ? merged(subject, property, value) : in(name, subject, property, value),
                triple -> Quad.create(name, triple));
    }

    @Override
    protected Iterator<Quad> findInAnyNamedGraphs(Node subject, Node property, Node value) {
        List<Iterator<Quad>> each = new ArrayList<>();
        listGraphNodes().forEachRemaining(name -> each.add(findInSpecificNamedGraph(name, subject, property, value)));
        return each.stream().reduce(Iter.nullIterator(), Iter::concat);
    }
}
