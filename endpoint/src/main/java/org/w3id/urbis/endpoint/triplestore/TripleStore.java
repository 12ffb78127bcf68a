package org.w3id.urbis.endpoint.triplestore;

import java.nio.file.Path;
import java.time.Duration;
import org.w3id.urbis.endpoint.config.StoreConfig;
import org.w3id.urbis.endpoint.metrics.Metrics;
import org.w3id.urbis.endpoint.store.RevisionSource;

/** A SPARQL 1.1 store that others run and fill, and that is only asked. */
public final class TripleStore {
    private final StoreTally tally;
    private final StoreClient client;

    /**
     * Prepares to ask; nothing is asked yet.
     *
     * @param config  where it is
     * @param longest longest a request to it may take
     * @param metrics gets what becomes of requests
     */
    public TripleStore(StoreConfig config, Duration longest, Metrics metrics) {
        this.tally = new StoreTally(metrics);
        this.client = new StoreClient(config, longest, tally);
    }

    /**
     * What it holds, as revisions of which there is one at a time. To be closed.
     *
     * @param data  data directory, for what is derived here
     * @param bytes memory for statements, roughly
     */
    public RevisionSource revisions(Path data, long bytes) {
        return new StoreRevisions(client, tally, data, bytes);
    }
}
