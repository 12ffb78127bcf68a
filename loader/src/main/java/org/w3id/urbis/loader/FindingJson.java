package org.w3id.urbis.loader;

import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.Fix;
import org.w3id.urbis.loader.validation.Position;
import org.w3id.urbis.loader.validation.Severity;
import org.w3id.urbis.loader.validation.Wording;

/**
 * Findings as they were told to whoever loaded: their place, what they are about by IRI, and their words in English. It is
 * enough to tell them again.
 */
final class FindingJson {

    private FindingJson() {}

    static JsonObject of(Finding finding) {
        JsonObject json = new JsonObject();
        json.put("file", finding.file());
        json.put("line", finding.line());
        json.put("column", finding.column());
        json.put("severity", finding.severity().name());
        json.put("component", finding.component().getURI());
        put(json, "focus", finding.focusNode());
        put(json, "shape", finding.shape());
        put(json, "constraint", finding.constraint());
        json.put("message", finding.message());
        finding.fix().ifPresent(fix -> json.put("fix", fix.text()));
        return json;
    }

    private static void put(JsonObject json, String key, Optional<Node> node) {
        node.filter(Node::isURI).ifPresent(iri -> json.put(key, iri.getURI()));
    }

    static Finding read(JsonObject json) {
        return new Finding(
                new Position(
                        json.getString("file"),
                        json.getNumber("line").intValue(),
                        json.getNumber("column").intValue()),
                Severity.valueOf(json.getString("severity")),
                NodeFactory.createURI(json.getString("component")),
                node(json, "focus"),
                Optional.empty(),
                Optional.empty(),
                node(json, "shape"),
                node(json, "constraint"),
                said(json.getString("message")),
                List.of(),
                json.hasKey("fix") ? Optional.of(new Fix(said(json.getString("fix")), List.of())) : Optional.empty());
    }

    private static Optional<Node> node(JsonObject json, String key) {
        return json.hasKey(key) ? Optional.of(NodeFactory.createURI(json.getString(key))) : Optional.empty();
    }

    private static Wording said(String text) {
        return Wording.of("syntax.other", "message", text);
    }
}
