package org.w3id.urbis.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.junit.jupiter.api.Test;

class ShapeValidationTest {

    private static final String NAMED = """
        :Named a sh:NodeShape ; sh:targetClass :Place ; sh:property :Named-name .
        :Named-name a sh:PropertyShape ; sh:path :name ; sh:minCount 1 ; sh:message "{$this} has no name"@en .
        """;

    @Test
    void judgesNodesOfTheDataAndNotOfTheContext() {
        Graph context = Rdf.graph(":elsewhere a :Place .");
        assertEquals(List.of(Rdf.node("here")), focusNodes(NAMED, ":here a :Place .", context));
    }

    @Test
    void findsClassesAndSuperclassesInTheContext() {
        Graph context =
                Rdf.graph(":City rdfs:subClassOf :Settlement . :Settlement rdfs:subClassOf :Place . :a a :City .");
        assertEquals(
                List.of(Rdf.node("a"), Rdf.node("b")),
                focusNodes(NAMED, ":a :population 5 . :b a :City . :c :population 6 .", context));
    }

    @Test
    void seesValuesInTheContext() {
        Graph context = Rdf.graph(":a :name \"A\" .");
        assertEquals(List.of(), focusNodes(NAMED, ":a a :Place .", context));
    }

    @Test
    void followsTargetsBySubjectAndObject() {
        String shapes = """
            :S a sh:NodeShape ; sh:targetSubjectsOf :governs ; sh:class :Government .
            :O a sh:NodeShape ; sh:targetObjectsOf :governs ; sh:class :City .
            """;
        assertEquals(
                List.of(Rdf.node("city"), Rdf.node("government")),
                focusNodes(shapes, ":government :governs :city .", Rdf.graph("")));
        assertEquals(
                List.of(Rdf.node("city")),
                focusNodes(shapes, ":city a :Village .", Rdf.graph(":government :governs :city .")));
        assertEquals(List.of(), focusNodes(shapes, ":village a :Village .", Rdf.graph(":government :governs :city .")));
    }

    @Test
    void followsTargetsByNode() {
        String shapes = ":S a sh:NodeShape ; sh:targetNode :a ; sh:class :City .";
        assertEquals(List.of(Rdf.node("a")), focusNodes(shapes, ":a :name \"A\" .", Rdf.graph(":x :y :z .")));
        assertEquals(List.of(), focusNodes(shapes, ":b :name \"B\" .", Rdf.graph(":x :y :z .")));
        assertEquals(List.of(Rdf.node("a")), focusNodes(shapes, ":b :name \"B\" .", Rdf.graph("")));
    }

    @Test
    void followsTargetsByQuery() {
        String shapes = """
            :S a sh:NodeShape ; sh:class :City ;
                sh:target [ a sh:SPARQLTarget ; sh:select "SELECT ?this { ?this <https://example.org/name> ?n }" ] .
            """;
        assertEquals(List.of(Rdf.node("a")), focusNodes(shapes, ":a :name \"A\" .", Rdf.graph(":b :name \"B\" .")));
    }

    @Test
    void looksAgainWhereAShapeLooksBackwards() {
        String shapes = """
            :OneGovernment a sh:NodeShape ; sh:targetClass :City ; sh:property :OneGovernment-one .
            :OneGovernment-one a sh:PropertyShape ; sh:path [ sh:inversePath :governs ] ; sh:maxCount 1 .
            """;
        Graph context = Rdf.graph(":city a :City . :first :governs :city . :untouched a :City . "
                + ":x :governs :untouched . :y :governs :untouched .");
        assertEquals(List.of(Rdf.node("city")), focusNodes(shapes, ":second :governs :city .", context));
    }

    /** The names that the ontology module gives up are judged like any other entry. */
    @Test
    void namesThatWereGivenUpKeepTheirRules() {
        Graph withdrawn = GraphFactory.createGraphMem();
        RDFParser.source(Path.of("../ontology/withdrawn.ttl")).parse(withdrawn);
        assertEquals(
                List.of(),
                new ShapeValidation(ShapeLibrary.forParts())
                        .judge(withdrawn, Vocabulary.shipped().graph()));
    }

    @Test
    void reportsAResultOnceThoughTwoShapesLeadToIt() {
        String shapes = NAMED + ":AlsoNamed a sh:NodeShape ; sh:targetClass :City ; sh:property :Named-name .";
        List<ReportEntry> results = judge(shapes, ":a a :City , :Place .", Rdf.graph(""));
        assertEquals(2, results.size(), "as SHACL counts them");
        assertEquals(1, Results.distinct(results).size(), "as a reader does");
    }

