package org.w3id.urbis.loader.report;

import jakarta.json.stream.JsonGenerator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.PathWriter;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.Fix;
import org.w3id.urbis.loader.validation.Messages;
import org.w3id.urbis.loader.validation.Position;
import org.w3id.urbis.loader.validation.Severity;

/** Writes findings as results of SARIF, section 3.27. */
final class SarifResult {

    /** Names what a fingerprint is made of; to be raised when that changes. */
    private static final String FINGERPRINT = "urbisFinding/v1";

    private final Messages messages;
    private final Files files;
    private final Uris uris;
    private final JsonGenerator json;
    private final Map<String, Integer> fingerprints = new HashMap<>();

    SarifResult(Report report, Uris uris, JsonGenerator json) {
        this.messages = report.messages();
        this.files = new Files(report.result());
        this.uris = uris;
        this.json = json;
    }

    void write(Finding finding, int ruleIndex) {
        json.writeStartObject();
        json.write("ruleId", Rule.of(finding).id());
        json.write("ruleIndex", ruleIndex);
        json.write("level", level(finding.severity()));
        messageAndLocations(finding);
        related(finding);
        json.writeStartObject("partialFingerprints").write(FINGERPRINT, fingerprint(finding));
        json.writeEnd();
        finding.fix().filter(fix -> !fix.replacements().isEmpty()).ifPresent(fix -> fix(finding, fix));
        properties(finding);
        json.writeEnd();
    }

    /** Writes a remark as a notification, section 3.58. */
    void writeNotification(Finding remark) {
        json.writeStartObject();
        json.write("level", level(remark.severity()));
        json.writeStartObject("associatedRule")
                .write("id", Rule.of(remark).id())
                .writeEnd();
        messageAndLocations(remark);
        json.writeEnd();
    }

    private void messageAndLocations(Finding finding) {
        json.writeStartObject("message").write("text", message(finding)).writeEnd();
        json.writeStartArray("locations");
        if (!finding.file().isEmpty()) {
            location(finding);
        }
        json.writeEnd();
    }

    /** Where the reasons stand, section 3.27.22. */
    private void related(Finding finding) {
        List<Finding> reasons =
                finding.inner().stream().filter(reason -> reason.line() > 0).toList();
        if (!reasons.isEmpty()) {
            json.writeStartArray("relatedLocations");
            for (Finding reason : reasons) {
                json.writeStartObject();
                json.writeStartObject("message")
                        .write("text", messages.text(reason.wording()))
                        .writeEnd();
                physicalLocation(reason);
                json.writeEnd();
            }
            json.writeEnd();
        }
    }

    private String message(Finding finding) {
        StringBuilder message = new StringBuilder(messages.text(finding.wording()));
        for (Explained more : Explained.of(finding, messages)) {
            message.append('\n')
                    .append("  ".repeat(more.depth() - 1))
                    .append("- ")
                    .append(more.label())
                    .append(": ")
                    .append(more.words());
        }
        return message.toString();
    }

    private void location(Finding finding) {
        json.writeStartObject();
        physicalLocation(finding);
        finding.position().pointer().ifPresent(pointer -> {
            json.writeStartArray("logicalLocations").writeStartObject();
            json.write("fullyQualifiedName", pointer);
            json.write("kind", "element");
            json.writeEnd().writeEnd();
        });
        json.writeEnd();
    }

    private void physicalLocation(Finding finding) {
        json.writeStartObject("physicalLocation");
        SarifReport.location(json, "artifactLocation", uris.of(finding.file()));
        if (finding.line() > 0) {
            region(finding);
        }
        json.writeEnd();
    }

    private void region(Finding finding) {
        Position position = finding.position();
        json.writeStartObject("region");
        json.write("startLine", position.line());
        if (position.column() > 0) {
            json.write("startColumn", position.column());
        }
        if (position.endLine() > 0 && position.endColumn() > 0) {
            json.write("endLine", position.endLine());
            json.write("endColumn", position.endColumn());
        }
        json.writeEnd();
        files.line(finding).filter(line -> !line.isEmpty()).ifPresent(line -> {
            json.writeStartObject("contextRegion").write("startLine", position.line());
            json.writeStartObject("snippet").write("text", line).writeEnd();
            json.writeEnd();
        });
    }

    private void fix(Finding finding, Fix fix) {
        json.writeStartArray("fixes").writeStartObject();
        json.writeStartObject("description")
                .write("text", messages.text(fix.wording()))
                .writeEnd();
        json.writeStartArray("artifactChanges").writeStartObject();
        SarifReport.location(json, "artifactLocation", uris.of(finding.file()));
        json.writeStartArray("replacements");
        for (Fix.Replacement replacement : fix.replacements()) {
            json.writeStartObject().writeStartObject("deletedRegion");
            json.write("startLine", replacement.line());
            json.write("startColumn", replacement.column());
            json.write("endLine", replacement.endLine());
            json.write("endColumn", replacement.endColumn());
            json.writeEnd();
            json.writeStartObject("insertedContent")
                    .write("text", replacement.text())
                    .writeEnd();
            json.writeEnd();
        }
        json.writeEnd();
        json.writeEnd().writeEnd();
        json.writeEnd().writeEnd();
    }

    private void properties(Finding finding) {
        json.writeStartObject("properties");
        json.write("component", finding.component().getURI());
        finding.focusNode().ifPresent(node -> Json.term(json, "focusNode", node));
        finding.path().ifPresent(path -> json.write("path", PathWriter.asString(path)));
        finding.value().ifPresent(node -> Json.term(json, "value", node));
        json.writeEnd();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case VIOLATION -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    /** Stays the same when lines are put in before, and tells apart what is found of two equal places. */
    private String fingerprint(Finding finding) {
        String text = String.join(
                "\u0000",
                finding.file(),
                Rule.of(finding).id(),
                finding.component().getURI(),
                named(finding.focusNode()),
                finding.path().map(PathWriter::asString).orElse(""),
                named(finding.value()),
                finding.focusNode().isPresent() ? "" : files.line(finding).orElse(""));
        String hash = HexFormat.of().formatHex(Digests.sha256(text), 0, 16);
        return hash + ":" + fingerprints.merge(hash, 1, Integer::sum);
    }

    /** A node that has a name from run to run; blank nodes have none. */
    private static String named(Optional<Node> node) {
        return node.filter(named -> !named.isBlank()).map(Node::toString).orElse("");
    }
}
