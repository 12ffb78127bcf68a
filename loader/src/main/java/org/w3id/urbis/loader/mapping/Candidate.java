package org.w3id.urbis.loader.mapping;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.loader.identity.BaseIri;

/**
 * What is to become the next revision, in memory: the named graphs, and beside them their merge as the default graph, so
 * that queries and shapes see everything at once.
 */
public final class Candidate {

    private final BaseIri base;
    private final DatasetGraph dataset = DatasetGraphFactory.create();
    private long size;

    /**
     * Makes an empty candidate.
     *
     * @param base the base IRI, below which the graphs are named
     */
    public Candidate(BaseIri base) {
        this.base = base;
    }

    /**
     * Adds statements.
     *
     * @param quads statements in named graphs; those that are there already change nothing
     */
    public void add(Collection<Quad> quads) {
        quads.forEach(this::add);
    }

    /**
     * Adds a statement.
     *
     * @param quad a statement in a named graph; if it is there already nothing changes
     */
    public void add(Quad quad) {
        Graph graph = dataset.getGraph(quad.getGraph());
        int before = graph.size();
        graph.add(quad.asTriple());
        size += graph.size() - before;
        dataset.getDefaultGraph().add(quad.asTriple());
    }

    /**
     * Shows the candidate as a dataset to query.
     *
     * @return the named graphs, and their merge as the default graph; not to be changed
     */
    public DatasetGraph dataset() {
        return dataset;
    }

    /**
     * Shows everything as one graph.
     *
     * @return the merge of all named graphs; not to be changed
     */
    public Graph merged() {
        return dataset.getDefaultGraph();
    }

    /**
     * Lists the statements of the named graphs.
     *
     * @return all quads, in no particular order
     */
    public Stream<Quad> quads() {
        Iterable<Quad> all = () -> dataset.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
        return StreamSupport.stream(all.spliterator(), false);
    }

    /**
     * Lists the named graphs that hold something.
     *
     * @return their names, sorted
     */
    public List<Node> graphs() {
        Iterator<Node> names = dataset.listGraphNodes();
        Iterable<Node> all = () -> names;
        return StreamSupport.stream(all.spliterator(), false)
                .filter(name -> !dataset.getGraph(name).isEmpty())
                .sorted((one, other) -> one.getURI().compareTo(other.getURI()))
                .toList();
    }

    /**
     * Counts the statements of one graph.
     *
     * @param graph its name
     * @return how many there are, 0 if there is no such graph
     */
    public long size(Node graph) {
        return dataset.containsGraph(graph) ? dataset.getGraph(graph).size() : 0;
    }

    /**
     * Counts the statements of all named graphs.
     *
     * @return how many quads there are
     */
    public long size() {
        return size;
    }

    /**
     * The base IRI.
     *
     * @return below what the graphs are named
     */
    public BaseIri base() {
        return base;
    }
}
