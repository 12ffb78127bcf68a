package org.w3id.urbis.loader.publication;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.loader.names.NameIndex;
import org.w3id.urbis.loader.names.NameIndexBuilder;
import org.w3id.urbis.loader.names.NameIndexException;
import org.w3id.urbis.loader.names.Surroundings;

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
        return open(
                revision,
                fresh -> Store.read(revision, graph -> {
                    write(fresh, revision, graph);
                    return null;
                }));
    }

    /**
     * Opens the index of a revision that has neither dump nor store here.
     *
     * @param revision   the revision, whose directory exists
     * @param around     looks things up
     * @param statements hands on all statements about things that have names, those about one thing one after the other
     * @return the index, to be closed
     * @throws DamagedDataException if it can neither be opened nor made
     */
    public static NameIndex open(Revision revision, Surroundings around, Consumer<Consumer<Quad>> statements) {
        return open(revision, fresh -> {
            try (NameIndexBuilder builder = NameIndexBuilder.in(fresh, around)) {
                statements.accept(builder::add);
            }
        });
    }

    private static NameIndex open(Revision revision, Consumer<Path> writing) {
        try {
            return NameIndex.open(revision.names());
        } catch (NameIndexException missing) {
            LOG.info("Making the index of names of revision {}: {}", revision.number(), missing.getMessage());
        }
        try {
            DerivedForm.make(revision, "names", revision.names(), fresh -> {
                writing.accept(fresh);
                return fresh;
            });
            return NameIndex.open(revision.names());
        } catch (IOException | NameIndexException e) {
            throw new DamagedDataException("Cannot make the index of names in " + revision.names(), e);
        }
    }

    /**
     * Writes the index of a revision that is being published, from that of the one before it if little has changed.
     *
     * @throws NameIndexException if the disk refuses
     * @throws IOException        if the disk refuses
     */
    static void write(Optional<Difference> difference, SortedQuads sorted, Path directory) throws IOException {
        try (NameIndexBuilder builder = begun(difference, sorted.statements().dataset(), directory)) {
            sorted.eachAbout(NameIndexBuilder.namingProperties(), builder::add);
        }
    }

    /**
     * Writes the index of a revision that differs little from the one before it, and reads only what the change concerns.
     *
     * @param graph all statements of the revision
     * @return false if the one before has no index to go on from
     * @throws NameIndexException if the disk refuses
     * @throws IOException        if the disk refuses
     */
    static boolean amend(Difference difference, DatasetGraph graph, Path directory) throws IOException {
        try {
            share(difference.before().names(), directory);
            NameIndex.open(directory).close();
        } catch (NameIndexException | NoSuchFileException missing) {
            return false;
        }
        try (NameIndexBuilder builder = NameIndexBuilder.amending(directory, difference.quads(), graph)) {
            Stream<Quad> about = builder.concerned().stream()
                    .flatMap(thing -> Iter.asStream(graph.find(Node.ANY, thing, Node.ANY, Node.ANY)));
            SortedQuads.of(about).quads().forEach(builder::add);
        }
        return true;
    }

    /** Writes the index of a revision from nothing, given the revision as it is being written. */
    static void write(Revision revision, DatasetGraph graph) throws IOException {
        if (Files.exists(revision.names())) {
            DurableFiles.remove(revision.names());
        }
        write(revision.names(), revision, graph);
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
