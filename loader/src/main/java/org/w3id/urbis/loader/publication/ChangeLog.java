package org.w3id.urbis.loader.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/**
 * What became of things, from the first revision on: a change set for each time that a revision became current. It is kept
 * when revisions are removed.
 *
 * <p>A change set is written before the pointer to the current revision is moved, and counts from that very moment: one that
 * leads to a revision that did not become current is passed over, and removed by the next publication.
 */
public final class ChangeLog {

    private static final String UNFINISHED = ".new";

    private final Path directory;
    private final ConcurrentMap<Long, ChangeSet> read = new ConcurrentHashMap<>();

    /**
     * Looks into a data directory.
     *
     * @param data its path; it need not exist
     */
    public ChangeLog(Path data) {
        this.directory = data.resolve("changes");
    }

    /**
     * Lists the change sets that led to a revision.
     *
     * @param revision the number of a revision that is or was current
     * @return all up to the last time that it became current, oldest first; empty if it never did
     * @throws DamagedDataException if they cannot be read
     */
    public List<ChangeSet> until(long revision) {
        List<ChangeSet> sets = new ArrayList<>();
        for (long number : numbers()) {
            ChangeSet known = read.get(number);
            sets.add(known == null ? ChangeSetFile.read(directory(number)) : known);
        }
        while (!sets.isEmpty() && sets.getLast().revision() != revision) {
            sets.removeLast();
        }
        // Only what counts never changes.
        sets.forEach(counts -> read.put(counts.sequence(), counts));
        return List.copyOf(sets);
    }

    /**
     * Tells whether it goes back to the first revision without a gap. That of a directory which was begun with a dump from
     * elsewhere does not.
     *
     * @return whether it has all change sets from the first on; also if it has none
     */
    public boolean isComplete() {
        List<Long> numbers = numbers();
        return numbers.isEmpty() || numbers.getFirst() == 1 && numbers.getLast() == numbers.size();
    }

    /** Begins the change set that comes next. */
    ChangeDraft draft(Optional<Revision> before, long after, Instant moment) {
        return draft(before, after, moment, OptionalLong.empty());
    }

    /** Begins a change set that has its place already. */
    ChangeDraft draft(Optional<Revision> before, Announcement announced) {
        return draft(before, announced.revision(), announced.moment(), OptionalLong.of(announced.sequence()));
    }

    private ChangeDraft draft(Optional<Revision> before, long after, Instant moment, OptionalLong sequence) {
        List<ChangeSet> earlier =
                before.map(revision -> until(revision.number())).orElse(List.of());
        long next = sequence.orElse(earlier.isEmpty() ? 1 : earlier.getLast().sequence() + 1);
        Instant notBefore = earlier.isEmpty() || earlier.getLast().moment().isBefore(moment)
                ? moment
                : earlier.getLast().moment();
        OptionalLong previous = earlier.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(before.get().number());
        return new ChangeDraft(
                new ChangeSet(next, after, previous, notBefore, 0, 0, 0, directory.resolve(next + UNFINISHED)),
                directory(next),
                earlier.isEmpty());
    }

    /** Removes what a publication or a rollback that was cut off has left. */
    void clean(long current) throws IOException {
        for (Path entry : entries()) {
            if (entry.getFileName().toString().endsWith(UNFINISHED)) {
                DurableFiles.remove(entry);
            }
        }
        OptionalLong last = numbers().stream().mapToLong(Long::longValue).max();
        if (last.isPresent() && ChangeSetFile.read(directory(last.getAsLong())).revision() != current) {
            Path doomed = directory.resolve(last.getAsLong() + UNFINISHED);
            DurableFiles.move(directory(last.getAsLong()), doomed);
            DurableFiles.remove(doomed);
        }
    }

    private Path directory(long number) {
        return directory.resolve(Long.toString(number));
    }

    private List<Long> numbers() {
        return entries().stream()
                .map(path -> path.getFileName().toString())
                .filter(name -> name.matches("[1-9][0-9]{0,17}"))
                .map(Long::valueOf)
                .sorted()
                .toList();
    }

    private List<Path> entries() {
        try (Stream<Path> list = Files.list(directory)) {
            return list.toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new DamagedDataException("Cannot list " + directory, e);
        }
    }
}
