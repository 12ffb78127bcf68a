package org.w3id.urbis.loader.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.system.G;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3id.urbis.loader.report.Report;
import org.w3id.urbis.loader.report.ReportFormat;
import org.w3id.urbis.ontology.ResourceFolder;
import org.w3id.urbis.shapes.ShapeLibrary;
import org.w3id.urbis.shapes.Vocabulary;

/** Validates what ships: every file of the sources is fine by itself, every invalid example is refused at its place. */
class ShippedFilesTest {

    private static final Vocabulary VOCABULARY = Vocabulary.shipped();
    private static final ShapeLibrary PARTS = ShapeLibrary.forParts();
    private static final FileValidation BY_PARTS = FileValidation.alone(PARTS, VOCABULARY);
    private static final FileValidation BY_ALL = FileValidation.alone(ShapeLibrary.forWholeGraph(), VOCABULARY);
    private static final ResourceFolder EXAMPLES = ResourceFolder.onClasspath("urbis/shapes/examples");

    @TestFactory
    Stream<DynamicTest> everySourceFileIsFineByItself() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("sources"))) {
            List<Path> found = files.filter(Files::isRegularFile)
                    .filter(file -> RdfFormat.isRdfFileName(file.getFileName().toString())
                            && !file.getFileName().toString().startsWith("expected."))
                    .sorted()
                    .toList();
            assertTrue(found.size() >= 26, found.toString());
            return found.stream()
                    .map(file -> DynamicTest.dynamicTest(file.toString(), file.toUri(), () -> {
                        ValidationResult result = BY_PARTS.validate(List.of(file));
                        assertTrue(result.statementCount() > 0, "it says nothing");
                        assertTrue(result.isAcceptable(), () -> "\n" + ReportFormat.TEXT.text(Report.of(result)));
                    }));
        }
    }

    @Test
    void allSourceFilesTogetherAreFine() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("sources"))) {
            ValidationResult result =
                    BY_PARTS.validate(files.filter(file -> file.toString().endsWith(".ttl"))
                            .sorted()
                            .toList());
            assertEquals(0, result.count(Severity.VIOLATION), () -> "\n" + ReportFormat.TEXT.text(Report.of(result)));
        }
    }

    @TestFactory
    Stream<DynamicTest> everyInvalidExampleIsRefusedAtItsPlace() {
        List<String> examples = EXAMPLES.names(".ttl").stream()
                .filter(name -> name.contains("/invalid/") && !name.endsWith(".report.ttl"))
                .toList();
        assertFalse(examples.isEmpty());
        return examples.stream().map(name -> DynamicTest.dynamicTest(name, () -> refusedAtItsPlace(name)));
    }

    private static void refusedAtItsPlace(String name) throws IOException {
        byte[] content = bytes(name);
        boolean isForParts = PARTS.shapes()
                        .getShape(NodeFactory.createURI(
                                "https://w3id.org/urbis/shapes#" + name.substring(0, name.indexOf('/'))))
                != null;
        ValidationResult result = (isForParts ? BY_PARTS : BY_ALL).validate(name, RdfFormat.TURTLE, content);
        LocatedFile file = result.files().getFirst();
        assertFalse(result.findings().isEmpty());
        for (Finding finding : result.findings()) {
            assertTrue(finding.line() > 0 && finding.column() > 0, finding.toString());
            assertFalse(
                    Character.isWhitespace(file.line(finding.line()).charAt(finding.column() - 1)), finding.toString());
        }
        Graph report = graph(bytes(name.replace(".ttl", ".report.ttl")));
        for (Node entry : G.allSP(report, null, SHACL.result)) {
            Node focus = G.getOneSP(report, entry, SHACL.focusNode);
            Optional<Node> value = Optional.ofNullable(G.getSP(report, entry, SHACL.value));
            assertTrue(
                    result.findings().stream().anyMatch(finding -> isOf(statement(file, finding.line()), focus, value)),
                    () -> "no finding is in the statement of " + focus + ", only\n"
                            + ReportFormat.TEXT.text(Report.of(result)));
        }
    }

    /** The lines around a line, as far as the empty lines before and after. */
    private static String statement(LocatedFile file, int line) {
        int first = line;
        while (first > 1 && !file.line(first - 1).isBlank()) {
            first--;
        }
        int last = line;
        while (!file.line(last + 1).isBlank()) {
            last++;
        }
        return Stream.iterate(first, n -> n + 1)
                .limit(last - first + 1L)
                .map(file::line)
                .collect(Collectors.joining("\n"));
    }

    private static boolean isOf(String statement, Node focus, Optional<Node> value) {
        if (focus.isURI()) {
            String key = focus.getURI().substring(focus.getURI().lastIndexOf('/') + 1);
            return statement.contains(":" + key + " ") || statement.contains("/" + key + ">");
        }
        return statement.contains("[")
                && value.filter(Node::isLiteral)
                        .map(Node::getLiteralLexicalForm)
                        .map(statement::contains)
                        .orElse(true);
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = EXAMPLES.open(name)) {
            return in.readAllBytes();
        }
    }

    private static Graph graph(byte[] turtle) {
        return RDFParser.source(new ByteArrayInputStream(turtle))
                .lang(Lang.TURTLE)
                .toGraph();
    }
}
