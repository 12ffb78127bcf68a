package org.w3id.urbis.shapes;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;

/** For some focus nodes, which SPARQL constraints they may violate. */
final class Screening {

    private final Map<Constraint, Set<Node>> cleared = new IdentityHashMap<>();

    /** Asks about the nodes of some tasks. */
    Screening(ShapeLibrary library, List<ShapeValidation.Task> tasks, Graph all) {
        Map<Shape, List<ShapeValidation.Task>> byShape = tasks.stream()
                .collect(Collectors.groupingBy(ShapeValidation.Task::shape, HashMap::new, Collectors.toList()));
        byShape.forEach((shape, its) -> {
            if (!(shape instanceof PropertyShape)) {
                Set<Node> nodes = its.stream().map(ShapeValidation.Task::node).collect(Collectors.toUnmodifiableSet());
                shape.getConstraints().forEach(constraint -> ask(library, constraint, nodes, all));
            }
        });
    }

    private void ask(ShapeLibrary library, Constraint constraint, Set<Node> nodes, Graph all) {
        Optional<SparqlScreen> screen = library.screen(constraint);
        if (screen.isPresent()) {
            Set<Node> found = screen.get().suspects(nodes, all);
            // Of two shapes with one constraint each may have nodes that the other has not.
            cleared.merge(constraint, without(nodes, found), Screening::both);
        }
    }

    private static Set<Node> without(Set<Node> nodes, Set<Node> found) {
        return nodes.stream().filter(node -> !found.contains(node)).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Node> both(Set<Node> one, Set<Node> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a node may violate a constraint; true also if nobody asked. */
    boolean isSuspect(Constraint constraint, Node node) {
        Set<Node> fine = cleared.get(constraint);
        return fine == null || !fine.contains(node);
    }
}
