package org.w3id.urbis.endpoint.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.jena.sparql.util.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.loader.publication.Revision;

/**
 * The current revision, the change from one to the next while requests go on, and earlier ones for who asks for them.
 *
 * <p>The loader's pointer is looked at every now and then. When it names another revision, that one is opened first,
 * then becomes current in one step; the old one stays open until the last request that began on it has ended. If the
 * new one cannot be opened, the old one goes on being served and the reason is logged once.
 */
public final class RevisionStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RevisionStore.class);
    /** How long an earlier revision stays open after its last reader: people look at one more page. */
    private static final Duration IDLE = Duration.ofMinutes(2);

    private static final Duration HISTORY_AGE = Duration.ofSeconds(1);

    private final RevisionSource published;
    private final OpenRevisions revisions;
    private final EarlierRevisions earlier;
    private final RevisionWatcher watcher;
    private final ScheduledExecutorService watch;
    private volatile Current current;
    private volatile Remembered remembered;
    private volatile boolean closed;
    private String lastComplaint = "";

    private RevisionStore(
            RevisionSource published, OpenRevisions revisions, EarlierRevisions earlier, RevisionWatcher watcher) {
        this.published = published;
        this.revisions = revisions;
        this.earlier = earlier;
        this.watcher = watcher;
        this.watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("revision-watch").factory());
    }

    /** The current revision, since when it is, and what tells that from every other time. */
    private record Current(OpenRevision revision, Instant since, Object state) {}

    /** The history as it was when the disk was last asked. */
    private record Remembered(RevisionHistory history, long readNanos) {}

    /**
     * Opens the current revision of a data directory and watches for the next.
     *
     * @param data        data directory
     * @param poll        how often to look at the pointer
     * @param mostEarlier how many revisions beside the current one may be open at a time, 1 or more
     * @param guard       sets, in the context of each dataset opened, what queries may not do
     * @param watcher     is told what becomes of each revision
     * @return the store; to be closed
     * @throws UnusableRevisionException if nothing is published there or it cannot be opened
     */
    public static RevisionStore open(
            Path data, Duration poll, int mostEarlier, Consumer<Context> guard, RevisionWatcher watcher) {
        FailedReads.endQueries();
        return open(new PublishedRevisions(data), poll, mostEarlier, guard, watcher);
    }

    /**
     * Opens the current revision of any source and watches for the next.
     *
     * @param published   where revisions come from
     * @param poll        how often to ask there
     * @param mostEarlier how many revisions beside the current one may be open at a time, 1 or more
     * @param guard       sets, in the context of each dataset opened, what queries may not do
     * @param watcher     is told what becomes of each revision
     * @return the store; to be closed
     * @throws UnusableRevisionException if there is no revision or it cannot be opened
     */
    public static RevisionStore open(
            RevisionSource published,
            Duration poll,
            int mostEarlier,
            Consumer<Context> guard,
            RevisionWatcher watcher) {
        OpenRevisions revisions = new OpenRevisions(published, guard, watcher);
        RevisionStore store =
                new RevisionStore(published, revisions, new EarlierRevisions(revisions, mostEarlier, IDLE), watcher);
        Revision first = published.current().orElseThrow(() -> new UnusableRevisionException(published.absence()));
        store.makeCurrent(revisions.take(first).orElseThrow());
        store.watch.scheduleWithFixedDelay(store::look, poll.toMillis(), poll.toMillis(), TimeUnit.MILLISECONDS);
        return store;
    }

    private void makeCurrent(OpenRevision next) {
        Instant created = next.info().created();
        Instant since = published.since().filter(created::isBefore).orElse(created);
        watcher.current(next);
        current = new Current(next, since, new Object());
        remembered = null;
    }

    /** Stands for what is current now: another object as soon as anything is. For keys of what is remembered. */
    public Object state() {
        return current.state();
    }

    /**
     * Holds the revision that is current now.
     *
     * @return the lease, to be closed by the caller, best by try-with-resources
     * @throws IllegalStateException if the store has been closed
     */
    public RevisionLease lease() {
        while (!closed) {
            Current now = current;
            Optional<RevisionLease> lease = now.revision().lease(now.since());
            if (lease.isPresent()) {
                return lease.get();
            }
            // Between reading the field and asking for the lease the revision was replaced and closed: read again.
            Thread.onSpinWait();
        }
        throw new IllegalStateException("The store is closed");
    }

    /**
     * Holds a revision of the history, which is opened if it is not open yet.
     *
     * @param info the revision
     * @return the lease, to be closed by the caller; empty if so many earlier ones are being read that no more may be opened
     *     just now
     * @throws UnusableRevisionException if it cannot be opened, because it has just been removed or is damaged
     */
    public Optional<RevisionLease> lease(Revision info) {
        OpenRevision now = current.revision();
        Optional<RevisionLease> lease = now.info().number() == info.number() ? now.lease() : Optional.empty();
        return lease.isPresent() ? lease : earlier.lease(info);
    }

    /** The revisions that are kept, as the disk had it a second ago at most. */
    public RevisionHistory history() {
        Remembered known = remembered;
        if (known == null || System.nanoTime() - known.readNanos() > HISTORY_AGE.toNanos()) {
            known = new Remembered(
                    new RevisionHistory(
                            published.list(), current.revision().info().number()),
                    System.nanoTime());
            remembered = known;
        }
        return known.history();
    }

    /** Whether the files of revisions are there to be taken away, and what each of them changed. */
    public boolean keepsFiles() {
        return published.keepsFiles();
    }

    /** How many revisions are open: the current one, earlier ones, and those that somebody still reads. */
    public int openRevisions() {
        return revisions.count();
    }

    /**
     * Changes over to what is published now, if that has changed, without waiting for the next look. Returns when that is
     * done, or cannot be done.
     */
    public void catchUp() {
        try {
            watch.submit(this::look).get();
        } catch (ExecutionException | RejectedExecutionException closedMeanwhile) {
            LOG.info("The revision store did not look", closedMeanwhile);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks at the pointer once and changes over if it names another revision. */
    private void look() {
        try {
            earlier.closeIdle();
            OpenRevision old = current.revision();
            Optional<Revision> wanted = published
                    .current()
                    .filter(revision -> revision.number() != old.info().number()
                            || !revision.hash().equals(old.info().hash()));
            Optional<OpenRevision> next = wanted.flatMap(revisions::take);
            if (next.isPresent()) {
                makeCurrent(next.get());
                LOG.info(
                        "Revision {} took over from {}",
                        next.get().info().number(),
                        old.info().number());
                old.release();
            }
            lastComplaint = "";
        } catch (RuntimeException stayOnTheOldOne) {
            // Whatever is wrong with the new revision, the watch must live to see the next one.
            if (!stayOnTheOldOne.toString().equals(lastComplaint)) {
                LOG.error(
                        "Revision {} stays in service: the published one cannot be opened",
                        current.revision().info().number(),
                        stayOnTheOldOne);
            }
            lastComplaint = stayOnTheOldOne.toString();
        }
    }

    /** Stops watching and lets go of all revisions, each of which closes when its last reader ends. */
    @Override
    public void close() {
        closed = true;
        watch.shutdown();
        try {
            watch.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        earlier.close();
        current.revision().release();
        published.close();
    }
}
