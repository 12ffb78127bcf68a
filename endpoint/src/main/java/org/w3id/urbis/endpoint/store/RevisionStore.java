package org.w3id.urbis.endpoint.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.jena.sparql.util.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.Revisions;

/**
 * The current revision, and the change from one to the next while requests go on.
 *
 * <p>The loader's pointer is looked at every now and then. When it names another revision, that one is opened first,
 * then becomes current in one step; the old one stays open until the last request that began on it has ended. If the
 * new one cannot be opened, the old one goes on being served and the reason is logged once.
 */
public final class RevisionStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RevisionStore.class);

    private final Revisions published;
    private final OpenRevisions revisions;
    private final ScheduledExecutorService watch;
    private volatile OpenRevision current;
    private volatile boolean closed;
    private String lastComplaint = "";

    private RevisionStore(Revisions published, OpenRevisions revisions) {
        this.published = published;
        this.revisions = revisions;
        this.watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("revision-watch").factory());
    }

    /**
     * Opens the current revision of a data directory and watches for the next.
     *
     * @param data       data directory
     * @param poll       how often to look at the pointer
     * @param guard      sets, in the context of each dataset opened, what queries may not do
     * @param whenOpened called with a revision before it becomes current
     * @param whenUnused called when nobody reads a revision any more, before its files are closed
     * @return the store; to be closed
     * @throws UnusableRevisionException if nothing is published there or it cannot be opened
     */
    public static RevisionStore open(
            Path data,
            Duration poll,
            Consumer<Context> guard,
            Consumer<OpenRevision> whenOpened,
            Consumer<Revision> whenUnused) {
        Revisions published = new Revisions(data);
        RevisionStore store =
                new RevisionStore(published, new OpenRevisions(new PrivateLinks(data), guard, whenOpened, whenUnused));
        Revision first = published
                .current()
                .orElseThrow(() -> new UnusableRevisionException("Nothing is published in " + data + " yet"));
        store.current = store.revisions.take(first).orElseThrow();
        store.watch.scheduleWithFixedDelay(store::look, poll.toMillis(), poll.toMillis(), TimeUnit.MILLISECONDS);
        return store;
    }

    /**
     * Holds the revision that is current now.
     *
     * @return the lease, to be closed by the caller, best by try-with-resources
     * @throws IllegalStateException if the store has been closed
     */
    public RevisionLease lease() {
        while (!closed) {
            Optional<RevisionLease> lease = current.lease();
            if (lease.isPresent()) {
                return lease.get();
            }
            // Between reading the field and asking for the lease the revision was replaced and closed: read again.
            Thread.onSpinWait();
        }
        throw new IllegalStateException("The store is closed");
    }

    /** Looks at the pointer once and changes over if it names another revision. */
    private void look() {
        try {
            Optional<Revision> wanted = published
                    .current()
                    .filter(revision -> revision.number() != current.info().number());
            Optional<OpenRevision> next = wanted.flatMap(revisions::take);
            if (next.isPresent()) {
                OpenRevision old = current;
                current = next.get();
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
                        current.info().number(),
                        stayOnTheOldOne);
            }
            lastComplaint = stayOnTheOldOne.toString();
        }
    }

    /** Stops watching and lets go of the current revision, which closes when its last reader ends. */
    @Override
    public void close() {
        closed = true;
        watch.shutdown();
        try {
            watch.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        current.release();
    }
}
