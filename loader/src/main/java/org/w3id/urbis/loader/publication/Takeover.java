package org.w3id.urbis.loader.publication;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.riot.RiotException;
import org.w3id.urbis.loader.statement.Statements;

/**
 * Takes revisions over that were published elsewhere: under the same number, with the same content and the same bytes of the
 * dump. They are written and become current as a publication's do, and are not judged again.
 */
public final class Takeover {

    private final Revisions revisions;
    private final Publication publication;

    /**
     * Prepares to take revisions over.
     *
     * @param data      the data directory; made if there is none
     * @param retention how many revisions are kept, the current one included, 1 or more
     */
    public Takeover(Path data, int retention) {
        this.revisions = new Revisions(data);
        this.publication = new Publication(data, retention, Clock.systemUTC());
    }

    /** Reads what becomes the revision. */
    private interface Lines {
        SortedQuads read() throws IOException;
    }

    /**
     * Applies a patch to the current revision.
     *
     * @param held      the lock of the data directory
     * @param announced what it has to give
     * @param patch     by RDF Patch, sorted, compressed by gzip
     * @param isWhole   whether the patch makes the revision of nothing, whatever is current
     * @param position  how far the log has been read with it
     * @return the revision, which is current now
     * @throws UnfitRevisionException if it does not give what was announced; nothing has changed
     * @throws PublicationException   if the disk refuses
     */
    public Revision byPatch(
            PublisherLock held, Announcement announced, Path patch, boolean isWhole, LogPosition position) {
        Optional<Revision> before = isWhole ? Optional.empty() : revisions.current();
        return take(held, announced, position, before.flatMap(revision -> difference(revision, patch)), () -> {
            try (DumpLines rows = new DumpLines(patch)) {
                if (before.isEmpty()) {
                    return SortedQuads.of(patched(Collections.emptyIterator(), rows));
                }
                try (DumpLines old = new DumpLines(before.get().dump())) {
                    return SortedQuads.of(patched(old, rows));
                }
            }
        });
    }

    /** What a patch says, if it is something and little. */
    private static Optional<Difference> difference(Revision before, Path patch) {
        ByteArrayOutputStream added = new ByteArrayOutputStream();
        ByteArrayOutputStream removed = new ByteArrayOutputStream();
        int count = 0;
        try (DumpLines lines = new DumpLines(patch)) {
            for (PatchRows rows = new PatchRows(lines); rows.hasNext() && count <= Difference.MOST; count++) {
                PatchRow row = rows.next();
                (row.isAdded() ? added : removed).writeBytes(row.line());
            }
            return count == 0 || count > Difference.MOST
                    ? Optional.empty()
                    : Optional.of(new Difference(before, Difference.quads(added), Difference.quads(removed)));
        } catch (IOException | UncheckedIOException | RiotException e) {
            throw unreadable(e);
        }
    }

    /**
     * Takes a revision over whose dump is there.
     *
     * @param held      the lock of the data directory
     * @param announced what it has to give
     * @param dump      sorted N-Quads, compressed by gzip: the file itself becomes that of the revision, by a link if the disk
     *                  knows links, and so must not be written to afterwards
     * @param position  how far the log has been read with it
     * @return the revision, which is current now
     * @throws UnfitRevisionException if it does not give what was announced; nothing has changed
     * @throws PublicationException   if the disk refuses
     */
    public Revision byDump(PublisherLock held, Announcement announced, Path dump, LogPosition position) {
        return take(held, announced, position, Optional.empty(), () -> {
            MessageDigest digest = Sha256.digest();
            Statements all;
            try (DumpLines lines = new DumpLines(new DigestInputStream(DumpLines.text(dump), digest))) {
                all = statements(lines);
            }
            String hash = Sha256.hex(digest);
            expect(announced, hash);
            return SortedQuads.of(all, dump, hash);
        });
    }

    private Revision take(
            PublisherLock held,
            Announcement announced,
            LogPosition position,
            Optional<Difference> difference,
            Lines lines) {
        revisions.clean(held);
        Optional<Revision> kept = revisions.find(announced.revision());
        if (kept.isPresent()) {
            return goBack(held, announced, kept.get(), position);
        }
        Optional<Revision> before = revisions.current();
        Consumer<Revision> lastWord = ready -> {
            expect(announced, ready.hash());
            if (!announced.parent().equals(Publication.number(before))) {
                // It leads from another revision, and whoever asks for it asks for the one from the parent.
                delete(ready.patch());
            }
            position.write(ready);
        };
        Path directory = revisions.directory(announced.revision());
        if (difference.isPresent()) {
            Revision sketch =
                    difference.get().sketch(announced.revision(), announced.created(), announced.parent(), directory);
            ChangeDraft changes = draft(before, announced);
            return publication.amend(held, difference.get(), sketch, Optional.empty(), Map.of(), changes, lastWord);
        }
        SortedQuads sorted = read(lines);
        String hash = sorted.hash();
        expect(announced, hash);
        Revision revision = new Revision(
                announced.revision(),
                hash,
                announced.created(),
                sorted.size(),
                Publication.countByGraph(sorted.statements()),
                announced.parent(),
                directory);
        publication.publish(held, before, revision, sorted, Beside.NOTHING, draft(before, announced), lastWord);
        return revision;
    }

    private static void expect(Announcement announced, String hash) {
        if (!hash.equals(announced.hash())) {
            throw new UnfitRevisionException("What came for revision " + announced.revision() + " has the hash " + hash
                    + " and not " + announced.hash() + ", as was announced");
        }
    }

    /** A rollback, or a revision that somebody has brought here already. */
    private Revision goBack(PublisherLock held, Announcement announced, Revision kept, LogPosition position) {
        if (!kept.hash().equals(announced.hash())) {
            throw new UnfitRevisionException("Revision " + kept.number() + " is here with the hash " + kept.hash()
                    + ", and was announced with " + announced.hash());
        }
        Optional<Revision> before = revisions.current();
        ChangeDraft changes = draft(before, announced);
        Succession.write(before, kept, changes);
        position.write(kept);
        revisions.makeCurrent(held, kept.number(), changes);
        return kept;
    }

    private ChangeDraft draft(Optional<Revision> before, Announcement announced) {
        ChangeDraft draft = revisions.log().draft(before, announced);
        if (draft.isTaken()) {
            throw new UnfitRevisionException("This data directory has a history of its own, which is not that of the"
                    + " publisher. Begin with an empty one.");
        }
        return draft;
    }

    private static SortedQuads read(Lines lines) {
        try {
            return lines.read();
        } catch (IOException | UncheckedIOException | RiotException e) {
            throw unreadable(e);
        }
    }

    private static UnfitRevisionException unreadable(Exception why) {
        return new UnfitRevisionException("What came cannot be read: " + why.getMessage(), why);
    }

    private static Iterator<byte[]> patched(Iterator<byte[]> before, Iterator<byte[]> patch) {
        return new PatchedLines(before, new PatchRows(patch), Comparison.each(List.of()));
    }

    private static Statements statements(Iterator<byte[]> lines) {
        Statements all = new Statements();
        DumpLines.parse(new LineStream(lines), all::add);
        return all;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new PublicationException("Cannot remove " + file, e);
        }
    }
}
