package org.w3id.urbis.loader.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.shapes.ShapeLibrary;
import org.w3id.urbis.shapes.Vocabulary;

/** Where a name stands for a known thing, or an IRI that is made of its name, the thing is proposed. */
class NamesakesTest {

    private static final FileValidation VALIDATION =
            FileValidation.alone(ShapeLibrary.forParts(), Vocabulary.shipped());

    private static final String FILE = """
        @prefix area: <http://metadata.un.org/sdg/codes/geoArea/> .
        @prefix network: <https://w3id.org/urbis/id/network/> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix theem: <https://w3id.org/urbis/id/theem/> .
        @prefix theme: <https://w3id.org/urbis/id/theme/> .
        @prefix urbis: <https://w3id.org/urbis/ontology#> .

        network:rivers a urbis:Network ;
            skos:prefLabel "Network of River Cities"@en ;
            %s ;
            urbis:citation [ urbis:lines "207-209" ] .
        """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "urbis:geographicScope \"Europe\"          | area:150 (Europe)           | urbis:geographicScope"
                        + " area:150",
                "urbis:geographicScope \"Alemania\"@es     | area:276 (Germany)          | urbis:geographicScope"
                        + " area:276",
                "urbis:geographicScope \"DE\"              | area:276 (Germany)          | urbis:geographicScope"
                        + " area:276",
                "urbis:geographicScope \"Germny\"          | area:276 (Germany)          | -",
                "urbis:geographicScope area:germany        | area:276 (Germany)          | urbis:geographicScope"
                        + " area:276",
                "urbis:geographicScope area:DEU            | area:276 (Germany)          | urbis:geographicScope"
                        + " area:276",
                "urbis:theme \"Climate change\"            | theme:climate-change (climate change mitigation and"
                        + " action) | urbis:theme theme:climate-change",
                "urbis:theme \"neutralidad climatica\"     | theme:climate-neutrality (climate neutrality)"
                        + " | urbis:theme theme:climate-neutrality",
                "urbis:theme theme:neutralité-climatique   | theme:climate-neutrality (climate neutrality)"
                        + " | urbis:theme theme:climate-neutrality",
                "urbis:theme theem:climate-neutrality      | theme:climate-neutrality (climate neutrality)"
                        + " | urbis:theme theme:climate-neutrality",
                "urbis:theme <https://example.org/t7> . <https://example.org/t7> skos:prefLabel \"Climate"
                    + " neutrality\"@en . network:rivers a urbis:Network | theme:climate-neutrality (climate"
                    + " neutrality) | urbis:theme theme:climate-neutrality . <https://example.org/t7> skos:prefLabel"
                    + " \"Climate neutrality\"@en . network:rivers a urbis:Network",
                "urbis:nombreDeMembres 7                   | urbis:memberCount (member count) | urbis:memberCount 7",
            })
    void areProposed(String written, String meant, String mended) {
        byte[] file = FILE.formatted(written).getBytes(StandardCharsets.UTF_8);
        ValidationResult result = VALIDATION.validate("f.ttl", RdfFormat.TURTLE, file);
        Finding finding = result.findings().stream()
                .filter(one -> one.severity() == Severity.VIOLATION && one.fix().isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError(result.findings().toString()));
        assertEquals(10, finding.line());
        assertEquals("Did you mean " + meant + "?", finding.fix().orElseThrow().text());
        assertEquals(
                mended.equals("-") ? FILE.formatted(written) : FILE.formatted(mended),
                MendedText.mended(FILE.formatted(written), result.findings()));
    }
}
