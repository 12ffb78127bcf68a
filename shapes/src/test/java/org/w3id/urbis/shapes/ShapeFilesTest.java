package org.w3id.urbis.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.lib.ShLib;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.system.G;
import org.junit.jupiter.api.Test;

/** What every file of shapes has to keep to, because SHACL engines pass over mistakes in shapes without a word. */
class ShapeFilesTest {

    private static final Pattern IRI = Pattern.compile("<(https?://[^>\\s]+)>");

    private final ShapeLibrary library = ShapeLibrary.forWholeGraph();
    private final Graph shapes = library.graph();
    private final Vocabulary vocabulary = Vocabulary.shipped();

    @Test
    void conformsToTheShapesForShapes() {
        ShapeLibrary rules = ShapeLibrary.of(RDFDataMgr.loadGraph("std/shacl-shacl.ttl"));
        List<String> faults = new ShapeValidation(rules)
                .judge(shapes).stream().map(ReportEntry::toString).toList();
        assertEquals(List.of(), faults);
    }

    @Test
    void usesNoPropertyThatShaclDoesNotHave() {
        Graph shacl = RDFDataMgr.loadGraph("std/shacl.ttl");
        Set<String> unknown = shapes.stream()
                .flatMap(t -> Stream.of(t.getPredicate(), t.getObject()))
                .filter(node -> node.isURI() && node.getURI().startsWith(SHACL.getURI()))
                .filter(node -> !shacl.contains(node, Node.ANY, Node.ANY))
                .map(Node::getURI)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unknown);
    }

    @Test
    void namesEverythingThatCanSpeak() {
        Set<Node> speaking = SpeakingShapes.of(library);
        assertFalse(speaking.isEmpty());
        assertEquals(
                List.of(),
                speaking.stream()
                        .filter(node -> !node.isURI() || !node.getURI().startsWith(Example.SHAPES))
                        .toList(),
                "without an IRI in the namespace of shapes");
    }

    @Test
    void saysInEnglishWhatIsWrong() {
        List<String> mute = SpeakingShapes.of(library).stream()
                .filter(shape -> shapes.stream(shape, SHACL.message, Node.ANY)
                        .map(Triple::getObject)
                        .noneMatch(message -> message.getLiteralLanguage().equals("en")))
                .map(Node::toString)
                .sorted()
                .toList();
        assertEquals(List.of(), mute, "without sh:message in English");
    }

    @Test
    void saysHowGraveItIs() {
        List<String> unsaid = SpeakingShapes.of(library).stream()
                // The severity of a SPARQL constraint is that of its shape.
                .flatMap(node -> shapes.contains(Node.ANY, SHACL.sparql, node)
                        ? G.allPO(shapes, SHACL.sparql, node).stream()
                        : Stream.of(node))
                .filter(shape -> !shapes.contains(shape, SHACL.severity, Node.ANY))
                .map(Node::toString)
                .distinct()
                .sorted()
                .toList();
        assertEquals(List.of(), unsaid, "without sh:severity");
    }

    @Test
    void usesNoWordThatTheOntologyDoesNotDeclare() {
        assertEquals(Set.of(), undeclared(words(shapes)), "in the shapes");
        assertEquals(Set.of(), undeclared(queries().flatMap(ShapeFilesTest::words)), "in the queries of shapes");
    }

    @Test
    void usesNoUndeclaredTermInExamples() {
        Stream<String> valid = Example.all("valid").stream().map(Example::graph).flatMap(graph -> words(graph)
                .filter(iri ->
                        vocabulary.isTerm(iri) || !graph.contains(NodeFactory.createURI(iri), Node.ANY, Node.ANY)));
        assertEquals(Set.of(), undeclared(valid), "in valid examples");
        // What is wrong with an invalid example may be its code; its terms are never what it shows.
        Stream<String> invalid = Example.all("invalid").stream().flatMap(example -> words(example.graph()));
        assertEquals(Set.of(), undeclared(invalid.filter(vocabulary::isTerm)), "in invalid examples");
    }

    @Test
    void declaresEveryShapeThatIsNamed() {
        Set<String> nowhere = words(shapes)
                .filter(iri -> iri.startsWith(Example.SHAPES))
                .filter(iri -> !shapes.contains(NodeFactory.createURI(iri), Node.ANY, Node.ANY))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), nowhere);
    }

    private Set<String> undeclared(Stream<String> iris) {
        return iris.filter(vocabulary::isListed)
                .filter(iri -> !vocabulary.knows(iri))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> words(Graph graph) {
        return graph.stream()
                .flatMap(t -> Stream.of(t.getSubject(), t.getPredicate(), t.getObject()))
                .filter(Node::isURI)
                .map(Node::getURI);
    }

    private Stream<Query> queries() {
        return shapes.stream(Node.ANY, SHACL.select, Node.ANY)
                .map(t -> QueryFactory.create(ShLib.prefixes(shapes, t.getSubject()) + "\n"
                        + t.getObject().getLiteralLexicalForm()));
    }

    /** The IRIs of a query: without prefixes it is written with whole ones. */
    private static Stream<String> words(Query query) {
        query.getPrefixMapping().clearNsPrefixMap();
        return IRI.matcher(query.toString()).results().map(match -> match.group(1));
    }
}
