package org.w3id.urbis.loader.publication;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.jena.sparql.core.DatasetGraph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.loader.names.NameIndex;
import org.w3id.urbis.loader.names.NameIndexBuilder;
import org.w3id.urbis.loader.names.NameIndexException;

/**
 * The index of names of a revision: made when it is published, and made again from its dump and store where it is missing or
 * of an earlier version of this program.
 */
public final class RevisionNames {

    private static final Logger LOG = LoggerFactory.getLogger(RevisionNames.class);

    private RevisionNames() {}

    /**
     * Opens the index, which is made first if need be.
     *
     * @param revision the revision
     * @return the index, to be closed
     * @throws DamagedDataException if it can neither be opened nor made
     */
    public static NameIndex open(Revision revision) {
        try {
            return NameIndex.open(revision.names());
        } catch (NameIndexException missing) {
            LOG.info("Making the index of names of revision {}: {}", revision.number(), missing.getMessage());
        }
        try {
            make(revision);
            return NameIndex.open(revision.names());
        } catch (IOException | NameIndexException e) {
            throw new DamagedDataException("Cannot make the index of names in " + revision.names(), e);
        }
    }

    private static void make(Revision revision) throws IOException {
        DerivedForm.make(revision, "names", revision.names(), fresh -> {
            Store.read(revision, graph -> {
                write(fresh, revision, graph);
                return null;
            });
            return fresh;
        });
    }

    private static void write(Path directory, Revision revision, DatasetGraph graph) {
        try (NameIndexBuilder builder = NameIndexBuilder.in(directory, graph)) {
            new Dump(revision).forEach(builder::add);
        } catch (IOException e) {
            throw new DamagedDataException("Cannot read " + revision.dump(), e);
        }
    }
}
