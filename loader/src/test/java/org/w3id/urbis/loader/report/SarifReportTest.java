package org.w3id.urbis.loader.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.loader.validation.Messages;
import org.w3id.urbis.loader.validation.ValidationResult;

class SarifReportTest {

    private static final Path FOLDER = Path.of("").toAbsolutePath();

    private final JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            .getSchema(SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"));

    @Test
    void keepsToTheSchemaOfSarif() {
        for (String language : Messages.LANGUAGES) {
            Report report = Report.of(Judging.rich()).in(Locale.forLanguageTag(language));
            assertEquals(List.of(), Schemas.faults(schema, ReportFormat.SARIF.text(report)), language);
            assertEquals(List.of(), Schemas.faults(schema, ReportFormat.SARIF.text(report.from(FOLDER))), language);
        }
        String nothing = ReportFormat.SARIF.text(Report.of(Judging.TWO_SHAPES.of("f", ":a :b 1 .")));
        assertEquals(List.of(), Schemas.faults(schema, nothing));
        assertEquals(
                1,
                Schemas.faults(schema, nothing.replace("utf16CodeUnits", "inches"))
                        .size());
    }

    @Test
    void tellsWhatIsWrongWhere() {
        JsonObject run = run(Report.of(Judging.rich()).from(FOLDER));
        JsonObject warning = result(run, 3);
        assertEquals(JSON.parse("{ \"text\": \"Say q.\" }"), warning.get("message"));
        assertEquals("warning", warning.getString("level"));
        assertEquals("https://example.org/S-q", warning.getString("ruleId"));
        JsonObject place = location(warning);
        assertEquals(
                JSON.parse("{ \"uri\": \"my%20file.ttl\", \"uriBaseId\": \"%SRCROOT%\" }"),
                place.get("artifactLocation"));
        assertEquals(2, number(place.getObj("region").get("startLine")));
        assertEquals(1, number(place.getObj("region").get("startColumn")));
        assertEquals(
                ":a a :C ;", place.getObj("contextRegion").getObj("snippet").getString("text"));
        int rule = number(warning.get("ruleIndex"));
        JsonObject rules = run.getObj("tool").getObj("driver");
        assertEquals(
                "https://example.org/S-q",
                rules.get("rules").getAsArray().get(rule).getAsObject().getString("helpUri"));
        assertEquals(
                FOLDER.toUri().toString(),
                run.getObj("originalUriBaseIds").getObj("%SRCROOT%").getString("uri"));
    }

    @Test
    void offersChangesThatCanBeMade() {
        JsonObject result = result(run(Report.of(Judging.rich())), 1);
        assertEquals(JSON.parse("""
            { "description": { "text": "Write the whole IRI." },
              "artifactChanges": [ {
                "artifactLocation": { "uri": "cities.csv", "uriBaseId": "%SRCROOT%" },
                "replacements": [ {
                  "deletedRegion": { "startLine": 3, "startColumn": 8, "endLine": 3, "endColumn": 12 },
                  "insertedContent": { "text": "https://example.org/<&\\">" } } ] } ] }
            """), result.get("fixes").getAsArray().get(0));
    }

    @Test
    void knowsAFindingAgainWhenLinesWerePutInBefore() {
        ValidationResult once = Judging.TWO_SHAPES.of("f", ":a a :C .", ":b a :C .");
        ValidationResult again = Judging.TWO_SHAPES.of("f", "# A remark.", "", ":a a :C .", ":b a :C .");
        assertEquals(fingerprint(once, 0), fingerprint(again, 0));
        assertEquals(fingerprint(once, 1), fingerprint(again, 1));
        assertNotEquals(fingerprint(once, 0), fingerprint(once, 1));
    }

    private static String fingerprint(ValidationResult result, int index) {
        return result(run(Report.of(result)), index)
                .getObj("partialFingerprints")
                .getString("urbisFinding/v1");
    }

    private static JsonObject run(Report report) {
        return JSON.parse(ReportFormat.SARIF.text(report))
                .get("runs")
                .getAsArray()
                .get(0)
                .getAsObject();
    }

    private static JsonObject result(JsonObject run, int index) {
        return run.get("results").getAsArray().get(index).getAsObject();
    }

    private static JsonObject location(JsonObject result) {
        return result.get("locations").getAsArray().get(0).getAsObject().getObj("physicalLocation");
    }

    private static int number(JsonValue value) {
        return value.getAsNumber().value().intValue();
    }
}
