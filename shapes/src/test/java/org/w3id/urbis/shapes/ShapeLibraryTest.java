package org.w3id.urbis.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeLibraryTest {

    @Test
    void loadsTheShippedShapes() {
        assertFalse(ShapeLibrary.forParts().shapes().getTargetShapes().isEmpty());
    }

    @Test
    void keepsShapesForTheWholeGraphApart() {
        List<String> files = ShapeLibrary.shippedFiles();
        assertTrue(files.stream().anyMatch(name -> name.startsWith("whole-graph/")), files.toString());
        assertTrue(files.stream().noneMatch(name -> name.startsWith("examples/")), files.toString());
        assertTrue(ShapeLibrary.forWholeGraph().graph().size()
                > ShapeLibrary.forParts().graph().size());
    }

    @Test
    void namesTheReferenceThatLeadsNowhere() {
        IllFormedShapesException missing = refused("""
            :A a sh:NodeShape ; sh:targetClass :City ; sh:node :Missing ;
                sh:or ( [ sh:class :City ] :AlsoMissing ) ; sh:property :NoProperty .\
            """);
        assertEquals(3, missing.faults().size(), missing.getMessage());
        assertTrue(missing.getMessage().contains("https://example.org/AlsoMissing"), missing.getMessage());
        assertTrue(missing.getMessage().contains("sh:node <https://example.org/Missing>"), missing.getMessage());
    }

    @Test
    void refusesWhatIsTurtleAndNotShacl() {
        refused(":A a sh:NodeShape ; sh:targetClass :C ; sh:property [ sh:minCount 1 ] .");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT $this { SERVICE <http://localhost/> { $this ?p ?o } }",
                "SELECT $this { FILTER EXISTS { SERVICE <http://localhost/> { $this ?p ?o } } }",
                "SELECT $this { { SELECT $this { SERVICE SILENT <http://localhost/> { $this ?p ?o } } } }",
                "SELECT $this FROM <file:///etc/passwd> { $this ?p ?o }",
                "PREFIX j: <java:java.lang.> SELECT $this { BIND(j:System.exit(1) AS ?x) }",
                "SELECT $this { $this ?p ?o"
            })
    void refusesQueriesThatReachOutOrCannotBeParsed(String query) {
        refused(":A a sh:NodeShape ; sh:targetClass :City ; sh:sparql [ sh:select \"\"\"" + query + "\"\"\" ] .");
        refused(":A a sh:NodeShape ; sh:class :City ; sh:target [ a sh:SPARQLTarget ; sh:select \"\"\"" + query
                + "\"\"\" ] .");
    }

    private static IllFormedShapesException refused(String turtle) {
        Graph shapes = Rdf.graph(turtle);
        return assertThrows(IllFormedShapesException.class, () -> ShapeLibrary.of(shapes));
    }
}
