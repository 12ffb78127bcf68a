package org.w3id.urbis.endpoint.replica;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.w3id.urbis.endpoint.config.ReplicationConfig;

/** How clients of Kafka are set up: what we need of them, and who one is from the operator's file. */
final class LogClients {

    /** What the operator's file may speak of. All else is ours, and decides whether an entry is in the log whole and once. */
    private static final List<String> ALLOWED =
            List.of("security.", "sasl.", "ssl.", "client.dns.lookup", "client.rack", "reconnect.", "retry.");

    /** Two memories of this size fit beside all else that a small server holds. */
    private static final int BUFFER_BYTES = 4 << 20;

    private static final int TIMEOUT_MILLIS = 10_000;
    /** For so long a broker holds back that there is nothing new; looking elsewhere has to wait for it. */
    private static final int NOTHING_NEW_MILLIS = 100;

    /** A large entry over a slow line takes its time. */
    private static final int TRANSACTION_MILLIS = 300_000;

    private LogClients() {}

    /**
     * What all clients need.
     *
     * @throws LogException if the file cannot be read, or speaks of what it may not
     */
    static Map<String, Object> common(ReplicationConfig config) {
        Map<String, Object> settings = new HashMap<>();
        if (Files.exists(config.clientFile())) {
            Properties given = new Properties();
            try (Reader in = Files.newBufferedReader(config.clientFile(), StandardCharsets.UTF_8)) {
                given.load(in);
            } catch (IOException | IllegalArgumentException unreadable) {
                throw new LogException("Cannot read " + config.clientFile(), unreadable);
            }
            for (String name : given.stringPropertyNames()) {
                if (ALLOWED.stream().noneMatch(name::startsWith)) {
                    throw new LogException(config.clientFile() + " may not set \"" + name
                            + "\": it may set what begins with " + String.join(", ", ALLOWED));
                }
                settings.put(name, given.getProperty(name));
            }
        }
        settings.put(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, config.servers().orElseThrow());
        settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        // Nothing is told about us that nobody asked for.
        settings.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
        settings.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        return settings;
    }

    static Map<String, Object> reader(ReplicationConfig config) {
        Map<String, Object> settings = common(config);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, BUFFER_BYTES);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, NOTHING_NEW_MILLIS);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 8);
        return settings;
    }

    static Map<String, Object> writer(ReplicationConfig config) {
        Map<String, Object> settings = common(config);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "urbis-" + config.topic());
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2 * TIMEOUT_MILLIS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 6 * TIMEOUT_MILLIS);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MILLIS);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        // The patch is compressed already.
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
        return settings;
    }
}
