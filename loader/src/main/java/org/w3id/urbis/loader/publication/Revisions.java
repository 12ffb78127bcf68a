package org.w3id.urbis.loader.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The revisions of a data directory. */
public final class Revisions {

    private static final Logger LOG = LoggerFactory.getLogger(Revisions.class);
    private static final String UNFINISHED = ".new";
    private static final String PUBLISHED = "published";

    private final Path data;
    private final ChangeLog log;

    /**
     * Looks into a data directory.
     *
     * @param data its path; it need not exist
     */
    public Revisions(Path data) {
        this.data = data;
        this.log = new ChangeLog(data);
    }

    /**
     * Finds the revision that counts.
     *
     * @return the revision, or empty if nothing was ever published
     * @throws DamagedDataException if the pointer leads nowhere
     */
    public Optional<Revision> current() {
        OptionalLong number = pointer();
        return number.isEmpty()
                ? Optional.empty()
                : Optional.of(find(number.getAsLong())
                        .orElseThrow(() -> new DamagedDataException(
                                "Revision " + number.getAsLong() + " is current but not in " + data)));
    }

    /**
     * Tells when the current revision became current, by publication or by rollback.
     *
     * @return the moment, or empty if nothing was ever published
     */
    public Optional<Instant> since() {
        try {
            return Optional.of(Files.getLastModifiedTime(pointerFile()).toInstant());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new DamagedDataException("Cannot read " + pointerFile(), e);
        }
    }

    /**
     * Finds a revision by its number.
     *
     * @param number its number
     * @return the revision, or empty if there is none of that number or it was removed
     * @throws DamagedDataException if its description cannot be read
     */
    public Optional<Revision> find(long number) {
        Path directory = directory(number);
        return Files.isDirectory(directory) ? Optional.of(RevisionFile.read(directory)) : Optional.empty();
    }

    /**
     * Lists the revisions.
     *
     * @return those that were published and are still kept, newest first
     * @throws DamagedDataException if a description cannot be read
     */
    public List<Revision> list() {
        long current = pointer().orElse(0);
        return numbers().stream()
                .filter(number ->
                        number == current || Files.exists(directory(number).resolve(PUBLISHED)))
                .sorted(Comparator.reverseOrder())
                .map(number -> RevisionFile.read(directory(number)))
                .toList();
    }

    /**
     * Makes an earlier, or a later, revision current.
     *
     * @param number its number
     * @return that revision
     * @throws UnknownRevisionException   if there is none of that number
     * @throws AlreadyPublishingException if somebody is publishing
     * @throws PublicationException       if the disk refuses
     */
    public Revision rollback(long number) {
        try (PublisherLock lock = PublisherLock.take(data)) {
            clean(lock);
            Revision revision = list().stream()
                    .filter(candidate -> candidate.number() == number)
                    .findFirst()
                    .orElseThrow(() -> new UnknownRevisionException(number));
            Optional<Revision> before = current();
            if (before.filter(same -> same.number() == number).isEmpty()) {
                ChangeDraft changes = log.draft(before, number, Instant.now().truncatedTo(ChronoUnit.SECONDS));
                Succession.write(before, revision, changes);
                makeCurrent(lock, number, changes);
            }
            return revision;
        }
    }

    ChangeLog log() {
        return log;
    }

    Path data() {
        return data;
    }

    Path directory(long number) {
        return data.resolve("revisions").resolve(Long.toString(number));
    }

    Path unfinished(long number) {
        return data.resolve("revisions").resolve(number + UNFINISHED);
    }

    /** The number of the next revision: one more than the highest ever seen, so that a number is never used twice. */
    long next() {
        return Math.max(
                        pointer().orElse(0),
                        numbers().stream().mapToLong(Long::longValue).max().orElse(0))
                + 1;
    }

    /** Points to a revision. From the moment of the rename it is the one that counts, and so do its changes. */
    void makeCurrent(PublisherLock held, long number, ChangeDraft changes) {
        try {
            changes.enter();
            DurableFiles.replace(pointerFile(), number + "\n");
            mark(number);
        } catch (IOException e) {
            throw new PublicationException("Cannot make revision " + number + " current", e);
        }
    }

    /** Removes what a publication that was cut off has left: half a directory, or a whole one that never counted. */
    void clean(PublisherLock held) {
        try {
            long current = pointer().orElse(0);
            if (current > 0 && Files.isDirectory(directory(current))) {
                mark(current);
            }
            log.clean(current);
            for (Path leftover : entries()) {
                if (leftover.getFileName().toString().endsWith(UNFINISHED)) {
                    LOG.info("Removing {}, left by a publication that was cut off", leftover);
                    DurableFiles.remove(leftover);
                }
            }
            for (long number : numbers()) {
                if (!Files.exists(directory(number).resolve(PUBLISHED))) {
                    LOG.info("Removing revision {}, which was written but never published", number);
                    discard(directory(number));
                }
            }
        } catch (IOException e) {
            throw new PublicationException("Cannot clean " + data, e);
        }
    }

    /** Removes the oldest revisions beyond a number of them, never the current one. */
    void retain(PublisherLock held, int most) {
        long current = pointer().orElse(0);
        List<Long> removable = list().stream()
                .map(Revision::number)
                .skip(most)
                .filter(number -> number != current)
                .toList();
        try {
            for (long number : removable) {
                LOG.info("Removing revision {}: {} are kept", number, most);
                discard(directory(number));
            }
        } catch (IOException e) {
            throw new PublicationException("Cannot remove old revisions from " + data, e);
        }
    }

    /** Takes the number away first, so that no directory with a number is ever half there. */
    private void discard(Path directory) throws IOException {
        Path doomed = directory.resolveSibling(directory.getFileName() + UNFINISHED);
        DurableFiles.move(directory, doomed);
        DurableFiles.remove(doomed);
    }

    private void mark(long number) throws IOException {
        Path mark = directory(number).resolve(PUBLISHED);
        if (!Files.exists(mark)) {
            Files.createFile(mark);
            DurableFiles.sync(directory(number));
        }
    }

    private Path pointerFile() {
        return data.resolve("current");
    }

    private OptionalLong pointer() {
        Path pointer = pointerFile();
        try {
            String text = Files.readString(pointer).strip();
            if (!text.matches("[1-9][0-9]{0,17}")) {
                throw new DamagedDataException(pointer + " does not hold the number of a revision");
            }
            return OptionalLong.of(Long.parseLong(text));
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        } catch (IOException e) {
            throw new DamagedDataException("Cannot read " + pointer, e);
        }
    }

    private List<Long> numbers() {
        return entries().stream()
                .map(path -> path.getFileName().toString())
                .filter(name -> name.matches("[1-9][0-9]{0,17}"))
                .map(Long::valueOf)
                .toList();
    }

    private List<Path> entries() {
        try (Stream<Path> list = Files.list(data.resolve("revisions"))) {
            return list.toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new DamagedDataException("Cannot list the revisions of " + data, e);
        }
    }
}
