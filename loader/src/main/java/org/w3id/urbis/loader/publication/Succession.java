package org.w3id.urbis.loader.publication;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;

/** Writes down what changes when a revision takes over from another. */
final class Succession {

    /**
     * The patch of a first revision is its whole dump once more, and few read it: what compressing it well saves of all files
     * together is less than a hundredth.
     */
    private static final int FAST = 3;

    private Succession() {}

    /** Where the patch is written: nowhere if another revision was current than the one that it would have to lead from. */
    private static OutputStream patch(Optional<Revision> before, Revision after, Path directory) throws IOException {
        return after.parent().equals(Publication.number(before))
                ? SortedQuads.compressed(
                        Files.newOutputStream(directory.resolve(after.patch().getFileName())),
                        before.isPresent() ? Deflater.DEFAULT_COMPRESSION : FAST)
                : OutputStream.nullOutputStream();
    }

    /**
     * For a new revision: its patch, and what becomes of things.
     *
     * @return what differs, if it is little
     */
    static Optional<Difference> write(
            Optional<Revision> before, Revision after, Path directory, SortedQuads sorted, ChangeDraft changes)
            throws IOException {
        Difference.Noting noted = new Difference.Noting();
        try (OutputStream out = patch(before, after, directory)) {
            RevisionPatch patch = new RevisionPatch(out, before, after.number());
            changes.write(things -> compare(before, sorted.lines(), Comparison.each(List.of(patch, noted, things))));
            patch.end();
        }
        return noted.since(before);
    }

    /** For a new revision that differs little: its patch. */
    static void write(Revision before, Revision after, Path directory, List<PatchRow> rows) throws IOException {
        try (OutputStream file =
                        Files.newOutputStream(directory.resolve(after.patch().getFileName()));
                OutputStream out = SortedQuads.compressed(file)) {
            RevisionPatch patch = new RevisionPatch(out, Optional.of(before), after.number());
            for (PatchRow row : rows) {
                if (row.isAdded()) {
                    patch.added(row.line());
                } else {
                    patch.removed(row.line());
                }
            }
            patch.end();
        }
    }

    /** For a revision that is there already: what becomes of things. */
    static void write(Optional<Revision> before, Revision after, ChangeDraft changes) {
        try (DumpLines fresh = new DumpLines(after.dump())) {
            changes.write(things -> compare(before, fresh, things));
        } catch (IOException e) {
            throw new PublicationException("Cannot write what changes with revision " + after.number(), e);
        }
    }

    private static void compare(Optional<Revision> before, Iterator<byte[]> after, Comparison told) throws IOException {
        if (before.isEmpty()) {
            Comparison.of(Collections.emptyIterator(), after, told);
            return;
        }
        try (DumpLines old = new DumpLines(before.get().dump())) {
            Comparison.of(old, after, told);
        }
    }
}
