package org.w3id.urbis.loader.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.shapes.ShapeLibrary;
import org.w3id.urbis.shapes.Vocabulary;

/** What is proposed for JSON-LD is made in the text, and then the file is fine. */
class JsonLdFixesTest {

    private static final FileValidation VALIDATION =
            FileValidation.alone(ShapeLibrary.forParts(), Vocabulary.shipped());

    private static final String CONTEXT = "https://w3id.org/urbis/context/urbis-1.jsonld";

    private static final String FILE = """
        { "@context": ["%s", {"plainly": "urbis:theme"}],
          "id": "network/rivers",
          "type": "Network",
          "name": {"en": "Network of River Cities"},
          "description": {"en": "Cities on rivers."},
          %s,
          "citation": [ { "lines": "207-209" } ] }
        """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Where the context says that names stand there.
                "'theme': 'Climate change'          | 'theme': 'https://w3id.org/urbis/id/theme/climate-change'",
                "'theme': ['Climate change', 'Climate neutrality'] | 'theme':"
                        + " ['https://w3id.org/urbis/id/theme/climate-change',"
                        + " 'https://w3id.org/urbis/id/theme/climate-neutrality']",
                "'geographicScope': 'Europe'        | 'geographicScope':"
                        + " 'http://metadata.un.org/sdg/codes/geoArea/150'",
                "'geographicScope': {'id': 'DE'}    | 'geographicScope': {'id':"
                        + " 'http://metadata.un.org/sdg/codes/geoArea/276'}",
                // Where it says nothing, or that there is a text.
                "'plainly': 'Climate change'        | 'plainly': {'@id':"
                        + " 'https://w3id.org/urbis/id/theme/climate-change'}",
                "'plainly': ['Climate neutrality']  | 'plainly': [{'@id':"
                        + " 'https://w3id.org/urbis/id/theme/climate-neutrality'}]",
                "'theme': {'@value': 'Climate change', '@language': 'en'} | 'theme': {'@id':"
                        + " 'https://w3id.org/urbis/id/theme/climate-change'}",
                // Texts, numbers and dates in place of each other.
                "'founded': 1995                    | 'founded': {'@value': '1995', '@type': 'xsd:gYear'}",
                "'founded': ['5 March 1995']        | 'founded': [{'@value': '1995-03-05', '@type': 'xsd:date'}]",
                "'website': {'@id': 'https://www.rivers.example/'} | 'website': {'@value':"
                        + " 'https://www.rivers.example/'}",
            })
    void areMade(String written, String expected) {
        String text = FILE.formatted(CONTEXT, written.replace('\'', '"'));
        Mending mending = Mending.of(VALIDATION, Map.of("f.jsonld", text.getBytes(StandardCharsets.UTF_8)));
        assertEquals(
                FILE.formatted(CONTEXT, expected.replace('\'', '"')),
                mending.texts().getOrDefault("f.jsonld", "nothing"),
                () -> mending.result().findings().toString());
        assertEquals(
                List.of(),
                mending.result().findings().stream()
                        .filter(finding -> finding.severity() == Severity.VIOLATION)
                        .toList());
    }

    @Test
    void areLeftToAPersonWhereNothingIsCalledSo() {
        String text = FILE.formatted(CONTEXT, "\"theme\": [\"Brass bands at large\"]");
        List<Finding> findings = VALIDATION
                .validate("f", RdfFormat.JSON_LD, text.getBytes(StandardCharsets.UTF_8))
                .findings();
        // Nobody wrote an IRI there, so that it is no good one is not told.
        assertEquals(1, findings.size(), findings::toString);
        assertTrue(findings.getFirst().message().startsWith("Take themes from the list"), findings::toString);
        assertEquals("/theme/0", findings.getFirst().position().pointer().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'latitude': 46.2, 'longitude': 6.15 | 'latitude': '46.2', 'longitude': '6.15'",
                "'latitude': {'@value': 46.2, '@type': 'xsd:decimal'} | 'latitude': {'@value': '46.2', '@type':"
                        + " 'xsd:decimal'}",
            })
    void areMadeOfNumbersThatReadersOfJsonLdTurnIntoOthers(String written, String expected) {
        String text = FILE.formatted(CONTEXT, written.replace('\'', '"'));
        Stream<Finding> numbers =
                VALIDATION.validate("f", RdfFormat.JSON_LD, text.getBytes(StandardCharsets.UTF_8)).findings().stream()
                        .filter(finding -> finding.component().equals(Check.ILL_TYPED_LITERAL.component()));
        assertEquals(FILE.formatted(CONTEXT, expected.replace('\'', '"')), MendedText.mended(text, numbers.toList()));
    }

    @Test
    void nameNumbersAsTheyAreWritten() {
        String text = FILE.formatted(CONTEXT, "\"latitude\": 46.2, \"longitude\": 1.25e-4");
        List<String> numbers =
                VALIDATION.validate("f", RdfFormat.JSON_LD, text.getBytes(StandardCharsets.UTF_8)).findings().stream()
                        .filter(finding -> finding.component().equals(Check.ILL_TYPED_LITERAL.component()))
                        .map(Finding::message)
                        .toList();
        assertEquals(2, numbers.size(), numbers::toString);
        assertEquals(
                "Programs that read JSON-LD make “4.62E1” of the number 46.2, and that is not a number (xsd:decimal).",
                numbers.getFirst());
        assertTrue(numbers.getLast().contains("“1.25E-4” of the number 0.000125,"), numbers::toString);
    }
}
