package org.w3id.urbis.shapes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;

/** For some focus nodes, which SPARQL constraints they may violate. */
final class Screening {

    private final Map<Constraint, List<Supplier<Asked>>> cleared = new IdentityHashMap<>();
    private final List<Supplier<Asked>> asked = new ArrayList<>();

    /** The nodes that were asked about, and those of them that may violate the constraint. */
    private record Asked(Set<Node> nodes, Set<Node> suspects) {
        boolean isCleared(Node node) {
            return nodes.contains(node) && !suspects.contains(node);
        }
    }

    /** Asks about the nodes of some tasks, or lets another thread begin to. */
    Screening(ShapeLibrary library, List<ShapeValidation.Task> tasks, Graph all, Beside beside) {
        Map<Shape, List<ShapeValidation.Task>> byShape = tasks.stream()
                .collect(Collectors.groupingBy(ShapeValidation.Task::shape, HashMap::new, Collectors.toList()));
        byShape.forEach((shape, its) -> {
            List<Constraint> constraints = shape instanceof PropertyShape
                    ? List.of()
                    : shape.getConstraints().stream()
                            .filter(ShapeLibrary::mayHaveScreen)
                            .toList();
            if (!constraints.isEmpty()) {
                Set<Node> nodes = its.stream().map(ShapeValidation.Task::node).collect(Collectors.toSet());
                constraints.forEach(constraint -> {
                    Supplier<Asked> fine = beside.start(() -> cleared(library, constraint, nodes, all));
                    asked.add(fine);
                    // Of two shapes with one constraint each may have nodes that the other has not.
                    cleared.computeIfAbsent(constraint, one -> new ArrayList<>(1))
                            .add(fine);
                });
            }
        });
    }

    private static Asked cleared(ShapeLibrary library, Constraint constraint, Set<Node> nodes, Graph all) {
        return library.screen(constraint)
                .map(screen -> new Asked(nodes, screen.suspects(nodes, all)))
                .orElse(new Asked(Set.of(), Set.of()));
    }

    /** Waits until all is asked, and asks what no other thread has begun with: that begins at the other end. */
    void finish() {
        for (int i = asked.size() - 1; i >= 0; i--) {
            asked.get(i).get();
        }
    }

    /** Whether a node may violate a constraint; true also if nobody asked. */
    boolean isSuspect(Constraint constraint, Node node) {
        for (Supplier<Asked> fine : cleared.getOrDefault(constraint, List.of())) {
            if (fine.get().isCleared(node)) {
                return false;
            }
        }
        return true;
    }
}
