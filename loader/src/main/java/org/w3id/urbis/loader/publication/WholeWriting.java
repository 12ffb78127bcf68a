package org.w3id.urbis.loader.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Writes the files of a revision from all its statements.
 *
 * @param before   the revision that is current
 * @param revision the revision, whose directory is the one it is written into
 * @param sorted   its statements
 * @param beside   what is kept with it
 * @param changes  what becomes of things
 */
record WholeWriting(
        Optional<Revision> before, Revision revision, SortedQuads sorted, Beside beside, ChangeDraft changes) {

    /** Writes them. */
    void write() throws IOException, ExecutionException, InterruptedException {
        Path directory = revision.directory();
        Files.createDirectories(revision.store());
        for (Map.Entry<String, byte[]> file : beside.files().entrySet()) {
            Files.write(directory.resolve(file.getKey()), file.getValue());
        }
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Optional<Difference>> difference =
                    other.submit(() -> Succession.write(before, revision, directory, sorted, changes));
            Future<Void> files = other.submit(() -> {
                writeFiles(difference.get());
                return null;
            });
            // From the sorted statements, so that equal content gives equal stores and forms too.
            Store.write(revision.store(), sorted);
            RevisionForm.write(sorted, beside.steps(), directory);
            RevisionNames.write(difference.get(), sorted, revision.names());
            files.get();
        }
    }

    /** What can be written while the store is: it takes another processor. */
    private void writeFiles(Optional<Difference> difference) throws IOException {
        RevisionFile.writeChecksum(sorted.write(revision.dump()), revision.directory());
        RevisionFile.write(revision, revision.directory());
        RevisionDumps.write(difference, sorted, revision.graphs().keySet(), revision.dumps());
    }
}
