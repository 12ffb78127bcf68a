package org.w3id.urbis.endpoint.store;

import java.time.Instant;
import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;
import org.w3id.urbis.loader.names.NameIndex;
import org.w3id.urbis.loader.publication.Revision;

/**
 * One revision that is open for reading, and how many are reading it.
 *
 * <p>It is held once by the store while it is current and once by each {@link RevisionLease}; whoever lets go last
 * closes it. Once that happened no lease can be had any more.
 */
public final class OpenRevision {
    private final Revision info;
    private final DatasetGraph dataset;
    private final NameIndex names;
    private final Runnable whenUnused;
    private int holders = 1;

    OpenRevision(Revision info, DatasetGraph dataset, NameIndex names, Runnable whenUnused) {
        this.info = info;
        this.dataset = dataset;
        this.names = names;
        this.whenUnused = whenUnused;
    }

    /** Number, hash and size. */
    public Revision info() {
        return info;
    }

    /** The dataset, for the one who registers it with a server; readers take a {@link #lease()} instead. */
    public DatasetGraph dataset() {
        return dataset;
    }

    NameIndex names() {
        return names;
    }

    /** Holds the revision open until the lease is closed; empty if it has been closed already. */
    public Optional<RevisionLease> lease() {
        return lease(info.created());
    }

    /** The same for the current revision, which counts since a later moment if it came back by rollback. */
    Optional<RevisionLease> lease(Instant since) {
        return hold() ? Optional.of(new RevisionLease(this, since)) : Optional.empty();
    }

    /** Whether nobody but the store holds it. */
    synchronized boolean isUnread() {
        return holders == 1;
    }

    /** Counts one more holder; false if the revision has been closed already. */
    synchronized boolean hold() {
        if (holders == 0) {
            return false;
        }
        holders++;
        return true;
    }

    void release() {
        synchronized (this) {
            holders--;
            if (holders > 0) {
                return;
            }
        }
        whenUnused.run();
    }
}
