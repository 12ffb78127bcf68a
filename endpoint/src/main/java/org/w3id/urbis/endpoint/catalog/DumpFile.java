package org.w3id.urbis.endpoint.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.w3id.urbis.loader.publication.Revision;

/**
 * The dump of a revision as it lies on the disk: sorted N-Quads compressed by gzip, with its checksum beside it.
 *
 * @param revision whose dump
 */
record DumpFile(Revision revision) {
    /** What it is called when it is taken away. */
    static final String NAME = "urbis.nq.gz";

    private static final String SPDX = "http://spdx.org/rdf/terms#";

    /** Its address on this origin. */
    String path() {
        return "/dumps/" + revision.number() + "/" + NAME;
    }

    /** Describes it as a distribution of a dataset. */
    void describe(Statements statements, Node dataset, String base, String origin) {
        Node dump = Statements.iri(base + path().substring(1));
        Node checksum = Statements.anonymous("checksum-" + revision.number());
        statements
                .distribution(dataset, dump, "The whole graph as N-Quads", origin + path(), DataCatalog.LICENCE)
                .link(dump, DCAT.downloadURL.getURI(), origin + path())
                .media(dump, DCAT.mediaType.getURI(), "application/n-quads")
                .media(dump, DCAT.NS + "compressFormat", "application/gzip")
                .format(dump, "RDF_N_QUADS")
                .number(dump, DCAT.byteSize.getURI(), size())
                .typed(dump, DCTerms.issued.getURI(), revision.created().toString(), XSDDatatype.XSDdateTime)
                .link(dump, SPDX + "checksum", checksum)
                .type(checksum, SPDX + "Checksum")
                .link(checksum, SPDX + "algorithm", SPDX + "checksumAlgorithm_sha256")
                .typed(checksum, SPDX + "checksumValue", sha256(), XSDDatatype.XSDhexBinary);
    }

    Path file() {
        return revision.dump();
    }

    /**
     * Its length in bytes.
     *
     * @throws UncheckedIOException if the file cannot be looked at
     */
    long size() {
        try {
            return Files.size(file());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look at " + file(), e);
        }
    }

    /**
     * The SHA-256 of its bytes in hexadecimal, as it was written down when the dump was.
     *
     * @throws UncheckedIOException if the checksum cannot be read
     */
    String sha256() {
        Path checksum = file().resolveSibling(file().getFileName() + ".sha256");
        try {
            return Files.readString(checksum).split("\\s", 2)[0];
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + checksum, e);
        }
    }
}
