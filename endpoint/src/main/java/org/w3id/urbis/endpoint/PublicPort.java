package org.w3id.urbis.endpoint;

import io.helidon.webserver.ErrorHandling;
import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http1.Http1Config;
import java.util.List;
import org.w3id.urbis.endpoint.client.Clients;
import org.w3id.urbis.endpoint.client.RateLimits;
import org.w3id.urbis.endpoint.config.ClientConfig;
import org.w3id.urbis.endpoint.config.EndpointConfig;
import org.w3id.urbis.endpoint.config.HttpConfig;
import org.w3id.urbis.endpoint.connection.ConnectionLimits;
import org.w3id.urbis.endpoint.connection.Connections;
import org.w3id.urbis.endpoint.deprecation.Deprecations;
import org.w3id.urbis.endpoint.exchange.CrossOrigin;
import org.w3id.urbis.endpoint.exchange.ProblemAnswers;
import org.w3id.urbis.endpoint.exchange.WellFormed;
import org.w3id.urbis.endpoint.metrics.Metrics;
import org.w3id.urbis.endpoint.observation.AccessLog;
import org.w3id.urbis.endpoint.observation.Observing;
import org.w3id.urbis.endpoint.observation.RequestMeter;
import org.w3id.urbis.endpoint.page.Pages;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.replica.OnlyAtPublisher;
import org.w3id.urbis.endpoint.upload.LeftToRoutes;
import org.w3id.urbis.loader.publication.ChangeLog;

/** The web in front: the port, what every request passes through, and the routes. */
final class PublicPort implements AutoCloseable {
    private final WebServer web;
    private final Connections connections;
    private final Observing observing;

    private PublicPort(WebServer web, Connections connections, Observing observing) {
        this.web = web;
        this.observing = observing;
        this.connections = connections;
    }

    /** Listens, and answers by routes. */
    static PublicPort open(EndpointConfig config, List<HttpService> services, Pages pages, Metrics metrics) {
        int bodyBytes = Math.max(config.requestBytes(), config.validation().fileBytes());
        HttpConfig http = config.http();
        ConnectionLimits limits =
                ConnectionLimits.of(http.connections(), http.idleTimeout(), http.clientTimeout(), bodyBytes);
        Connections connections = new Connections(
                Http1Config.builder()
                        // Browsers leave braces in a query string as they are, which strict reading would refuse.
                        .validatePrologue(false)
                        .maxPrologueLength(config.requestBytes())
                        .maxHeadersSize(limits.headerBytes())
                        // A line feed in a value would begin a header of the sender's choice.
                        .validateResponseHeaders(true)
                        .build(),
                limits);
        metrics.gauge("urbis.http.connections", "Connections that are open.", connections, Connections::count);
        Observing observing = new Observing(new RequestMeter(metrics), new AccessLog(config.observation()));
        ProblemAnswers problems = new ProblemAnswers(config.baseIri().toString(), pages);
        // Only here discovery can be switched off; with a second protocol in the list, a connection would be read from
        // before it is watched.
        ListenerConfig listener = ListenerConfig.builder()
                .protocolsDiscoverServices(false)
                .addConnectionSelector(connections)
                .host(config.host())
                .port(config.port())
                .maxPayloadSize(bodyBytes)
                .contentEncoding(codings -> codings.addContentEncoding(new LeftToRoutes()))
                .maxTcpConnections(limits.most())
                // Helidon 4.4.0 writes once to a channel and does not look whether all of it was taken: a client that
                // reads more slowly than we write would miss some of the answer.
                .useNio(false)
                // Without it a streamed answer waits for the client's acknowledgement, 44 ms each time.
                .connectionOptions(options -> options.tcpNoDelay(true))
                // The words are for us, who tell by them what was wrong; clients are told in ours.
                .errorHandling(ErrorHandling.builder().includeEntity(true).build())
                .directHandlers(problems.directHandlers())
                .build();
        WebServer web = WebServer.builder()
                .from(listener)
                .shutdownHook(false)
                .routing(routing -> route(routing, config, problems, observing, services))
                .build();
        return new PublicPort(web.start(), connections, observing);
    }

    private static void route(
            HttpRouting.Builder routing,
            EndpointConfig config,
            ProblemAnswers problems,
            Observing observing,
            List<HttpService> services) {
        problems.install(routing);
        ClientConfig clients = config.clients();
        routing.addFilter(new Clients(clients.proxies(), clients.publicUrl()));
        routing.addFilter(observing);
        routing.addFilter(new CrossOrigin(config.submissions().origins()));
        clients.requestsPerMinute().ifPresent(most -> routing.addFilter(new RateLimits(most, clients.unlimited())));
        if (config.replication().follows()) {
            routing.addFilter(new OnlyAtPublisher(config.replication(), new ChangeLog(config.data())));
        }
        routing.addFilter(Deprecations.shipped());
        routing.addFilter(new WellFormed())
                .register(services.toArray(HttpService[]::new))
                .any((request, response) -> {
                    throw Problem.of(ProblemType.NOT_FOUND, "There is nothing at this address.")
                            .exception();
                });
    }

    int port() {
        return web.port();
    }

    @Override
    public void close() {
        web.stop();
        connections.close();
        observing.close();
    }
}
