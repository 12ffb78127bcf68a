package org.w3id.urbis.loader.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
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

    /** Says in an invalid example which line is wrong; of what lacks something, the line where it begins. */
    private static final String MARK = " # here";

    private static final ResourceFolder EXAMPLES = ResourceFolder.onClasspath("urbis/shapes/examples");

    @TestFactory
    Stream<DynamicTest> everySourceFileIsFineByItself() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("sources"))) {
            List<Path> found = files.filter(Files::isRegularFile)
                    .filter(ShippedFilesTest::isOurs)
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
                    BY_PARTS.validate(files.filter(file -> file.toString().endsWith(".ttl") && isOurs(file))
                            .sorted()
                            .toList());
            assertEquals(0, result.count(Severity.VIOLATION), () -> "\n" + ReportFormat.TEXT.text(Report.of(result)));
        }
    }

    /** What a mapping is to give, and samples of what others publish, are no files of ours to be loaded as they are. */
    private static boolean isOurs(Path file) {
        String name = file.getFileName().toString();
        return RdfFormat.isRdfFileName(name) && !name.startsWith("expected.") && !name.startsWith("sample");
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
        for (Finding finding : result.findings()) {
            assertTrue(finding.line() > 0 && finding.column() > 0, finding.toString());
            assertFalse(
                    Character.isWhitespace(file.line(finding.line()).charAt(finding.column() - 1)), finding.toString());
        }
        List<Integer> marked = IntStream.rangeClosed(1, file.source().lineCount())
                .filter(line -> file.line(line).endsWith(MARK))
                .boxed()
                .toList();
        assertEquals(
                marked,
                result.findings().stream()
                        .map(Finding::line)
                        .distinct()
                        .sorted()
                        .toList(),
                () -> "a line that is wrong ends with \"" + MARK + "\", and only such a line has findings\n"
                        + ReportFormat.TEXT.text(Report.of(result)));
        assertFalse(marked.isEmpty());
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = EXAMPLES.open(name)) {
            return in.readAllBytes();
        }
    }
}
