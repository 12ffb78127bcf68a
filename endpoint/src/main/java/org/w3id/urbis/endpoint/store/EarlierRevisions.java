package org.w3id.urbis.endpoint.store;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.w3id.urbis.loader.publication.Revision;

/**
 * The revisions beside the current one that somebody asked for: opened on demand, kept open for a while in case they are
 * asked for again, never more than a number of them.
 */
final class EarlierRevisions {
    private final OpenRevisions revisions;
    private final int most;
    private final long idleNanos;
    /** In the order of their last use, longest ago first. */
    private final Map<Long, Kept> open = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Keeps none yet.
     *
     * @param revisions opens them
     * @param most      how many may be open at a time, 1 or more
     * @param idle      how long one that nobody reads stays open
     */
    EarlierRevisions(OpenRevisions revisions, int most, Duration idle) {
        this.revisions = revisions;
        this.most = most;
        this.idleNanos = idle.toNanos();
    }

    private static final class Kept {
        private final OpenRevision revision;
        private long usedNanos = System.nanoTime();

        Kept(OpenRevision revision) {
            this.revision = revision;
        }
    }

    /**
     * Holds a revision.
     *
     * @return the lease; empty if as many as may be are being read already
     * @throws UnusableRevisionException if it cannot be opened
     */
    synchronized Optional<RevisionLease> lease(Revision info) {
        Kept known = open.get(info.number());
        if (known == null) {
            if (!makeRoom()) {
                return Optional.empty();
            }
            // Empty for the moment in which it is being closed; whoever is told to come back finds it closed.
            Optional<OpenRevision> opened = revisions.take(info);
            if (opened.isEmpty()) {
                return Optional.empty();
            }
            known = new Kept(opened.get());
            open.put(info.number(), known);
        }
        known.usedNanos = System.nanoTime();
        return known.revision.lease();
    }

    private boolean makeRoom() {
        Iterator<Kept> longestUnused = open.values().iterator();
        while (open.size() >= most && longestUnused.hasNext()) {
            OpenRevision candidate = longestUnused.next().revision;
            if (candidate.isUnread()) {
                longestUnused.remove();
                candidate.release();
            }
        }
        return open.size() < most;
    }

    /** Closes those that nobody has read for a while. */
    synchronized void closeIdle() {
        long now = System.nanoTime();
        open.values().removeIf(kept -> {
            boolean idle = kept.revision.isUnread() && now - kept.usedNanos > idleNanos;
            if (idle) {
                kept.revision.release();
            }
            return idle;
        });
    }

    /** How many are open. */
    synchronized int count() {
        return open.size();
    }

    /** Lets go of all; those that are being read close when their last reader ends. */
    synchronized void close() {
        open.values().forEach(kept -> kept.revision.release());
        open.clear();
    }
}
