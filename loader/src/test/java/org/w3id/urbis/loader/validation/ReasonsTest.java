package org.w3id.urbis.loader.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shapes that consist of shapes are explained by what those found. */
class ReasonsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        sh:node [ sh:property [ sh:path :p ; sh:minCount 2 ] ]          | Node: 3:1 :p has fewer than 2 values.
        sh:or ( [ sh:class :D ] [ sh:nodeKind sh:Literal ] )            | Or: 3:1 :a is none of these: sh:Literal. 3:1 :a is not of the class :D.
        sh:and ( [ sh:class :C ] [ sh:class :D ] )                      | And: 3:1 :a is not of the class :D.
        sh:xone ( [ sh:class :D ] [ sh:class :E ] )                     | Xone: 3:1 :a is not of the class :D. 3:1 :a is not of the class :E.
        sh:xone ( [ sh:class :C ] [ sh:nodeKind sh:IRI ] )              | Xone: 3:1 :a conforms to [ sh:class :C ]. 3:1 :a conforms to [ sh:nodeKind sh:IRI ].
        sh:not [ sh:class :C ]                                          | Not: 3:1 :a conforms to [ sh:class :C ].
        sh:not [ sh:property [ sh:path :p ; sh:in ( 1 2 ) ; sh:message "m" ] ] | Not: 3:1 :a conforms to [ sh:property [ sh:path :p ; sh:in ( 1 2 ) ] ].
        sh:property [ sh:path :q ; sh:not [ sh:pattern "^x" ] ]         | Not: 4:4 "x" conforms to [ sh:pattern "^x" ].
        sh:property [ sh:path :q ; sh:qualifiedMinCount 1 ; sh:qualifiedValueShape [ sh:datatype xsd:date ] ] | QualifiedMinCount: 4:4 "x" is not of the datatype xsd:date.
        sh:property [ sh:path :q ; sh:node [ sh:or ( [ sh:in ( 1 2 ) ] [ sh:maxLength 0 ] ) ] ] | Node: 4:4 "x" conforms to none of the shapes of which one would do. (4:4 "x" has more than 0 characters. 4:4 "x" is none of 1, 2.)
        """)
    void explains(String constraint, String expected) {
        Finding finding = judge(constraint).getFirst();
        assertEquals(
                expected,
                (finding.component().getLocalName().replace("ConstraintComponent", ":") + " " + reasons(finding))
                        .strip());
    }

    @Test
    void saysWhichValuesCountAndWhichDoNot() {
        String sibling = "sh:property [ sh:path :r ; sh:qualifiedMinCount 0 ; sh:qualifiedValueShape :Small ] . "
                + ":Small sh:maxInclusive 2 . :S ";
        Finding tooFew = judge(sibling + "sh:property [ sh:path :r ; sh:qualifiedMinCount 3 ;"
                        + " sh:qualifiedValueShapesDisjoint true ; sh:qualifiedValueShape [ sh:maxInclusive 8 ] ]")
                .getFirst();
        assertEquals("Values of :r that conform to the shape: 1. There have to be at least 3.", tooFew.message());
        assertEquals(
                "5:4 1 conforms to :Small too, and so does not count. 5:8 5 conforms to [ sh:maxInclusive 8 ]."
                        + " 5:12 9 is greater than 8.",
                reasons(tooFew));
        Finding tooMany = judge(
                        "sh:property [ sh:path :r ; sh:qualifiedMaxCount 1 ; sh:qualifiedValueShape [ sh:in ( 1 5 ) ]"
                                + " ]")
                .getFirst();
        assertEquals("Values of :r that conform to the shape: 2. There may be at most 1.", tooMany.message());
        assertEquals("5:4 1 conforms to [ sh:in ( 1 5 ) ]. 5:8 5 conforms to [ sh:in ( 1 5 ) ].", reasons(tooMany));
    }

    @Test
    void saysInPlainWordsWhatNoAuthorSays() {
        assertEquals(
                List.of("\"x\" does not match the pattern \"^y\"."),
                judge("sh:property [ sh:path :q ; sh:pattern \"^y\" ]").stream()
                        .map(Finding::message)
                        .toList());
        assertEquals(
                List.of("“y”, please."),
                judge("sh:property [ sh:path :q ; sh:pattern \"^y\" ; sh:message \"“y”, please.\" ]").stream()
                        .map(Finding::message)
                        .toList());
        assertEquals(
                "\"x\" n'est pas du type de données xsd:date.",
                Messages.in(Locale.FRENCH)
                        .text(judge("sh:property [ sh:path :q ; sh:datatype xsd:date ]")
                                .getFirst()
                                .wording()));
    }

    private static List<Finding> judge(String constraint) {
        return FileValidation.alone(
                        Turtle.shapes(":S a sh:NodeShape ; sh:targetClass :C ; " + constraint + " ."),
                        Turtle.vocabulary())
                .validate("f", RdfFormat.TURTLE, """
                    @prefix : <https://example.org/> .

                    :a a :C ; :p 1 ;
                    :q "x" ;
                    :r 1 , 5 , 9 .
                    """.getBytes(StandardCharsets.UTF_8))
                .findings();
    }

    private static String reasons(Finding finding) {
        return String.join(
                " ",
                finding.inner().stream()
                        .flatMap(reason -> Stream.of(
                                reason.line() + ":" + reason.column() + " " + reason.message(),
                                reason.inner().isEmpty() ? "" : "(" + reasons(reason) + ")"))
                        .filter(text -> !text.isEmpty())
                        .toList());
    }
}
