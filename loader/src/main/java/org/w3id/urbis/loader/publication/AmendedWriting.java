package org.w3id.urbis.loader.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.w3id.urbis.loader.readform.ReadForm;
import org.w3id.urbis.loader.readform.UnreadableFormException;

/**
 * Writes the files of a revision from those of the one before it and what differs. They are the same bytes as if they were
 * made from all statements, but for those of the store and of the index of names, which hold the same.
 */
final class AmendedWriting {

    private final Difference difference;
    private final Revision sketch;
    private final Optional<Function<ReadForm, byte[]>> steps;
    private final Map<String, byte[]> files;
    private final ChangeDraft changes;
    private final List<PatchRow> rows;

    /**
     * Prepares.
     *
     * @param difference what differs, at least one statement
     * @param sketch     the revision but for its hash; its directory is the one it is written into
     * @param steps      gives the steps at which rules made their statements, if they are known
     * @param files      what else is kept with it
     * @param changes    what becomes of things
     */
    AmendedWriting(
            Difference difference,
            Revision sketch,
            Optional<Function<ReadForm, byte[]>> steps,
            Map<String, byte[]> files,
            ChangeDraft changes) {
        this.difference = difference;
        this.sketch = sketch;
        this.steps = steps;
        this.files = files;
        this.changes = changes;
        this.rows = PatchRow.sorted(difference.added(), difference.removed());
    }

    /**
     * Writes them.
     *
     * @return the hash of the revision; empty if the one before lacks what is needed, or was written by an earlier version
     * @throws UnfitRevisionException if something comes that is there already, or goes that is not there
     */
    Optional<String> write() throws IOException, ExecutionException, InterruptedException {
        Path directory = sketch.directory();
        Files.createDirectories(sketch.dumps());
        Files.createDirectories(sketch.store());
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(directory.resolve(file.getKey()), file.getValue());
        }
        try (AmendedDump dump = AmendedDump.of(difference.before(), rows).orElse(null);
                ExecutorService other = Executors.newSingleThreadExecutor()) {
            if (dump == null) {
                return Optional.empty();
            }
            Future<Optional<String>> hash = other.submit(() -> Optional.of(writeFiles(dump)));
            ReadForm was = ReadForm.open(difference.before().readForm());
            ReadForm form = RevisionForm.amend(was, difference, steps, directory);
            AmendedStore.write(
                    difference.before(),
                    was.dataset(),
                    difference.added(),
                    difference.removed(),
                    sketch.store(),
                    difference::after);
            boolean named = RevisionNames.amend(difference, form.dataset(), sketch.names());
            hash.get();
            if (!named) {
                RevisionNames.write(sketch, form.dataset());
            }
            return hash.get();
        } catch (UnreadableFormException | NoSuchFileException missing) {
            return Optional.empty();
        }
    }

    /** What can be written while the store is: it takes another processor. Returns the hash. */
    private String writeFiles(AmendedDump dump) throws IOException {
        Optional<String> jsonLd = writeDump(dump);
        String hash = dump.hash();
        RevisionFile.write(sketch.hashed(hash), sketch.directory());
        Succession.write(difference.before(), sketch, sketch.directory(), rows);
        RevisionDumps.amend(difference, rows, sketch, jsonLd);
        return hash;
    }

    /** The sorted N-Quads, and with them the JSON-LD, whose checksum is returned, and what becomes of things. */
    private Optional<String> writeDump(AmendedDump dump) throws IOException {
        try (AmendedFile jsonLd =
                RevisionDumps.jsonLd(difference.before(), sketch.dumps()).orElse(null)) {
            Optional<AmendedFile> fitting = Optional.ofNullable(jsonLd).filter(file -> dump.fits(file.before()));
            if (changes.isFirst()) {
                write(dump, fitting, Comparison.each(List.of()));
                try (DumpLines all = new DumpLines(sketch.dump())) {
                    changes.write(told -> Comparison.of(Collections.emptyIterator(), all, told));
                }
            } else {
                changes.write(told -> write(dump, fitting, told));
            }
            return fitting.isPresent() ? fitting.get().finish() : Optional.empty();
        }
    }

    private void write(AmendedDump dump, Optional<AmendedFile> jsonLd, Comparison told) throws IOException {
        RevisionFile.writeChecksum(dump.write(sketch.dump(), jsonLd, told), sketch.directory());
    }
}
