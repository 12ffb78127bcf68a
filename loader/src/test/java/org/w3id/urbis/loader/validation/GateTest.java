package org.w3id.urbis.loader.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.shapes.ShapeLibrary;
import org.w3id.urbis.shapes.Vocabulary;

class GateTest {

    private final ShapeLibrary shapes = Turtle.shapes(
            ":S a sh:NodeShape ; sh:targetClass :C ; sh:property :S-p , :S-q , :S-r .",
            ":S-p a sh:PropertyShape ; sh:path :p ; sh:minCount 1 ; sh:message \"fehlt\"@de , \"missing\"@en .",
            ":S-q a sh:PropertyShape ; sh:path :q ; sh:maxCount 1 ; sh:severity sh:Warning ; sh:message \"many\" .",
            ":S-r a sh:PropertyShape ; sh:path :r ; sh:datatype xsd:gYear ; sh:severity sh:Info ; sh:message"
                    + " \"year\" .");
    private final Vocabulary vocabulary = Turtle.vocabulary(
            "urbis:memberCount a owl:ObjectProperty ; skos:prefLabel \"member count\"@en .",
            "urbis:Network a owl:Class .",
            ":D rdfs:subClassOf :C .",
            "role:member skos:inScheme <https://w3id.org/urbis/id/code-list/role> .");
    private final Gate gate = new Gate(shapes, vocabulary);

    @Test
    void saysWhatTheShapeSays() {
        Finding finding = only(gate.judge(Turtle.graph(":a a :C .")));
        assertEquals(Severity.VIOLATION, finding.severity());
        assertEquals("missing", finding.message());
        assertEquals(Optional.of(Turtle.iri("a")), finding.focusNode());
        assertEquals(Optional.of(Turtle.iri("S-p")), finding.shape());
        assertEquals(SHACL.MinCountConstraintComponent, finding.component());
        assertEquals(Optional.empty(), finding.value());
    }

    @Test
    void tellsWarningsAndRemarksFromViolations() {
        List<Finding> findings = gate.judge(Turtle.graph(":a a :C ; :p 1 ; :q 1 , 2 ; :r 2021 ."));
        assertEquals(
                List.of(Severity.WARNING, Severity.INFO),
                findings.stream().map(Finding::severity).toList());
        assertEquals(
                Optional.of("Write \"2021\"^^xsd:gYear."),
                findings.getLast().fix().map(Fix::text));
    }

    @Test
    void judgesInTheContextOfTheVocabularyAndTheBase() {
        assertEquals("missing", only(gate.judge(Turtle.graph(":a a :D ."))).message());
        assertEquals(List.of(), gate.judge(Turtle.graph(":a a :D ."), Turtle.graph(":a :p 1 . :z a :C .")));
    }

    @Test
    void refusesTermsThatTheOntologyDoesNotDeclare() {
        Finding property = only(gate.judge(Turtle.graph(":a urbis:memberCont 5 .")));
        assertEquals("The ontology has no urbis:memberCont.", property.message());
        assertEquals(
                Optional.of("Did you mean urbis:memberCount (member count)?"),
                property.fix().map(Fix::text));
        assertEquals(Check.UNDECLARED_TERM.component(), property.component());
        assertEquals(Severity.VIOLATION, property.severity());
        assertEquals(
                "The ontology has no urbis:Netwrok.",
                only(gate.judge(Turtle.graph(":a a urbis:Netwrok ."))).message());
        assertEquals(1, gate.judge(Turtle.graph("urbis:mine a owl:Class .")).size(), "data declare no terms");
    }

    @Test
    void refusesCodesThatNothingKnows() {
        Finding code = only(gate.judge(Turtle.graph(":a :role role:membre .")));
        assertEquals(Check.UNKNOWN_CODE.component(), code.component());
        assertEquals(Optional.of("Did you mean role:member?"), code.fix().map(Fix::text));
        assertEquals(Optional.of(NodeFactory.createURI("https://w3id.org/urbis/id/role/membre")), code.value());
    }

    @Test
    void takesElementsThatTheDataOrTheBaseDescribe() {
        String element = "<https://w3id.org/urbis/framework/charter/1>";
        assertEquals(1, gate.judge(Turtle.graph(":a :to " + element + " .")).size());
        assertEquals(List.of(), gate.judge(Turtle.graph(":a :to " + element + " . " + element + " :n 1 .")));
        assertEquals(
                List.of(), gate.judge(Turtle.graph(":a :to " + element + " ."), Turtle.graph(element + " :n 1 .")));
    }

    @Test
    void judgesAllGraphsOfACandidateAsOne() {
        DatasetGraph candidate = DatasetGraphFactory.createTxnMem();
        candidate.executeWrite(() -> {
            candidate.add(Turtle.iri("g1"), Turtle.iri("a"), RDF.Nodes.type, Turtle.iri("C"));
            candidate.add(Turtle.iri("g2"), Turtle.iri("a"), Turtle.iri("p"), Turtle.iri("x"));
            candidate.add(Turtle.iri("g2"), Turtle.iri("b"), RDF.Nodes.type, Turtle.iri("C"));
        });
        assertEquals(Optional.of(Turtle.iri("b")), only(gate.judge(candidate)).focusNode());
    }

    @Test
    void needsNoVocabularyBesideACandidateThatCarriesIt() {
        Graph whole = Turtle.graph("<https://w3id.org/urbis/ontology> a owl:Ontology . :a a :D .");
        assertTrue(gate.judge(whole).isEmpty(), "it does not say that :D is below :C");
    }

    private static Finding only(List<Finding> findings) {
        assertEquals(1, findings.size(), findings.toString());
        return findings.getFirst();
    }
}
