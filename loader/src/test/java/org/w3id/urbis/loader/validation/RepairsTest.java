package org.w3id.urbis.loader.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.loader.validation.Fix.Replacement;
import org.w3id.urbis.shapes.ShapeLibrary;
import org.w3id.urbis.shapes.Vocabulary;

/** What is proposed, and what of it is done without asking. */
class RepairsTest {

    private static FileValidation validation;

    @BeforeAll
    static void readShapes() {
        validation = FileValidation.alone(ShapeLibrary.forParts(), Vocabulary.shipped());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        urbis:founded "2021-3-5"^^xsd:date          | urbis:founded "2021-03-05"^^xsd:date
        urbis:founded "2021/03/05"                  | urbis:founded "2021-03-05"^^xsd:date
        urbis:founded "13/03/2021"                  | urbis:founded "2021-03-13"^^xsd:date
        urbis:founded "03/13/2021"^^xsd:date        | urbis:founded "2021-03-13"^^xsd:date
        urbis:founded "5 March 2021"                | urbis:founded "2021-03-05"^^xsd:date
        urbis:founded "2021-3"^^xsd:gYearMonth      | urbis:founded "2021-03"^^xsd:gYearMonth
        urbis:founded 2021                          | urbis:founded "2021"^^xsd:gYear
        urbis:founded "12/03/2021"                  | Write "2021-03-12"^^xsd:date or "2021-12-03"^^xsd:date, whichever is meant.
        urbis:founded "about 2021"^^xsd:gYear       | Write four digits: "2021"^^xsd:gYear.
        urbis:value "1,234"^^xsd:integer            | urbis:value "1234"^^xsd:integer
        urbis:value "1.234,5"^^xsd:decimal          | urbis:value "1234.5"^^xsd:decimal
        urbis:value "1,234,567.8"^^xsd:decimal      | urbis:value "1234567.8"^^xsd:decimal
        urbis:value "1,5"^^xsd:decimal              | urbis:value "1.5"^^xsd:decimal
        urbis:value "1,234"^^xsd:decimal            | Write 1.234 or 1234, whichever is meant.
        urbis:value "1.234"^^xsd:integer            | Write digits alone, without commas or blanks: 10000.
        urbis:website <https://www.example.org/>    | urbis:website "https://www.example.org/"
        urbis:webside "www.example.org"             | urbis:website "www.example.org"
        skos:altLabel "Ríos"@sp                     | skos:altLabel "Ríos"@es
        skos:altLabel "Rivers"@eng                  | skos:altLabel "Rivers"@en
        skos:altLabel "Rivers"@english-GB           | skos:altLabel "Rivers"@en-GB
        urbis:theme theme:climate-chang             | urbis:theme theme:climate-change
        """)
    void repairs(String written, String expected) {
        String file = """
            @prefix : <https://example.org/> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix theme: <https://w3id.org/urbis/id/theme/> .
            @prefix urbis: <https://w3id.org/urbis/ontology#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            :a a urbis:%s ;
            %s .
            """.formatted(written.startsWith("urbis:value") ? "Quantity" : "Network", written);
        Finding finding = at(7, file).getFirst();
        Fix fix = finding.fix().orElseThrow();
        String line = fix.replacements().isEmpty()
                ? fix.text()
                : changed(file, fix).split("\n")[6].replace(" .", "");
        assertEquals(expected, line);
    }

    @Test
    void putsLatitudeAndLongitudeInTheirOrder() {
        String file = """
            @prefix : <https://example.org/> .
            @prefix urbis: <https://w3id.org/urbis/ontology#> .
            :a a urbis:City ; urbis:latitude 139.69 ;
               urbis:longitude 35.68 .
            """;
        Fix fix = at(3, file).stream()
                .flatMap(finding -> finding.fix().stream())
                .findFirst()
                .orElseThrow();
        assertEquals("Latitude and longitude are swapped.", fix.text());
        assertTrue(changed(file, fix).contains("latitude 35.68 ;\n   urbis:longitude 139.69"), changed(file, fix));
    }

    @Test
    void repairsJsonToo() {
        String file = """
            { "@context": { "@vocab": "https://w3id.org/urbis/ontology#", "xsd": "http://www.w3.org/2001/XMLSchema#" },
              "@id": "https://example.org/a",
              "webside": "x",
              "founded": { "@value": "2021-3-5", "@type": "xsd:date" } }
            """;
        String repaired = file;
        for (Finding finding : validation
                .validate("f", RdfFormat.JSON_LD, file.getBytes(StandardCharsets.UTF_8))
                .findings()
                .reversed()) {
            repaired =
                    finding.fix().isPresent() ? changed(repaired, finding.fix().get()) : repaired;
        }
        assertEquals(file.replace("webside", "website").replace("2021-3-5", "2021-03-05"), repaired);
    }

    private static List<Finding> at(int line, String file) {
        return validation.validate("f", RdfFormat.TURTLE, file.getBytes(StandardCharsets.UTF_8)).findings().stream()
                .filter(finding -> finding.line() == line)
                .toList();
    }

    private static String changed(String file, Fix fix) {
        SourceText source = SourceText.decode("f", file.getBytes(StandardCharsets.UTF_8));
        StringBuilder text = new StringBuilder(file);
        Stream<Replacement> lastFirst = fix.replacements().stream()
                .sorted(Comparator.comparingInt(Replacement::line)
                        .thenComparingInt(Replacement::column)
                        .reversed());
        lastFirst.forEach(change -> text.replace(
                source.offset(change.line(), change.column()),
                source.offset(change.endLine(), change.endColumn()),
                change.text()));
        return text.toString();
    }
}
