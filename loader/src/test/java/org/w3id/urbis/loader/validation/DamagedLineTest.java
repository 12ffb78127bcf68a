package org.w3id.urbis.loader.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.shapes.ShapeLibrary;
import org.w3id.urbis.shapes.Vocabulary;

/** Damages one line of a file that is fine, as authors do, and expects the line to be named. */
class DamagedLineTest {

    private static final FileValidation VALIDATION =
            FileValidation.alone(ShapeLibrary.forParts(), Vocabulary.shipped());

    private static final List<String> FINE = """
        # A network as authors write it.
        @prefix area: <http://metadata.un.org/sdg/codes/geoArea/> .
        @prefix comparator: <https://w3id.org/urbis/id/comparator/> .
        @prefix dct: <http://purl.org/dc/terms/> .
        @prefix measure: <https://w3id.org/urbis/id/measure/> .
        @prefix network: <https://w3id.org/urbis/id/network/> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix theme: <https://w3id.org/urbis/id/theme/> .
        @prefix unit: <https://w3id.org/urbis/id/unit/> .
        @prefix urbis: <https://w3id.org/urbis/ontology#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

        network:rivers a urbis:Network ;
            skos:prefLabel "Network of River Cities"@en ;
            dct:description "Cities on rivers that learn from each other."@en ;
            urbis:geographicScope area:150 ;
            urbis:theme theme:climate-change ;
            urbis:memberCount [ a urbis:MemberCount ;
                urbis:value 100 ;
                urbis:comparator comparator:nearly ;
                urbis:measure measure:member-cities ;
                urbis:unit unit:city ;
                urbis:asOf "2021"^^xsd:gYear ;
                urbis:citation [ urbis:lines "209" ] ] ;
            urbis:website "www.rivers.example" ;
            urbis:citation [ urbis:lines "207-209" ] .

        network:lakes a urbis:Network ;
            skos:prefLabel "Network of Lake Cities"@en ;
            dct:description "Cities on lakes."@en ;
            urbis:citation [ urbis:lines "210" ] .
        """.lines().toList();

    @TempDir
    Path folder;

