package org.w3id.urbis.endpoint.replica;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.endpoint.config.ReplicationConfig;
import org.w3id.urbis.loader.publication.Revisions;

/**
 * The thread that works on the log as long as the server runs. Whatever goes wrong is told and tried again; readers do not
 * notice.
 */
final class LogWork {

    private static final Logger LOG = LoggerFactory.getLogger(LogWork.class);
    private static final Duration REST = Duration.ofSeconds(2);
    private static final Duration LONGEST_END = Duration.ofSeconds(20);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<LogReader> reading = new AtomicReference<>();
    private final Standing standing;
    private final Thread thread;

    private LogWork(Standing standing, String name, Work work) {
        this.standing = standing;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(() -> run(work));
    }

    /** Some work that goes on until it fails or the server ends. */
    @FunctionalInterface
    private interface Work {
        void goOn(LogWork self) throws InterruptedException;
    }

    /**
     * Takes revisions from the log.
     *
     * @param taken is called whenever another revision has become current
     */
    static LogWork following(ReplicationConfig config, Path data, Standing standing, Runnable taken) {
        return started(new LogWork(standing, "log-follower", self -> self.follow(config, data, taken)));
    }

    /**
     * Writes revisions to the log.
     *
     * @param poll how often to look for a new one
     */
    static LogWork publishing(ReplicationConfig config, Path data, Standing standing, Duration poll) {
        return started(new LogWork(standing, "log-publisher", self -> self.publish(config, data, poll)));
    }

    private static LogWork started(LogWork work) {
        work.thread.start();
        return work;
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void run(Work work) {
        String lastComplaint = "";
        while (!isClosed()) {
            try {
                work.goOn(this);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (OutOfMemoryError tooLittle) {
                // Trying again would take from readers what memory there is.
                standing.fails("The memory does not suffice to take over what comes next in the log. Start with more,"
                        + " such as URBIS_JAVA_OPTS=-Xmx2g.");
                LOG.error("The work on the log has ended", tooLittle);
                return;
            } catch (RuntimeException failed) {
                if (!isClosed()) {
                    lastComplaint = complain(failed, lastComplaint);
                    rest();
                }
            }
        }
    }

    private String complain(RuntimeException failed, String lastComplaint) {
        String why = failed instanceof KafkaException
                ? "The log cannot be reached: " + LogReader.reason(failed)
                : String.valueOf(failed.getMessage());
        standing.fails(why);
        if (why.equals(lastComplaint)) {
            LOG.debug("Again: {}", why);
        } else if (failed instanceof KafkaException || failed instanceof LogException) {
            LOG.warn("{}", why);
        } else {
            LOG.error("The log cannot be worked on", failed);
        }
        return why;
    }

    private void rest() {
        try {
            closed.await(REST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(ReplicationConfig config, Path data, Runnable taken) {
        try (LogReader log = new LogReader(config, data.resolve("log-entry.new"), standing.foreign())) {
            reading.set(log);
            // Left by a start that ended when the dump had just become the first revision.
            DumpDownload.discard(data);
            Follower follower = new Follower(config, data, standing, log);
            standing.works();
            while (!isClosed()) {
                if (follower.step()) {
                    taken.run();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove a dump that was fetched into " + data, e);
        } finally {
            reading.set(null);
        }
    }

    private void publish(ReplicationConfig config, Path data, Duration poll) throws InterruptedException {
        Revisions revisions = new Revisions(data);
        LogPublisher publisher = new LogPublisher(config, data, standing);
        Optional<Instant> written = Optional.empty();
        while (!isClosed()) {
            // Asked before: what becomes current while this is being written is written the next time.
            Optional<Instant> since = revisions.since();
            if (since.isPresent() && !since.equals(written)) {
                publisher.bringUpToDate();
                written = since;
            } else {
                standing.isUpToDate();
            }
            closed.await(poll.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Ends the thread, at the latest after some seconds; what it was doing is done again after the next start. */
    void close() {
        closed.countDown();
        LogReader log = reading.get();
        if (log != null) {
            log.wake();
        }
        try {
            thread.join(LONGEST_END);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
