package org.w3id.urbis.shapes;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The folder {@code examples/} is the test: what is in {@code valid} conforms, what is in {@code invalid} is refused
 * with exactly the report beside it.
 *
 * <p>Run with {@code -Dwrite.reports=true}, the reports that are missing are written, to be read by a person before they
 * are committed.
 */
class ExamplesTest {

    private static final boolean WRITE = Boolean.getBoolean("write.reports");

    @TestFactory
    Stream<DynamicTest> validExamplesConform() {
        return tests("valid", example -> {
            assertTrue(example.isTouchedByItsShape(), "the shape " + example.shape() + " judges nothing in it");
            assertEquals("", String.join("\n", ReportText.lines(report(example))), "it should conform");
        });
    }

    @TestFactory
    Stream<DynamicTest> invalidExamplesAreRefusedAsReported() {
        return tests("invalid", example -> {
            if (WRITE && !Files.exists(example.report())) {
                Files.writeString(example.report(), ReportText.of(example.results()));
            }
            assertTrue(
                    Files.exists(example.report()),
                    () -> example.report() + " is missing; the report is\n" + ReportText.of(example.results()));
            assertEqualReports(ReportText.graph(Files.readString(example.report())), report(example));
        });
    }

    @TestFactory
    Stream<DynamicTest> invalidExamplesAreRefusedByTheirShape() {
        return tests("invalid", example -> {
            String name = example.shape().getURI();
            assertTrue(
                    example.results().stream()
                            .flatMap(ExamplesTest::sources)
                            .anyMatch(source -> source.equals(name) || source.startsWith(name + "-")),
                    () -> "nothing is wrong with it by " + name + ", only by\n" + ReportText.of(example.results()));
        });
    }

    @Test
    void everyReportHasItsExample() throws IOException {
        Set<String> reports = Example.all("invalid").stream()
                .map(example -> example.report().toString())
                .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.walk(Example.FOLDER)) {
            List<String> orphans = files.map(Object::toString)
                    .filter(file -> file.endsWith(".report.ttl") && !reports.contains(file))
                    .toList();
            assertEquals(List.of(), orphans);
        }
    }

    @Test
    void everyShapeHasAValidAndAnInvalidExample() {
        assertAll(Stream.of("valid", "invalid").map(kind -> () -> {
            Set<Node> shown = Example.all(kind).stream().map(Example::shape).collect(Collectors.toSet());
            List<Node> missing = ShapeLibrary.forWholeGraph().shapes().getTargetShapes().stream()
                    .map(Shape::getShapeNode)
                    .filter(shape -> !shown.contains(shape))
                    .toList();
            assertEquals(List.of(), missing, "shapes without a " + kind + " example");
        }));
    }

    @Test
    void everyConstraintIsBrokenByAnExample() {
        Set<String> broken = Example.all("invalid").stream()
                .flatMap(example -> example.results().stream())
                .flatMap(ExamplesTest::sources)
                .collect(Collectors.toSet());
        List<String> untried = SpeakingShapes.of(ShapeLibrary.forWholeGraph()).stream()
                .map(Node::getURI)
                .filter(shape -> !broken.contains(shape))
                .sorted()
                .toList();
        assertEquals(List.of(), untried, "no invalid example breaks these");
    }

    @Test
    void noMessageKeepsABlank() {
        List<String> unfilled = Example.all("invalid").stream()
                .flatMap(example -> example.results().stream())
                .flatMap(result -> result.messages().stream())
                .map(Node::getLiteralLexicalForm)
                .filter(message -> message.matches("(?s).*\\{[?$]\\w+}.*"))
                .distinct()
                .toList();
        assertEquals(List.of(), unfilled);
    }

    @Test
    void aDifferenceSaysWhatIsMissingAndWhatIsUnexpected() {
        Example example = Example.all("invalid").getFirst();
        Graph actual = report(example);
        AssertionError error = assertThrows(
                AssertionError.class, () -> assertEqualReports(ReportText.graph(ReportText.of(List.of())), actual));
        assertTrue(error.getMessage().contains("missing:\nunexpected:\n  focusNode "), error.getMessage());
        error = assertThrows(
                AssertionError.class, () -> assertEqualReports(actual, ReportText.graph(ReportText.of(List.of()))));
        assertTrue(error.getMessage().contains("missing:\n  focusNode "), error.getMessage());
    }

    private static Stream<String> sources(ReportEntry result) {
        return Stream.of(result.source(), result.sourceConstraint())
                .filter(node -> node != null && node.isURI())
                .map(Node::getURI);
    }

    private static Graph report(Example example) {
        return ReportText.graph(ReportText.of(example.results()));
    }

    private static void assertEqualReports(Graph expected, Graph actual) {
        if (expected.isIsomorphicWith(actual)) {
            return;
        }
        Map<String, Long> surplus = counts(ReportText.lines(expected));
        List<String> unexpected = new ArrayList<>();
        for (String line : ReportText.lines(actual)) {
            if (surplus.merge(line, -1L, Long::sum) < 0) {
                unexpected.add(line);
            }
        }
        List<String> missing = surplus.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        fail("the report differs\nmissing:\n" + indented(missing) + "unexpected:\n" + indented(unexpected));
    }

    private static Map<String, Long> counts(List<String> lines) {
        return lines.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static String indented(List<String> lines) {
        return lines.stream().map(line -> "  " + line + "\n").collect(Collectors.joining());
    }

    /** One test for each example of a kind; none at all is a failure. */
    private static Stream<DynamicTest> tests(String kind, ThrowingCheck check) {
        List<Example> examples = Example.all(kind);
        assertFalse(examples.isEmpty(), "no " + kind + " example was found in " + Example.FOLDER.toAbsolutePath());
        return examples.stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.toString(), example.file().toUri(), () -> check.of(example)));
    }

    /** What is checked of an example. */
    @FunctionalInterface
    private interface ThrowingCheck {

        void of(Example example) throws IOException;
    }
}
