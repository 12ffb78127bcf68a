package org.w3id.urbis.loader.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Quad;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.loader.names.NameIndexException;
import org.w3id.urbis.loader.readform.ReadForm;
import org.w3id.urbis.loader.statement.Statements;

/**
 * Makes revisions.
 *
 * <p>A revision is written into a directory of its own, brought to the disk, given its number and only then pointed to:
 * whenever the process dies, the data directory holds the old revision or the new one, whole.
 */
public final class Publication {

    /** How many revisions are kept unless something else is asked for. */
    public static final int DEFAULT_RETENTION = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);

    private final Revisions revisions;
    private final int retention;
    private final Clock clock;

    /**
     * Makes a publication.
     *
     * @param data      the data directory; made if there is none
     * @param retention how many revisions are kept, the current one included, 1 or more
     * @param clock     tells when a revision was made
     * @throws IllegalArgumentException if the retention is below 1
     */
    public Publication(Path data, int retention, Clock clock) {
        if (retention < 1) {
            throw new IllegalArgumentException("At least one revision has to be kept, not " + retention);
        }
        this.revisions = new Revisions(data);
        this.retention = retention;
        this.clock = clock;
    }

    /**
     * Publishes a graph, unless the current revision holds just the same.
     *
     * @param quads gives all its statements, each once, in named graphs and without blank nodes
     * @return the new revision, or empty if nothing has changed
     * @throws AlreadyPublishingException if somebody else is publishing into the same directory
     * @throws PublicationException       if the disk refuses; then nothing has changed
     */
    public Optional<Revision> publish(Supplier<Stream<Quad>> quads) {
        try (PublisherLock lock = PublisherLock.take(revisions.data())) {
            Statements all = new Statements();
            quads.get().forEach(all::add);
            return publish(lock, all, ready -> {});
        }
    }

    /**
     * Publishes a graph of which nothing else is known, unless the current revision holds just the same.
     *
     * @param held     the lock of the data directory, held by the caller
     * @param all      all its statements, in named graphs and without blank nodes; not to be changed any more
     * @param lastWord is told when the revision is about to become current, and may prevent it by throwing
     * @return the new revision, or empty if nothing has changed
     * @throws PublicationException if the disk refuses
     */
    public Optional<Revision> publish(PublisherLock held, Statements all, Consumer<Revision> lastWord) {
        return publish(held, all, Beside.NOTHING, lastWord);
    }

    /**
     * Publishes a graph, unless the current revision holds just the same.
     *
     * @param held     the lock of the data directory, held by the caller
     * @param all      all its statements, in named graphs and without blank nodes; not to be changed any more
     * @param beside   what is kept with the revision for whoever makes the next one; if the current revision holds just the
     *                 same, its files are kept with that
     * @param lastWord is told when the revision lies whole on the disk and before it becomes current; also of the current
     *                 one if that holds just the same. If it throws, nothing has changed
     * @return the new revision, or empty if nothing has changed
     * @throws PublicationException if the disk refuses; then nothing has changed, unless the last word was spoken: then
     *                              the next publication has to make it true
     */
    public Optional<Revision> publish(PublisherLock held, Statements all, Beside beside, Consumer<Revision> lastWord) {
        revisions.clean(held);
        SortedQuads sorted = SortedQuads.of(all);
        String hash = sorted.hash();
        Optional<Revision> current = revisions.current();
        if (current.filter(same -> same.hash().equals(hash)).isPresent()) {
            lastWord.accept(current.get());
            replace(current.get().directory(), beside.files());
            return Optional.empty();
        }
        long number = revisions.next();
        Revision revision = new Revision(
                number,
                hash,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                sorted.size(),
                countByGraph(all),
                number(current),
                revisions.directory(number));
        publish(
                held,
                current,
                revision,
                sorted,
                beside,
                revisions.log().draft(current, number, revision.created()),
                lastWord);
        return Optional.of(revision);
    }

    /**
     * Publishes what differs little from the current revision, from that one's files: what it takes goes by the difference, and
     * by how long the files are that are copied.
     *
     * @param held       the lock of the data directory, held by the caller
     * @param difference what differs from the current revision; if that is nothing, its files are kept with it
     * @param steps      gives the steps at which rules made their statements, in the order of the read form that it is
     *                   given; empty if they are not known
     * @param files      the content of further files that are kept with the revision, by their names
     * @param lastWord   is told when the revision lies whole on the disk and before it becomes current; also of the current
     *                   one if nothing differs. If it throws, nothing has changed
     * @return the new revision, or empty if nothing differs
     * @throws PublicationException   if the disk refuses; then nothing has changed, unless the last word was spoken: then
     *                                the next publication has to make it true
     * @throws UnfitRevisionException if something is to come that is there already, or to go that is not there
     */
    public Optional<Revision> amend(
            PublisherLock held,
            Difference difference,
            Optional<Function<ReadForm, byte[]>> steps,
            Map<String, byte[]> files,
            Consumer<Revision> lastWord) {
        revisions.clean(held);
        Revision before = difference.before();
        if (difference.quads().isEmpty()) {
            lastWord.accept(before);
            replace(before.directory(), files);
            return Optional.empty();
        }
        long number = revisions.next();
        Revision sketch = difference.sketch(
                number,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                number(Optional.of(before)),
                revisions.directory(number));
        return Optional.of(amend(
                held,
                difference,
                sketch,
                steps,
                files,
                revisions.log().draft(Optional.of(before), number, sketch.created()),
                lastWord));
    }

    /** Writes a revision that differs little and has its number already, and makes it current. */
    Revision amend(
            PublisherLock held,
            Difference difference,
            Revision sketch,
            Optional<Function<ReadForm, byte[]>> steps,
            Map<String, byte[]> files,
            ChangeDraft changes,
            Consumer<Revision> lastWord) {
        Path unfinished = revisions.unfinished(sketch.number());
        Optional<String> hash;
        try {
            AmendedWriting writing = new AmendedWriting(difference, sketch.in(unfinished), steps, files, changes);
            hash = written(sketch, writing::write);
        } catch (UnfitRevisionException unfit) {
            revisions.clean(held);
            throw unfit;
        }
        if (hash.isPresent()) {
            Revision revision = sketch.hashed(hash.get());
            finish(held, revision, changes, lastWord);
            return revision;
        }
        LOG.info("Writing revision {} as a whole: that before was written otherwise", sketch.number());
        revisions.clean(held);
        SortedQuads sorted = difference.after();
        Revision revision = sketch.hashed(sorted.hash());
        publish(
                held,
                Optional.of(difference.before()),
                revision,
                sorted,
                new Beside(Optional.empty(), files),
                changes,
                lastWord);
        return revision;
    }

    /** Writes a revision that has its number already, and makes it current. */
    void publish(
            PublisherLock held,
            Optional<Revision> before,
            Revision revision,
            SortedQuads sorted,
            Beside beside,
            ChangeDraft changes,
            Consumer<Revision> lastWord) {
        Path unfinished = revisions.unfinished(revision.number());
        written(revision, () -> {
            new WholeWriting(before, revision.in(unfinished), sorted, beside, changes).write();
            return Optional.empty();
        });
        finish(held, revision, changes, lastWord);
    }

    /** Gives the revision its directory, which lies whole on the disk, and makes it current. */
    private void finish(PublisherLock held, Revision revision, ChangeDraft changes, Consumer<Revision> lastWord) {
        Path unfinished = revisions.unfinished(revision.number());
        try {
            DurableFiles.syncTree(unfinished);
            DurableFiles.move(unfinished, revision.directory());
        } catch (IOException e) {
            throw cannotWrite(revision, e);
        }
        try {
            lastWord.accept(revision);
        } catch (RuntimeException refused) {
            revisions.clean(held);
            throw refused;
        }
        revisions.makeCurrent(held, revision.number(), changes);
        revisions.retain(held, retention);
    }

    /** Writes the files of a revision. */
    @FunctionalInterface
    private interface Writing {
        Optional<String> write() throws IOException, ExecutionException, InterruptedException;
    }

    private static Optional<String> written(Revision revision, Writing writing) {
        try {
            return writing.write();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnfitRevisionException unfit) {
                throw unfit;
            }
            throw cannotWrite(revision, e);
        } catch (IOException | UncheckedIOException | NameIndexException e) {
            throw cannotWrite(revision, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PublicationException("Writing revision " + revision.number() + " was interrupted", e);
        }
    }

    private static PublicationException cannotWrite(Revision revision, Exception e) {
        return new PublicationException("Cannot write revision " + revision.number(), e);
    }

    static OptionalLong number(Optional<Revision> revision) {
        return revision.map(known -> OptionalLong.of(known.number())).orElse(OptionalLong.empty());
    }

    private static void replace(Path directory, Map<String, byte[]> files) {
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path place = directory.resolve(file.getKey());
                if (!Files.exists(place) || !Arrays.equals(Files.readAllBytes(place), file.getValue())) {
                    DurableFiles.replace(place, file.getValue());
                }
            }
        } catch (IOException e) {
            throw new PublicationException("Cannot write to " + directory, e);
        }
    }

    static SortedMap<String, Long> countByGraph(Statements all) {
        SortedMap<String, Long> counts = new TreeMap<>();
        all.names().forEach(graph -> counts.put(graph.getURI(), (long) all.size(graph)));
        return counts;
    }
}
