package org.w3id.urbis.loader.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.shapes.ShapeLibrary;

/** Where there are some values and too few, whatever the format: at the first line of what lacks the others. */
class TooFewTest {

    private static final ShapeLibrary SHAPES = Turtle.shapes(
            ":S a sh:NodeShape ; sh:targetClass urbis:Network ; sh:property :S-few , :S-such .",
            ":S-few a sh:PropertyShape ; sh:path urbis:website ; sh:minCount 2 ; sh:message \"few\" .",
            ":S-such a sh:PropertyShape ; sh:path urbis:website ; sh:qualifiedMinCount 2 ; sh:message \"such\" ;",
            " sh:qualifiedValueShape [ sh:minLength 2 ] .");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "TURTLE    | 2 | PREFIX u: <https://w3id.org/urbis/ontology#>~ <urn:n> a u:Network ;~  u:website"
                        + " \"www.x.org\" .",
                "TRIG      | 2 | <urn:g> {~ <urn:n> a <https://w3id.org/urbis/ontology#Network> ;~"
                        + "  <https://w3id.org/urbis/ontology#website> \"www.x.org\" }",
                "N_TRIPLES | 2 | <urn:x> <urn:y> <urn:n> .~<urn:n> <urn:p> \"1\" .~<urn:n>"
                    + " <https://w3id.org/urbis/ontology#website> \"www.x.org\" .~<urn:n>"
                    + " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/urbis/ontology#Network> .",
                "N_QUADS   | 2 | <urn:x> <urn:y> <urn:n> <urn:g> .~<urn:n> <urn:p> \"1\" <urn:g> .~<urn:n>"
                    + " <https://w3id.org/urbis/ontology#website> \"www.x.org\" <urn:g> .~<urn:n>"
                    + " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/urbis/ontology#Network> .",
                "RDF_XML   | 3 | <r:RDF xmlns:r=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
                        + " xmlns:u=\"https://w3id.org/urbis/ontology#\">~~ <u:Network r:about=\"urn:n\">~"
                        + "  <u:website>www.x.org</u:website>~ </u:Network>~</r:RDF>",
                "JSON_LD   | 2 | {\"@context\": {\"u\": \"https://w3id.org/urbis/ontology#\"}, \"@graph\": [~ {~"
                        + "  \"u:part\": {\"@id\": \"urn:m\", \"u:of\": {~ \"@id\": \"urn:n\",~ \"u:more\": 1}},~"
                        + "  \"@id\": \"urn:n\",~  \"@type\": \"u:Network\",~  \"u:website\": \"www.x.org\"}~]}",
                "CSV       | 3 | # networks~network,name,website~x,X,www.x.org",
            })
    void isToldAtTheFirstLineOfTheThing(RdfFormat format, int line, String text) {
        assertEquals(
                List.of(line + " few", line + " such"),
                told(format, text.replace('~', '\n').getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void isToldAtTheRowOfAWorkbook() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "Urbis", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("network");
            List<String> cells = List.of("network", "name", "website", "x", "X", "www.x.org", "y", "Y", "www.y.org");
            for (int i = 0; i < cells.size(); i++) {
                sheet.value(i / 3, i % 3, cells.get(i));
            }
        }
        assertEquals(List.of("2 few", "2 such", "3 few", "3 such"), told(RdfFormat.XLSX, file.toByteArray()));
    }

    private static List<String> told(RdfFormat format, byte[] content) {
        return FileValidation.alone(SHAPES, Turtle.vocabulary()).validate("f", format, content).findings().stream()
                .filter(finding -> finding.message().matches("few|such"))
                .map(finding -> finding.line() + " " + finding.message())
                .sorted()
                .toList();
    }
}
