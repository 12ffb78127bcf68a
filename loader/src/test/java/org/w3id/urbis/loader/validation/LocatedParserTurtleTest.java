package org.w3id.urbis.loader.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.urbis.loader.validation.ParsedText.iri;
import static org.w3id.urbis.loader.validation.ParsedText.parse;
import static org.w3id.urbis.loader.validation.ParsedText.places;
import static org.w3id.urbis.loader.validation.ParsedText.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where things stand in Turtle and TriG, and what their prefixes mean. */
class LocatedParserTurtleTest {

    @Test
    void knowsWhereEachObjectOfTurtleStands() {
        LocatedFile file = parse(ParsedText.TURTLE, RdfFormat.TURTLE);
        assertEquals(List.of(), file.findings());
        assertEquals(
                List.of("p b 3:7", "p text 4:9", "r 5 5:12", "s true 6:12", "q [] 5:7", "type D 7:20"), places(file));
    }

    @Test
    void knowsWherePropertiesAndSubjectsStand() {
        LocatedFile file = parse(ParsedText.TURTLE, RdfFormat.TURTLE);
        assertEquals("3:1", text(file.index().subject(iri("a")).getAsLong()));
        assertEquals("7:1", text(file.index().subject(iri("c")).getAsLong()));
        assertTrue(file.index().subject(iri("b")).isEmpty());
        Triple nested = file.quads().stream()
                .map(Quad::asTriple)
                .filter(t -> t.getSubject().isBlank())
                .findFirst()
                .orElseThrow();
        assertEquals(
                "5:7", text(file.index().subject(nested.getSubject()).getAsLong()), "a nested node is its bracket");
        assertEquals("5:9", text(file.index().property(nested).getAsLong()));
        Triple second = Triple.create(iri("a"), iri("p"), NodeFactory.createLiteralLang("text", "en"));
        assertEquals("3:4", text(file.index().property(second).getAsLong()));
    }

    @Test
    void countsWhatIsSaidAgainWhereItIsSaidFirst() {
        LocatedFile file = parse("<http://x/a> <http://x/p> 1 .\n<http://x/a> <http://x/p> 1 .\n", RdfFormat.TURTLE);
        assertEquals(2, file.quads().size());
        assertEquals(1, file.graph().size());
        assertEquals(List.of("p 1 1:27", "p 1 1:27"), places(file));
    }

    @Test
    void knowsWhereThingsStandInTriG() {
        LocatedFile file = parse("""
            @prefix : <http://x/> .
            :g {
              :a :p :b .
            }
            :c :p "d" .
            """, RdfFormat.TRIG);
        assertEquals(List.of("p b 3:9", "p d 5:7"), places(file));
        assertEquals(
                List.of(iri("g"), Quad.defaultGraphIRI),
                file.quads().stream().map(Quad::getGraph).toList());
    }

    @Test
    void survivesBracketsThatNestWithoutEnd() {
        LocatedFile file = parse("<http://x/a> <http://x/p> " + "[ <http://x/p> ".repeat(100_000), RdfFormat.TURTLE);
        assertFalse(file.isComplete());
        assertEquals(
                "The brackets are nested too deep to be read.",
                file.findings().getFirst().message());
    }

    @Test
    void namesThePrefixThatIsKnownElsewhereAndReadsOn() {
        LocatedFile file = parse("<http://x/a> skos:prefLabel 'A' ;\n skos:altLabel 'B' .", RdfFormat.TURTLE);
        assertEquals(1, file.findings().size(), "once for each prefix");
        assertEquals(
                "Add at the top of the file: @prefix skos: <http://www.w3.org/2004/02/skos/core#> .",
                file.findings().getFirst().fix().orElseThrow().text());
        assertTrue(file.isComplete());
        assertEquals(
                "http://www.w3.org/2004/02/skos/core#prefLabel",
                file.quads().getFirst().getPredicate().getURI());
    }

    @Test
    void namesThePrefixThatWasProbablyMeant() {
        LocatedFile file = parse("@prefix urbis: <http://u/> .\nurbs:a urbis:p 'x'^^urbs:t .", RdfFormat.TURTLE);
        assertEquals(
                "Did you mean “urbis:” (<http://u/>)?",
                file.findings().getFirst().fix().orElseThrow().text());
        assertEquals("http://u/a", file.quads().getFirst().getSubject().getURI());
        assertTrue(file.isComplete());
    }

    @Test
    void doesNotCallAFileCompleteWhosePrefixNobodyCanGuess() {
        LocatedFile file = parse("zzzz:a zzzz:p 1 .", RdfFormat.TURTLE);
        assertFalse(file.isComplete());
        assertEquals(
                "Declare it at the top of the file: @prefix zzzz: <…> .",
                file.findings().getFirst().fix().orElseThrow().text());
    }

    @Test
    void findsAnUndefinedPrefixInADatatype() {
        LocatedFile file = parse("<http://x/a> <http://x/p>\n 'x'^^zzzz:t .", RdfFormat.TURTLE);
        assertEquals(
                "2:7 UNDEFINED_PREFIX The prefix “zzzz:” is used and not declared.",
                text(file.findings().getFirst()));
    }

    @ParameterizedTest
    @CsvSource({"http://schema.org/, 0", "https://schema.org/, 0", "https://schema.rg/, 1", "https://schma.org/, 1"})
    void takesAPrefixWithEitherSchemeAndTellsASlip(String iri, int findings) {
        LocatedParser parser = new LocatedParser(Map.of("schema", "https://schema.org/"));
        String text = "@prefix schema: <" + iri + "> .\nschema:a schema:b 1 .\n";
        assertEquals(
                findings,
                parser.parse("f", RdfFormat.TURTLE, text.getBytes(StandardCharsets.UTF_8))
                        .findings()
                        .size());
    }
}
