package org.w3id.urbis.loader.validation;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.urbis.ontology.ResourceFolder;

/**
 * Keeps a file from having anything else read with it: remote or local contexts of JSON-LD, external entities of XML.
 *
 * <p>The contexts that are published under {@code https://w3id.org/urbis/context/} may be named: they ship with the
 * program and are read from there.
 */
final class OutsideReferences {

    private static final String CONTEXTS = "https://w3id.org/urbis/context/";
    private static final Pattern EXTERNAL_ENTITY =
            Pattern.compile("<!(?:DOCTYPE\\s+\\S+|ENTITY\\s+(?:%\\s+)?\\S+)\\s+(?:SYSTEM|PUBLIC)\\s");

    private final SourceText source;
    private final Consumer<Finding> faults;

    OutsideReferences(SourceText source, Consumer<Finding> faults) {
        this.source = source;
        this.faults = faults;
    }

    /** The same, which refuses as much and says nothing. */
    OutsideReferences silently() {
        return new OutsideReferences(source, refusal -> {});
    }

    /** Reports a document type or entity that is to be fetched from elsewhere; the parser would leave it out silently. */
    Optional<Finding> inXml() {
        Matcher matcher = EXTERNAL_ENTITY.matcher(source.text());
        return matcher.find()
                ? Optional.of(refused(source.position(matcher.start()), Wording.of("outside.declaration")))
                : Optional.empty();
    }

    /** Options with which JSON-LD is read and nothing is fetched. */
    JsonLdOptions jsonLdOptions() {
        JsonLdOptions options = new JsonLdOptions(this::load);
        options.setBase(URI.create(LocatedParser.BASE));
        return options;
    }

    private Document load(URI iri, DocumentLoaderOptions ignored) throws JsonLdError {
        // Java writes the address of a file with one slash, people write it with three.
        String name = iri.toString().replaceFirst("^file:/(?!/)", "file:///");
        if (name.startsWith(CONTEXTS)) {
            ResourceFolder shipped = ResourceFolder.onClasspath("urbis/ontology/context");
            for (String file :
                    List.of(name.substring(CONTEXTS.length()), name.substring(CONTEXTS.length()) + ".jsonld")) {
                if (shipped.names().contains(file)) {
                    return shipped(shipped, file);
                }
            }
        }
        int offset = source.text().indexOf(name);
        faults.accept(refused(
                offset < 0 ? source.position(0, 0) : source.position(offset),
                Wording.of("outside.context", "context", name)));
        throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "refused: " + name);
    }

    private static Document shipped(ResourceFolder folder, String file) throws JsonLdError {
        try (InputStream context = folder.open(file)) {
            return JsonDocument.of(context);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the shipped context " + file, e);
        }
    }

    private static Finding refused(Position position, Wording message) {
        return Finding.of(position, Severity.VIOLATION, Check.OUTSIDE_REFERENCE, message)
                .with(Wording.of("outside.fix"));
    }
}
