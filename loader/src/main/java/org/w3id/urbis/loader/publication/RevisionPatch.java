package org.w3id.urbis.loader.publication;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Optional;
import org.w3id.urbis.loader.identity.BaseIri;

/** The patch that leads from one revision to another. */
public final class RevisionPatch implements Comparison {

    private final PatchWriter writer;

    /** Begins it. */
    RevisionPatch(OutputStream out, Optional<Revision> before, long after) {
        this.writer = new PatchWriter(out, iri(after), before.map(revision -> iri(revision.number())));
    }

    /**
     * Writes the patch between any two revisions that are kept.
     *
     * @param before the revision it is to be applied to
     * @param after  the revision it gives
     * @param out    where to; not closed
     * @throws UncheckedIOException if a dump cannot be read, or nothing can be written
     */
    public static void write(Revision before, Revision after, OutputStream out) {
        try (DumpLines old = new DumpLines(before.dump());
                DumpLines fresh = new DumpLines(after.dump())) {
            RevisionPatch patch = new RevisionPatch(out, Optional.of(before), after.number());
            Comparison.of(old, fresh, patch);
            patch.end();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot compare revision " + before.number() + " with " + after.number(), e);
        }
    }

    /**
     * Writes the patch that makes a revision of nothing.
     *
     * @param after the revision it gives
     * @param out   where to; not closed
     * @throws UncheckedIOException if the dump cannot be read, or nothing can be written
     */
    public static void writeWhole(Revision after, OutputStream out) {
        try (DumpLines fresh = new DumpLines(after.dump())) {
            RevisionPatch patch = new RevisionPatch(out, Optional.empty(), after.number());
            Comparison.of(Collections.emptyIterator(), fresh, patch);
            patch.end();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read revision " + after.number(), e);
        }
    }

    private static String iri(long number) {
        return BaseIri.URBIS.value() + "revisions/" + number;
    }

    void end() {
        writer.end();
    }

    @Override
    public void removed(byte[] line) {
        writer.delete(line);
    }

    @Override
    public void added(byte[] line) {
        writer.add(line);
    }

    @Override
    public void kept(byte[] line) {
        // A patch does not speak of it.
    }
}
