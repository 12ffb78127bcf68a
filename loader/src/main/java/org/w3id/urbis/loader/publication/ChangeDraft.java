package org.w3id.urbis.loader.publication;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** A change set that is being written: it does not count before it has its place in the log, and its revision is current. */
final class ChangeDraft {

    private final ChangeSet begun;
    private final Path place;
    private final boolean isFirst;

    /**
     * Prepares it.
     *
     * @param begun   all that is known of it before it is counted; its directory is where it is written
     * @param place   the directory that it gets in the log
     * @param isFirst whether there is none before it, so that everything counts as new
     */
    ChangeDraft(ChangeSet begun, Path place, boolean isFirst) {
        this.begun = begun;
        this.place = place;
        this.isFirst = isFirst;
    }

    /** Compares what was with what is. */
    @FunctionalInterface
    interface Comparing {
        /** Tells of all lines about the things that change. */
        void tell(Comparison told) throws IOException;
    }

    /** Whether there is none before it, so that everything in its revision counts as new, and all its lines have to be told. */
    boolean isFirst() {
        return isFirst;
    }

    /** Whether its place is that of another one already. */
    boolean isTaken() {
        return Files.exists(place);
    }

    /** Writes and counts what became of things. */
    void write(Comparing comparing) throws IOException {
        Files.createDirectories(begun.directory());
        Map<ChangeKind, Long> counts = new EnumMap<>(ChangeKind.class);
        try (OutputStream file = Files.newOutputStream(begun.directory().resolve(ChangeSet.THINGS));
                OutputStream out = SortedQuads.compressed(file)) {
            ThingComparison things = new ThingComparison(change -> {
                counts.merge(change.kind(), 1L, Long::sum);
                line(out, change);
            });
            comparing.tell(isFirst ? Comparison.fromNothing(things) : things);
            things.end();
        }
        ChangeSetFile.write(begun.counted(counts));
        DurableFiles.syncTree(begun.directory());
    }

    private static void line(OutputStream out, ThingChange change) {
        try {
            out.write((change.kind().letter() + " " + change.iri() + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write what has changed", e);
        }
    }

    /** Gives it its place. */
    void enter() throws IOException {
        DurableFiles.move(begun.directory(), place);
    }
}
