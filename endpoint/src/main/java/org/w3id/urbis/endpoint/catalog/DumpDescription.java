package org.w3id.urbis.endpoint.catalog;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.RevisionDumps;
import org.w3id.urbis.loader.publication.RevisionDumps.DumpFile;

/**
 * A file to take away as a distribution of a dataset.
 *
 * @param revision whose file
 * @param file     the file
 */
record DumpDescription(Revision revision, DumpFile file) {
    private static final String SPDX = "http://spdx.org/rdf/terms#";

    /** Its address on this origin. */
    String path() {
        return path(revision, file.name());
    }

    /** The address of a file of a revision on this origin. */
    static String path(Revision revision, String name) {
        return "/dumps/" + revision.number() + "/" + name;
    }

    /** Describes it. */
    void describe(Statements statements, Node dataset, String base, String origin, String licence) {
        Node dump = Statements.iri(base + path().substring(1));
        Node checksum = Statements.anonymous("checksum-" + path());
        statements
                .distribution(dataset, dump, title(), origin + path(), licence)
                .text(
                        dump,
                        DCTerms.description.getURI(),
                        "A file compressed by gzip, which never changes while its revision is kept.",
                        "en")
                .link(dump, DCAT.downloadURL.getURI(), origin + path())
                .media(dump, DCAT.mediaType.getURI(), mediaType())
                .media(dump, DCAT.NS + "compressFormat", "application/gzip")
                .format(dump, fileType())
                .number(dump, DCAT.byteSize.getURI(), file.bytes())
                .typed(dump, DCTerms.issued.getURI(), revision.created().toString(), XSDDatatype.XSDdateTime)
                .link(dump, SPDX + "checksum", checksum)
                .type(checksum, SPDX + "Checksum")
                .link(checksum, SPDX + "algorithm", SPDX + "checksumAlgorithm_sha256")
                .typed(checksum, SPDX + "checksumValue", file.sha256(), XSDDatatype.XSDhexBinary);
    }

    private String title() {
        String what = file.graph()
                .map(graph -> "The graph " + Identifiers.localName(graph))
                .orElse("The whole graph");
        return what + " as " + formatName() + ", revision " + revision.number();
    }

    /** What the format is called. */
    String formatName() {
        return switch (file.name()) {
            case RevisionDumps.N_QUADS -> "N-Quads";
            case RevisionDumps.JSON_LD -> "JSON-LD";
            default -> "Turtle";
        };
    }

    private String mediaType() {
        return switch (file.name()) {
            case RevisionDumps.N_QUADS -> "application/n-quads";
            case RevisionDumps.JSON_LD -> "application/ld+json";
            default -> "text/turtle";
        };
    }

    /** The EU's code of the format. */
    private String fileType() {
        return switch (file.name()) {
            case RevisionDumps.N_QUADS -> "RDF_N_QUADS";
            case RevisionDumps.JSON_LD -> "JSON_LD";
            default -> "RDF_TURTLE";
        };
    }
}
