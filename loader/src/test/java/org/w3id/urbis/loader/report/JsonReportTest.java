package org.w3id.urbis.loader.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.loader.validation.ValidationResult;

class JsonReportTest {

    @Test
    void writesForPrograms() {
        ValidationResult result = Judging.TWO_SHAPES.of(
                "my.ttl", ":a a :C ;", "  :p \"one\"@en .", ":b a :C ; :q [ :r 1 ] ; :p \"x\"^^:t .");
        JsonObject report = json(result);
        report.get("findings").getAsArray().forEach(finding -> {
            // How far it reaches is the parser's to say.
            finding.getAsObject().remove("endLine");
            finding.getAsObject().remove("endColumn");
        });
        assertEquals(JSON.parse("""
            { "$schema": "https://w3id.org/urbis/schemas/findings-1.json",
              "language": "en",
              "acceptable": false,
              "complete": true,
              "counts": { "violation": 2, "warning": 1, "info": 0 },
              "files": [ { "name": "my.ttl", "statements": 6, "complete": true } ],
              "findings": [
                { "file": "my.ttl", "line": 2, "column": 1, "severity": "warning", "message": "Say q.",
                  "focusNode": { "type": "uri", "value": "https://example.org/a" },
                  "path": "<https://example.org/q>/<https://example.org/r>",
                  "shape": "https://example.org/S-q",
                  "component": "http://www.w3.org/ns/shacl#MinCountConstraintComponent" },
                { "file": "my.ttl", "line": 3, "column": 6, "severity": "violation",
                  "message": "A number, please.", "language": "en",
                  "focusNode": { "type": "uri", "value": "https://example.org/a" },
                  "path": "<https://example.org/p>",
                  "value": { "type": "literal", "value": "one", "xml:lang": "en" },
                  "shape": "https://example.org/S-p",
                  "component": "http://www.w3.org/ns/shacl#DatatypeConstraintComponent",
                  "fix": { "text": "Write digits alone, without commas or blanks: 10000.", "language": "en" } },
                { "file": "my.ttl", "line": 4, "column": 28, "severity": "violation",
                  "message": "A number, please.", "language": "en",
                  "focusNode": { "type": "uri", "value": "https://example.org/b" },
                  "path": "<https://example.org/p>",
                  "value": { "type": "literal", "value": "x", "datatype": "https://example.org/t" },
                  "shape": "https://example.org/S-p",
                  "component": "http://www.w3.org/ns/shacl#DatatypeConstraintComponent",
                  "fix": { "text": "Write digits alone, without commas or blanks: 10000.", "language": "en" } } ] }
            """), report);
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        JsonObject report = json(new ValidationResult(List.of(), List.of(Judging.nowhere())));
        assertEquals(JSON.parse("""
            { "severity": "info", "message": "Odd.", "language": "en",
              "component": "https://w3id.org/urbis/shapes#Syntax" }
            """), report.get("findings").getAsArray().get(0));
    }

    @Test
    void saysAllThatIsKnown() {
        List<JsonObject> findings = json(Judging.rich()).get("findings").getAsArray().stream()
                .map(finding -> finding.getAsObject())
                .toList();
        assertEquals(JSON.parse("""
            { "file": "cities.csv", "line": 3, "column": 8, "endLine": 3, "endColumn": 12, "row": 2,
              "columnName": "website", "severity": "violation",
              "message": "<www.c40> is a relative IRI, and this format has none.", "language": "en",
              "component": "https://w3id.org/urbis/shapes#BadIri",
              "fix": { "text": "Write the whole IRI.", "language": "en", "replacements": [
                { "line": 3, "column": 8, "endLine": 3, "endColumn": 12,
                  "replacementText": "https://example.org/<&\\">" } ] } }
            """), findings.get(1));
        assertEquals("/@graph/0/website", findings.get(2).getString("jsonPointer"));
        assertEquals("https://example.org/Constraint", findings.get(2).getString("constraint"));
        JsonObject reason = findings.get(2).get("details").getAsArray().get(0).getAsObject();
        assertEquals("^<https://example.org/p>", reason.getString("path"));
        assertEquals(
                findings.get(2).get("focusNode").getAsObject(),
                reason.get("focusNode").getAsObject());
    }

    @Test
    void keepsToItsSchema() {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(JsonReportTest.class.getResourceAsStream("/urbis/schemas/findings-1.json"));
        String report = ReportFormat.JSON.text(Report.of(Judging.rich()));
        assertEquals(List.of(), Schemas.faults(schema, report));
        String damaged = report.replace("\"severity\" : \"info\"", "\"severity\" : \"bad\"")
                .replace("\"severity\": \"info\"", "\"severity\": \"bad\"");
        assertEquals(1, Schemas.faults(schema, damaged).size(), "the schema is strict");
        assertTrue(report.contains(ReportFormat.JSON_SCHEMA));
    }

    private static JsonObject json(ValidationResult result) {
        return JSON.parse(ReportFormat.JSON.text(Report.of(result)));
    }
}
