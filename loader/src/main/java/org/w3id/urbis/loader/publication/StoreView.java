package org.w3id.urbis.loader.publication;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * A published store as this process alone sees it.
 *
 * <p>TDB2 lets one process at a time open a database, by a lock beside its files. The store of a revision never changes
 * once it is published, so that any number of processes may read it: a server, a query on the command line, a load that
 * compares. Each reader therefore opens a directory of its own with links to the files, and locks and a journal of its own.
 */
final class StoreView implements AutoCloseable {

    /** What a reader must not share: the locks, and the journal, which is empty in a store that was closed well. */
    private static final Set<String> OWN = Set.of("tdb.lock", "journal.jrnl");

    private final Path directory;
    private final DatasetGraph dataset;

    private StoreView(Path directory, DatasetGraph dataset) {
        this.directory = directory;
        this.dataset = dataset;
    }

    /**
     * Opens a store.
     *
     * @throws DamagedDataException if it cannot be opened
     */
    static StoreView open(Path store) {
        try {
            Path directory = Files.createTempDirectory("urbis-view-");
            link(store, directory);
            return new StoreView(directory, DatabaseMgr.connectDatasetGraph(Location.create(directory)));
        } catch (IOException e) {
            throw new DamagedDataException("Cannot open the store " + store, e);
        }
    }

    DatasetGraph dataset() {
        return dataset;
    }

    private static void link(Path from, Path to) throws IOException {
        List<Path> entries;
        try (Stream<Path> list = Files.list(from)) {
            entries = list.toList();
        }
        for (Path entry : entries) {
            Path link = to.resolve(entry.getFileName());
            if (Files.isDirectory(entry)) {
                Files.createDirectory(link);
                link(entry, link);
            } else if (!OWN.contains(entry.getFileName().toString())) {
                linkFile(link, entry.toAbsolutePath());
            }
        }
    }

    private static void linkFile(Path link, Path file) throws IOException {
        try {
            Files.createSymbolicLink(link, file);
        } catch (UnsupportedOperationException | FileSystemException e) {
            // Not everybody may make symbolic links on every system.
            Files.createLink(link, file);
        }
    }

    @Override
    public void close() {
        TDBInternal.expel(dataset);
        try {
            DurableFiles.remove(directory);
        } catch (IOException e) {
            throw new DamagedDataException("Cannot remove " + directory, e);
        }
    }
}
