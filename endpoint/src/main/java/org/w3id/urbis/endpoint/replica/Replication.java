package org.w3id.urbis.endpoint.replica;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonObject;
import org.w3id.urbis.endpoint.config.EndpointConfig;
import org.w3id.urbis.endpoint.config.ReplicationConfig;
import org.w3id.urbis.endpoint.metrics.Metrics;
import org.w3id.urbis.endpoint.observation.ReadyCheck;
import org.w3id.urbis.endpoint.store.RevisionStore;

/** What a server does with the log: the publisher writes, a replica reads, and without a log nothing is done. */
public final class Replication implements AutoCloseable {

    private final Optional<LogWork> work;
    private final Optional<ReadyCheck> check;

    private Replication(Optional<LogWork> work, Optional<ReadyCheck> check) {
        this.work = work;
        this.check = check;
    }

    /**
     * Begins, in a thread of its own. A server that answers from a store of others has no revisions to write or to take.
     *
     * @param config  settings of the server
     * @param store   changes over to what is taken from the log
     * @param metrics tell how far the log and the server are apart
     * @return what was begun, to be closed before the store
     */
    public static Replication start(EndpointConfig config, RevisionStore store, Metrics metrics) {
        ReplicationConfig log = config.replication();
        if (log.servers().isEmpty() || config.store().isPresent()) {
            return new Replication(Optional.empty(), Optional.empty());
        }
        Standing standing = new Standing(System::nanoTime);
        register(metrics, standing);
        Path data = config.data();
        LogWork work = log.follows()
                ? LogWork.following(log, data, standing, store::catchUp)
                : LogWork.publishing(log, data, standing, config.revisionPoll());
        return new Replication(
                Optional.of(work), log.follows() ? Optional.of(new UpToDate(standing, log)) : Optional.empty());
    }

    /** What has to be well, beside the revision, for readers to be sent here. */
    public List<ReadyCheck> checks() {
        return check.stream().toList();
    }

    private static void register(Metrics metrics, Standing standing) {
        metrics.gauge(
                "urbis.log.sequence",
                "The last change set of the data directory, as the log counts them.",
                standing,
                Standing::sequence);
        metrics.gauge(
                "urbis.log.lag.revisions",
                "How many revisions the log and the data directory are apart.",
                standing,
                Standing::behind);
        metrics.gauge(
                "urbis.log.lag.seconds",
                "For how long the log and the data directory have not been known to be the same.",
                standing,
                Standing::secondsBehind);
        metrics.gauge("urbis.log.fault", "1 if something keeps them apart.", standing, any -> any.fault()
                .map(why -> 1)
                .orElse(0));
        metrics.gauge("urbis.log.foreign", "Messages in the log that are none of ours.", standing, any -> any.foreign()
                .sum());
    }

    /** Whether a replica has what the log has, or had it not long ago. */
    private record UpToDate(Standing standing, ReplicationConfig config) implements ReadyCheck {
        @Override
        public String name() {
            return "log";
        }

        @Override
        public boolean isUp() {
            return config.lagLimit()
                    .map(limit -> standing.wasEverUpToDate() && standing.secondsBehind() <= limit.toSeconds())
                    .orElse(true);
        }

        @Override
        public JsonObject data() {
            JsonObject data = new JsonObject();
            data.put("topic", config.topic());
            data.put("sequence", standing.sequence());
            data.put("behindRevisions", standing.behind());
            data.put("behindSeconds", Math.round(standing.secondsBehind()));
            config.publisher().ifPresent(publisher -> data.put("publisher", publisher));
            standing.fault().ifPresent(why -> data.put("fault", why));
            return data;
        }
    }

    @Override
    public void close() {
        work.ifPresent(LogWork::close);
    }
}
