package org.w3id.urbis.shapes;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.Path;

/**
 * Knows which shapes look against the direction of a property.
 *
 * <p>Such a shape can be broken for a node by a triple in which the node is the object: a second government that
 * governs a known city breaks the city's shape, though nothing is said with the city as subject.
 */
final class BackwardPaths {

    private BackwardPaths() {}

    /**
     * Lists the properties that each shape with a target follows backwards.
     *
     * @return shape to properties; shapes that follow none have no entry
     */
    static Map<Shape, Set<Node>> of(Shapes shapes) {
        Map<Shape, Set<Node>> backwards = new HashMap<>();
        for (Shape shape : shapes.getTargetShapes()) {
            Set<Node> properties = new HashSet<>();
            collect(shape, properties, new HashSet<>());
            if (!properties.isEmpty()) {
                backwards.put(shape, properties);
            }
        }
        return backwards;
    }

    private static void collect(Shape shape, Set<Node> properties, Set<Shape> seen) {
        if (!seen.add(shape)) {
            return;
        }
        if (shape instanceof PropertyShape property) {
            collect(property.getPath(), false, properties);
        }
        shape.getPropertyShapes().forEach(child -> collect(child, properties, seen));
    }

    private static void collect(Path path, boolean backwards, Set<Node> properties) {
        // A switch over types makes a class when it is first run, which every start would pay for.
        if (path instanceof P_Link link) {
            if (backwards) {
                properties.add(link.getNode());
            }
        } else if (path instanceof P_Inverse inverse) {
            collect(inverse.getSubPath(), !backwards, properties);
        } else if (path instanceof P_Path1 one) {
            collect(one.getSubPath(), backwards, properties);
        } else if (path instanceof P_Path2 two) {
            collect(two.getLeft(), backwards, properties);
            collect(two.getRight(), backwards, properties);
        }
    }
}
