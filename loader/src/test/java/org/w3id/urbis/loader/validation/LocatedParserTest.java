package org.w3id.urbis.loader.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LocatedParserTest {

    private static final String TURTLE = """
        @prefix : <http://x/> .

        :a :p :b ,
                "text"@en ;
           :q [ :r 5 ;
                :s true ] .
        <http://x/c>   a   :D .
        """;

    private final LocatedParser parser = new LocatedParser(Map.of("skos", "http://www.w3.org/2004/02/skos/core#"));

    @TempDir
    Path folder;

    @Test
    void knowsWhereEachObjectOfTurtleStands() {
        LocatedFile file = parse(TURTLE, RdfFormat.TURTLE);
        assertEquals(List.of(), file.findings());
        assertEquals(
                List.of("p b 3:7", "p text 4:9", "r 5 5:12", "s true 6:12", "q [] 5:7", "type D 7:20"), places(file));
    }

    @Test
    void knowsWherePropertiesAndSubjectsStand() {
        LocatedFile file = parse(TURTLE, RdfFormat.TURTLE);
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
    void knowsWhereThingsStandInNTriplesAndNQuads() {
        assertEquals(List.of("p b 1:27", "p c 2:27"), places(parse("""
            <http://x/a> <http://x/p> <http://x/b> .
            <http://x/a> <http://x/p> "c" .
            """, RdfFormat.N_TRIPLES)));
        assertEquals(List.of("p b 1:27", "p a 2:27"), places(parse("""
            <http://x/a> <http://x/p> <http://x/b> <http://x/g> .
            <http://x/a> <http://x/p> <http://x/a> .
            """, RdfFormat.N_QUADS)));
    }

    @Test
    void knowsAttributesAndElementsInRdfXml() {
        LocatedFile file = parse("""
            <?xml version="1.0"?>
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://x/">
              <rdf:Description rdf:about="http://x/a">
                <p rdf:resource="http://x/b"/>
                <q>text</q>
                <r><D><s>5</s></D></r>
              </rdf:Description>
            </rdf:RDF>
            """, RdfFormat.RDF_XML);
        assertEquals(List.of(), file.findings());
        assertEquals(
                List.of("p 4", "q 5", "r 6", "type 6", "s 6").stream().sorted().toList(),
                places(file).stream()
                        .map(place -> place.replaceAll(" .* (\\d+):\\d+", " $1"))
                        .sorted()
                        .toList());
        assertTrue(places(file).contains("p b 4:22"), places(file)::toString);
        assertTrue(places(file).contains("q text 5:5"), places(file)::toString);
        assertEquals("3:31", text(file.index().subject(iri("a")).getAsLong()));
    }

    static Stream<Arguments> faultyTurtle() {
        return Stream.of(
                Arguments.of(
                        ":a :p :b\n:c :p :d .", "3:8 SYNTAX The “.” that ends the statement is missing after this."),
                Arguments.of(":a :p :b  # why\n\n  :q :d .", "3:8 SYNTAX A “;” or “.” is missing after this."),
                Arguments.of(":a :p :b", "3:8 SYNTAX The “.” that ends the statement is missing."),
                Arguments.of(
                        ":a :p [ :q 1\n  ; :r 2\n.",
                        "4:8 SYNTAX A “[” is opened on this line and not closed, and the next line goes on as if it"
                                + " were."),
                Arguments.of(":a :p :b ] .", "3:10 SYNTAX “]” closes what was never opened."),
                Arguments.of(":a :p \"abc ;\n :q 1 .", "3:7 SYNTAX A text is not closed on the line where it begins."),
                Arguments.of(":a :p 'abc ;\n :q 1 .", "3:7 SYNTAX A text is not closed on the line where it begins."),
                Arguments.of(
                        ":a :p 1 ; :q \"\"\"abc ;\n :q 1 .", "3:14 SYNTAX A text is opened here and never closed."),
                Arguments.of(
                        ":a :p <http://x/b ;\n :q 1 .", "3:7 SYNTAX An IRI is not closed on the line where it begins."),
                Arguments.of(":a :p <http://x/a b> .", "3:7 BAD_IRI <http://x/a b> holds a blank, which no IRI may."),
                Arguments.of(
                        ":a :p <http://x/%zz> .",
                        "3:7 BAD_IRI <http://x/%zz> is no IRI: the host component a percent"
                                + " occurred without two following hexadecimal digits."),
                Arguments.of(
                        ":a :p foo .",
                        "3:7 SYNTAX “foo” is neither a prefixed name, nor an IRI in angle brackets,"
                                + " nor a quoted text."),
                Arguments.of(
                        "foo :p :o .",
                        "3:1 SYNTAX “foo” is neither a prefixed name, nor an IRI in angle brackets,"
                                + " nor a quoted text."),
                Arguments.of(
                        ":a :p True .",
                        "3:7 SYNTAX “True” is neither a prefixed name, nor an IRI in angle brackets,"
                                + " nor a quoted text."),
                Arguments.of(":a :p 12th .", "3:9 SYNTAX A value is followed by “th” with nothing between."),
                Arguments.of(":a :p ; :q 1 .", "3:7 SYNTAX A value is missing before “;”."),
                Arguments.of(":a :p :b . .", "3:12 SYNTAX “.” is out of place here."),
                Arguments.of(":a \"p\" :b .", "3:4 SYNTAX A property was expected here, not “p”."),
                Arguments.of("\"a\" :p :b .", "3:8 SYNTAX A statement is about a thing with an IRI, not about a text."),
                Arguments.of("@prefx x: <http://x> .", "3:1 SYNTAX There is no @prefx."),
                Arguments.of(
                        "@prefix x: <http://x>\n:a :p :b .",
                        "3:21 SYNTAX The “.” that ends the declaration is missing."),
                Arguments.of("@prefix x <http://x> .", "3:9 SYNTAX A prefix is declared without its colon."),
                Arguments.of("@prefix x: \"http://x\" .", "3:12 SYNTAX A prefix stands for an IRI in angle brackets."),
                Arguments.of(":a :p \"a\\z\" .", "3:11 SYNTAX “\\z” means nothing in a text."),
                Arguments.of(":a :p 'x'@ .", "3:11 BAD_LANGUAGE A language is missing after “@”."),
                Arguments.of(":a :p 'x'^xsd:date .", "3:11 SYNTAX One “^” after a text means nothing."),
                Arguments.of(":a :p a :b .", "3:7 SYNTAX “a” is a property and cannot be a value."),
                Arguments.of(":a :p 'x'^^ .", "3:14 SYNTAX A datatype is missing after “^^”."),
                Arguments.of(":a :p 'x'@toolonglanguage .", "3:7 BAD_LANGUAGE “toolonglanguage” is no language tag."),
                Arguments.of(":a :p \"20x1\"^^xsd:gYear .", "3:7 ILL_TYPED_LITERAL “20x1” is not a year (xsd:gYear)."),
                Arguments.of(
                        ":a :p 'x'^^xsd:gyear .",
                        "3:7 ILL_TYPED_LITERAL <http://www.w3.org/2001/XMLSchema#gyear> is no datatype of XML Schema."),
                Arguments.of(":a :p { :b :p :c } .", "3:7 SYNTAX “{ }” has no meaning in Turtle."),
                Arguments.of(
                        ":a :p << :b :p :c >> .",
                        "3:7 SYNTAX “<<( )>>” and “<< >>” are of RDF 1.2, which not every engine reads."),
                Arguments.of(
                        ":a skos:prefLabel :b .", "3:4 UNDEFINED_PREFIX The prefix “skos:” is used and not declared."));
    }

    @ParameterizedTest
    @MethodSource("faultyTurtle")
    void saysInPlainWordsWhatIsWrongAndWhere(String turtle, String expected) {
        LocatedFile file = parse(
                "@prefix : <http://x/> .\n@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n" + turtle,
                RdfFormat.TURTLE);
        assertEquals(
                List.of(expected),
                file.findings().stream().map(LocatedParserTest::text).toList());
        assertTrue(file.findings().stream().allMatch(finding -> finding.severity() == Severity.VIOLATION));
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

    @Test
    void saysWhatIsBadAboutBytes() {
        byte[] bytes = "# caf\u00e9\n<http://x/a> <http://x/p> 'x' .".getBytes(StandardCharsets.ISO_8859_1);
        LocatedFile file = parser.parse("f", RdfFormat.TURTLE, bytes);
        assertEquals(
                "1:6 ENCODING Here stand bytes that are no UTF-8.",
                text(file.findings().getFirst()));
        assertEquals(1, file.quads().size());
    }

    @Test
    void readsNTriplesOnAfterEachBadLine() {
        LocatedFile file = parse("""
            <http://x/a> <http://x/p> "1" .
            <http://x/a> <http://x/p> foo .
            <http://x/a> <http://x/p> "3"
            <http://x/a> <rel> "4" .
            <http://x/a> <http://x/p> "5" .
            """, RdfFormat.N_TRIPLES);
        assertEquals(
                List.of(2, 4),
                file.findings().stream().map(Finding::line).distinct().toList(),
                file.findings().toString());
        assertEquals(List.of("p 1 1:27", "p 5 5:27"), places(file));
        assertFalse(file.isComplete());
    }

    @Test
    void givesUpOnAFileOfBadLines() {
        LocatedFile file = parse("what is this\n".repeat(5_000), RdfFormat.N_QUADS);
        assertEquals(101, file.findings().size());
        assertEquals(
                "100 faults of grammar; what follows was not read.",
                file.findings().getLast().message());
    }

    @Test
    void fetchesNoContextForJsonLd() throws IOException {
        Path context =
                Files.writeString(folder.resolve("context.jsonld"), "{\"@context\": {\"@vocab\": \"http://x/\"}}");
        for (String iri :
                List.of("http://localhost:1/context.jsonld", context.toUri().toString())) {
            LocatedFile file = parse("{\n  \"@context\": \"" + iri + "\",\n  \"p\": 1}", RdfFormat.JSON_LD);
            assertEquals(
                    List.of("2:16 OUTSIDE_REFERENCE The context <" + iri
                            + "> is not read: nothing is fetched from elsewhere."),
                    file.findings().stream().map(LocatedParserTest::text).toList());
            assertFalse(file.isComplete());
        }
    }

    @Test
    void findsKeywordsOfJsonLdThatAreNone() {
        LocatedFile file = parse(
                "{\"@id\": \"http://x/a\",\n \"@typ\": \"http://x/T\", \"http://x/p\": \"@typ\"}", RdfFormat.JSON_LD);
        assertEquals(
                List.of("2:2 SYNTAX “@typ” is no keyword of JSON-LD, so what stands there is lost."),
                file.findings().stream().map(LocatedParserTest::text).toList());
        assertEquals(
                "Did you mean “@type”?",
                file.findings().getFirst().fix().orElseThrow().text());
    }

    @Test
    void saysWhereJsonIsBroken() {
        LocatedFile file = parse("{\"@id\": \"http://x/a\",\n \"http://x/p\" 1}", RdfFormat.JSON_LD);
        assertEquals(List.of(2), file.findings().stream().map(Finding::line).toList());
        assertEquals(
                "A colon is missing after this key.", file.findings().getFirst().message());
        LocatedFile notLd = parse("{\"@id\": 5}", RdfFormat.JSON_LD);
        assertEquals(
                List.of("This is no JSON-LD: an @id entry was encountered whose value [5] was not a string."),
                notLd.findings().stream().map(Finding::message).toList());
    }

    @Test
    void readsNoExternalEntityOfXml() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        LocatedFile file = parse("""
            <?xml version="1.0"?>
            <!DOCTYPE rdf:RDF [
              <!ENTITY xxe SYSTEM "%s"> ]>
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://x/">
              <rdf:Description rdf:about="http://x/a"><p>&xxe;</p></rdf:Description>
            </rdf:RDF>
            """.formatted(secret.toUri()), RdfFormat.RDF_XML);
        assertEquals(
                "3:3 OUTSIDE_REFERENCE This declaration wants another file read.",
                text(file.findings().getFirst()));
        assertEquals(List.of(), file.quads());
        assertFalse(file.isComplete());
    }

    @Test
    void allowsEntitiesThatXmlDeclaresItself() {
        LocatedFile file = parse("""
            <?xml version="1.0"?>
            <!DOCTYPE rdf:RDF [ <!ENTITY x "http://x/"> ]>
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://x/">
              <rdf:Description rdf:about="&x;a"><p rdf:resource="&x;b"/></rdf:Description>
            </rdf:RDF>
            """, RdfFormat.RDF_XML);
        assertEquals(List.of(), file.findings());
        assertEquals(1, file.quads().size());
    }

    @Test
    void survivesALanguageThatIsNone() {
        LocatedFile file = parse("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://x/">
              <rdf:Description rdf:about="http://x/a"><p xml:lang="f\\">text</p></rdf:Description>
            </rdf:RDF>
            """, RdfFormat.RDF_XML);
        assertEquals(
                List.of("“f\\” is no language tag."),
                file.findings().stream().map(Finding::message).toList());
        assertEquals(List.of("p text 2:43"), places(file));
    }

    @Test
    void saysWhereXmlIsBroken() {
        LocatedFile file = parse("<?xml version=\"1.0\"?>\n<rdf:RDF>\n", RdfFormat.RDF_XML);
        assertEquals(2, file.findings().getFirst().line());
        assertFalse(file.isComplete());
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
    void refusesFilesBeyondTheLimit() throws IOException {
        Path file = Files.writeString(folder.resolve("f.ttl"), "# 0123456789");
        LocatedParser small = new LocatedParser(Map.of(), 11);
        assertEquals(
                11,
                assertThrows(FileTooLargeException.class, () -> small.parse(file))
                        .limitBytes());
        assertThrows(FileTooLargeException.class, () -> small.parse("f", RdfFormat.TURTLE, new byte[12]));
        assertTrue(new LocatedParser(Map.of(), 12).parse(file).isComplete());
    }

    @Test
    void saysWhenAFileIsMissingOrOfNoKnownFormat() {
        assertThrows(UncheckedIOException.class, () -> parser.parse(folder.resolve("none.ttl")));
        UnknownFormatException unknown =
                assertThrows(UnknownFormatException.class, () -> parser.parse(folder.resolve("table.docx")));
        assertTrue(unknown.getMessage().contains(".jsonld"), unknown.getMessage());
    }

    @Test
    void keepsPlacesWhenNodesAreRenamed() {
        LocatedFile file = parse(TURTLE, RdfFormat.TURTLE);
        LocatedFile renamed = file.renamed(node -> node.isBlank() ? iri("named") : node);
        assertEquals("5:7", text(renamed.index().subject(iri("named")).getAsLong()));
        assertEquals(
                "5:7",
                text(renamed.index()
                        .object(Triple.create(iri("a"), iri("q"), iri("named")))
                        .getAsLong()));
        assertTrue(renamed.graph().contains(iri("named"), iri("r"), Node.ANY));
    }

    private LocatedFile parse(String text, RdfFormat format) {
        return parser.parse("f", format, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Node iri(String local) {
        return NodeFactory.createURI("http://x/" + local);
    }

    /** Each statement as property, object and place of the object. */
    private static List<String> places(LocatedFile file) {
        return file.quads().stream()
                .map(quad -> {
                    Node object = quad.getObject();
                    String name = object.isURI()
                            ? object.getLocalName()
                            : object.isBlank() ? "[]" : object.getLiteralLexicalForm();
                    return quad.getPredicate().getLocalName() + " " + name + " "
                            + text(file.index().object(quad.asTriple()).getAsLong());
                })
                .toList();
    }

    private static String text(long place) {
        Position position = Position.of("f", place);
        return position.line() + ":" + position.column();
    }

    private static String text(Finding finding) {
        String check = Stream.of(Check.values())
                .filter(c -> c.component().equals(finding.component()))
                .findFirst()
                .orElseThrow()
                .name();
        return finding.line() + ":" + finding.column() + " " + check + " " + finding.message();
    }
}
