package org.w3id.urbis.loader.report;

import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.Fix;
import org.w3id.urbis.loader.validation.Messages;
import org.w3id.urbis.loader.validation.Said;

/** The triples of a SHACL report as JSON-LD, with each result where it belongs and the context at the top. */
final class JsonLdReport {

    private final Messages messages;
    private final JsonGenerator json;
    private final Map<Node, String> blankNodes = new HashMap<>();

    private JsonLdReport(Messages messages, JsonGenerator json) {
        this.messages = messages;
        this.json = json;
    }

    /** Writes the report. */
    static void write(Report report, OutputStream out) throws IOException {
        Json.write(out, json -> new JsonLdReport(report.messages(), json).write(report));
    }

    private void write(Report report) {
        List<Finding> findings = report.result().findings();
        json.writeStartObject("@context");
        ReportPrefixes.ALL.forEach(json::write);
        json.writeEnd();
        json.write("@type", "sh:ValidationReport");
        json.write("sh:conforms", findings.isEmpty());
        if (!findings.isEmpty()) {
            json.writeStartArray("sh:result");
            findings.forEach(this::result);
            json.writeEnd();
        }
    }

    private void result(Finding finding) {
        json.writeStartObject();
        json.write("@type", "sh:ValidationResult");
        finding.focusNode().ifPresentOrElse(node -> term("sh:focusNode", node), () -> file(finding.file()));
        finding.path().ifPresent(path -> path("sh:resultPath", PathTerm.of(path)));
        finding.value().ifPresent(value -> term("sh:value", value));
        term("sh:resultSeverity", finding.severityTerm());
        term("sh:sourceConstraintComponent", finding.component());
        finding.shape().ifPresent(shape -> term("sh:sourceShape", shape));
        finding.constraint().ifPresent(constraint -> term("sh:sourceConstraint", constraint));
        said("sh:resultMessage", messages.say(finding.wording()));
        Fields.write(json, "urbis:", Fields.of(finding.position()));
        finding.fix().ifPresent(this::fix);
        if (!finding.inner().isEmpty()) {
            json.writeStartArray("sh:detail");
            finding.inner().forEach(this::result);
            json.writeEnd();
        }
        json.writeEnd();
    }

    private void file(String name) {
        if (name.isEmpty()) {
            term("sh:focusNode", NodeFactory.createBlankNode());
        } else {
            json.writeStartObject("sh:focusNode").write("urbis:file", name).writeEnd();
        }
    }

    private void fix(Fix fix) {
        said("urbis:fix", messages.say(fix.wording()));
        if (fix.replacements().isEmpty()) {
            return;
        }
        json.writeStartArray("urbis:replacement");
        for (Fix.Replacement replacement : fix.replacements()) {
            json.writeStartObject();
            json.write("@type", "urbis:Replacement");
            Fields.write(json, "urbis:", Fields.of(replacement));
            json.writeEnd();
        }
        json.writeEnd();
    }

    private void said(String key, Said said) {
        json.writeStartObject(key).write("@value", said.text());
        if (!said.language().isEmpty()) {
            json.write("@language", said.language());
        }
        json.writeEnd();
    }

    private void term(String key, Node node) {
        json.writeStartObject(key);
        if (node.isURI()) {
            json.write("@id", node.getURI());
        } else if (node.isBlank()) {
            json.write("@id", blankNodes.computeIfAbsent(node, any -> "_:b" + blankNodes.size()));
        } else {
            json.write("@value", node.getLiteralLexicalForm());
            if (!node.getLiteralLanguage().isEmpty()) {
                json.write("@language", node.getLiteralLanguage());
            } else {
                json.write("@type", node.getLiteralDatatypeURI());
            }
        }
        json.writeEnd();
    }

    private void path(String key, PathTerm path) {
        json.writeKey(key);
        path(path);
    }

    private void path(PathTerm path) {
        json.writeStartObject();
        switch (path) {
            case PathTerm.Property property -> json.write("@id", property.iri().getURI());
            case PathTerm.Operation operation -> path(operation.property().getURI(), operation.path());
            case PathTerm.Sequence sequence -> {
                json.writeStartArray("@list");
                sequence.steps().forEach(this::path);
                json.writeEnd();
            }
        }
        json.writeEnd();
    }
}
