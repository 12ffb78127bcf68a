package org.w3id.urbis.endpoint.collection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathFactory;
import org.apache.jena.sparql.util.graph.GNode;
import org.apache.jena.sparql.util.graph.GraphList;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.XSD;
import org.w3id.urbis.ontology.Urbis;

/** What the shapes say that things of a class have: each property that a shape names is something to ask for. */
final class ShapeSubjects {
    private static final Set<Node> DATES = Set.of(XSD.date.asNode(), XSD.gYearMonth.asNode(), XSD.gYear.asNode());
    private static final Set<Node> NUMBERS = Set.of(XSD.integer.asNode(), XSD.decimal.asNode());

    /** Named and cited is everything, and asked for by {@code name}, {@code source} and {@code document}. */
    private static final Set<Node> ASKED_OTHERWISE =
            Set.of(SKOS.prefLabel.asNode(), NodeFactory.createURI(Urbis.CITATION));

    private final Graph shapes;
    private final Graph ontology;

    ShapeSubjects(SchemaGraphs graphs) {
        this.shapes = graphs.shapes();
        this.ontology = graphs.ontology();
    }

    /** What things of a class can be asked for, by the shapes that target the class itself. */
    List<Subject> of(Node type) {
        List<Subject> subjects = new ArrayList<>();
        shapes.find(Node.ANY, SHACL.targetClass, type)
                .mapWith(Triple::getSubject)
                .forEachRemaining(shape -> objects(shape, SHACL.property)
                        .forEach(property -> subject(property).ifPresent(subjects::add)));
        return subjects;
    }

    private Optional<Subject> subject(Node shape) {
        Optional<Node> property = objects(shape, SHACL.path).stream()
                .filter(path -> path.isURI() && !ASKED_OTHERWISE.contains(path))
                .findFirst()
                // Nodes without a name of their own are nothing to ask for; what they hold is, in DeclaredSubjects.
                .filter(any -> objects(shape, SHACL.class_).isEmpty());
        return property.flatMap(path -> type(shape, path)
                .map(type ->
                        new Subject(name(path), PathFactory.pathLink(path), type, spaces(shape), definition(path))));
    }

    private Optional<FilterType> type(Node shape, Node property) {
        Set<Node> datatypes = new HashSet<>(objects(shape, SHACL.datatype));
        objects(shape, SHACL.or).forEach(list -> GraphList.members(GNode.create(shapes, list))
                .forEach(member -> datatypes.addAll(objects(member, SHACL.datatype))));
        if (!datatypes.isEmpty()) {
            return Optional.of(
                    DATES.containsAll(datatypes)
                            ? FilterType.DATE
                            : NUMBERS.containsAll(datatypes) ? FilterType.NUMBER : FilterType.WORDS);
        }
        if (!objects(shape, SHACL.nodeKind).isEmpty()
                || ontology.contains(property, RDF.type.asNode(), OWL.ObjectProperty.asNode())) {
            return Optional.of(FilterType.THING);
        }
        return ontology.contains(property, RDF.type.asNode(), OWL.DatatypeProperty.asNode())
                ? Optional.of(FilterType.WORDS)
                : Optional.empty();
    }

    private List<String> spaces(Node shape) {
        return objects(shape, SHACL.pattern).stream()
                .flatMap(pattern -> IriPattern.beginnings(pattern.getLiteralLexicalForm()).stream())
                .toList();
    }

    /** What the ontology says of a property; a sentence of our own for those of other vocabularies. */
    String definition(Node property) {
        return objects(property, SKOS.definition.asNode(), ontology).stream()
                .map(Node::getLiteralLexicalForm)
                .findFirst()
                .orElseGet(() -> "The value of " + name(property).replace('-', ' ') + ".");
    }

    /** Whether a path is a property that the ontology says is not to be used any more. */
    boolean isObsolete(Path path) {
        return path instanceof P_Link link
                && objects(link.getNode(), OWL2.deprecated.asNode(), ontology).stream()
                        .anyMatch(value -> value.isLiteral() && Boolean.TRUE.equals(value.getLiteralValue()));
    }

    /** {@code isMemberOf} as {@code member-of}: words that only tie a name to its thing say nothing in a filter. */
    static String name(Node property) {
        String local = property.getURI()
                .substring(Math.max(
                                property.getURI().lastIndexOf('#'),
                                property.getURI().lastIndexOf('/'))
                        + 1);
        return Kinds.dashed(local.replaceFirst("^(?:is|has|in)(?=[A-Z])", ""));
    }

    private List<Node> objects(Node subject, Node property) {
        return objects(subject, property, shapes);
    }

    private static List<Node> objects(Node subject, Node property, Graph graph) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }
}
