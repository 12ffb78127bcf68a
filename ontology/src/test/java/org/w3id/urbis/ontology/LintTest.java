package org.w3id.urbis.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;

/** The ontology keeps the rules of {@code lint.ttl}, and every term in use is declared. */
class LintTest {

    private static final Shapes LINT =
            Shapes.parse(RDFParser.source(Path.of("lint.ttl")).toGraph());

    @Test
    void everyTermAndCodeKeepsTheRules() {
        assertEquals(List.of(), lint(OntologyFiles.terms()));
        assertTrue(declared(OntologyFiles.terms()).size() > 150, "the rules saw the terms");
    }

    @Test
    void aTermWithoutDefinitionIsFound() {
        Graph graph = OntologyFiles.terms();
        graph.remove(NodeFactory.createURI(Urbis.CITY), SKOS.definition.asNode(), Node.ANY);
        assertTrue(
                lint(graph)
                        .contains(Urbis.CITY
                                + " A term has a definition, one at most in each of ar, en, es, fr, ru and zh."),
                () -> lint(graph).toString());
    }

    @Test
    void aTermThatIsNotExplainedInOneLanguageIsFound() {
        for (String term : List.of(Urbis.CITY, Urbis.CITATION)) {
            Graph graph = OntologyFiles.terms();
            graph.find(NodeFactory.createURI(term), SKOS.definition.asNode(), Node.ANY)
                    .filterKeep(
                            triple -> triple.getObject().getLiteralLanguage().equals("zh"))
                    .toList()
                    .forEach(graph::delete);
            assertEquals(
                    List.of(term + " The definition in one language of the United Nations is missing: zh."),
                    lint(graph));
        }
    }

    @Test
    void everyTermInUseIsDeclared() {
        Graph all = OntologyFiles.all();
        Set<String> declared = declared(all);
        Set<String> undeclared = new TreeSet<>();
        all.stream()
                .flatMap(triple -> List.of(triple.getSubject(), triple.getPredicate(), triple.getObject()).stream())
                .filter(node -> node.isURI() && node.getURI().startsWith(Urbis.NS))
                .map(Node::getURI)
                .filter(iri -> !declared.contains(iri))
                .forEach(undeclared::add);
        assertEquals(Set.of(), undeclared);
    }

    @Test
    void everyConstantNamesADeclaredTerm() throws IllegalAccessException {
        Set<String> declared = declared(OntologyFiles.terms());
        List<String> wrong = new ArrayList<>();
        int seen = 0;
        for (Field field : Urbis.class.getFields()) {
            String value = (String) field.get(null);
            if (value.startsWith(Urbis.NS) && !value.equals(Urbis.NS)) {
                seen++;
                if (!declared.contains(value)) {
                    wrong.add(field.getName());
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(seen > 20, "constants were seen");
    }

    @Test
    void frameworksAreWhole() {
        Graph all = OntologyFiles.all();
        assertEquals(17, elements(all, "Goal", "sdg"));
        assertEquals(169, elements(all, "Target", "sdg"));
        assertEquals(232, elements(all, "Indicator", "sdg"));
        assertEquals(4, elements(all, "Priority", "sendai"));
        assertEquals(7, elements(all, "Target", "sendai"));
        assertEquals(38, elements(all, "Indicator", "sendai"));
        assertEquals(29, elements(all, "Article", "paris-agreement"));
        assertEquals(15, elements(all, "FrameworkElement", "new-urban-agenda"));
        assertFalse(all.contains(
                Node.ANY, NodeFactory.createURI(Urbis.NS + "confidence"), NodeFactory.createLiteralString("low")));
    }

    private static long elements(Graph graph, String kind, String framework) {
        Node scheme = NodeFactory.createURI(Urbis.ID + "framework/" + framework);
        return graph.stream(Node.ANY, RDF.type.asNode(), NodeFactory.createURI(Urbis.NS + kind))
                .map(Triple::getSubject)
                .filter(element -> graph.contains(element, SKOS.inScheme.asNode(), scheme))
                .count();
    }

    private static Set<String> declared(Graph graph) {
        Set<String> declared = new TreeSet<>();
        graph.find(Node.ANY, RDFS.isDefinedBy.asNode(), Node.ANY)
                .forEachRemaining(triple -> declared.add(triple.getSubject().getURI()));
        return declared;
    }

    private static List<String> lint(Graph graph) {
        ValidationReport report = ShaclValidator.get().validate(LINT, graph);
        return report.getEntries().stream()
                .map(entry -> entry.focusNode().toString() + " " + entry.message())
                .distinct()
                .sorted()
                .toList();
    }
}
