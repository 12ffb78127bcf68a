package org.w3id.urbis.loader.report;

import java.util.Locale;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.PathWriter;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.LocatedFile;
import org.w3id.urbis.loader.validation.Severity;
import org.w3id.urbis.loader.validation.ValidationResult;

/** A report for programs; {@link ReportFormat#JSON} says what stands in it. */
final class JsonReport {

    private JsonReport() {}

    /** Writes the report. */
    static String of(ValidationResult result) {
        JsonObject report = new JsonObject();
        report.put("acceptable", result.isAcceptable());
        JsonObject counts = new JsonObject();
        for (Severity severity : Severity.values()) {
            counts.put(name(severity), result.count(severity));
        }
        report.put("counts", counts);
        JsonArray files = new JsonArray();
        result.files().forEach(file -> files.add(file(file)));
        report.put("files", files);
        JsonArray findings = new JsonArray();
        result.findings().forEach(finding -> findings.add(finding(finding)));
        report.put("findings", findings);
        return report + "\n";
    }

    private static JsonObject file(LocatedFile file) {
        JsonObject object = new JsonObject();
        object.put("name", file.name());
        object.put("statements", file.quads().size());
        object.put("complete", file.isComplete());
        return object;
    }

    private static JsonObject finding(Finding finding) {
        JsonObject object = new JsonObject();
        if (!finding.file().isEmpty()) {
            object.put("file", finding.file());
        }
        if (finding.line() > 0) {
            object.put("line", finding.line());
            object.put("column", finding.column());
        }
        object.put("severity", name(finding.severity()));
        object.put("message", finding.message());
        finding.fix().ifPresent(fix -> object.put("fix", fix.text()));
        put(object, "focusNode", finding.focusNode());
        finding.path().ifPresent(path -> object.put("path", PathWriter.asString(path)));
        put(object, "value", finding.value());
        finding.constraint()
                .or(finding::shape)
                .filter(Node::isURI)
                .ifPresent(shape -> object.put("shape", shape.getURI()));
        object.put("component", finding.component().getURI());
        return object;
    }

    /** Terms are written as in SPARQL 1.1 Query Results JSON Format, section 3.2.2. */
    private static void put(JsonObject object, String key, Optional<Node> term) {
        term.ifPresent(node -> {
            JsonObject value = new JsonObject();
            if (node.isURI()) {
                value.put("type", "uri");
                value.put("value", node.getURI());
            } else if (node.isBlank()) {
                value.put("type", "bnode");
                value.put("value", node.getBlankNodeLabel());
            } else {
                value.put("type", "literal");
                value.put("value", node.getLiteralLexicalForm());
                if (!node.getLiteralLanguage().isEmpty()) {
                    value.put("xml:lang", node.getLiteralLanguage());
                } else {
                    value.put("datatype", node.getLiteralDatatypeURI());
                }
            }
            object.put(key, value);
        });
    }

    private static String name(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
