package org.w3id.urbis.loader.report;

import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.PathWriter;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.Fix;
import org.w3id.urbis.loader.validation.LocatedFile;
import org.w3id.urbis.loader.validation.Messages;
import org.w3id.urbis.loader.validation.Said;
import org.w3id.urbis.loader.validation.Severity;

/** A report for programs; the schema {@link ReportFormat#JSON_SCHEMA} says what stands in it. */
final class JsonReport {

    private final Report report;
    private final Messages messages;
    private final JsonGenerator json;

    private JsonReport(Report report, JsonGenerator json) {
        this.report = report;
        this.messages = report.messages();
        this.json = json;
    }

    /** Writes the report. */
    static void write(Report report, OutputStream out) throws IOException {
        Json.write(out, json -> new JsonReport(report, json).write());
    }

    private void write() {
        json.write("$schema", ReportFormat.JSON_SCHEMA);
        json.write("language", messages.locale().toLanguageTag());
        json.write("acceptable", report.result().isAcceptable());
        json.write("complete", report.result().isComplete());
        json.writeStartObject("counts");
        for (Severity severity : Severity.values()) {
            json.write(name(severity), report.result().count(severity));
        }
        json.writeEnd();
        json.writeStartArray("files");
        report.result().files().forEach(this::file);
        json.writeEnd();
        json.writeStartArray("findings");
        report.result().findings().forEach(this::finding);
        json.writeEnd();
        if (!report.result().remarks().isEmpty()) {
            json.writeStartArray("remarks");
            report.result().remarks().forEach(this::finding);
            json.writeEnd();
        }
    }

    private void file(LocatedFile file) {
        json.writeStartObject();
        json.write("name", file.name());
        json.write("statements", file.quads().size());
        json.write("complete", file.isComplete());
        json.writeEnd();
    }

    private void finding(Finding finding) {
        json.writeStartObject();
        Fields.write(json, "", Fields.of(finding.position()));
        json.write("severity", name(finding.severity()));
        said("message", messages.say(finding.wording()));
        finding.focusNode().ifPresent(node -> Json.term(json, "focusNode", node));
        finding.path().ifPresent(path -> json.write("path", PathWriter.asString(path)));
        finding.value().ifPresent(node -> Json.term(json, "value", node));
        iri("shape", finding.shape());
        iri("constraint", finding.constraint());
        json.write("component", finding.component().getURI());
        if (!finding.inner().isEmpty()) {
            json.writeStartArray("details");
            finding.inner().forEach(this::finding);
            json.writeEnd();
        }
        finding.fix().ifPresent(this::fix);
        json.writeEnd();
    }

    private void said(String key, Said said) {
        json.write(key, said.text());
        if (!said.language().isEmpty()) {
            json.write("language", said.language());
        }
    }

    private void iri(String key, Optional<Node> node) {
        node.filter(Node::isURI).ifPresent(iri -> json.write(key, iri.getURI()));
    }

    private void fix(Fix fix) {
        json.writeStartObject("fix");
        said("text", messages.say(fix.wording()));
        if (!fix.replacements().isEmpty()) {
            json.writeStartArray("replacements");
            for (Fix.Replacement replacement : fix.replacements()) {
                json.writeStartObject();
                Fields.write(json, "", Fields.of(replacement));
                json.writeEnd();
            }
            json.writeEnd();
        }
        json.writeEnd();
    }

    private static String name(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
