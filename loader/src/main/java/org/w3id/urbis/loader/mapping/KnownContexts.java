package org.w3id.urbis.loader.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import no.hasmac.jsonld.JsonLdError;
import no.hasmac.jsonld.document.Document;
import no.hasmac.jsonld.document.JsonDocument;
import no.hasmac.jsonld.loader.DocumentLoader;
import no.hasmac.jsonld.loader.DocumentLoaderOptions;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.source.UnreadableSourceException;
import org.w3id.urbis.ontology.ResourceFolder;

/**
 * The JSON-LD contexts a file may refer to: our own, which ship with the program. Nothing is fetched, from the net or the
 * disk, because a file says so.
 */
final class KnownContexts implements DocumentLoader {

    private static final ResourceFolder ONTOLOGY = ResourceFolder.onClasspath("urbis/ontology");

    private final BaseIri base;

    KnownContexts(BaseIri base) {
        this.base = base;
    }

    @Override
    public Document loadDocument(URI address, DocumentLoaderOptions options) throws JsonLdError {
        String iri = address.toString();
        if (iri.startsWith(base.value() + "context/")) {
            String name = iri.substring(base.value().length());
            for (String file : List.of(name, name + ".jsonld")) {
                if (ONTOLOGY.names().contains(file)) {
                    return read(file);
                }
            }
        }
        throw new RDFParseException("The context <" + iri + "> would have to be fetched, which is refused. Write the"
                + " context into the file, or use one of <" + base.value() + "context/>");
    }

    private static Document read(String file) throws JsonLdError {
        try (InputStream in = ONTOLOGY.open(file)) {
            return JsonDocument.of(in);
        } catch (IOException e) {
            throw new UnreadableSourceException("Cannot read " + file, e);
        }
    }
}
