package org.w3id.urbis.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeLibraryTest {

    @TempDir
    Path folder;

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
    void readsShapesOfSeveralFilesThatReferToEachOther() throws IOException {
        Path one = write("one.ttl", ":A a sh:NodeShape ; sh:targetClass :City ; sh:property :A-name .");
        Path two = write("two.ttl", ":A-name a sh:PropertyShape ; sh:path :name ; sh:minCount 1 .");
        assertEquals(2, ShapeLibrary.ofFiles(List.of(one, two)).shapes().numShapes());
    }

    @Test
    void namesTheReferenceThatLeadsNowhere() throws IOException {
        Path file = write("one.ttl", """
            :A a sh:NodeShape ; sh:targetClass :City ; sh:node :Missing ;
                sh:or ( [ sh:class :City ] :AlsoMissing ) ; sh:property :NoProperty .\
            """);
        MissingShapeException missing =
                assertThrows(MissingShapeException.class, () -> ShapeLibrary.ofFiles(List.of(file)));
        assertEquals(3, missing.references().size(), missing.getMessage());
        assertTrue(missing.getMessage().contains("https://example.org/AlsoMissing"), missing.getMessage());
        assertTrue(missing.getMessage().contains("sh:node <https://example.org/Missing>"), missing.getMessage());
    }

    @Test
    void namesTheFileAndThePlaceWhenItIsNoTurtle() throws IOException {
        Path file = write("broken.ttl", ":A a sh:NodeShape");
        UnreadableShapesException broken =
                assertThrows(UnreadableShapesException.class, () -> ShapeLibrary.ofFiles(List.of(file)));
        assertTrue(broken.getMessage().contains("broken.ttl: [line: 3, col: "), broken.getMessage());
    }

    @Test
    void refusesWhatIsTurtleAndNotShacl() throws IOException {
        Path file = write("wrong.ttl", ":A a sh:NodeShape ; sh:targetClass :C ; sh:property [ sh:minCount 1 ] .");
        assertThrows(UnreadableShapesException.class, () -> ShapeLibrary.ofFiles(List.of(file)));
    }

    @Test
    void saysWhenAFileIsNotThere() {
        assertThrows(UncheckedIOException.class, () -> ShapeLibrary.ofFiles(List.of(folder.resolve("none.ttl"))));
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
    void refusesQueriesThatReachOutOrCannotBeParsed(String query) throws IOException {
        Path constraint = write(
                "constraint.ttl",
                ":A a sh:NodeShape ; sh:targetClass :City ; sh:sparql [ sh:select \"\"\"" + query + "\"\"\" ] .");
        assertThrows(UnreadableShapesException.class, () -> ShapeLibrary.ofFiles(List.of(constraint)));
        Path target = write(
                "target.ttl",
                ":A a sh:NodeShape ; sh:class :City ; sh:target [ a sh:SPARQLTarget ; " + "sh:select \"\"\"" + query
                        + "\"\"\" ] .");
        assertThrows(UnreadableShapesException.class, () -> ShapeLibrary.ofFiles(List.of(target)));
    }

    private Path write(String name, String turtle) throws IOException {
        return Files.writeString(folder.resolve(name), """
            @prefix : <https://example.org/> .
            @prefix sh: <http://www.w3.org/ns/shacl#> .
            """ + turtle);
    }
}
