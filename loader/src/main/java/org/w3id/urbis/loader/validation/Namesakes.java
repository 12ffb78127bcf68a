package org.w3id.urbis.loader.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.urbis.shapes.ShapeValidation;
import org.w3id.urbis.shapes.Vocabulary;

/** Finds the known thing that was meant where its name stands, or an IRI of the author's own that is called so. */
final class Namesakes {

    private static final List<Node> LABELS = List.of(SKOS.prefLabel.asNode(), RDFS.label.asNode());

    private final Vocabulary vocabulary;
    private final ShapeValidation shapes;

    Namesakes(Vocabulary vocabulary, ShapeValidation shapes) {
        this.vocabulary = vocabulary;
        this.shapes = shapes;
    }

    /**
     * Proposes to write the thing itself.
     *
     * @param value what stands there and is refused
     * @param shape the property shape that refuses it, which says by a pattern or a class what may be meant
     * @param data  may tell what the value is called
     * @return the known things that are called so; empty if there are none, or the shape does not say what may be meant
     */
    Optional<Fix> of(Node value, Node shape, Graph data) {
        if (value.isBlank() || value.isURI() && vocabulary.knows(value.getURI())) {
            return Optional.empty();
        }
        return wanted(shape).flatMap(wanted -> names(value, data)
                .flatMap(name -> proposal(name, wanted, value.isLiteral()).stream())
                .findFirst());
    }

    private Optional<Fix> proposal(String name, Predicate<String> wanted, boolean ofLiteral) {
        List<String> called = vocabulary.called(name, wanted);
        return Meant.of(terms(called, vocabulary))
                .map(words -> called.size() == 1 && vocabulary.isCalled(called.getFirst(), name)
                        ? Fix.editing(words, Edit.iri(called.getFirst(), ofLiteral))
                        : Fix.saying(words));
    }

    /** What to call things in a question. */
    static List<Parameter> terms(List<String> iris, Vocabulary vocabulary) {
        return iris.stream()
                .<Parameter>map(iri -> new Parameter.Term(vocabulary.names().of(iri), vocabulary.labels(iri)))
                .toList();
    }

    /** What a value is called: itself, if it is a text; its labels in the data, and the last part of its IRI. */
    static Stream<String> names(Node value, Graph data) {
        return value.isLiteral()
                ? Stream.of(value.getLiteralLexicalForm())
                : Stream.concat(
                        LABELS.stream()
                                .flatMap(property -> data.stream(value, property, Node.ANY))
                                .map(Triple::getObject)
                                .filter(Node::isLiteral)
                                .map(Node::getLiteralLexicalForm),
                        Stream.of(Vocabulary.lastPart(value.getURI())));
    }

    /** Which IRIs a shape takes; empty if it says so neither by a pattern nor by a class. */
    private Optional<Predicate<String>> wanted(Node shape) {
        List<Predicate<String>> wanted = new ArrayList<>();
        for (Node pattern : shapes.parameter(shape, "pattern")) {
            try {
                wanted.add(Pattern.compile(pattern.getLiteralLexicalForm()).asPredicate());
            } catch (PatternSyntaxException ofAnotherDialect) {
                return Optional.empty();
            }
        }
        for (Node type : shapes.parameter(shape, "class")) {
            wanted.add(iri -> G.isOfType(vocabulary.graph(), NodeFactory.createURI(iri), type));
        }
        return wanted.stream().reduce(Predicate::and);
    }
}
