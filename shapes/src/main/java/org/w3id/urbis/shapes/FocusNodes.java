package org.w3id.urbis.shapes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDF;

/**
 * Finds what each shape has to judge: nodes of the data, never nodes of which only the context speaks.
 *
 * <p>A node's classes and their superclasses may stand in the context, so that a file that adds one fact to a city
 * that is described elsewhere is judged as a description of a city. The cost grows with the data alone: the context is
 * only ever asked about a given node.
 *
 * @see <a href="https://www.w3.org/TR/shacl/#targets">SHACL, section 2.1.3, Targets</a>
 */
final class FocusNodes {

    private final Graph data;
    private final Graph context;
    private final Graph all;
    private final Map<Node, List<Shape>> shapesByClass = new HashMap<>();
    private final Map<Node, Set<Shape>> shapesForType = new HashMap<>();
    private final Map<Shape, Set<Node>> found = new LinkedHashMap<>();
    private final Set<Node> subjects = new HashSet<>();

    private FocusNodes(Graph data, Graph context) {
        this.data = data;
        this.context = context;
        this.all = new Union(data, context);
    }

    /**
     * Finds the focus nodes of every shape with a target.
     *
     * @param shapes  the shapes; those without targets get no entry
     * @param data    what is judged
     * @param context what else is known; may be empty
     * @return shape to nodes, in the order in which the shapes are given; shapes that nothing touches are left out
     */
    static Map<Shape, Set<Node>> of(Shapes shapes, Graph data, Graph context) {
        FocusNodes search = new FocusNodes(data, context);
        data.find().mapWith(t -> t.getSubject()).forEachRemaining(search.subjects::add);
        for (Shape shape : shapes.getTargetShapes()) {
            search.found.put(shape, new HashSet<>());
            shape.getTargets().forEach(target -> search.byTarget(shape, target));
        }
        search.byClass();
        BackwardPaths.of(shapes).forEach(search::fromBehind);
        search.found.values().removeIf(Set::isEmpty);
        return search.found;
    }

    private void byTarget(Shape shape, Target target) {
        Node object = target.getObject();
        Collection<Node> nodes = found.get(shape);
        switch (target.getTargetType()) {
            case targetClass, implicitClass ->
                shapesByClass.computeIfAbsent(object, c -> new ArrayList<>()).add(shape);
            case targetNode -> {
                if (!context.contains(Triple.ANY) || subjects.contains(object)) {
                    nodes.add(object);
                }
            }
            case targetSubjectsOf -> {
                data.find(Node.ANY, object, Node.ANY).forEachRemaining(t -> nodes.add(t.getSubject()));
                subjects.stream()
                        .filter(s -> context.contains(s, object, Node.ANY))
                        .forEach(nodes::add);
            }
            case targetObjectsOf -> {
                data.find(Node.ANY, object, Node.ANY).forEachRemaining(t -> nodes.add(t.getObject()));
                subjects.stream()
                        .filter(s -> context.contains(Node.ANY, object, s))
                        .forEach(nodes::add);
            }
            case targetExtension ->
                target.getFocusNodes(all).stream().filter(subjects::contains).forEach(nodes::add);
        }
    }

    private void byClass() {
        if (shapesByClass.isEmpty()) {
            return;
        }
        Node type = RDF.Nodes.type;
        data.find(Node.ANY, type, Node.ANY).forEachRemaining(t -> add(t.getSubject(), t.getObject()));
        if (context.contains(Triple.ANY)) {
            for (Node subject : subjects) {
                context.find(subject, type, Node.ANY).forEachRemaining(t -> add(subject, t.getObject()));
            }
        }
    }

    /** Adds the nodes at which the data points with a property that the shape follows backwards. */
    private void fromBehind(Shape shape, Set<Node> properties) {
        Set<Node> candidates = new HashSet<>();
        for (Node property : properties) {
            data.find(Node.ANY, property, Node.ANY).forEachRemaining(t -> candidates.add(t.getObject()));
        }
        candidates.removeAll(subjects);
        candidates.removeIf(node -> node.isLiteral() || !VLib.isFocusNode(shape, node, all));
        found.get(shape).addAll(candidates);
    }

    private void add(Node node, Node type) {
        shapesForType.computeIfAbsent(type, this::shapesFor).forEach(shape -> found.get(shape)
                .add(node));
    }

    /** The shapes that target a class or one of its superclasses. */
    private Set<Shape> shapesFor(Node type) {
        Set<Shape> shapes = new HashSet<>();
        for (Node superClass : G.superClasses(all, type)) {
            shapes.addAll(shapesByClass.getOrDefault(superClass, List.of()));
        }
        return shapes;
    }
}
