package org.w3id.urbis.endpoint.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;
import org.w3id.urbis.loader.names.NameIndex;
import org.w3id.urbis.loader.publication.Revision;

/** Where revisions come from: a data directory, or a store of others. */
public interface RevisionSource extends AutoCloseable {
    /**
     * Finds the revision that counts now.
     *
     * @return the revision; empty if there is none
     * @throws RuntimeException if that cannot be found out
     */
    Optional<Revision> current();

    /** When the current revision became current, where that is not when it was published. */
    Optional<Instant> since();

    /** The revisions that can be opened, newest first. */
    List<Revision> list();

    /**
     * Opens one.
     *
     * @throws UnusableRevisionException if it cannot be opened
     */
    Opened open(Revision revision);

    /** Whether the files of a revision are there to be taken away, and what it changed. */
    boolean keepsFiles();

    /** What to say if there is no revision at all. */
    String absence();

    /** Lets go of the source itself. */
    @Override
    void close();

    /**
     * What answers for a revision.
     *
     * @param dataset its statements
     * @param names   the index of its names
     * @param close   lets go of both
     */
    record Opened(DatasetGraph dataset, NameIndex names, Runnable close) {}
}
