package org.w3id.urbis.endpoint.replica;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.endpoint.config.ReplicationConfig;
import org.w3id.urbis.endpoint.replica.LogReader.Place;
import org.w3id.urbis.loader.publication.Announcement;
import org.w3id.urbis.loader.publication.ChangeLog;
import org.w3id.urbis.loader.publication.ChangeSet;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.RevisionPatch;
import org.w3id.urbis.loader.publication.Revisions;

/**
 * Brings the log to where the data directory is. What is in the log is asked of the log itself each time, so that nothing is
 * written twice, whenever the process that wrote has died; what is missing is made from the patches and revisions that are kept.
 */
final class LogPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(LogPublisher.class);

    private final ReplicationConfig config;
    private final Revisions revisions;
    private final ChangeLog changes;
    private final Path workplace;
    private final Standing standing;

    LogPublisher(ReplicationConfig config, Path data, Standing standing) {
        this.config = config;
        this.revisions = new Revisions(data);
        this.changes = new ChangeLog(data);
        this.workplace = data.resolve("log-entry.new");
        this.standing = standing;
    }

    /**
     * Writes what the log lacks.
     *
     * @throws LogException                         if the log is that of another data directory, or another publisher has taken it over
     * @throws org.apache.kafka.common.KafkaException if no broker answers, or none that lets us in
     */
    void bringUpToDate() {
        List<ChangeSet> sets = changeSets();
        LogWriter.make(config);
        // Before another publisher is shut out: it may be the right one.
        lastEntry().ifPresent(entry -> check(entry, sets));
        try (LogWriter writer = LogWriter.open(config)) {
            Optional<LogEntry> last = lastEntry();
            last.ifPresent(entry -> check(entry, sets));
            last.ifPresent(entry -> standing.sees(entry.sequence()));
            standing.has(sets.isEmpty() ? 0 : sets.getLast().sequence());
            for (ChangeSet set : sets) {
                if (last.isPresent() && set.sequence() <= last.get().sequence()) {
                    continue;
                }
                Optional<Revision> revision = revisions.find(set.revision());
                if (revision.isEmpty()) {
                    LOG.warn(
                            "Revision {} is not kept any more and not in the log: the next one goes there whole",
                            set.revision());
                    continue;
                }
                LogEntry entry = write(writer, set, revision.get(), last);
                standing.sees(entry.sequence());
                LOG.info("{} is in the log {}", entry, config.topic());
                last = Optional.of(entry);
            }
            Files.deleteIfExists(workplace);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a patch for the log", e);
        }
        standing.isUpToDate();
    }

    /** What is in the log. To be asked when nobody else can write any more. */
    private Optional<LogEntry> lastEntry() {
        try (LogReader reader = new LogReader(config, workplace, standing.foreign())) {
            reader.seek(reader.begin());
            return reader.last().map(Place::entry);
        }
    }

    private List<ChangeSet> changeSets() {
        return revisions
                .current()
                .map(current -> changes.until(current.number()))
                .orElse(List.of());
    }

    /** The log goes on where it ends only if that is a place in the history of this data directory. */
    private void check(LogEntry last, List<ChangeSet> sets) {
        boolean isOurs = sets.stream()
                .anyMatch(set -> set.sequence() == last.sequence()
                        && set.revision() == last.announced().revision());
        boolean isSame = revisions
                .find(last.announced().revision())
                .map(kept -> kept.hash().equals(last.announced().hash()))
                .orElse(true);
        if (!isOurs || !isSame) {
            throw new LogException("The topic " + config.topic() + " ends with " + last
                    + ", which is not in the history of this data directory. It is the log of another one, or this one"
                    + " was restored from a time before. Set another topic (log-topic), and let the replicas follow"
                    + " that one from an empty data directory.");
        }
    }

    private LogEntry write(LogWriter writer, ChangeSet set, Revision revision, Optional<LogEntry> last)
            throws IOException {
        Optional<LogEntry> before = last.filter(entry -> entry.sequence() + 1 == set.sequence());
        Optional<Path> patch = before.flatMap(entry -> patch(entry, revision));
        Path file = patch.isPresent() ? patch.get() : whole(revision);
        LogEntry entry = new LogEntry(
                new Announcement(
                        set.sequence(),
                        revision.number(),
                        revision.hash(),
                        revision.created(),
                        revision.parent(),
                        set.moment()),
                patch.flatMap(any -> before).map(known -> known.announced().hash()),
                LogWriter.pieces(Files.size(file)),
                Files.size(file),
                EntryAssembly.sum(Files.newInputStream(file)));
        writer.write(entry, file);
        return entry;
    }

    /** The patch from the revision of an entry, if it is there or can be made. */
    private Optional<Path> patch(LogEntry before, Revision revision) {
        long previous = before.announced().revision();
        if (revision.parent().orElse(0) == previous && Files.exists(revision.patch())) {
            return Optional.of(revision.patch());
        }
        return revisions
                .find(previous)
                .filter(kept -> kept.hash().equals(before.announced().hash()))
                .map(kept -> made(out -> RevisionPatch.write(kept, revision, out)));
    }

    /** What makes the revision of nothing. */
    private Path whole(Revision revision) {
        return made(out -> RevisionPatch.writeWhole(revision, out));
    }

    @FunctionalInterface
    private interface Writing {
        void to(OutputStream out);
    }

    private Path made(Writing writing) {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(workplace), 1 << 16)) {
            writing.to(out);
            return workplace;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + workplace, e);
        }
    }
}
