package org.w3id.urbis.loader.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** All faults of a file are told, each once, and what is well written between them is read. */
class SeveralFaultsTest {

    private final LocatedParser parser = new LocatedParser(Map.of());

    @Test
    void goesOnAtTheNextStatementOfAnIndentedFile() {
        LocatedFile file = turtle("""
            @prefix : <http://x/> .
            :a :p foo ;
                :q 1 .
            :b :p 1 ;
                :q "open ;
                :r 3 .

            :c :p 1
            :d :p 2 ;
                :q 1 .
                :r 2 ;
                :s 3 .
            :e :p 5 .
            """);
        assertEquals(
                List.of("2:7", "5:8", "8:7", "10:10"),
                places(file),
                file.findings().toString());
        assertEquals(List.of("b p 1", "c p 1", "d p 2", "d q 1", "e p 5"), statements(file));
        assertFalse(file.isComplete());
    }

    @Test
    void goesOnAfterTheDotWhereNothingIsIndented() {
        LocatedFile file = turtle("""
            @prefix : <http://x/> .
            :a
            :p foo ;
            :q 1 .
            :b
            :p 1 ;
            :q ; .
            :c
            :p 3 .
            """);
        assertEquals(List.of("3:4", "7:4"), places(file), file.findings().toString());
        assertEquals(List.of("b p 1", "c p 3"), statements(file));
    }

    @Test
    void goesOnInTheGraphOfATrigFile() {
        LocatedFile file = parse(RdfFormat.TRIG, """
            @prefix : <http://x/> .
            :g {
              :a :p foo ;
                :q 1 .
              :b :p 2 .
            }
            :h { :c :p "open .
              :d :p 4 . }
            :e :p 5 .
            """);
        assertEquals(List.of("3:9", "7:12"), places(file), file.findings().toString());
        assertEquals(
                List.of("g", "h", "urn:x-arq:DefaultGraph"),
                file.quads().stream()
                        .map(quad -> quad.getGraph().getURI().replace("http://x/", ""))
                        .toList());
        assertEquals("5:9", place(file, 0));
        assertEquals("8:9", place(file, 1));
    }

    @Test
    void tellsABrokenDeclarationOnce() {
        for (String broken : List.of(
                "@prefix p <http://y/> .",
                "@prefx p: <http://y/> .",
                "@prefix p: <http://y/ .",
                "@prefix p: http://y/ .")) {
            LocatedFile file = turtle("@prefix : <http://x/> .\n" + broken + "\n:a p:b 1 .\n:a :b foo .\n");
            assertEquals(
                    List.of(2, 4),
                    file.findings().stream().map(Finding::line).toList(),
                    file.findings().toString());
        }
    }

    @Test
    void givesUpOnAFileOfFaults() {
        LocatedFile file = turtle("what is this .\n".repeat(1_000));
        assertEquals(101, file.findings().size());
        assertEquals(101, file.findings().getLast().line());
    }

    private LocatedFile turtle(String text) {
        return parse(RdfFormat.TURTLE, text);
    }

    private LocatedFile parse(RdfFormat format, String text) {
        return parser.parse("f", format, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> places(LocatedFile file) {
        return file.findings().stream()
                .map(finding -> finding.line() + ":" + finding.column())
                .toList();
    }

    private static String place(LocatedFile file, int statement) {
        Position position = Position.of(
                "f", file.index().object(file.quads().get(statement).asTriple()).getAsLong());
        return position.line() + ":" + position.column();
    }

    private static List<String> statements(LocatedFile file) {
        return file.quads().stream()
                .map(quad -> quad.getSubject().getLocalName() + " "
                        + quad.getPredicate().getLocalName() + " "
                        + quad.getObject().getLiteralLexicalForm())
                .toList();
    }
}
