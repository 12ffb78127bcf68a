package org.w3id.urbis.endpoint.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.ShapeView;
import org.w3id.urbis.endpoint.page.TermView;
import org.w3id.urbis.endpoint.page.Text;

/** Tells what shapes apply to, what they demand, and which of them apply to a term. */
final class ShapeGuide {
    private static final int ALL = 10_000;

    private final TermGraph graph;
    private final Demands demands;

    ShapeGuide(TermGraph graph) {
        this.graph = graph;
        this.demands = new Demands(graph);
    }

    boolean isShapeOfThings(Node shape) {
        return graph.has(shape, RDF.type.asNode(), SHACL.NodeShape);
    }

    /** All shapes of things of ours, by name. */
    List<Node> all() {
        return graph.subjects(RDF.type.asNode(), SHACL.NodeShape, ALL).stream()
                .filter(TermGraph::isShape)
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
    }

    /** A shape of things without examples. */
    ShapeView view(Node shape) {
        return view(shape, List.of(), List.of());
    }

    /** The same with examples. */
    ShapeView view(Node shape, List<ShapeView.Example> valid, List<ShapeView.Example> invalid) {
        String name = Identifiers.localName(shape.getURI());
        return new ShapeView(
                name,
                Text.plain(name),
                Identifiers.resourceHref(shape.getURI()),
                targets(shape),
                demands.of(shape),
                valid,
                invalid);
    }

    /** The shape of things that a shape of a property, or a rule, is a part of; itself if it is one. */
    Node owner(Node shape) {
        if (isShapeOfThings(shape)) {
            return shape;
        }
        return graph.subjects(SHACL.property, shape, 1).stream()
                .findFirst()
                .or(() -> graph.subjects(SHACL.sparql, shape, 1).stream().findFirst())
                .orElse(shape);
    }

    private List<ShapeView.Target> targets(Node shape) {
        List<ShapeView.Target> targets = new ArrayList<>();
        add(targets, shape, SHACL.targetClass, "documentation.shape.class");
        add(targets, shape, SHACL.targetSubjectsOf, "documentation.shape.subjects");
        add(targets, shape, SHACL.targetObjectsOf, "documentation.shape.objects");
        return targets;
    }

    private void add(List<ShapeView.Target> targets, Node shape, Node target, String key) {
        graph.objects(shape, target).stream()
                .sorted(Comparator.comparing(Node::toString))
                .forEach(term -> targets.add(new ShapeView.Target(graph.words().get(key), graph.link(term))));
    }

    /** The shapes that apply to the members of a class: its own and those of broader classes. */
    List<TermView.Applied> forClass(Node type) {
        List<Node> types = new ArrayList<>(List.of(type));
        types.addAll(graph.allBroader(type));
        return types.stream()
                .flatMap(one -> graph.subjects(SHACL.targetClass, one, ALL).stream())
                .filter(TermGraph::isShape)
                .distinct()
                .map(shape -> new TermView.Applied(graph.link(shape), List.of()))
                .toList();
    }

    /** The shapes that speak of a property, with what they say. */
    List<TermView.Applied> forProperty(Node property) {
        return graph.subjects(SHACL.path, property, ALL).stream()
                .filter(TermGraph::isShape)
                .sorted(Comparator.comparing(Node::getURI))
                .map(shape -> new TermView.Applied(
                        new Link(
                                Identifiers.resourceHref(shape.getURI()),
                                Text.plain(Identifiers.localName(shape.getURI()))),
                        demands.message(shape)))
                .toList();
    }
}
