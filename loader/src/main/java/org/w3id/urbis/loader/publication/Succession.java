package org.w3id.urbis.loader.publication;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;

/** Writes down what changes when a revision takes over from another. */
final class Succession {

    private Succession() {}

    /** For a new revision: its patch, and what becomes of things. */
    static void write(
            Optional<Revision> before, Revision after, Path directory, SortedQuads sorted, ChangeDraft changes)
            throws IOException {
        try (OutputStream file =
                        Files.newOutputStream(directory.resolve(after.patch().getFileName()));
                OutputStream out = SortedQuads.compressed(file)) {
            RevisionPatch patch = new RevisionPatch(out, before, after.number());
            if (before.isEmpty()) {
                Comparison.of(Collections.emptyIterator(), sorted.lines(), patch);
            } else {
                try (DumpLines old = new DumpLines(before.get().dump())) {
                    Comparison.of(old, sorted.lines(), patch);
                }
            }
            patch.end();
        }
        write(before, sorted.lines(), changes);
    }

    /** For a revision that is there already: what becomes of things. */
    static void write(Optional<Revision> before, Revision after, ChangeDraft changes) {
        try (DumpLines fresh = new DumpLines(after.dump())) {
            write(before, fresh, changes);
        } catch (IOException e) {
            throw new PublicationException("Cannot write what changes with revision " + after.number(), e);
        }
    }

    private static void write(Optional<Revision> before, Iterator<byte[]> after, ChangeDraft changes)
            throws IOException {
        if (before.isEmpty() || changes.isFirst()) {
            changes.write(Collections.emptyIterator(), after);
        } else {
            try (DumpLines old = new DumpLines(before.get().dump())) {
                changes.write(old, after);
            }
        }
    }
}
