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

    /** What a thing of a class has to have: of each list one property at least. */
    List<List<Node>> demanded(Node type) {
        return shapesOf(classes(type))
                .filter(shape ->
                        number(shape, SHACL.minCount).filter(least -> least > 0).isPresent())
                .map(shape -> List.copyOf(properties(path(shape))))
                .filter(properties -> !properties.isEmpty())
                .distinct()
                .toList();
    }

    /**
     * What is asked of the values of a property, as numbers and patterns.
     *
     * @param fewest         how many there have to be
     * @param most           how many there may be; the greatest number there is if that is left open
     * @param shortest       the fewest characters
     * @param least          the least number
     * @param greatest       the greatest number
     * @param patterns       regular expressions that match
     * @param oneOfALanguage whether there may be but one text in a language
     */
    record Facets(
            int fewest,
            int most,
            Optional<Integer> shortest,
            Optional<Integer> least,
            Optional<Integer> greatest,
            List<String> patterns,
            boolean oneOfALanguage) {}

    /** What the shapes of a class ask of the values of a property; if they ask nothing, what any shape does. */
    Facets facets(Node type, Node property) {
        Set<Node> own = new LinkedHashSet<>(shapesOf(classes(type))
                .filter(shape -> properties(path(shape)).contains(property))
                .filter(this::isOfOneProperty)
                .toList());
        Set<Node> any = byProperty.getOrDefault(property, Set.of());
        Set<Node> asking = own.isEmpty() ? any : own;
        return new Facets(
                asking.stream()
                        .flatMap(shape -> number(shape, SHACL.minCount).stream())
                        .max(Integer::compare)
                        .orElse(0),
                asking.stream()
                        .flatMap(shape -> number(shape, SHACL.maxCount).stream())
                        .min(Integer::compare)
                        .orElse(Integer.MAX_VALUE),
                one(any, SHACL.minLength),
                one(any, SHACL.minInclusive),
                one(any, SHACL.maxInclusive),
                asking.stream()
                        .filter(this::isOfOneProperty)
                        .flatMap(shape -> shapes.stream(shape, SHACL.pattern, Node.ANY))
                        .map(triple -> triple.getObject().getLiteralLexicalForm())
                        .toList(),
                any.stream().anyMatch(shape -> G.contains(shapes, shape, SHACL.uniqueLang, null)));
    }

    private Optional<Integer> one(Set<Node> ofShapes, Node parameter) {
        return ofShapes.stream()
                .flatMap(shape -> number(shape, parameter).stream())
                .findFirst();
    }

    private Optional<Integer> number(Node shape, Node parameter) {
        return Optional.ofNullable(G.getZeroOrOneSP(shapes, shape, parameter))
                .map(value -> Integer.parseInt(value.getLiteralLexicalForm()));
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
