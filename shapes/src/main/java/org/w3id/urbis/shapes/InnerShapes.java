package org.w3id.urbis.shapes;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.constraint.ConstraintOp1;
import org.apache.jena.shacl.engine.constraint.ConstraintOpN;
import org.apache.jena.shacl.engine.constraint.QualifiedValueShape;
import org.apache.jena.shacl.engine.constraint.ShNot;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.Shape;

/** Which shapes the constraints of other shapes consist of. */
final class InnerShapes {

    private final Map<Node, Shape> qualified = new HashMap<>();

    InnerShapes(Shapes shapes) {
        Set<Shape> seen = new HashSet<>();
        shapes.forEach(shape -> collect(shape, seen));
    }

    /** The shapes to which a value should have conformed, by this constraint; none if it wants no such thing. */
    static List<Shape> of(Constraint constraint) {
        return switch (constraint) {
            case ShNot not -> List.of();
            case ConstraintOp1 one -> List.of(one.getOther());
            case ConstraintOpN several -> several.getOthers();
            case null, default -> List.of();
        };
    }

    /** The shape to which so many values of a property shape have to conform; none if it wants no such thing. */
    List<Shape> ofQualified(Node propertyShape) {
        return qualified.containsKey(propertyShape) ? List.of(qualified.get(propertyShape)) : List.of();
    }

    private void collect(Shape shape, Set<Shape> seen) {
        if (!seen.add(shape)) {
            return;
        }
        for (Constraint constraint : shape.getConstraints()) {
            if (constraint instanceof QualifiedValueShape counted) {
                qualified.put(shape.getShapeNode(), counted.getSub());
                collect(counted.getSub(), seen);
            }
            parts(constraint).forEach(part -> collect(part, seen));
        }
        shape.getPropertyShapes().forEach(property -> collect(property, seen));
    }

    private static Collection<Shape> parts(Constraint constraint) {
        return constraint instanceof ShNot not ? List.of(not.getOther()) : of(constraint);
    }
}
