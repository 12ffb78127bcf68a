package org.w3id.urbis.endpoint.store;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.sparql.core.DatasetGraph;
import org.w3id.urbis.loader.names.NameIndex;
import org.w3id.urbis.loader.publication.Revision;

/** A request's hold on the revision it began on: all it reads comes from there, even if a new one is published meanwhile. */
public final class RevisionLease implements AutoCloseable {
    private final OpenRevision revision;
    private final Instant since;
    private final AtomicBoolean closed = new AtomicBoolean();

    RevisionLease(OpenRevision revision, Instant since) {
        this.revision = revision;
        this.since = since;
    }

    /** Number, hash and size of the revision held. */
    public Revision info() {
        return revision.info();
    }

    /**
     * By what a page knows the revision: its content, and the number and moment that are told at its foot. Content that comes
     * back is published under another number; who does not tell the number goes by {@link Revision#hash} alone.
     */
    public String imprint() {
        return info().hash() + " " + info().number() + " " + info().created();
    }

    /** Since when this is what the graph says: when it was published, or became current again by a rollback. */
    public Instant since() {
        return since;
    }

    /** The dataset; its default graph is the union of the named graphs. To be read in a transaction. */
    public DatasetGraph dataset() {
        return revision.dataset();
    }

    /** A second hold on the same revision, for work that may outlast this one; to be closed by itself. */
    public RevisionLease share() {
        // A revision that is held cannot have been closed.
        return revision.lease().orElseThrow();
    }

    /** The index of the names of all that is in the revision. */
    public NameIndex names() {
        return revision.names();
    }

    /** Lets go; doing so twice does nothing more. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            revision.release();
        }
    }
}
