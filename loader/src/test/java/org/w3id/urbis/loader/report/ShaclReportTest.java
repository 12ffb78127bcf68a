package org.w3id.urbis.loader.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.loader.validation.ValidationResult;
import org.w3id.urbis.ontology.Urbis;
import org.w3id.urbis.shapes.Vocabulary;

class ShaclReportTest {

    @Test
    void isAReportOfShacl() {
        ValidationResult result = Judging.TWO_SHAPES.of("my.ttl", ":a a :C ;", "  :p \"one\"@en .");
        Graph expected = RDFParser.fromString("""
            PREFIX : <https://example.org/>
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            PREFIX urbis: <https://w3id.org/urbis/ontology#>
            [] a sh:ValidationReport ;
               sh:conforms false ;
               sh:result [
                 a sh:ValidationResult ;
                 sh:focusNode :a ;
                 sh:resultPath ( :q :r ) ;
                 sh:resultSeverity sh:Warning ;
                 sh:sourceConstraintComponent sh:MinCountConstraintComponent ;
                 sh:sourceShape :S-q ;
                 sh:resultMessage "Say q." ;
                 urbis:file "my.ttl" ; urbis:line 2 ; urbis:column 1
               ] , [
                 a sh:ValidationResult ;
                 sh:focusNode :a ;
                 sh:resultPath :p ;
                 sh:value "one"@en ;
                 sh:resultSeverity sh:Violation ;
                 sh:sourceConstraintComponent sh:DatatypeConstraintComponent ;
                 sh:sourceShape :S-p ;
                 sh:resultMessage "A number, please."@en ;
                 urbis:file "my.ttl" ; urbis:line 3 ; urbis:column 6 ;
                 urbis:fix "Write digits alone, without commas or blanks: 10000."@en
               ] .
            """, Lang.TURTLE).toGraph();
        Graph report = turtle(result);
        // How far it reaches is the parser's to say.
        report.remove(Node.ANY, NodeFactory.createURI(Urbis.NS + "endLine"), Node.ANY);
        report.remove(Node.ANY, NodeFactory.createURI(Urbis.NS + "endColumn"), Node.ANY);
        assertTrue(expected.isIsomorphicWith(report), () -> ReportFormat.TURTLE.text(Report.of(result)));
    }

    @Test
    void saysTheSameInBothForms() {
        Graph turtle = turtle(Judging.rich());
        Graph jsonLd = RDFParser.fromString(ReportFormat.JSONLD.text(Report.of(Judging.rich())), Lang.JSONLD)
                .toGraph();
        assertEquals(turtle.size(), jsonLd.size());
        assertTrue(turtle.isIsomorphicWith(jsonLd), () -> ReportFormat.JSONLD.text(Report.of(Judging.rich())));
    }

    @Test
    void conformsWhenNothingWasFound() {
        ValidationReport report = ValidationReport.fromGraph(turtle(Judging.TWO_SHAPES.of("f", ":a :b 1 .")));
        assertTrue(report.conforms());
        assertEquals(List.of(), List.copyOf(report.getEntries()));
    }

    @Test
    void isReadAgainByJena() {
        ValidationReport report = ValidationReport.fromGraph(turtle(Judging.rich()));
        assertFalse(report.conforms());
        assertEquals(Judging.rich().findings().size(), report.getEntries().size());
    }

    @Test
    void putsTheReasonsIntoTheDetailOfAResult() {
        Graph report = turtle(Judging.rich());
        Node detail = report.find(Node.ANY, SHACL.detail, Node.ANY).next().getObject();
        assertTrue(report.contains(detail, SHACL.sourceConstraintComponent, SHACL.MinCountConstraintComponent));
        assertFalse(report.contains(Node.ANY, SHACL.result, detail));
    }

    @Test
    void usesOnlyDeclaredWords() {
        Vocabulary vocabulary = Vocabulary.shipped();
        Set<String> undeclared = new TreeSet<>();
        turtle(Judging.rich()).stream()
                .map(Triple::getPredicate)
                .map(Node::getURI)
                .filter(vocabulary::isTerm)
                .filter(iri -> !vocabulary.knows(iri))
                .forEach(undeclared::add);
        assertEquals(Set.of(), undeclared);
    }

    private static Graph turtle(ValidationResult result) {
        return RDFParser.fromString(ReportFormat.TURTLE.text(Report.of(result)), Lang.TURTLE)
                .toGraph();
    }
}
