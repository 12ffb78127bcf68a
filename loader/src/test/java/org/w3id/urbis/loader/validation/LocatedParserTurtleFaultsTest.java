package org.w3id.urbis.loader.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.urbis.loader.validation.ParsedText.parse;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of each way to write Turtle badly. */
class LocatedParserTurtleFaultsTest {

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
                Arguments.of("xsd:a/b :p 1 .", "3:1 SYNTAX “xsd:a/b” holds a “/”, which no name after a prefix may."),
                Arguments.of(":a xsd:p/q 1 .", "3:4 SYNTAX “xsd:p/q” holds a “/”, which no name after a prefix may."),
                Arguments.of(":a :p xsd:b/c .", "3:7 SYNTAX “xsd:b/c” holds a “/”, which no name after a prefix may."),
                Arguments.of(
                        ":a :p [ :q xsd:b/c/d ] .",
                        "3:12 SYNTAX “xsd:b/c/d” holds a “/”, which no name after a prefix may."),
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
                file.findings().stream().map(ParsedText::text).toList());
        assertTrue(file.findings().stream().allMatch(finding -> finding.severity() == Severity.VIOLATION));
    }
}
