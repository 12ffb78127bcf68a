package org.w3id.urbis.endpoint.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The log by which revisions go from the publisher to its replicas.
 *
 * @param servers    where the brokers of Kafka are met first, host and port with commas between; empty for no log at all
 * @param topic      the topic that is the log
 * @param clientFile says more to the client of Kafka, such as how to prove who one is; need not be there
 * @param follows    whether this server takes its revisions from the log; otherwise it writes them there
 * @param publisher  address of the publisher, without a slash at the end; empty if it is not known
 * @param lagLimit   how long a replica may know of nothing newer and still be ready; empty for any time
 */
public record ReplicationConfig(
        Optional<String> servers,
        String topic,
        Path clientFile,
        boolean follows,
        Optional<String> publisher,
        Optional<Duration> lagLimit) {

    private static final int MOST_SECONDS = 31_536_000;

    static ReplicationConfig read(SettingSource from) {
        boolean follows = from.truth(Setting.FOLLOW);
        Path data = from.path(Setting.DATA);
        return new ReplicationConfig(
                follows
                        ? Optional.of(from.needed(Setting.LOG_SERVERS, Setting.FOLLOW))
                        : from.optional(Setting.LOG_SERVERS),
                from.text(Setting.LOG_TOPIC),
                data.resolve(data.getFileSystem().getPath(from.text(Setting.LOG_FILE))),
                follows,
                from.origin(Setting.PUBLISHER_URL),
                Optional.of(Duration.ofSeconds(from.integer(Setting.LAG_LIMIT, 0, MOST_SECONDS)))
                        .filter(limit -> !limit.isZero()));
    }
}
