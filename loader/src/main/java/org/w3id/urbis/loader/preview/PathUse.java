package org.w3id.urbis.loader.preview;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathFactory;
import org.apache.jena.sparql.path.eval.PathEval;

/** Which ways along a path use a given statement. */
final class PathUse {

    private final Graph graph;
    private final Triple statement;

    PathUse(Graph graph, Triple statement) {
        this.graph = graph;
        this.statement = statement;
    }

    /** Whether a path can go by a property at all. */
    static boolean mentions(Path path, Node property) {
        return switch (path) {
            case P_Link link -> link.getNode().equals(property);
            case P_Path1 one -> mentions(one.getSubPath(), property);
            case P_Path2 two -> mentions(two.getLeft(), property) || mentions(two.getRight(), property);
            // Paths by all properties but some.
            default -> true;
        };
    }

    /** The nodes from which a way along the path may use the statement. */
    Set<Node> starts(Path path) {
        return mentions(path, statement.getPredicate()) ? ends(path, true) : Set.of();
    }

    private Set<Node> ends(Path path, boolean front) {
        Set<Node> nodes = new HashSet<>();
        switch (path) {
            case P_Link link -> {
                if (link.getNode().equals(statement.getPredicate())) {
                    nodes.add(front ? statement.getSubject() : statement.getObject());
                }
            }
            case P_Inverse inverse -> nodes.addAll(ends(inverse.getSubPath(), !front));
            case P_Seq sequence -> {
                Path near = front ? sequence.getLeft() : sequence.getRight();
                Path far = front ? sequence.getRight() : sequence.getLeft();
                nodes.addAll(ends(near, front));
                ends(far, front).forEach(node -> nodes.addAll(reached(node, near, front)));
            }
            case P_Path2 either -> {
                nodes.addAll(ends(either.getLeft(), front));
                nodes.addAll(ends(either.getRight(), front));
            }
            case P_Path1 repeated -> {
                Path any = PathFactory.pathZeroOrMore1(repeated.getSubPath());
                ends(repeated.getSubPath(), front).forEach(node -> nodes.addAll(reached(node, any, front)));
            }
            default -> nodes.add(front ? statement.getSubject() : statement.getObject());
        }
        return nodes;
    }

    /** From where a path leads to a node; or, at its other end, where it leads to from there. */
    private Set<Node> reached(Node node, Path path, boolean front) {
        Iterator<Node> found =
                front ? PathEval.evalReverse(graph, node, path, null) : PathEval.eval(graph, node, path, null);
        Set<Node> nodes = new HashSet<>();
        found.forEachRemaining(nodes::add);
        return nodes;
    }
}
