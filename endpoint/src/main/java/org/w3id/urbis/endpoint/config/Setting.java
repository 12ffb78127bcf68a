package org.w3id.urbis.endpoint.config;

import java.util.Locale;
import org.w3id.urbis.ontology.Urbis;

/**
 * The settings by name, each with its default.
 *
 * <p>A setting {@code query-timeout} is taken from, in this order: the command line, the system property
 * {@code urbis.query-timeout}, the environment variable {@code URBIS_QUERY_TIMEOUT}, the default.
 */
public enum Setting {
    /** Address to listen on; default all addresses of the machine. */
    HOST("0.0.0.0"),
    /** Public port, 0 to 65535, 0 for any free one; default 8080. */
    PORT("8080"),
    /** Data directory; default {@code data} in the program's folder, or in the current one if that is not known. */
    DATA("data"),
    /** The IRI under which everything in the graph is named; absolute, http or https, ending in a slash. */
    BASE_IRI(Urbis.BASE),
    /** Longest a query may run, in seconds, 1 to 3600; default 30. */
    QUERY_TIMEOUT("30"),
    /** Most queries answered at the same time, 1 to 1000; others wait their turn; default 16. */
    CONCURRENT_QUERIES("16"),
    /** Longest a query waits for its turn, in seconds, 0 to 600; default 10. */
    QUEUE_TIMEOUT("10"),
    /** Largest request body in bytes, 1024 to 1 GiB; default 1 MiB. */
    REQUEST_BYTES("1048576"),
    /** Memory for remembered answers in bytes, 0 (none) to 64 GiB; default 64 MiB. */
    CACHE_BYTES("67108864"),
    /** Largest single answer that is remembered, in bytes, 1024 to 1 GiB; larger ones stream; default 256 KiB. */
    CACHED_ANSWER_BYTES("262144"),
    /** Port of the embedded Fuseki on the loopback address, 0 for any free one; default 0. */
    FUSEKI_PORT("0"),
    /** How often to look for a new revision, in milliseconds, 50 to 3600000; default 1000. */
    REVISION_POLL("1000"),
    /** Most revisions that are open at a time beside the current one, for who asks for them, 1 to 100; default 3. */
    EARLIER_REVISIONS("3"),
    /** Whether files may be handed in without a token, {@code true} or {@code false}; default false. */
    ANONYMOUS_SUBMISSIONS("false"),
    /** Origins whose pages may use {@code /submissions}, such as {@code https://forms.example}, with commas between; default none. */
    SUBMISSION_ORIGINS(""),
    /** The issuer whose OpenID Connect tokens are accepted, an https address, as the claim {@code iss} has it; default none. */
    OPENID_ISSUER(""),
    /** What the claim {@code aud} of those tokens must hold; needed with an issuer. */
    OPENID_AUDIENCE(""),
    /** Where the issuer publishes its keys (JWK Set), an https address; needed with an issuer. */
    OPENID_KEYS(""),
    /** The claim that holds the roles, with dots for claims within claims; default {@code roles}. */
    OPENID_ROLE_CLAIM("roles"),
    /** Largest file that is taken, to be checked or handed in, in bytes, 1024 to 1 GiB; default 8 MiB. */
    FILE_BYTES("8388608"),
    /** Most files checked at the same time, 1 to 1000; others wait their turn; default 2. */
    CONCURRENT_VALIDATIONS("2"),
    /** Longest a check may take, its turn not counted, in seconds, 1 to 3600; default 30. */
    VALIDATION_TIMEOUT("30"),
    /** Most connections at a time, 16 to 1000000, never more than the process may open files; default 4096. */
    CONNECTIONS("4096"),
    /** How long a connection may stay open without a request, in seconds, 1 to 3600; default 75. */
    IDLE_TIMEOUT("75"),
    /**
     * How long a client may let the server wait while it sends a request, and while it takes an answer, in seconds, all
     * waits added up, besides 1 second for each 500 bytes; 1 to 3600; default 30.
     */
    CLIENT_TIMEOUT("30"),
    /** Address of this server for links in its answers, such as {@code https://data.example}; default as clients ask for it. */
    PUBLIC_URL(""),
    /** Addresses of proxies that are believed about whom they ask for; default none. */
    TRUSTED_PROXIES("none"),
    /** The header in which they say it, {@code x-forwarded-for} or {@code forwarded}; default x-forwarded-for. */
    FORWARDING_HEADER("x-forwarded-for"),
    /** Requests that one client may send in a minute, 0 (no limit) to 10000000; default 6000. */
    RATE_LIMIT("6000"),
    /** Addresses that may send as many as they like; default this machine and private networks. */
    RATE_LIMIT_EXEMPT("loopback, private"),
    /** Addresses that may read {@code /metrics}; default this machine and private networks. */
    METRICS_CLIENTS("loopback, private"),
    /** How requests are logged, {@code off}, {@code combined} or {@code json}; default off. */
    ACCESS_LOG("off"),
    /** The file they are logged to, found from the data directory, or {@code -} for the program's log; default log/access.log. */
    ACCESS_LOG_FILE("log/access.log"),
    /** The SPARQL 1.1 query endpoint of a store of others to answer from, in place of the data directory; default none. */
    STORE(""),
    /** The file that holds the credentials for that store, found from the data directory; default none. */
    STORE_CREDENTIALS(""),
    /** Certificates in PEM, one of which that store shows or has from its issuer, found from the data directory; default none. */
    STORE_TRUST(""),
    /** Most requests at a time that wait for that store to answer, 1 to 1000; default 16. */
    STORE_CONNECTIONS("16"),
    /** Names of the endpoints that queries may ask by SERVICE, such as {@code sdg, unbis}, with commas between; default none. */
    FEDERATION("none"),
    /** The file that says more of such endpoints, found from the data directory; default federation.properties. */
    FEDERATION_FILE("federation.properties"),
    /** Brokers of Kafka through which revisions go to replicas, such as {@code kafka1:9092, kafka2:9092}; default none. */
    LOG_SERVERS(""),
    /** The topic of Kafka that is the log of revisions; default urbis-revisions. */
    LOG_TOPIC("urbis-revisions"),
    /** The file that says more to the client of Kafka, found from the data directory; default log.properties. */
    LOG_FILE("log.properties"),
    /** Whether this server is a replica, which takes its revisions from the log, {@code true} or {@code false}; default false. */
    FOLLOW("false"),
    /** Address of the publisher that a replica follows, such as {@code https://data.example}; default none. */
    PUBLISHER_URL(""),
    /** How long a replica may not know that it has everything, and still be ready, in seconds, 0 (any time) to 31536000; default 300. */
    LAG_LIMIT("300"),
    /**
     * Address of the tiles that lie under the workbench's map, with {@code {z}}, {@code {x}} and {@code {y}} in it, such as
     * {@code https://tiles.example/{z}/{x}/{y}.png}; default none.
     */
    MAP_TILES(""),
    /** Who made those tiles, as it is shown beside the map; needed with tiles. */
    MAP_ATTRIBUTION("");

    private final String byDefault;

    Setting(String byDefault) {
        this.byDefault = byDefault;
    }

    /** The name in lower case with dashes, such as {@code query-timeout}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String property() {
        return "urbis." + key();
    }

    String variable() {
        return "URBIS_" + name();
    }

    String byDefault() {
        return byDefault;
    }
}
