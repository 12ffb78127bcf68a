package org.w3id.urbis.loader.preview;

import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.iterator.IteratorCloseable;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphNull;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;

/**
 * A dataset as it would be with some statements more and some less: a view, in which nothing is copied but these. The default
 * graph is the union of the named graphs.
 *
 * <p>Read in the transaction that the caller has opened on the dataset below.
 */
final class AmendedDataset extends DatasetGraphNull {

    private final DatasetGraph published;
    private final DatasetGraph added = DatasetGraphFactory.create();
    private final Set<Quad> gained = new LinkedHashSet<>();
    private final Set<Quad> lost = new LinkedHashSet<>();

    AmendedDataset(DatasetGraph published) {
        this.published = published;
    }

    /** Adds a statement; one that was taken away comes back. */
    void gain(Quad quad) {
        if (!lost.remove(quad) && !published.contains(quad) && gained.add(quad)) {
            added.add(quad);
        }
    }

    /** Takes a statement away; one that is not there changes nothing. */
    void lose(Quad quad) {
        if (gained.remove(quad)) {
            added.delete(quad);
        } else if (published.contains(quad)) {
            lost.add(quad);
        }
    }

    /** The statements that are not in the dataset below. */
    Set<Quad> gained() {
        return Collections.unmodifiableSet(gained);
    }

    /** The statements of the dataset below that are not in this one. */
    Set<Quad> lost() {
        return Collections.unmodifiableSet(lost);
    }

    @Override
    protected Iterator<Quad> findInDftGraph(Node subject, Node predicate, Node object) {
        Iterator<Quad> all = findInAnyNamedGraphs(subject, predicate, object);
        return Iter.iter(all).map(Quad::asTriple).distinct().map(triple -> Quad.create(Quad.defaultGraphIRI, triple));
    }

    @Override
    protected Iterator<Quad> findInSpecificNamedGraph(Node graph, Node subject, Node predicate, Node object) {
        return find(graph, subject, predicate, object, published, added);
    }

    @Override
    protected Iterator<Quad> findInAnyNamedGraphs(Node subject, Node predicate, Node object) {
        return find(Node.ANY, subject, predicate, object, published, added);
    }

    private Iterator<Quad> find(
            Node graph, Node subject, Node predicate, Node object, DatasetGraph below, DatasetGraph beside) {
        Iterator<Quad> there = below.findNG(graph, subject, predicate, object);
        Iterator<Quad> left = lost.isEmpty() ? there : Iter.filter(there, quad -> !lost.contains(quad));
        return gained.isEmpty()
                ? left
                : new Both(
                        Iter.toList(beside.findNG(graph, subject, predicate, object))
                                .iterator(),
                        left);
    }

    /** One after the other. Unlike Jena's, it may be closed before anything is read and after everything is. */
    private static final class Both implements IteratorCloseable<Quad> {

        private final Iterator<Quad> first;
        private final Iterator<Quad> second;

        Both(Iterator<Quad> first, Iterator<Quad> second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public boolean hasNext() {
            return first.hasNext() || second.hasNext();
        }

        @Override
        public Quad next() {
            return first.hasNext() ? first.next() : second.next();
        }

        @Override
        public void close() {
            Iter.close(first);
            Iter.close(second);
        }
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        Set<Node> names = new HashSet<>();
        published.listGraphNodes().forEachRemaining(names::add);
        gained.forEach(quad -> names.add(quad.getGraph()));
        names.removeIf(name -> !containsGraph(name));
        return names.iterator();
    }

    @Override
    public boolean containsGraph(Node graph) {
        return contains(graph, Node.ANY, Node.ANY, Node.ANY);
    }

    @Override
    public Graph getDefaultGraph() {
        return GraphView.createDefaultGraph(this);
    }

    @Override
    public Graph getUnionGraph() {
        return GraphView.createDefaultGraph(this);
    }

    @Override
    public Graph getGraph(Node graph) {
        return GraphView.createNamedGraph(this, graph);
    }

    @Override
    protected Graph createGraph() {
        return getDefaultGraph();
    }

    @Override
    public PrefixMap prefixes() {
        return published.prefixes();
    }

    /** Whether some graph has a statement. */
    boolean states(Triple triple) {
        return contains(Node.ANY, triple.getSubject(), triple.getPredicate(), triple.getObject());
    }
}
