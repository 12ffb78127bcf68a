package org.w3id.urbis.endpoint;

import org.w3id.urbis.endpoint.metrics.Metrics;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.endpoint.store.RevisionStore;
import org.w3id.urbis.endpoint.submission.SubmissionDesk;
import org.w3id.urbis.loader.submission.SubmissionState;

/** What the metrics tell of the graph and of what was handed in, looked up whenever they are asked for. */
final class ServedGauges {
    private ServedGauges() {}

    static void register(Metrics metrics, RevisionStore store, SubmissionDesk desk) {
        metrics.gauge("urbis.revision", "Number of the revision that is served.", store, any -> {
            try (RevisionLease lease = any.lease()) {
                return lease.info().number();
            }
        });
        metrics.gauge(
                "urbis.revision.served.since.seconds",
                "Since when this revision is the current one, in seconds since 1970.",
                store,
                any -> {
                    try (RevisionLease lease = any.lease()) {
                        return lease.since().getEpochSecond();
                    }
                });
        metrics.gauge("urbis.quads", "Statements of the revision that is served.", store, any -> {
            try (RevisionLease lease = any.lease()) {
                return lease.info().quads();
            }
        });
        metrics.gauge(
                "urbis.revisions.open", "Revisions that are open or still read.", store, RevisionStore::openRevisions);
        for (SubmissionState state : SubmissionState.values()) {
            metrics.gauge(
                    "urbis.submissions",
                    "Submissions by their state.",
                    desk,
                    any -> any.counts().getOrDefault(state, 0L),
                    "state",
                    state.key());
        }
    }
}
