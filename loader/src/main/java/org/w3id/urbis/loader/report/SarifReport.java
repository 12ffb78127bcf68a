package org.w3id.urbis.loader.report;

import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.LocatedFile;
import org.w3id.urbis.loader.validation.Messages;
import org.w3id.urbis.loader.validation.Wording;
import org.w3id.urbis.ontology.Urbis;

/**
 * A report for code scanning and editors.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
final class SarifReport {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /** What GitHub and others call the folder that names of files start from. */
    static final String FOLDER = "%SRCROOT%";

    private final Report report;
    private final Messages messages;
    private final JsonGenerator json;
    private final List<Finding> findings;

    private SarifReport(Report report, JsonGenerator json) {
        this.report = report;
        this.messages = report.messages();
        this.json = json;
        this.findings = report.result().findings();
    }

    /** Writes the report. */
    static void write(Report report, OutputStream out) throws IOException {
        Json.write(out, json -> new SarifReport(report, json).write());
    }

    private void write() {
        json.write("version", "2.1.0");
        json.write("$schema", SCHEMA);
        json.writeStartArray("runs").writeStartObject();
        Map<Rule, Integer> rules = new LinkedHashMap<>();
        Stream.concat(findings.stream(), report.result().remarks().stream())
                .forEach(finding -> rules.putIfAbsent(Rule.of(finding), rules.size()));
        tool(rules);
        json.write("language", messages.locale().toLanguageTag());
        json.write("columnKind", "utf16CodeUnits");
        folder();
        Uris uris = new Uris(report.folder());
        artifacts(uris);
        SarifResult result = new SarifResult(report, uris, json);
        invocation(result);
        json.writeStartArray("results");
        findings.forEach(finding -> result.write(finding, rules.get(Rule.of(finding))));
        json.writeEnd();
        json.writeEnd().writeEnd();
    }

    /** What is said of the shapes is said of how the tool was set up, and is no result. */
    private void invocation(SarifResult result) {
        json.writeStartArray("invocations").writeStartObject();
        json.write("executionSuccessful", true);
        if (!report.result().remarks().isEmpty()) {
            json.writeStartArray("toolConfigurationNotifications");
            report.result().remarks().forEach(result::writeNotification);
            json.writeEnd();
        }
        json.writeEnd().writeEnd();
    }

    private void tool(Map<Rule, Integer> rules) {
        json.writeStartObject("tool").writeStartObject("driver");
        json.write("name", "Urbis");
        json.write("informationUri", Urbis.BASE);
        String version = SarifReport.class.getPackage().getImplementationVersion();
        if (version != null) {
            json.write("version", version);
        }
        json.writeStartArray("rules");
        rules.keySet().forEach(this::rule);
        json.writeEnd();
        json.writeEnd().writeEnd();
    }

    private void rule(Rule rule) {
        String kind = rule.kind(messages);
        json.writeStartObject();
        json.write("id", rule.id());
        text("shortDescription", kind);
        text("fullDescription", kind);
        rule.iri().filter(iri -> iri.matches("https?://.*")).ifPresent(iri -> json.write("helpUri", iri));
        text(
                "help",
                rule.iri()
                        .map(iri -> messages.text(Wording.of("report.explained", "kind", kind, "iri", iri)))
                        .orElse(kind));
        json.writeEnd();
    }

    private void folder() {
        json.writeStartObject("originalUriBaseIds").writeStartObject(FOLDER);
        report.folder().ifPresent(uri -> json.write("uri", uri.toASCIIString()));
        json.writeStartObject("description");
        json.write("text", messages.text(Wording.of("report.folder")));
        json.writeEnd();
        json.writeEnd().writeEnd();
    }

    private void artifacts(Uris uris) {
        json.writeStartArray("artifacts");
        for (LocatedFile file : report.result().files()) {
            json.writeStartObject();
            location(json, "location", uris.of(file.name()));
            json.writeStartArray("roles").write("analysisTarget").writeEnd();
            json.write("encoding", "UTF-8");
            json.writeEnd();
        }
        json.writeEnd();
    }

    /** Writes an artifactLocation. */
    static void location(JsonGenerator json, String key, String uri) {
        json.writeStartObject(key);
        json.write("uri", uri);
        if (Uris.isRelative(uri)) {
            json.write("uriBaseId", FOLDER);
        }
        json.writeEnd();
    }

    private void text(String key, String text) {
        json.writeStartObject(key).write("text", text).writeEnd();
    }
}
