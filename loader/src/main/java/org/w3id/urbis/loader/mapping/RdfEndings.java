package org.w3id.urbis.loader.mapping;

import java.util.Map;
import java.util.Optional;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.w3id.urbis.loader.source.SourceFile;

/** The RDF formats, known by the ending of a file's name. */
final class RdfEndings {

    private static final Map<String, RDFFormat> FORMATS = Map.of(
            "ttl", RDFFormat.TURTLE,
            "trig", RDFFormat.TRIG,
            "nt", RDFFormat.NTRIPLES,
            "nq", RDFFormat.NQUADS,
            "rdf", RDFFormat.RDFXML,
            "owl", RDFFormat.RDFXML,
            "jsonld", RDFFormat.JSONLD);

    private RdfEndings() {}

    static Optional<RDFFormat> formatOf(SourceFile file) {
        return Optional.ofNullable(FORMATS.get(file.extension()));
    }
}
