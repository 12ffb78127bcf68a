package org.w3id.urbis.loader.preview;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.path.PathWriter;
import org.w3id.urbis.loader.report.ReportFormat;
import org.w3id.urbis.loader.validation.Finding;

/** A preview for programs: the report of the findings with one member more. */
final class PreviewJson {

    private final PreviewReport report;

    private PreviewJson(PreviewReport report) {
        this.report = report;
    }

    static void write(PreviewReport report, OutputStream out) throws IOException {
        JsonObjectBuilder whole = Json.createObjectBuilder(findings(report));
        report.preview().ifPresent(preview -> whole.add("preview", new PreviewJson(report).json(preview)));
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        JsonWriter json = Json.createWriter(writer);
        json.writeObject(whole.build());
        writer.write('\n');
        writer.flush();
    }

    private static JsonObject findings(PreviewReport report) {
        try (JsonReader reader = Json.createReader(new StringReader(ReportFormat.JSON.text(report.report())))) {
            return reader.readObject();
        }
    }

    private JsonObjectBuilder json(Preview preview) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("$schema", PreviewFormat.JSON_SCHEMA)
                .add("revision", preview.revision())
                .add("gained", preview.gained().size())
                .add("lost", preview.lost().size());
        JsonArrayBuilder things = Json.createArrayBuilder();
        preview.things().forEach(thing -> things.add(thing(thing)));
        JsonArrayBuilder queries = Json.createArrayBuilder();
        preview.queries()
                .forEach(query -> queries.add(Json.createObjectBuilder()
                        .add("name", query.name())
                        .add("summary", query.summary())
                        .add("gained", query.gained())
                        .add("lost", query.lost())));
        JsonArrayBuilder unreferenced = Json.createArrayBuilder();
        preview.unreferenced().forEach((iri, labels) -> unreferenced.add(named(iri, labels)));
        JsonArrayBuilder duplicates = Json.createArrayBuilder();
        preview.duplicates().forEach(duplicate -> duplicates.add(duplicate(duplicate)));
        return json.add("things", things)
                .add("broken", rules(preview.broken()))
                .add("mended", rules(preview.mended()))
                .add("partly", preview.partly())
                .add("unreferenced", unreferenced)
                .add("queries", queries)
                .add("unchanged", Json.createArrayBuilder(preview.unchanged()))
                .add("notAsked", Json.createArrayBuilder(preview.notAsked()))
                .add("duplicates", duplicates);
    }

    private JsonObjectBuilder thing(ThingChange change) {
        return named(change.thing().getURI(), change.labels())
                .add("fate", lower(change.fate()))
                .add("gained", statements(change.gained()))
                .add("lost", statements(change.lost()));
    }

    private static JsonArrayBuilder statements(List<Quad> quads) {
        JsonArrayBuilder statements = Json.createArrayBuilder();
        for (Quad quad : quads) {
            statements.add(Json.createObjectBuilder()
                    .add("subject", quad.getSubject().getURI())
                    .add("predicate", quad.getPredicate().getURI())
                    .add("object", term(quad.getObject()))
                    .add("graph", quad.getGraph().getURI())
                    .add("inferred", Preview.isInferred(quad)));
        }
        return statements;
    }

    /** As in SPARQL 1.1 Query Results JSON Format, section 3.2.2. */
    private static JsonObjectBuilder term(Node term) {
        if (term.isURI()) {
            return Json.createObjectBuilder().add("type", "uri").add("value", term.getURI());
        }
        JsonObjectBuilder literal =
                Json.createObjectBuilder().add("type", "literal").add("value", term.getLiteralLexicalForm());
        return term.getLiteralLanguage().isEmpty()
                ? literal.add("datatype", term.getLiteralDatatypeURI())
                : literal.add("xml:lang", term.getLiteralLanguage());
    }

    private JsonArrayBuilder rules(Collection<Finding> findings) {
        JsonArrayBuilder rules = Json.createArrayBuilder();
        for (Finding finding : findings) {
            JsonObjectBuilder rule = Json.createObjectBuilder()
                    .add("severity", lower(finding.severity()))
                    .add("message", report.report().messages().text(finding.wording()));
            iri(rule, "focusNode", finding.focusNode());
            finding.path().ifPresent(path -> rule.add("path", PathWriter.asString(path)));
            finding.value().ifPresent(value -> rule.add("value", term(value)));
            iri(rule, "shape", finding.shape());
            rules.add(rule.add("component", finding.component().getURI()));
        }
        return rules;
    }

    private static void iri(JsonObjectBuilder json, String member, Optional<Node> node) {
        node.filter(Node::isURI).ifPresent(iri -> json.add(member, iri.getURI()));
    }

    private JsonObjectBuilder duplicate(Duplicate duplicate) {
        JsonArrayBuilder reasons = Json.createArrayBuilder();
        duplicate
                .reasons()
                .forEach(reason -> reasons.add(Json.createObjectBuilder()
                        .add("by", lower(reason.by()).replace('_', '-'))
                        .add("text", reason.text())
                        .add("known", reason.known())
                        .add("score", reason.score())));
        return named(duplicate.known().getURI(), duplicate.labels())
                .add("thing", duplicate.thing().getURI())
                .add("score", duplicate.score())
                .add("reasons", reasons);
    }

    private static JsonObjectBuilder named(String iri, Map<String, String> labels) {
        JsonObjectBuilder names = Json.createObjectBuilder();
        new TreeMap<>(labels).forEach((language, label) -> names.add(language.isEmpty() ? "und" : language, label));
        return Json.createObjectBuilder().add("iri", iri).add("labels", names);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
