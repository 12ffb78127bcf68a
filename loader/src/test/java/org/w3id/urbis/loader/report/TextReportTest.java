package org.w3id.urbis.loader.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.loader.validation.ValidationResult;

class TextReportTest {

    @Test
    void writesForPeople() {
        assertEquals("""
            my.ttl:2:1: warning: Say q.
                 2 | :a a :C ;
                   | ^
            my.ttl:3:5: violation: A number, please.
                 3 | \t:p "one"@en .
                   | \t   ^
              fix: Write digits alone, without commas or blanks: 10000.
            1 violation, 1 warning in 1 file, 2 statements.
            """, text(Judging.TWO_SHAPES.of("my.ttl", ":a a :C ;", "\t:p \"one\"@en .")));
    }

    @Test
    void saysThatNothingIsWrong() {
        assertEquals("No fault found in 1 file, 1 statement.\n", text(Judging.TWO_SHAPES.of("one", ":a :b 1 .")));
    }

    @Test
    void showsOfALongLineWhatIsAroundThePlace() {
        String[] lines = text(Judging.TWO_SHAPES.of(
                        "f", ":a a :C ; :q [ :r 1 ] ; :z \"" + "z".repeat(500) + "\" ; :p \"one\" ; :z 1 ."))
                .split("\n");
        assertTrue(lines[1].length() < 140, lines[1]);
        assertEquals('"', lines[1].charAt(lines[2].indexOf('^')));
        assertTrue(lines[1].contains("\"one\""), lines[1]);
    }

    @Test
    void coloursForTerminalsAlone() {
        Report report = Report.of(Judging.TWO_SHAPES.of("f", ":a a :C ."));
        assertTrue(ReportFormat.TEXT.text(report.coloured(true)).contains("\u001B[1;33mwarning:\u001B[0m"));
        for (ReportFormat format : ReportFormat.values()) {
            assertFalse(format.text(report).contains("\u001B"), format::shortName);
            assertTrue(format == ReportFormat.TEXT
                    || !format.text(report.coloured(true)).contains("\u001B"));
        }
    }

    @Test
    void givesATerminalNothingToObey() {
        ValidationResult result = Judging.TWO_SHAPES.of(
                "f\u001B]0;x\u0007", ":a a :C ; :q [ :r 1 ] ; :p \"\u001B[2J \u202E fdp.exe\u0085\" .");
        String text = text(result);
        assertEquals(1, result.findings().size());
        assertTrue(text.codePoints().noneMatch(c -> Character.isISOControl(c) && c != '\n'), text);
        assertFalse(text.contains("\u202E"), text);
        assertTrue(text.contains("\u241B[2J"), text);
    }

    @Test
    void givesReasonsBelowWhatTheyExplain() {
        assertTrue(text(Judging.rich()).contains("""
            data.jsonld:7:3: violation: The ontology has no x:y.
              because: Nothing known is called x:y.
            """), text(Judging.rich()));
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        assertEquals(
                "remark: Odd.\n1 remark in 0 files, 0 statements.\n",
                text(new ValidationResult(List.of(), List.of(Judging.nowhere()))));
    }

    private static String text(ValidationResult result) {
        return ReportFormat.TEXT.text(Report.of(result));
    }
}
