package org.w3id.urbis.loader.mapping;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.statement.Statements;

/**
 * What is to become the next revision, in memory: the named graphs, and beside them their merge as the default graph, so
 * that queries and shapes see everything at once.
 */
public final class Candidate {

    private final BaseIri base;
    private final Statements statements = new Statements();

    /**
     * Makes an empty candidate.
     *
     * @param base the base IRI, below which the graphs are named
     */
    public Candidate(BaseIri base) {
        this.base = base;
    }

    /**
     * Adds statements; several threads may do so.
     *
     * @param quads statements in named graphs; those that are there already change nothing
     */
    public void add(Collection<Quad> quads) {
        synchronized (statements) {
            quads.forEach(statements::add);
        }
    }

    /**
     * Adds a statement.
     *
     * @param quad a statement in a named graph; if it is there already nothing changes
     */
    public void add(Quad quad) {
        statements.add(quad);
    }

    /**
     * Shows the candidate as a dataset to query.
     *
     * @return the named graphs, and their merge as the default graph; not to be changed
     */
    public DatasetGraph dataset() {
        return statements.dataset();
    }

    /**
     * Shows everything as one graph.
     *
     * @return the merge of all named graphs; not to be changed
     */
    public Graph merged() {
        return statements.merged();
    }

    /**
     * Shows the statements of the named graphs.
     *
     * @return all of them; not to be changed
     */
    public Statements statements() {
        return statements;
    }

    /**
     * Lists the statements of the named graphs.
     *
     * @return all quads, in no particular order
     */
    public Stream<Quad> quads() {
        return statements.quads();
    }

    /**
     * Lists the named graphs that hold something.
     *
     * @return their names, sorted
     */
    public List<Node> graphs() {
        return statements.names().stream()
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
        return statements.size(graph);
    }

    /**
     * Counts the statements of all named graphs.
     *
     * @return how many quads there are
     */
    public long size() {
        return statements.size();
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
