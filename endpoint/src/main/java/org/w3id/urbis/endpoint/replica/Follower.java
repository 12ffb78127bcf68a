package org.w3id.urbis.endpoint.replica;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.endpoint.config.ReplicationConfig;
import org.w3id.urbis.endpoint.replica.LogReader.Place;
import org.w3id.urbis.endpoint.replica.LogReader.Received;
import org.w3id.urbis.loader.publication.LogPosition;
import org.w3id.urbis.loader.publication.Publication;
import org.w3id.urbis.loader.publication.PublisherLock;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.Revisions;
import org.w3id.urbis.loader.publication.Takeover;
import org.w3id.urbis.loader.publication.UnfitRevisionException;

/**
 * Takes revisions from the log, one after the other, each exactly once: the place in the log lies with the revision that is
 * current, and an entry is applied only to the revision that it names.
 *
 * <p>What does not fit stops it, and what was current stays so. It reads on, as an entry that makes its revision of nothing
 * mends everything.
 */
final class Follower {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    /** How long it waits for somebody who publishes into its directory, or makes a backup of it. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ReplicationConfig config;
    private final Path data;
    private final Standing standing;
    private final LogReader log;
    private final Takeover takeover;
    private Optional<Revision> current;
    private long sequence;
    private boolean isStuck;

    /**
     * Finds its place in the log.
     *
     * @param log opened, and not closed by this
     * @throws LogException                           if the log does not know what is current here
     * @throws org.apache.kafka.common.KafkaException if no broker answers, or none that lets us in
     */
    Follower(ReplicationConfig config, Path data, Standing standing, LogReader log) {
        this.config = config;
        this.data = data;
        this.standing = standing;
        this.log = log;
        this.takeover = new Takeover(data, Publication.DEFAULT_RETENTION);
        this.current = new Revisions(data).current();
        if (current.isEmpty()) {
            log.seek(log.begin());
        } else {
            resume(current.get());
        }
        log.last().ifPresent(last -> standing.sees(last.entry().sequence()));
    }

    private void resume(Revision known) {
        Optional<LogPosition> position =
                LogPosition.of(known).filter(place -> place.topic().equals(config.topic()));
        if (position.isPresent()
                && position.get().offset() >= log.begin()
                && position.get().offset() <= log.end()) {
            reached(position.get().sequence());
            log.seek(position.get().offset());
            return;
        }
        LOG.info("Looking for revision {} in the log {}", known.number(), config.topic());
        Place place = log.find(known.hash())
                .orElseThrow(() -> new LogException("The log " + config.topic() + " does not know revision "
                        + known.number() + " with the hash " + known.hash()
                        + ", which is current here. It is the log of another publisher, or this revision is older than"
                        + " what the log still holds. Begin with an empty data directory."));
        at(place.entry(), place.next()).write(known);
        reached(place.entry().sequence());
        log.seek(place.next());
    }

    private LogPosition at(LogEntry entry, long next) {
        return new LogPosition(config.topic(), entry.sequence(), next);
    }

    private void reached(long place) {
        sequence = place;
        standing.has(place);
        standing.sees(place);
    }

    /** What is current; empty before the first. */
    Optional<Revision> current() {
        return current;
    }

    /** Whether all that is in the log has been read. */
    boolean isAtEnd() {
        return log.isAtEnd();
    }

    /**
     * Reads on for a moment and applies what there is.
     *
     * @return whether another revision is current now
     * @throws org.apache.kafka.common.KafkaException if no broker answers, or none that lets us in
     */
    boolean step() {
        try {
            Optional<Received> received = log.next();
            if (received.isPresent()) {
                return take(received.get());
            }
            if (!isStuck && log.isAtEnd()) {
                standing.isUpToDate();
            }
        } catch (DamagedEntryException | UnfitRevisionException unusable) {
            stop(unusable.getMessage());
        }
        return false;
    }

    private boolean take(Received received) {
        LogEntry entry = received.entry();
        standing.sees(entry.sequence());
        if (isKnown(entry)) {
            return false;
        }
        if (!entry.isWhole() && (isStuck || !isNext(entry))) {
            if (!isStuck) {
                stop(misfit(entry));
            }
            return false;
        }
        apply(received);
        isStuck = false;
        standing.works();
        reached(entry.sequence());
        log.last().ifPresent(last -> standing.sees(last.entry().sequence()));
        return true;
    }

    /** Whether it is here already: somebody has written it twice. */
    private boolean isKnown(LogEntry entry) {
        return entry.sequence() <= sequence
                && (entry.isWhole()
                        || entry.sequence() == sequence
                                && current.filter(here -> here.hash()
                                                .equals(entry.announced().hash()))
                                        .isPresent());
    }

    private boolean isNext(LogEntry entry) {
        return entry.sequence() == sequence + 1 && current.map(Revision::hash).equals(entry.previousHash());
    }

    private String misfit(LogEntry entry) {
        return current.isEmpty()
                ? "The log begins with " + entry
                        + ", which cannot be made without the one before it. Name the publisher"
                        + " (publisher-url), so that a dump can be fetched from it, or restore a backup."
                : "The log goes on with " + entry + ", which does not follow what is here: entry " + sequence
                        + ", revision " + current.get().number() + " with the hash "
                        + current.get().hash();
    }

    private void apply(Received received) {
        LogEntry entry = received.entry();
        try (PublisherLock held = PublisherLock.take(data, PATIENCE)) {
            Optional<Revision> now = new Revisions(data).current();
            if (!now.map(Revision::hash).equals(current.map(Revision::hash))) {
                throw new UnfitRevisionException("Revision "
                        + now.map(Revision::number).orElse(0L)
                        + " was made current here by another hand than the log's. Begin with an empty data directory.");
            }
            current = Optional.of(takeover.byPatch(
                    held, entry.announced(), received.patch(), entry.isWhole(), at(entry, received.next())));
        }
        LOG.info("{} was taken from the log", entry);
    }

    private void stop(String why) {
        isStuck = true;
        standing.fails(why);
        LOG.error(
                "{} stays in service: {}",
                current.map(here -> "Revision " + here.number()).orElse("Nothing"),
                why);
    }
}
