package org.w3id.urbis.endpoint.sparql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** What DESCRIBE answers: of each thing all statements about it, and about the blank nodes in them. */
final class Described {
    private final DatasetGraph scope;
    private final Set<Node> known = new HashSet<>();

    Described(DatasetGraph scope) {
        this.scope = scope;
    }

    /** The statements about what a query names or finds, thing by thing and each but once. */
    Iterator<Triple> triples(Query query, Iterator<Binding> rows) {
        List<Var> variables = query.getResultVars().stream().map(Var::alloc).toList();
        Iterator<Node> found = Iter.flatMap(rows, row -> variables.stream()
                .map(row::get)
                .filter(node -> node != null && !node.isLiteral())
                .iterator());
        Iterator<Node> named = List.copyOf(query.getResultURIs()).iterator();
        return Iter.flatMap(Iter.filter(Iter.concat(named, found), known::add), this::about);
    }

    private Iterator<Triple> about(Node thing) {
        Deque<Node> open = new ArrayDeque<>(List.of(thing));
        return Iter.flatMap(
                new Iterator<Node>() {
                    @Override
                    public boolean hasNext() {
                        return !open.isEmpty();
                    }

                    @Override
                    public Node next() {
                        return open.remove();
                    }
                },
                subject -> {
                    // One statement may stand in several graphs.
                    Set<Triple> statements = new HashSet<>();
                    return Iter.map(
                            Iter.filter(
                                    scope.find(Node.ANY, subject, Node.ANY, Node.ANY),
                                    quad -> statements.add(quad.asTriple())),
                            quad -> follow(quad, open));
                });
    }

    private Triple follow(Quad quad, Deque<Node> open) {
        Node value = quad.getObject();
        if (value.isBlank() && known.add(value)) {
            open.add(value);
        }
        return quad.asTriple();
    }
}
