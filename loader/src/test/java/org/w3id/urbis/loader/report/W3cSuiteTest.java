package org.w3id.urbis.loader.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3id.urbis.loader.validation.FileValidation;
import org.w3id.urbis.loader.validation.GivenShapes;
import org.w3id.urbis.loader.validation.UnusableShapesException;
import org.w3id.urbis.loader.validation.ValidationResult;

/**
 * Judges as the W3C expects of every test it publishes, from the files to the report. The tests are in the npm package
 * shacl-engine, in the folder that the environment variable {@code URBIS_NPM} names.
 */
class W3cSuiteTest {

    private static final String NPM = System.getenv("URBIS_NPM");

    private static List<W3cSuite.Case> cases;

    @BeforeAll
    static void read() {
        assumeTrue(NPM != null, "URBIS_NPM names no folder");
        cases = W3cSuite.read(Path.of(NPM, "node_modules/shacl-engine/test/assets/data-shapes")
                .toAbsolutePath());
    }

    @Test
    void theSuiteIsWhole() {
        assertEquals(121, cases.size(), "docs/validation.md names the number");
        assertEquals(7, cases.stream().filter(test -> test.expected().isEmpty()).count());
    }

    @TestFactory
    Stream<DynamicTest> judgesAsTheW3cExpects() {
        return cases.stream()
                .map(test -> DynamicTest.dynamicTest(test.name(), () -> {
                    if (test.expected().isEmpty()) {
                        UnusableShapesException refused =
                                assertThrows(UnusableShapesException.class, () -> judge(test));
                        assertTrue(refused.faults().findings().getFirst().line() > 0, "at a line of the shapes file");
                        return;
                    }
                    Graph actual = report(judge(test));
                    assertTrue(
                            actual.isIsomorphicWith(test.expected().get()),
                            () -> "expected\n" + text(test.expected().get()) + "but was\n" + text(actual));
                }));
    }

    private static ValidationResult judge(W3cSuite.Case test) {
        return FileValidation.by(GivenShapes.read(List.of(path(test.shapes())))).validate(List.of(path(test.data())));
    }

    private static Graph report(ValidationResult result) {
        Graph written = RDFParser.fromString(ReportFormat.TURTLE.text(Report.of(result)), Lang.TURTLE)
                .errorHandler(ErrorHandlerFactory.errorHandlerNoWarnings)
                .toGraph();
        Node report = G.getOnePO(written, RDF.Nodes.type, SHACL.ValidationReport);
        return W3cSuite.report(written, report);
    }

    private static Path path(URI file) {
        return Path.of(file);
    }

    private static String text(Graph graph) {
        return RDFWriter.source(graph).lang(Lang.NTRIPLES).asString();
    }
}
