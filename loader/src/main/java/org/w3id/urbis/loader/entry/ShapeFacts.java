package org.w3id.urbis.loader.entry;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.system.G;

/** What the shapes ask of classes and properties, as far as a table can show it. */
final class ShapeFacts {

    private final Graph shapes;
    private final Graph ontology;
    private final Map<Node, Set<Node>> byProperty = new HashMap<>();

    ShapeFacts(Graph shapes, Graph ontology) {
        this.shapes = shapes;
        this.ontology = ontology;
        shapes.find(Node.ANY, SHACL.path, Node.ANY)
                .forEachRemaining(triple -> properties(triple.getObject()).forEach(property -> byProperty
                        .computeIfAbsent(property, any -> new LinkedHashSet<>())
                        .add(triple.getSubject())));
    }

    /** The values that any shape of a property has of a parameter. */
    Set<Node> values(Node property, Node parameter) {
        Set<Node> values = new LinkedHashSet<>();
        byProperty.getOrDefault(property, Set.of()).stream()
                .filter(this::isOfOneProperty)
                .forEach(shape -> shapes.find(shape, parameter, Node.ANY)
                        .forEachRemaining(triple -> values.add(triple.getObject())));
        return values;
    }

    /** The datatypes among which a shape of a property lets choose; empty if none does. */
    Set<Node> datatypes(Node property) {
        Set<Node> datatypes = new LinkedHashSet<>(values(property, SHACL.datatype));
        values(property, SHACL.or)
                .forEach(list -> G.rdfList(shapes, list).forEach(member -> shapes.find(member, SHACL.datatype, Node.ANY)
                        .forEachRemaining(triple -> datatypes.add(triple.getObject()))));
        return datatypes;
    }

    /** The properties without which a thing of a class violates a shape; of several that may stand for each other none. */
    Set<Node> required(Node type) {
        Set<Node> found = new LinkedHashSet<>();
        shapesOf(classes(type))
                .filter(this::isOfOneProperty)
                .filter(shape -> G.contains(shapes, shape, SHACL.minCount, null))
                .forEach(shape -> found.add(path(shape)));
        return found;
    }

    /** A class and those it is a subclass of. */
    Stream<Node> classes(Node type) {
        Set<Node> classes = new LinkedHashSet<>(List.of(type));
        classes.addAll(G.superClasses(ontology, type));
        return classes.stream();
    }

    /** Property shapes that the node shapes of classes refer to. */
    private Stream<Node> shapesOf(Stream<Node> classes) {
        return classes.flatMap(type -> shapes.stream(Node.ANY, SHACL.targetClass, type))
                .map(Triple::getSubject)
                .distinct()
                .flatMap(shape -> shapes.stream(shape, SHACL.property, Node.ANY))
                .map(Triple::getObject)
                .filter(shape -> shapes.contains(shape, SHACL.path, Node.ANY));
    }

    private boolean isOfOneProperty(Node shape) {
        return path(shape).isURI();
    }

    private Node path(Node shape) {
        return G.getOneSP(shapes, shape, SHACL.path);
    }

    /** The property that a path is, or those of which any will do; none for longer paths. */
    private Set<Node> properties(Node path) {
        if (path.isURI()) {
            return Set.of(path);
        }
        Optional<Node> choice = Optional.ofNullable(G.getZeroOrOneSP(shapes, path, SHACL.alternativePath));
        return choice.map(list -> (Set<Node>) new LinkedHashSet<>(
                        G.rdfList(shapes, list).stream().filter(Node::isURI).toList()))
                .orElse(Set.of());
    }
}
