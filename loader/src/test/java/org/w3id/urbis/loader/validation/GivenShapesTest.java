package org.w3id.urbis.loader.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenShapesTest {

    private static final String PREFIXES =
            "@prefix : <https://example.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix owl:"
                    + " <http://www.w3.org/2002/07/owl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n";

    private final LocatedParser parser = new LocatedParser(Map.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                ":S sh:targetClass :C ; sh:node :Nobody .              | 2:32 sh:node leads to :Nobody, of which"
                        + " nothing is said: there is no such shape.",
                ":S sh:targetClass :C ; sh:or ( :Nobody ) .            | 2:32 sh:or leads to :Nobody, of which nothing"
                        + " is said: there is no such shape.",
                ":S sh:targetClass \"C\" .                             | 2:19 \"C\" is not an IRI, which sh:targetClass"
                        + " wants.",
                ":S sh:path :p ; sh:minCount \"one\" .                 | 2:29 \"one\" is not a whole number"
                        + " (xsd:integer), which sh:minCount wants.",
                ":S sh:path :p ; sh:minCount 99999999999 .             | 2:29 \"99999999999\" is not a whole number"
                        + " (xsd:integer), which sh:minCount wants.",
                ":S sh:path :p ; sh:maxCount 1 , 2 .                   | 2:33 :S has more than one value of"
                        + " sh:maxCount, where SHACL allows one.",
                ":S sh:path :p ; sh:nodeKind sh:Iri .                  | 2:29 sh:Iri is not one of sh:IRI,"
                        + " sh:BlankNode, sh:Literal and their combinations, which sh:nodeKind wants.",
                ":S sh:path :p ; sh:in :p .                            | 2:23 :p is not a list, which sh:in wants.",
                ":S sh:path ( :p ) .                                   | 2:14 [ ] is no property path.",
                ":S sh:property :P . :P sh:minLength 1 .               | 2:16 :P has no sh:path, and so is no property"
                        + " shape.",
                ":S a sh:NodeShape ; sh:path :p .                      | 2:29 :S is a node shape and has a sh:path: it"
                        + " can be one of the two.",
                ":S a sh:NodeShape ; sh:minCount 1 .                   | 2:33 sh:minCount counts or compares values,"
                        + " and :S has no sh:path that would say of which property.",
                ":S sh:path :p ; sh:qualifiedValueShape [ sh:class :C ] . | 2:40 sh:qualifiedValueShape needs beside"
                        + " it: sh:qualifiedMinCount, sh:qualifiedMaxCount.",
                ":S sh:path :p ; sh:pattern \"(\" .                    | 2:28 \"(\" is no regular expression: Unclosed"
                        + " group.",
                ":S sh:sparql [ sh:message \"m\" ] .                   | 2:14 sh:sparql needs beside it: sh:select.",
                ":S sh:sparql [ sh:select \"SELECT ?x { ?x ?p 1 }\" ] . | 2:26 The query does not return ?this, as one"
                        + " of a shape has to, and each SELECT within it.",
                ":S sh:sparql [ sh:select \"SELECT $this { $this ?p 1 MINUS { $this ?p 2 } }\" ] . | 2:26 A query of a"
                        + " shape may not use MINUS.",
                ":S sh:entailment :Rdfs .                              | 2:18 The shapes ask for the entailment regime"
                        + " :Rdfs, and none is supported.",
                ":S sh:minCount                                        | 2:15 A value is missing before the end of the"
                        + " file.",
            })
    void refusesWhatShaclDoesNotAllowAtItsPlace(String shapes, String expected) {
        UnusableShapesException refused =
                assertThrows(UnusableShapesException.class, () -> GivenShapes.of(List.of(file("s.ttl", shapes))));
        assertEquals(
                List.of(expected),
                refused.faults().findings().stream()
                        .map(finding -> finding.line() + ":" + finding.column() + " " + finding.message())
                        .toList());
        assertTrue(refused.getMessage().startsWith("s.ttl:" + expected.replaceFirst(" ", ": ")), refused.getMessage());
    }

    @Test
    void pointsIntoTheTextOfAQuery() {
        UnusableShapesException refused =
                assertThrows(UnusableShapesException.class, () -> GivenShapes.of(List.of(file("s.ttl", """
                    :S sh:targetClass :C ; sh:sparql [ sh:select \"""
                      SELECT $this {
                        $this :p }
                    \""" ] .
                    """))));
        Finding finding = refused.faults().findings().getFirst();
        assertEquals("4:11", finding.line() + ":" + finding.column(), finding.message());
    }

    @Test
    void tellsEveryFault() {
        UnusableShapesException refused = assertThrows(
                UnusableShapesException.class,
                () -> GivenShapes.of(List.of(
                        file("a.ttl", ":S sh:node :T ; sh:minLength 1.5 ."), file("b.ttl", ":T sh:property :U ."))));
        assertEquals(
                List.of("a.ttl 2", "b.ttl 2"),
                refused.faults().findings().stream()
                        .map(finding -> finding.file() + " " + finding.line())
                        .toList());
    }

    @Test
    void suggestsTheShapeThatWasMeant() {
        UnusableShapesException refused = assertThrows(
                UnusableShapesException.class,
                () -> GivenShapes.of(List.of(file("s.ttl", ":S sh:node :CityShpe . :CityShape sh:nodeKind sh:IRI ."))));
        assertEquals(
                "Did you mean :CityShape?",
                refused.faults().findings().getFirst().fix().orElseThrow().text());
    }

    @Test
    void remarksWhatIsNotFetchedAndWhatShaclDoesNotHave() {
        GivenShapes shapes = GivenShapes.of(List.of(file("s.ttl", """
            <> owl:imports <https://example.org/more> , :here .
            :here a owl:Ontology .
            :S a sh:NodeShape ; sh:targetClas :C ; sh:property [ sh:path :p ; sh:minCuont 1 ] .
            """)));
        assertEquals(
                List.of(
                        "2:16 <https://example.org/more> is not imported: nothing is fetched from elsewhere.",
                        "4:21 SHACL has no sh:targetClas: whoever judges by these shapes passes over it.",
                        "4:67 SHACL has no sh:minCuont: whoever judges by these shapes passes over it."),
                shapes.remarks().stream()
                        .map(remark -> remark.line() + ":" + remark.column() + " " + remark.message())
                        .toList());
        assertEquals(
                "Did you mean sh:minCount?",
                shapes.remarks().getLast().fix().orElseThrow().text());
    }

    @Test
    void readsShapesOfEveryFormatAndJudgesByNothingElse() {
        String shapes = """
            {"@context": {"sh": "http://www.w3.org/ns/shacl#", "ex": "https://example.org/"},
             "@id": "ex:S", "sh:targetClass": {"@id": "ex:C"},
             "sh:property": {"sh:path": {"@id": "ex:p"}, "sh:minCount": 1, "sh:message": "needs p"}}
            """;
        LocatedFile json = parser.parse("s.jsonld", RdfFormat.JSON_LD, shapes.getBytes(StandardCharsets.UTF_8));
        byte[] data = (PREFIXES + "@prefix urbis: <https://w3id.org/urbis/ontology#> .\n[] a :C .\n"
                        + ":x a :C ; :p \"x\"^^xsd:date ; urbis:noSuchTerm _:b . [] :q _:b .")
                .getBytes(StandardCharsets.UTF_8);
        ValidationResult result =
                FileValidation.by(GivenShapes.of(List.of(json))).validate("d.ttl", RdfFormat.TURTLE, data);
        assertEquals(
                List.of("3:1 needs p"),
                result.findings().stream()
                        .map(finding -> finding.line() + ":" + finding.column() + " " + finding.message())
                        .toList());
    }

    private LocatedFile file(String name, String turtle) {
        return parser.parse(name, RdfFormat.TURTLE, (PREFIXES + turtle).getBytes(StandardCharsets.UTF_8));
    }
}