    @Test
    void theFileIsFine() throws IOException {
        assertEquals(List.of(), findings(FINE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "13 | urbis:Network        | urbis:Netwrok      | UNDECLARED_TERM | Did you mean urbis:Network (city"
                        + " network)?",
                "14 | skos:prefLabel       | skoss:prefLabel    | UNDEFINED_PREFIX | Did you mean “skos:”"
                        + " (<http://www.w3.org/2004/02/skos/core#>)?",
                "14 | \"@en                | @en                | SYNTAX | Close it with a quotation mark, or write a"
                        + " text of several lines between \"\"\" and \"\"\".",
                "15 | @en                  | ``                 | SHACL | -",
                "16 | area:150             | area:15            | UNKNOWN_CODE | Did you mean area:015 (Northern"
                        + " Africa)?",
                "16 | area:150             | \"Europe\"         | SHACL | -",
                "17 | climate-change       | climat-change      | UNKNOWN_CODE | Did you mean theme:climate-change"
                        + " (climate change mitigation and action)?",
                "17 | theme:               | themes:            | UNDEFINED_PREFIX | Did you mean “theme:”"
                        + " (<https://w3id.org/urbis/id/theme/>)?",
                "18 | urbis:memberCount    | urbis:membersCount | UNDECLARED_TERM | Did you mean urbis:memberCount"
                        + " (member count)?",
                "19 | 100                  | \"100\"            | SHACL | -",
                "19 | 100                  | 1OO                | SYNTAX | Put a text in quotation marks.",
                "19 | 100                  | -100               | SHACL | -",
                "20 | nearly               | neraly             | UNKNOWN_CODE | Did you mean comparator:nearly"
                        + " (nearly)?",
                "20 | ;                    | ``                 | SYNTAX | Put “;” if the next line says more about"
                        + " what the “[” opens, “]” if it does not.",
                "20 | ;                    | .                  | SYNTAX | Write “;” in its place.",
                "21 | urbis:measure        | urbis:mesure       | UNDECLARED_TERM | Did you mean urbis:measure"
                        + " (measure)?",
                "22 | unit:city            | unit:cities        | UNKNOWN_CODE | -",
                "23 | 2021                 | 20x1               | ILL_TYPED_LITERAL | Write four digits:"
                        + " \"2021\"^^xsd:gYear.",
                "23 | xsd:gYear            | xsd:gyear          | ILL_TYPED_LITERAL | Did you mean xsd:gYear?",
                "24 | \"209\"              | 209                | SHACL | -",
                "24 | \"209\"              | \"209,210\"        | SHACL | -",
                "25 | \"www.rivers.example\" | <www rivers>     | BAD_IRI | Take it out, or write %20 for it.",
                "26 | 207-209              | 209-207            | SHACL | -",
                "26 | .$                   | ``                 | SYNTAX | End the statement with “.”.",
                "31 | .$                   | ``                 | SYNTAX | End it with “.”.",
                "13 | ;                    | ; ;;               | NONE | -",
            })
    void namesTheDamagedLine(int line, String what, String by, String check, String fix) throws IOException {
        List<String> lines = new ArrayList<>(FINE);
        String damaged = what.equals(".$")
                ? lines.get(line - 1).replaceFirst("\\.$", by)
                : lines.get(line - 1).replace(what, by);
        assertTrue(!damaged.equals(lines.set(line - 1, damaged)), "nothing was damaged");
        List<Finding> findings = findings(lines);
        if (check.equals("NONE")) {
            assertEquals(List.of(), findings);
            return;
        }
        assertTrue(
                findings.stream().allMatch(finding -> finding.line() == line && finding.column() > 0),
                findings.toString());
        assertTrue(
                findings.stream()
                        .anyMatch(finding -> check(finding).equals(check)
                                && (fix.equals("-")
                                        || finding.fix()
                                                .map(Fix::text)
                                                .filter(fix::equals)
                                                .isPresent())),
                findings.toString());
    }

    /** Each statement that is needed, taken out: the finding is where the thing that lacks it is described. */
    @ParameterizedTest
    @CsvSource({"14, 13", "19, 18", "20, 18", "21, 18", "22, 18", "23, 18", "29, 28"})
    void namesWhatLacksAStatement(int removed, int described) throws IOException {
        List<String> lines = new ArrayList<>(FINE);
        lines.set(removed - 1, "");
        List<Finding> findings = findings(lines);
        assertEquals(
                List.of(described),
                findings.stream().map(Finding::line).distinct().toList(),
                findings.toString());
    }

    /** Every prefix taken out: named where it is first used, with the line to add. */
    @TestFactory
    Stream<DynamicTest> namesEveryPrefixThatIsNotDeclared() {
        return IntStream.range(0, FINE.size())
                .filter(i -> FINE.get(i).startsWith("@prefix"))
                .mapToObj(i -> {
                    String prefix = FINE.get(i)
                            .substring("@prefix ".length(), FINE.get(i).indexOf(' ', 9));
                    return DynamicTest.dynamicTest(prefix, () -> {
                        List<String> lines = new ArrayList<>(FINE);
                        lines.remove(i);
                        Finding finding = findings(lines).getFirst();
                        int firstUse = 1
                                + IntStream.range(0, lines.size())
                                        .filter(n -> !lines.get(n).startsWith("@prefix")
                                                && lines.get(n)
                                                        .replaceAll("\"[^\"]*\"", "")
                                                        .matches(".*(^|[^\\w-])" + prefix + ".*"))
                                        .findFirst()
                                        .orElseThrow();
                        assertEquals(firstUse, finding.line());
                        assertEquals(
                                "Add at the top of the file: " + FINE.get(i),
                                finding.fix().orElseThrow().text());
                    });
                });
    }

    /** The end mark of every line taken off: the line itself is named, though parsers notice at the next. */
    @TestFactory
    Stream<DynamicTest> namesEveryLineWithoutItsMark() {
        return IntStream.range(1, FINE.size())
                .filter(i -> FINE.get(i).matches(".* [.;]"))
                .mapToObj(i -> DynamicTest.dynamicTest("line " + (i + 1), () -> {
                    List<String> lines = new ArrayList<>(FINE);
                    lines.set(i, FINE.get(i).substring(0, FINE.get(i).length() - 1));
                    Finding finding = findings(lines).getFirst();
                    assertEquals(i + 1, finding.line(), finding.toString());
                    assertEquals(FINE.get(i).length() - 2, finding.column(), finding.toString());
                }));
    }

    private List<Finding> findings(List<String> lines) throws IOException {
        Path file = Files.write(folder.resolve("network.ttl"), lines);
        return VALIDATION.validate(List.of(file)).findings();
    }

    private static String check(Finding finding) {
        return Stream.of(Check.values())
                .filter(check -> check.component().equals(finding.component()))
                .map(Check::name)
                .findFirst()
                .orElse("SHACL");
    }
}
