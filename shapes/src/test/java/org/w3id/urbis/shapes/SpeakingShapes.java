package org.w3id.urbis.shapes;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.Shape;

/**
 * The shapes and SPARQL constraints that can be the source of a result: those with a target, and the property shapes
 * that lead from them. What is only asked by {@code sh:or} or {@code sh:node} never speaks for itself.
 */
final class SpeakingShapes {

    private final ShapeLibrary library;
    private final Set<Node> speaking = new LinkedHashSet<>();

    private SpeakingShapes(ShapeLibrary library) {
        this.library = library;
    }

    static Set<Node> of(ShapeLibrary library) {
        SpeakingShapes shapes = new SpeakingShapes(library);
        library.shapes().getTargetShapes().forEach(shapes::add);
        return shapes.speaking;
    }

    private void add(Shape shape) {
        for (Constraint constraint : shape.getConstraints()) {
            boolean isQuery = constraint instanceof SparqlConstraint;
            speaking.add(
                    isQuery
                            ? library.constraintNode(shape.getShapeNode(), constraint)
                                    .orElseThrow()
                            : shape.getShapeNode());
        }
        shape.getPropertyShapes().forEach(this::add);
    }
}
