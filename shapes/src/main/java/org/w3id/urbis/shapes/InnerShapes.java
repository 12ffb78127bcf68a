package org.w3id.urbis.shapes;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.constraint.ConstraintOp1;
import org.apache.jena.shacl.engine.constraint.ConstraintOpN;
import org.apache.jena.shacl.engine.constraint.QualifiedValueShape;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.system.G;

/** Which shapes the constraints of other shapes consist of. */
final class InnerShapes {

    private final Map<Node, QualifiedValueShape> qualified = new HashMap<>();

    InnerShapes(Shapes shapes) {
        Set<Shape> seen = new HashSet<>();
        shapes.forEach(shape -> collect(shape, seen));
    }

    /** The shapes that a constraint holds a value against; none if it is about something else. */
    static List<Shape> of(Constraint constraint) {
        return switch (constraint) {
            case ConstraintOp1 one -> List.of(one.getOther());
            case ConstraintOpN several -> several.getOthers();
            case null, default -> List.of();
        };
    }

    /** What counts the values of a property shape that conform to another shape; empty if it counts no such thing. */
    Optional<QualifiedValueShape> qualified(Node propertyShape) {
        return Optional.ofNullable(qualified.get(propertyShape));
    }

    /**
     * The shapes that the neighbours of a property shape count by.
     *
     * @param library       the shapes
     * @param propertyShape the property shape
     * @param own           the shape that it counts by itself
     * @see <a href="https://www.w3.org/TR/shacl/#QualifiedValueShapeConstraintComponent">SHACL, section 4.7.3, sibling
     *     shapes</a>
     */
    List<Shape> siblings(ShapeLibrary library, Node propertyShape, Shape own) {
        Graph graph = library.graph();
        return G.listPO(graph, SHACL.property, propertyShape).stream()
                .flatMap(parent -> G.listSP(graph, parent, SHACL.property).stream())
                .flatMap(sibling -> G.listSP(graph, sibling, SHACL.qualifiedValueShape).stream())
                .distinct()
                .filter(shape -> !shape.equals(own.getShapeNode()))
                .map(library.shapes()::getShape)
                .toList();
    }

    private void collect(Shape shape, Set<Shape> seen) {
        if (!seen.add(shape)) {
            return;
        }
        for (Constraint constraint : shape.getConstraints()) {
            if (constraint instanceof QualifiedValueShape counting) {
                qualified.put(shape.getShapeNode(), counting);
                collect(counting.getSub(), seen);
            }
            of(constraint).forEach(part -> collect(part, seen));
        }
        shape.getPropertyShapes().forEach(property -> collect(property, seen));
    }
}
