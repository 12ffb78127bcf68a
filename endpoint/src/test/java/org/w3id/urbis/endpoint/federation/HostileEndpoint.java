package org.w3id.urbis.endpoint.federation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.w3id.urbis.endpoint.client.AddressRanges;
import org.w3id.urbis.endpoint.metrics.Metrics;
import org.w3id.urbis.endpoint.problem.ProblemWords;
import org.w3id.urbis.endpoint.trust.Certificates;

/** An endpoint behind which a hostile server stands, with small limits. */
final class HostileEndpoint implements AutoCloseable {
    static final String QUERY = "SELECT * { ?s ?p ?o }";
    static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/sparql-results+json\r\n";
    static final String ROWS = "{\"head\":{\"vars\":[\"s\"]},\"results\":{\"bindings\":["
            + "{\"s\":{\"type\":\"literal\",\"value\":\"a\"}},{\"s\":{\"type\":\"literal\",\"value\":\"b\"}}]}}";
    static final Duration LONG = Duration.ofSeconds(20);

    private final Metrics metrics = new Metrics();
    private final HostileServer server;

    private HostileEndpoint(HostileServer server) {
        this.server = server;
    }

    static HostileEndpoint start() throws IOException {
        return new HostileEndpoint(HostileServer.start());
    }

    HostileServer server() {
        return server;
    }

    /** The endpoint as one asks it who knows nothing of it yet. */
    Remote remote(Duration timeout, String reach) {
        RemoteEndpoint endpoint = new RemoteEndpoint(
                "other",
                "Other",
                Optional.of(URI.create(server.address())),
                Optional.empty(),
                "",
                true,
                AddressRanges.of(reach),
                Certificates.known(),
                new RemoteEndpoint.Limits(timeout, 100, 100_000, 1, 10),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
        KeptAnswers kept = new KeptAnswers(1 << 20, System::nanoTime);
        return new Remote(endpoint, kept, new RemoteTally("other" + System.nanoTime(), metrics));
    }

    /** A reason, which has to be there in the words of all languages. */
    static String told(RemoteFailedException failed) {
        for (String lang : List.of("ar", "es", "fr", "ru", "zh")) {
            assertTrue(
                    ProblemWords.of(lang).said(failed.reason()).isPresent(),
                    () -> lang + " has no words for: " + failed.reason());
        }
        return failed.reason();
    }

    static Remote.Answer ask(Remote remote) {
        return remote.ask(QUERY, new AtomicBoolean(), Optional.empty());
    }

    @Override
    public void close() throws IOException {
        server.close();
        metrics.close();
    }
}
