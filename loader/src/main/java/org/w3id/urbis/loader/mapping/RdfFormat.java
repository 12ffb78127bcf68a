package org.w3id.urbis.loader.mapping;

import java.util.Map;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.w3id.urbis.loader.source.SourceFile;

/** The RDF formats, known by the ending of a file's name, for both engines. */
record RdfFormat(RDFFormat rio, Lang riot) {

    private static final Map<String, RdfFormat> BY_EXTENSION = Map.of(
            "ttl", new RdfFormat(RDFFormat.TURTLE, Lang.TURTLE),
            "trig", new RdfFormat(RDFFormat.TRIG, Lang.TRIG),
            "nt", new RdfFormat(RDFFormat.NTRIPLES, Lang.NTRIPLES),
            "nq", new RdfFormat(RDFFormat.NQUADS, Lang.NQUADS),
            "rdf", new RdfFormat(RDFFormat.RDFXML, Lang.RDFXML),
            "owl", new RdfFormat(RDFFormat.RDFXML, Lang.RDFXML),
            "jsonld", new RdfFormat(RDFFormat.JSONLD, Lang.JSONLD));

    static Optional<RdfFormat> of(SourceFile file) {
        return Optional.ofNullable(BY_EXTENSION.get(file.extension()));
    }
}
