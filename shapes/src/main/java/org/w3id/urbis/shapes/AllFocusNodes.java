package org.w3id.urbis.shapes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.system.G;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.RDF;

/**
 * Finds what each shape has to judge in a graph that stands alone, one after the other: a node that several targets or
 * statements lead to is told of once, without a list of those that were.
 *
 * @see <a href="https://www.w3.org/TR/shacl/#targets">SHACL, section 2.1.3, Targets</a>
 */
final class AllFocusNodes {

    private static final Node TYPE = RDF.Nodes.type;

    private final Shapes shapes;
    private final Graph data;

    AllFocusNodes(Shapes shapes, Graph data) {
        this.shapes = shapes;
        this.data = data;
    }

    /** A way to focus nodes. */
    private sealed interface Way {
        /** Statements that lead to nodes. */
        record Along(Node property, Node value, boolean toValue) implements Way {}

        /** The nodes themselves. */
        record Direct(Set<Node> nodes) implements Way {}
    }

    void each(BiConsumer<Shape, Node> told) {
        for (Shape shape : shapes.getTargetShapes()) {
            List<Way> ways = new ArrayList<>();
            shape.getTargets().forEach(target -> ways.addAll(ways(target)));
            List<Way> different = List.copyOf(new LinkedHashSet<>(ways));
            for (int i = 0; i < different.size(); i++) {
                follow(shape, different.get(i), different.subList(0, i), told);
            }
        }
    }

    private List<Way> ways(Target target) {
        Node object = target.getObject();
        return switch (target.getTargetType()) {
            case targetClass, implicitClass -> ofClass(object);
            case targetNode -> List.of(new Way.Direct(Set.of(object)));
            case targetSubjectsOf -> List.of(new Way.Along(object, Node.ANY, false));
            case targetObjectsOf -> List.of(new Way.Along(object, Node.ANY, true));
            case targetExtension -> List.of(new Way.Direct(new HashSet<>(target.getFocusNodes(data))));
        };
    }

    private List<Way> ofClass(Node type) {
        Set<Node> classes = new LinkedHashSet<>(List.of(type));
        classes.addAll(G.subClasses(data, type));
        return classes.stream()
                .<Way>map(each -> new Way.Along(TYPE, each, false))
                .toList();
    }

    private void follow(Shape shape, Way way, List<Way> before, BiConsumer<Shape, Node> told) {
        switch (way) {
            case Way.Direct direct ->
                direct.nodes().stream()
                        .filter(node -> before.stream().noneMatch(other -> leads(other, node)))
                        .forEach(node -> told.accept(shape, node));
            case Way.Along along -> {
                ExtendedIterator<Triple> triples = data.find(Node.ANY, along.property(), along.value());
                try {
                    while (triples.hasNext()) {
                        Triple triple = triples.next();
                        Node node = along.toValue() ? triple.getObject() : triple.getSubject();
                        if (isFirst(triple, along) && before.stream().noneMatch(other -> leads(other, node))) {
                            told.accept(shape, node);
                        }
                    }
                } finally {
                    triples.close();
                }
            }
        }
    }

    /** Whether this statement is the first of those that lead along the same way to the same node. */
    private boolean isFirst(Triple triple, Way.Along along) {
        if (along.value().isConcrete()) {
            return true;
        }
        ExtendedIterator<Triple> same = along.toValue()
                ? data.find(Node.ANY, along.property(), triple.getObject())
                : data.find(triple.getSubject(), along.property(), Node.ANY);
        try {
            return same.next().equals(triple);
        } finally {
            same.close();
        }
    }

    private boolean leads(Way way, Node node) {
        return switch (way) {
            case Way.Direct direct -> direct.nodes().contains(node);
            case Way.Along along ->
                along.toValue()
                        ? data.contains(Node.ANY, along.property(), node)
                        : data.contains(node, along.property(), along.value());
        };
    }
}
