package org.w3id.urbis.endpoint.sparql;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.w3id.urbis.endpoint.store.OpenRevision;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.endpoint.store.RevisionWatcher;
import org.w3id.urbis.loader.publication.Revision;

/**
 * The embedded Fuseki: a SPARQL server on the loopback address that answers queries and nothing else.
 *
 * <p>Each open revision is a dataset of its own, {@code /r<number>}, so that whoever asks there gets an answer from
 * that revision and no other. The newest is {@code /urbis} too, for tools that expect a fixed name.
 */
public final class FusekiOnLoopback implements RevisionWatcher, AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String NEWEST = "/urbis";
    /** Threads for the acceptor, the selector and whatever waits, besides those that answer queries. */
    private static final int SPARE_THREADS = 12;
    /** Jetty takes this much for each response; Fuseki's own 5 MB cost more than a small query itself. */
    private static final int OUTPUT_BUFFER_BYTES = 32768;

    private final Map<String, OpenRevision> revisions = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fuseki-query-clock").factory());
    private final FusekiServer server;

    private FusekiOnLoopback(int port, int concurrentQueries, Duration queryTimeout) {
        this.server = FusekiServer.create()
                .port(port)
                .loopback(true)
                .fusekiModules(FusekiModules.empty())
                .registerOperation(Operation.Query, new WholeAnswerQuery(this::lease, queryTimeout, clock))
                .addFilter("/*", new BrokenAnswerFilter())
                .maxServerThreads(concurrentQueries + SPARE_THREADS)
                .build();
        for (Connector connector : server.getJettyServer().getConnectors()) {
            if (connector instanceof ServerConnector tcp) {
                tcp.setHost(LOOPBACK);
            }
            connector
                    .getConnectionFactory(HttpConnectionFactory.class)
                    .getHttpConfiguration()
                    .setOutputBufferSize(OUTPUT_BUFFER_BYTES);
        }
    }

    /**
     * Starts it, still without data.
     *
     * @param port              loopback port, 0 for any free one
     * @param concurrentQueries most queries at once
     * @param queryTimeout      longest a query may run
     * @return the running server, to be closed
     */
    public static FusekiOnLoopback start(int port, int concurrentQueries, Duration queryTimeout) {
        FusekiOnLoopback fuseki = new FusekiOnLoopback(port, concurrentQueries, queryTimeout);
        fuseki.server.start();
        return fuseki;
    }

    /** Begins to answer from a revision under its own name. */
    @Override
    public void opened(OpenRevision revision) {
        register(name(revision.info()), revision);
    }

    /** Begins to answer from a revision under the name that does not change. */
    @Override
    public void current(OpenRevision revision) {
        register(NEWEST, revision);
    }

    /** Stops answering from a revision that nobody reads any more. */
    @Override
    public void unused(Revision revision) {
        revisions.remove(name(revision));
        DataAccessPointRegistry registry = server.getDataAccessPointRegistry();
        // A stopped server has none any more.
        if (registry != null) {
            registry.remove(name(revision));
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.getHttpPort();
    }

    private void register(String name, OpenRevision revision) {
        revisions.put(name, revision);
        DataService service = DataService.newBuilder(revision.dataset())
                .addEndpoint(Operation.Query)
                .addEndpoint(Operation.Query, "query")
                .addEndpoint(Operation.Query, "sparql")
                .build();
        service.setEndpointProcessors(server.getOperationRegistry());
        service.goActive();
        server.getDataAccessPointRegistry().put(name, new DataAccessPoint(name, service));
    }

    private Optional<RevisionLease> lease(String name) {
        return Optional.ofNullable(revisions.get(name)).flatMap(OpenRevision::lease);
    }

    private static String name(Revision info) {
        return "/r" + info.number();
    }

    @Override
    public void close() {
        server.stop();
        clock.shutdownNow();
    }
}
