package org.w3id.urbis.loader.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
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

    /** Opens the lines of what becomes the revision. */
    private interface Lines {
        Statements read() throws IOException;
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
        return take(held, announced, position, () -> {
            try (DumpLines rows = new DumpLines(patch)) {
                if (before.isEmpty()) {
                    return parsed(new PatchedLines(Collections.emptyIterator(), rows));
                }
                try (DumpLines old = new DumpLines(before.get().dump())) {
                    return parsed(new PatchedLines(old, rows));
                }
            }
        });
    }

    /**
     * Takes a revision over whose dump is there.
     *
     * @param held      the lock of the data directory
     * @param announced what it has to give
     * @param dump      sorted N-Quads, compressed by gzip
     * @param position  how far the log has been read with it
     * @return the revision, which is current now
     * @throws UnfitRevisionException if it does not give what was announced; nothing has changed
     * @throws PublicationException   if the disk refuses
     */
    public Revision byDump(PublisherLock held, Announcement announced, Path dump, LogPosition position) {
        return take(held, announced, position, () -> {
            try (DumpLines lines = new DumpLines(dump)) {
                return parsed(lines);
            }
        });
    }

    private Revision take(PublisherLock held, Announcement announced, LogPosition position, Lines lines) {
        revisions.clean(held);
        Optional<Revision> kept = revisions.find(announced.revision());
        if (kept.isPresent()) {
            return goBack(held, announced, kept.get(), position);
        }
        Statements all = statements(lines);
        SortedQuads sorted = SortedQuads.of(all);
        String hash = sorted.hash();
        if (!hash.equals(announced.hash())) {
            throw new UnfitRevisionException("What came for revision " + announced.revision() + " has the hash " + hash
                    + " and not " + announced.hash() + ", as was announced");
        }
        Optional<Revision> before = revisions.current();
        Revision revision = new Revision(
                announced.revision(),
                hash,
                announced.created(),
                sorted.size(),
                Publication.countByGraph(all),
                announced.parent(),
                revisions.directory(announced.revision()));
        publication.publish(held, before, revision, sorted, Beside.NOTHING, draft(before, announced), ready -> {
            if (!announced.parent().equals(Publication.number(before))) {
                // It leads from another revision, and whoever asks for it asks for the one from the parent.
                delete(ready.patch());
            }
            position.write(ready);
        });
        return revision;
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

    private static Statements statements(Lines lines) {
        try {
            return lines.read();
        } catch (IOException | UncheckedIOException | RiotException e) {
            throw new UnfitRevisionException("What came cannot be read: " + e.getMessage(), e);
        }
    }

    private static Statements parsed(Iterator<byte[]> lines) {
        Statements all = new Statements();
        RDFParser.source(new LineStream(lines)).lang(Lang.NQUADS).parse(new StreamRDFBase() {
            @Override
            public void quad(Quad quad) {
                all.add(quad);
            }
        });
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
