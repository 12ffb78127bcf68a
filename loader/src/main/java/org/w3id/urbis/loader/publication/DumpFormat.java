package org.w3id.urbis.loader.publication;

import java.util.Locale;
import org.eclipse.rdf4j.rio.RDFFormat;

/** The formats in which a revision can be written. */
public enum DumpFormat {

    /** N-Quads, sorted. */
    NQUADS(RDFFormat.NQUADS),
    /** TriG. */
    TRIG(RDFFormat.TRIG),
    /** JSON-LD. */
    JSONLD(RDFFormat.JSONLD),
    /** Turtle, without graphs. */
    TURTLE(RDFFormat.TURTLE),
    /** N-Triples, without graphs. */
    NTRIPLES(RDFFormat.NTRIPLES),
    /** RDF/XML, without graphs. */
    RDFXML(RDFFormat.RDFXML);

    private final RDFFormat format;

    DumpFormat(RDFFormat format) {
        this.format = format;
    }

    RDFFormat rio() {
        return format;
    }

    /** The name as users type it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
