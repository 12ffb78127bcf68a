package org.w3id.urbis.loader.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtentTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<http://x/a> :p 1 . | <http://x/a>",
                ":a.b :p 1 . | :a.b",
                ":a. :b :c :d . | :a",
                "_:b1, 2 | _:b1",
                "\"a \\\" b\"@en-GB, | \"a \\\" b\"@en-GB",
                "\"2021\"^^xsd:gYear ; | \"2021\"^^xsd:gYear",
                "'2021'^^<http://x/t>; | '2021'^^<http://x/t>",
                "\"\"\"a \"b\" c\"\"\"@fr . | \"\"\"a \"b\" c\"\"\"@fr",
                "\"open ; | \"open ;",
                "<open ; | <open",
                "-1.5e3; | -1.5e3",
                "1.5. | 1.5",
                "[ :p 1 ] | [",
                "; | ;",
                "@prefx x: <y> . | @prefx",
                "true . | true",
                "x#y z | x#y",
            })
    void reachesToTheEndOfTheTerm(String text, String term) {
        SourceText source = SourceText.decode("f", ("  " + text).getBytes(StandardCharsets.UTF_8));
        Position place = new Extent(source, RdfFormat.TURTLE).of(new Position("f", 1, 3));
        assertEquals(term, source.text().substring(2, source.offset(place.endLine(), place.endColumn())));
    }

    @Test
    void reachesOverLines() {
        SourceText source = SourceText.decode("f", "'''a\nb''' .".getBytes(StandardCharsets.UTF_8));
        Position place = new Extent(source, RdfFormat.TURTLE).of(new Position("f", 1, 1));
        assertEquals(2, place.endLine());
        assertEquals(5, place.endColumn());
    }

    @Test
    void knowsNoEndWhereNothingBegins() {
        SourceText source = SourceText.decode("f", "a b".getBytes(StandardCharsets.UTF_8));
        for (Position place : new Position[] {new Position("f", 1, 2), new Position("f", 1, 4), Position.NOWHERE}) {
            assertEquals(place, new Extent(source, RdfFormat.TURTLE).of(place));
        }
    }
}
