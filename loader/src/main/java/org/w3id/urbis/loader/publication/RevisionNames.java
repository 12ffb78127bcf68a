package org.w3id.urbis.loader.publication;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
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

    /** A file of whoever writes an index. */
    private static final String LOCK = "write.lock";

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

    /**
     * Writes the index of a revision that is being published, from that of the one before it if little has changed.
     *
     * @throws NameIndexException if the disk refuses
     * @throws IOException        if the disk refuses
     */
    static void write(Optional<Difference> difference, SortedQuads sorted, Path directory) throws IOException {
        try (NameIndexBuilder builder = begun(difference, sorted.statements().dataset(), directory)) {
            sorted.quads().forEach(builder::add);
        }
    }

    private static NameIndexBuilder begun(Optional<Difference> difference, DatasetGraph graph, Path directory)
            throws IOException {
        if (difference.isPresent()) {
            try {
                share(difference.get().before().names(), directory);
                return NameIndexBuilder.amending(directory, difference.get().quads(), graph);
            } catch (NameIndexException | NoSuchFileException missing) {
                LOG.info("Making the index of names from nothing: {}", missing.getMessage());
            }
        }
        return NameIndexBuilder.in(directory, graph);
    }

    private static void share(Path from, Path to) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from, file -> !file.endsWith(LOCK))) {
            for (Path file : files) {
                DurableFiles.share(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void write(Path directory, Revision revision, DatasetGraph graph) {
        try (NameIndexBuilder builder = NameIndexBuilder.in(directory, graph)) {
            new Dump(revision).forEach(builder::add);
        } catch (IOException e) {
            throw new DamagedDataException("Cannot read " + revision.dump(), e);
        }
    }
}