    @Test
    void givesTheSameResultsInOneThreadAndInSeveral() {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            data.append(":n").append(i).append(" a :Place").append(i % 7 == 0 ? " .\n" : " ; :name \"N\" .\n");
        }
        Graph graph = Rdf.graph(data.toString());
        ShapeLibrary library = ShapeLibrary.of(Rdf.graph(NAMED));
        List<ReportEntry> one = new ShapeValidation(library, 1).judge(graph);
        List<ReportEntry> several = new ShapeValidation(library, 4).judge(graph);
        assertEquals(715, one.size());
        assertEquals(one, several);
    }

    @Test
    void fillsMessagesOfShapesWithNodeValuePathAndParameter() {
        String shapes = """
            :S a sh:NodeShape ; sh:targetClass :City ; sh:property :S-lines .
            :S-lines a sh:PropertyShape ; sh:path :lines ; sh:maxLength 2 ;
                sh:message "{$this}: {?value} in {$PATH} is longer than {$maxLength}"@en , "zu lang: {?value}"@de .
            """;
        assertEquals(
                List.of(":a: 12345 in :lines is longer than 2", "zu lang: 12345"),
                messages(shapes, ":a a :City ; :lines \"12345\" ."));
    }

    @Test
    void fillsMessagesOfQueriesWithAllVariables() {
        String shapes = """
            <https://example.org/prefixes> sh:declare [ sh:prefix "" ; sh:namespace "https://example.org/" ] .
            :S a sh:NodeShape ; sh:targetClass :City ; sh:sparql :S-order ; sh:message "{?from} is after {?value} ({?path})"@en .
            :S-order sh:prefixes <https://example.org/prefixes> ;
                sh:select "SELECT $this ?from ?value (:to AS ?path) { $this :from ?from ; :to ?value FILTER (?from > ?value) }" .
            """;
        List<ReportEntry> results =
                judge(shapes, ":a a :City ; :from 7 ; :to 3 . :b a :City ; :from 1 ; :to 3 .", Rdf.graph(""));
        assertEquals(List.of("7 is after 3 (:to)"), messages(results));
        assertEquals(Rdf.node("S-order"), results.getFirst().sourceConstraint());
        assertEquals(Rdf.node("S"), results.getFirst().source());
    }

    @Test
    void showsBlankNodesByTheirClassAndThingsByTheirKind() {
        String shapes = """
            :S a sh:NodeShape ; sh:targetClass :Count ; sh:property :S-of .
            :S-of a sh:PropertyShape ; sh:path :of ; sh:class :City ; sh:message "{$this} of {?value}"@en .
            """;
        assertEquals(
                List.of("[ a :Count ] of network:c40"),
                messages(shapes, "[] a :Count ; :of <https://w3id.org/urbis/id/network/c40> ."));
    }

    @Test
    void asksTheContextOnlyAboutGivenNodes() {
        String shapes = NAMED + """
            :S a sh:NodeShape ; sh:targetSubjectsOf :governs ; sh:class :Place .
            :O a sh:NodeShape ; sh:targetObjectsOf :governs ; sh:class :Place .
            :B a sh:NodeShape ; sh:targetClass :Place ; sh:property :B-one .
            :B-one a sh:PropertyShape ; sh:path [ sh:inversePath :governs ] ; sh:maxCount 1 .
            """;
        Graph context =
                Rdf.graph(":City rdfs:subClassOf :Place . :b a :City ; :name \"B\" . :c a :City . :x :governs :b .");
        Graph watched = new WrappedGraph(context) {
            @Override
            public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
                assertTrue(subject.isConcrete() || object.isConcrete(), "scanned for " + predicate);
                return super.find(subject, predicate, object);
            }

            @Override
            public ExtendedIterator<Triple> find(Triple pattern) {
                return find(pattern.getSubject(), pattern.getPredicate(), pattern.getObject());
            }

            @Override
            public int size() {
                return fail("counted");
            }
        };
        assertEquals(List.of(Rdf.node("a"), Rdf.node("b")), focusNodes(shapes, ":a a :City ; :governs :b .", watched));
    }

    @Test
    void stopsWhenItsThreadIsInterrupted() throws InterruptedException {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            data.append(":n").append(i).append(" a :City . ");
        }
        // Every city with every city with every city, and so on: it would not end while anybody waits.
        ShapeValidation endless = new ShapeValidation(ShapeLibrary.of(Rdf.graph("""
            :S a sh:NodeShape ; sh:targetClass :City ; sh:sparql [ sh:message "?" ; sh:select \"""
              SELECT $this WHERE { ?a ?p1 ?t1 . ?b ?p2 ?t2 . ?c ?p3 ?t3 . ?d ?p4 ?t4 . ?e ?p5 ?t5 .
                FILTER ( ?a = ?b && ?b != ?a && ?c = ?d && ?e = $this ) } \""" ] .
            """)), 1);
        Graph graph = Rdf.graph(data.toString());
        CountDownLatch begun = new CountDownLatch(1);
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread judging = new Thread(() -> {
            begun.countDown();
            try {
                endless.judge(graph);
            } catch (ValidationInterruptedException e) {
                end.set(e);
            }
        });
        judging.start();
        begun.await();
        judging.interrupt();
        judging.join();
        assertInstanceOf(ValidationInterruptedException.class, end.get());
    }

    private static List<String> messages(String shapes, String data) {
        return messages(judge(shapes, data, Rdf.graph("")));
    }

    private static List<String> messages(List<ReportEntry> results) {
        assertTrue(!results.isEmpty(), "nothing was found");
        return results.stream()
                .flatMap(result -> result.messages().stream())
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .toList();
    }

    private static List<Node> focusNodes(String shapes, String data, Graph context) {
        return judge(shapes, data, context).stream().map(ReportEntry::focusNode).toList();
    }

    private static List<ReportEntry> judge(String shapes, String data, Graph context) {
        return new ShapeValidation(ShapeLibrary.of(Rdf.graph(shapes))).judge(Rdf.graph(data), context);
    }
}
