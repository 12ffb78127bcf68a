package org.w3id.urbis.endpoint.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that can be set, checked. Read once at start with {@link #read}; nothing looks a setting up later.
 *
 * @param host              address to listen on
 * @param port              public port, 0 to 65535; 0 takes any free one
 * @param data              data directory
 * @param baseIri           what every IRI of ours begins with, ending in a slash
 * @param queryTimeout      longest a query may run
 * @param concurrentQueries most queries at the same time
 * @param queueTimeout      longest a query waits for its turn
 * @param requestBytes      largest request body
 * @param cacheBytes        memory for remembered answers; 0 for none
 * @param cachedAnswerBytes largest answer that is remembered
 * @param fusekiPort        loopback port of the embedded Fuseki; 0 takes any free one
 * @param revisionPoll      how often to look for a new revision
 * @param earlierRevisions  most revisions open at a time beside the current one
 * @param submissions       who may hand in and decide
 * @param validation        limits of checking files
 * @param http              the public port
 * @param clients           whom to believe, and how often one may ask
 * @param observation       what is told of the server's work, and to whom
 * @param federation        which other endpoints queries may ask
 * @param store             the store of others that is answered from; empty for the data directory
 * @param replication       the log by which revisions go to replicas
 * @param tiles             whose pictures lie under the workbench's map; empty for outlines alone
 * @param edition           equal on servers whose answers are the same as long as their data are: a checksum of the program and
 *                          of all settings but those that are a matter of each machine
 */
public record EndpointConfig(
        String host,
        int port,
        Path data,
        URI baseIri,
        Duration queryTimeout,
        int concurrentQueries,
        Duration queueTimeout,
        int requestBytes,
        long cacheBytes,
        int cachedAnswerBytes,
        int fusekiPort,
        Duration revisionPoll,
        int earlierRevisions,
        SubmissionConfig submissions,
        ValidationConfig validation,
        HttpConfig http,
        ClientConfig clients,
        ObservationConfig observation,
        FederationConfig federation,
        Optional<StoreConfig> store,
        ReplicationConfig replication,
        Optional<TileConfig> tiles,
        String edition) {

    private static final long GIB = 1L << 30;

    /**
     * Reads and checks the settings.
     *
     * @param options     given on the command line
     * @param properties  system properties by name
     * @param environment environment variables by name
     * @return the checked settings
     * @throws InvalidSettingException if a value is not allowed
     */
    public static EndpointConfig read(
            Map<Setting, String> options, Map<String, String> properties, Map<String, String> environment) {
        SettingSource from = new SettingSource(options, properties, environment);
        return new EndpointConfig(
                from.text(Setting.HOST),
                from.integer(Setting.PORT, 0, 65535),
                from.path(Setting.DATA),
                from.baseIri(Setting.BASE_IRI),
                Duration.ofSeconds(from.integer(Setting.QUERY_TIMEOUT, 1, 3600)),
                from.integer(Setting.CONCURRENT_QUERIES, 1, 1000),
                Duration.ofSeconds(from.integer(Setting.QUEUE_TIMEOUT, 0, 600)),
                from.integer(Setting.REQUEST_BYTES, 1024, GIB),
                from.number(Setting.CACHE_BYTES, 0, 64 * GIB),
                from.integer(Setting.CACHED_ANSWER_BYTES, 1024, GIB),
                from.integer(Setting.FUSEKI_PORT, 0, 65535),
                Duration.ofMillis(from.integer(Setting.REVISION_POLL, 50, 3_600_000)),
                from.integer(Setting.EARLIER_REVISIONS, 1, 100),
                SubmissionConfig.read(from),
                ValidationConfig.read(from),
                HttpConfig.read(from),
                ClientConfig.read(from),
                ObservationConfig.read(from),
                FederationConfig.read(from),
                StoreConfig.read(from),
                ReplicationConfig.read(from),
                TileConfig.read(from),
                Edition.of(from));
    }

    /**
     * Reads the settings of this process: its system properties and environment, and the options given.
     *
     * @throws InvalidSettingException if a value is not allowed
     */
    public static EndpointConfig read(Map<Setting, String> options) {
        Map<String, String> properties = new HashMap<>();
        System.getProperties().stringPropertyNames().forEach(name -> properties.put(name, System.getProperty(name)));
        return read(options, properties, System.getenv());
    }
}
