package org.w3id.urbis.loader.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.loader.validation.Check;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.Position;
import org.w3id.urbis.loader.validation.Severity;
import org.w3id.urbis.loader.validation.ValidationResult;
import org.w3id.urbis.loader.validation.Wording;

class ReportFormatTest {

    private static final Judging JUDGING = Judging.by(
            ":S a sh:NodeShape ; sh:targetClass :C ; sh:property :S-p , :S-q .",
            ":S-p a sh:PropertyShape ; sh:path :p ; sh:datatype xsd:integer ; sh:message \"A number, please.\" .",
            ":S-q a sh:PropertyShape ; sh:path ( :q :r ) ; sh:minCount 1 ; sh:severity sh:Warning ;",
            "  sh:message \"Say q.\" .");

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
            """, ReportFormat.TEXT.write(JUDGING.of("my.ttl", ":a a :C ;", "\t:p \"one\"@en ."), false));
    }

    @Test
    void saysThatNothingIsWrong() {
        assertEquals(
                "No fault found in 1 file, 1 statement.\n",
                ReportFormat.TEXT.write(JUDGING.of("one", ":a :b 1 ."), false));
    }

    @Test
    void showsOfALongLineWhatIsAroundThePlace() {
        ValidationResult result =
                JUDGING.of("f", ":a a :C ; :q [ :r 1 ] ; :z \"" + "z".repeat(500) + "\" ; :p \"one\" ; :z 1 .");
        String[] lines = ReportFormat.TEXT.write(result, false).split("\n");
        assertTrue(lines[1].length() < 140, lines[1]);
        assertEquals('"', lines[1].charAt(lines[2].indexOf('^')));
        assertTrue(lines[1].contains("\"one\""), lines[1]);
    }

    @Test
    void coloursForTerminalsAlone() {
        ValidationResult result = JUDGING.of("f", ":a a :C .");
        assertTrue(ReportFormat.TEXT.write(result, true).contains("\u001B[1;33mwarning:\u001B[0m"));
        assertFalse(ReportFormat.TEXT.write(result, false).contains("\u001B"));
        assertFalse(ReportFormat.JSON.write(result, true).contains("\u001B"));
    }

    @Test
    void writesForPrograms() {
        ValidationResult result =
                JUDGING.of("my.ttl", ":a a :C ;", "  :p \"one\"@en .", ":b a :C ; :q [ :r 1 ] ; :p \"x\"^^:t .");
        assertEquals(JSON.parse("""
            { "acceptable": false,
              "counts": { "violation": 2, "warning": 1, "info": 0 },
              "files": [ { "name": "my.ttl", "statements": 6, "complete": true } ],
              "findings": [
                { "file": "my.ttl", "line": 2, "column": 1, "severity": "warning", "message": "Say q.",
                  "focusNode": { "type": "uri", "value": "https://example.org/a" },
                  "path": "<https://example.org/q>/<https://example.org/r>",
                  "shape": "https://example.org/S-q",
                  "component": "http://www.w3.org/ns/shacl#MinCountConstraintComponent" },
                { "file": "my.ttl", "line": 3, "column": 6, "severity": "violation", "message": "A number, please.",
                  "fix": "Write digits alone, without commas or blanks: 10000.",
                  "focusNode": { "type": "uri", "value": "https://example.org/a" },
                  "path": "<https://example.org/p>",
                  "value": { "type": "literal", "value": "one", "xml:lang": "en" },
                  "shape": "https://example.org/S-p",
                  "component": "http://www.w3.org/ns/shacl#DatatypeConstraintComponent" },
                { "file": "my.ttl", "line": 4, "column": 28, "severity": "violation", "message": "A number, please.",
                  "fix": "Write digits alone, without commas or blanks: 10000.",
                  "focusNode": { "type": "uri", "value": "https://example.org/b" },
                  "path": "<https://example.org/p>",
                  "value": { "type": "literal", "value": "x", "datatype": "https://example.org/t" },
                  "shape": "https://example.org/S-p",
                  "component": "http://www.w3.org/ns/shacl#DatatypeConstraintComponent" } ] }
            """), JSON.parse(ReportFormat.JSON.write(result, false)));
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        Finding finding = Finding.of(
                Position.NOWHERE, Severity.INFO, Check.SYNTAX, Wording.of("syntax.other", "message", "Odd."));
        ValidationResult result = new ValidationResult(List.of(), List.of(finding));
        JsonObject report = JSON.parse(ReportFormat.JSON.write(result, false));
        assertEquals(JSON.parse("""
            { "severity": "info", "message": "Odd.", "component": "https://w3id.org/urbis/shapes#Syntax" }
            """), report.get("findings").getAsArray().get(0));
        assertEquals("info: Odd.\n1 remark in 0 files, 0 statements.\n", ReportFormat.TEXT.write(result, false));
    }
}
