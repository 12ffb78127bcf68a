package org.w3id.urbis.endpoint.triplestore;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.path.Path;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.store.Counting;
import org.w3id.urbis.endpoint.store.InBlocks;
import org.w3id.urbis.loader.statement.ReadOnlyDataset;

/**
 * One state of the store as Jena's dataset: the default graph itself is empty, and queries see the union of the named graphs in
 * its place, as with revisions of our own.
 *
 * <p>Statements are asked for by subject, as many subjects together as have been met but not been asked for. Whatever comes is
 * of this state; if the store has meanwhile been given another one, it ends in a {@link ProblemException}.
 */
public final class StoreDataset extends ReadOnlyDataset implements Counting, InBlocks {
    private final StoreClient client;
    private final StoreState state;
    private final StoreStatements statements;

    StoreDataset(StoreClient client, StoreState state, long bytes) {
        this.client = client;
        this.state = state;
        this.statements = new StoreStatements(client, state, bytes);
    }

    /**
     * Has the store answer a query.
     *
     * @param query  of which the rows are wanted, also if it is not a SELECT query
     * @param chosen the graphs that the request names, which come before those that the query names; null for none
     * @param ending is given what ends it from another thread
     * @return the rows; after the last it is certain that they are of this state
     * @throws ProblemException if the store does not answer as it should
     */
    public Iterator<Binding> answer(Query query, DatasetDescription chosen, Consumer<Runnable> ending) {
        HandedOn handedOn = HandedOn.of(query, Optional.ofNullable(chosen), state);
        StoreRows rows = reading().opened(client.ask(handedOn.text(), handedOn.scope()));
        ending.accept(rows.ending());
        return new VerifiedRows(rows, client, state.mark().hash());
    }

    @Override
    public long things(Node property, Node value, String space) {
        AtomicLong things = new AtomicLong();
        try (StoreRows rows = client.ask(StoreText.things(property, value, space), StoreClient.Scope.ALL)) {
            new CountedRows(rows, state.mark().hash()).forEach((none, count) -> things.addAndGet(count));
        }
        return things.get();
    }

    @Override
    public Iterator<Node> having(Node property, Node value, String space) {
        return statements.having(property, value, space).iterator();
    }

    @Override
    public void ahead(Collection<Node> things, Collection<Path> paths) {
        statements.ahead(things, paths);
    }

    @Override
    public void expect(Collection<Node> things) {
        things.forEach(reading()::meet);
        things.forEach(statements::about);
    }

    /** The union of all graphs as the default graph, and each graph by its name, to be asked by an engine of ours. */
    public DatasetGraph whole() {
        return DynamicDatasets.dynamicDataset(
                List.of(Quad.unionGraph),
                state.graphs().keySet().stream().map(NodeFactory::createURI).toList(),
                this,
                false);
    }

    Reading reading() {
        return statements.reading();
    }

    @Override
    protected void ended() {
        statements.end();
    }

    @Override
    public Graph getDefaultGraph() {
        return GraphView.createDefaultGraph(this);
    }

    @Override
    public Graph getUnionGraph() {
        return GraphView.createUnionGraph(this);
    }

    @Override
    public Graph getGraph(Node name) {
        if (Quad.isUnionGraph(name)) {
            return getUnionGraph();
        }
        return Quad.isDefaultGraph(name) ? getDefaultGraph() : GraphView.createNamedGraph(this, name);
    }

    @Override
    public boolean containsGraph(Node name) {
        return Quad.isDefaultGraph(name)
                || Quad.isUnionGraph(name)
                || name.isURI() && state.graphs().containsKey(name.getURI());
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        return state.graphs().keySet().stream().map(NodeFactory::createURI).iterator();
    }

    @Override
    public long size() {
        return state.graphs().size();
    }

    @Override
    public boolean contains(Node graph, Node subject, Node property, Node object) {
        boolean anyOfGraph = graph != null && graph.isURI() && !isAny(graph) && !Quad.isUnionGraph(graph);
        if (anyOfGraph && isAny(subject) && isAny(property) && isAny(object)) {
            return containsGraph(graph);
        }
        boolean asked = isAny(subject) && (isAny(object) || !statements.isKnown(or(property), object));
        if (!asked || graph != null && !graph.isURI() && !isAny(graph)) {
            return super.contains(graph, subject, property, object);
        }
        if (isHidden(graph) || Quad.isDefaultGraph(graph == null ? Node.ANY : graph)) {
            return false;
        }
        Node one = anyOfGraph ? graph : Node.ANY;
        try (StoreRows rows =
                client.ask(StoreText.any(one, Node.ANY, or(property), or(object)), StoreClient.Scope.ALL)) {
            return rows.hasNext();
        }
    }

    /** Whether it is no graph of the revision. */
    private boolean isHidden(Node graph) {
        return !isAny(graph) && !Quad.isUnionGraph(graph) && !containsGraph(graph);
    }

    private static boolean isAny(Node term) {
        return term == null || term.equals(Node.ANY);
    }

    private static Node or(Node term) {
        return isAny(term) ? Node.ANY : term;
    }

    @Override
    protected Iterator<Quad> findInDftGraph(Node subject, Node property, Node object) {
        return Iter.nullIterator();
    }

    @Override
    protected Iterator<Quad> findInSpecificNamedGraph(Node graph, Node subject, Node property, Node object) {
        if (isHidden(graph)) {
            return Iter.nullIterator();
        }
        return found(graph, or(subject), or(property), or(object));
    }

    @Override
    protected Iterator<Quad> findInAnyNamedGraphs(Node subject, Node property, Node object) {
        return found(Node.ANY, or(subject), or(property), or(object));
    }

    private Iterator<Quad> found(Node graph, Node subject, Node property, Node object) {
        if (subject.isConcrete()) {
            if (!subject.isURI()) {
                return Iter.nullIterator();
            }
            return among(
                    property.isConcrete() ? statements.about(subject, property) : statements.about(subject),
                    graph,
                    property,
                    object);
        }
        if (object.isBlank()) {
            return Iter.nullIterator();
        }
        Optional<List<Quad>> held = object.isConcrete() ? statements.to(property, object) : Optional.empty();
        return held.map(all -> among(all, graph, property, object))
                .orElseGet(() -> statements.stream(graph, property, object));
    }

    private static Iterator<Quad> among(List<Quad> quads, Node graph, Node property, Node object) {
        if (graph.equals(Node.ANY) && property.equals(Node.ANY) && object.equals(Node.ANY)) {
            return quads.iterator();
        }
        return quads.stream()
                .filter(quad -> (graph.equals(Node.ANY) || graph.equals(quad.getGraph()))
                        && (property.equals(Node.ANY) || property.equals(quad.getPredicate()))
                        && (object.equals(Node.ANY) || object.equals(quad.getObject())))
                .iterator();
    }
}
