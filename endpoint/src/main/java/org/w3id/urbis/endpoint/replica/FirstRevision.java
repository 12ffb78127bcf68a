package org.w3id.urbis.endpoint.replica;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.w3id.urbis.endpoint.config.ReplicationConfig;
import org.w3id.urbis.endpoint.replica.DumpDownload.Fetched;
import org.w3id.urbis.endpoint.replica.LogReader.Place;
import org.w3id.urbis.loader.publication.LogPosition;
import org.w3id.urbis.loader.publication.Publication;
import org.w3id.urbis.loader.publication.PublisherLock;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.Takeover;
import org.w3id.urbis.loader.publication.UnfitRevisionException;

/** How a new replica begins: with a dump that it fetches from the publisher, or with the log if that goes back far enough. */
public final class FirstRevision {

    /** A publisher answers from a revision a moment before it is in the log. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final long PAUSE_MILLIS = 200;

    private final ReplicationConfig config;
    private final Path data;
    private final Consumer<String> told;

    /**
     * Prepares.
     *
     * @param config where the log is
     * @param data   a data directory in which nothing is published
     * @param told   is told what is done
     */
    public FirstRevision(ReplicationConfig config, Path data, Consumer<String> told) {
        this.config = config;
        this.data = data;
        this.told = told;
    }

    /**
     * Makes the first revision current.
     *
     * @return that revision, with its place in the log
     * @throws LogException if neither the publisher nor the log has one
     */
    public Revision take() {
        Standing standing = new Standing(System::nanoTime);
        try (LogReader log = new LogReader(config, data.resolve("log-entry.new"), standing.foreign())) {
            return config.publisher().isPresent()
                    ? byDump(config.publisher().get(), log)
                    : byLog(new Follower(config, data, standing, log), standing);
        } catch (KafkaException unreachable) {
            throw new LogException(
                    "The log " + config.topic() + " at " + config.servers().orElseThrow() + " cannot be read: "
                            + LogReader.reason(unreachable),
                    unreachable);
        } catch (UnfitRevisionException unusable) {
            throw new LogException(unusable.getMessage(), unusable);
        } catch (OutOfMemoryError tooLittle) {
            throw new LogException(
                    "The memory does not suffice to take the first revision over, which takes as much as a load does."
                            + " Start once with more, such as URBIS_JAVA_OPTS=-Xmx2g; what was fetched is kept.",
                    tooLittle);
        }
    }

    private Revision byDump(String publisher, LogReader log) {
        told.accept("fetching the dump of " + publisher + " ...");
        // Stays if this ends here: the next attempt goes on with it.
        Fetched dump = new DumpDownload(publisher).fetch(data);
        Place place = place(log, dump.hash());
        told.accept("taking over revision " + place.entry().announced().revision() + " ...");
        try (PublisherLock held = PublisherLock.take(data, PATIENCE)) {
            Revision revision = new Takeover(data, Publication.DEFAULT_RETENTION)
                    .byDump(
                            held,
                            place.entry().announced(),
                            dump.file(),
                            new LogPosition(config.topic(), place.entry().sequence(), place.next()));
            DumpDownload.discard(data);
            return revision;
        } catch (IOException e) {
            throw new LogException("Cannot remove " + dump.file(), e);
        }
    }

    private Place place(LogReader log, String hash) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<Place> place = log.find(hash);
        while (place.isEmpty() && System.nanoTime() < end && pause()) {
            place = log.find(hash);
        }
        return place.orElseThrow(() -> new LogException("The log " + config.topic()
                + " does not know the dump with the hash " + hash + ", which "
                + config.publisher().orElseThrow()
                + " answers with. Does it write to this log?"));
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Revision byLog(Follower follower, Standing standing) {
        told.accept("reading the log " + config.topic() + " from its beginning ...");
        while (follower.current().isEmpty()) {
            boolean isEnd = !follower.step() && follower.isAtEnd();
            if (isEnd && follower.current().isEmpty()) {
                throw new LogException(standing.fault()
                        .orElse("The log " + config.topic() + " is empty. Is there a"
                                + " publisher that writes to it?"));
            }
        }
        return follower.current().orElseThrow();
    }
}
