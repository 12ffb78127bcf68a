package org.w3id.urbis.loader.validation;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.loader.validation.Fix.Replacement;
import org.w3id.urbis.shapes.Spelling;

/**
 * Reads JSON-LD and remembers the place of every statement, which no reader of JSON-LD does: the document is read with its
 * places, expanded with a mark at each node, and what comes out is led back to what went in.
 */
final class JsonLdReading {

    private final SourceText source;
    private final JsonText json;
    private final OutsideReferences outside;
    private final FaultRecorder faults;
    private final Map<String, String> knownPrefixes;
    private final Set<String> unknown = new HashSet<>();

    JsonLdReading(
            SourceText source,
            JsonText json,
            OutsideReferences outside,
            FaultRecorder faults,
            Map<String, String> knownPrefixes) {
        this.knownPrefixes = knownPrefixes;
        this.source = source;
        this.json = json;
        this.outside = outside;
        this.faults = faults;
    }

    /**
     * Makes the statements of the document.
     *
     * @throws StoppedException if it is no JSON-LD, which has been told then
     */
    void read(LocatingProfile profile, PositionIndex index, List<Quad> quads) {
        JsonLdTerms terms = new JsonLdTerms(JsonLdMarks.plain(json.root()), this::context);
        json.callsThings(terms);
        JsonLdMarks marks = new JsonLdMarks(terms, member -> unknownKey(member, terms));
        try {
            JsonArray expanded = expand(marks.marked(json.root()));
            JsonLdPrefixes prefixes = new JsonLdPrefixes(knownPrefixes, terms, source, faults::add);
            new JsonLdStatements(marks, terms, source, profile, index, quads, prefixes).of(expanded, json.root());
        } catch (JsonLdError e) {
            // A refused context has been told at its place.
            Position at = e.getCode() == JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED
                    ? source.position(0, 0)
                    : source.position(JsonLdCulprit.of(json.root(), this::isReadable));
            faults.fatal(String.valueOf(e), at.line(), at.column());
        }
    }

    private JsonArray expand(JsonValue document) throws JsonLdError {
        return JsonLd.expand(JsonDocument.of((JsonStructure) document))
                .options(outside.jsonLdOptions())
                .get();
    }

    private boolean isReadable(JsonValue document) {
        try {
            JsonLd.expand(JsonDocument.of((JsonStructure) document))
                    .options(outside.silently().jsonLdOptions())
                    .get();
            return true;
        } catch (JsonLdError e) {
            return false;
        }
    }

    private Optional<JsonObject> context(String name) {
        try {
            return outside.silently()
                    .jsonLdOptions()
                    .getDocumentLoader()
                    .loadDocument(URI.create(LocatedParser.BASE).resolve(name), new DocumentLoaderOptions())
                    .getJsonContent()
                    .filter(JsonObject.class::isInstance)
                    .map(JsonValue::asJsonObject);
        } catch (JsonLdError | IllegalArgumentException toldWhenItIsRead) {
            return Optional.empty();
        }
    }

    private void unknownKey(JsonPart member, JsonLdTerms terms) {
        if (!unknown.add(member.key())) {
            return;
        }
        Position place = source.stretch(member.keyStart(), member.endOf(member.keyStart()));
        List<String> near = Spelling.nearest(member.key(), terms.names());
        Finding finding = Finding.of(
                place, Severity.WARNING, Check.UNDECLARED_TERM, Wording.of("json.unknown-key", "key", member.key()));
        Optional<Wording> meant = Meant.of(near.stream()
                .<Parameter>map(name -> Wording.of("meant.quoted", "word", name))
                .toList());
        faults.add(finding.with(meant.map(words -> near.size() == 1
                ? Fix.changing(words, Replacement.of(place, "\"" + near.getFirst() + "\""))
                : Fix.saying(words))));
    }
}
