package org.w3id.urbis.loader.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.loader.report.Report;
import org.w3id.urbis.loader.report.ReportFormat;
import org.w3id.urbis.shapes.ShapeLibrary;
import org.w3id.urbis.shapes.Vocabulary;

/** Two threads that share the work of one validation have to say what one says. */
class SoleValidationTest {

    private static final Path EXAMPLES = Path.of("..", "shapes", "examples");

    @Test
    void ofTheInvalidExamplesTwoThreadsSayWhatOneSays() throws IOException {
        FileValidation one = FileValidation.alone(ShapeLibrary.forParts(), Vocabulary.shipped());
        List<Path> examples;
        try (Stream<Path> all = Files.walk(EXAMPLES)) {
            examples = all.filter(file -> file.getParent().endsWith("invalid"))
                    .filter(file -> file.toString().endsWith(".ttl"))
                    .filter(file -> !file.toString().endsWith(".report.ttl"))
                    .sorted()
                    .toList();
        }
        ValidationResult together = one.validate(examples);
        assertTrue(together.findings().size() > examples.size() / 2, told(together));
        assertEquals(told(together), told(SoleValidation.of(examples)));
        for (int i = 0; i < examples.size(); i += 20) {
            List<Path> single = List.of(examples.get(i));
            assertEquals(told(one.validate(single)), told(SoleValidation.of(single)));
        }
    }

    private static String told(ValidationResult result) {
        return ReportFormat.TEXT.text(Report.of(result));
    }
}
