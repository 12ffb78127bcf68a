package org.w3id.urbis.endpoint.sparql;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.loader.publication.Revision;

/** Asks the embedded Fuseki and hands its answer on as a stream. */
final class FusekiClient implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FusekiClient.class);
    /** Fuseki stops a query by itself when its time is up; this much later we no longer rely on that. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final int MOST_OF_A_MESSAGE = 4096;

    private final FusekiOnLoopback fuseki;
    private final Duration longest;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("query-watch").factory());

    FusekiClient(FusekiOnLoopback fuseki, Duration queryTimeout) {
        this.fuseki = fuseki;
        this.longest = queryTimeout.plus(GRACE);
    }

    /**
     * Sends a query.
     *
     * @param revision  which revision to ask; the caller holds it
     * @param mediaType what the answer is to be in
     * @return the body of a successful answer, to be closed; reading it fails if the answer breaks off or takes too long
     * @throws ProblemException if Fuseki answers with an error or not in time
     */
    InputStream ask(
            Revision revision,
            ReadQuery query,
            List<String> defaultGraphs,
            List<String> namedGraphs,
            String mediaType) {
        HttpRequest request = HttpRequest.newBuilder(address(revision, defaultGraphs, namedGraphs))
                .timeout(longest)
                .header("Content-Type", "application/sparql-query")
                .header("Accept", mediaType)
                .POST(HttpRequest.BodyPublishers.ofString(query.text()))
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() == 200) {
                return new WatchedStream(response.body(), watch, longest);
            }
            throw refused(response);
        } catch (HttpTimeoutException tooLate) {
            throw timeout().exception(tooLate);
        } catch (IOException broken) {
            LOG.error("The embedded Fuseki did not answer", broken);
            throw Problem.of(ProblemType.INTERNAL, "The query could not be answered.")
                    .exception(broken);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Problem.of(ProblemType.BUSY, "The server is being stopped.").exception(stopping);
        }
    }

    private URI address(Revision revision, List<String> defaultGraphs, List<String> namedGraphs) {
        StringBuilder address = new StringBuilder(fuseki.queryAddress(revision).toString());
        char separator = '?';
        for (String graph : defaultGraphs) {
            address.append(separator)
                    .append("default-graph-uri=")
                    .append(URLEncoder.encode(graph, StandardCharsets.UTF_8));
            separator = '&';
        }
        for (String graph : namedGraphs) {
            address.append(separator)
                    .append("named-graph-uri=")
                    .append(URLEncoder.encode(graph, StandardCharsets.UTF_8));
            separator = '&';
        }
        return URI.create(address.toString());
    }

    private static ProblemException refused(HttpResponse<InputStream> response) throws IOException {
        String message;
        try (InputStream body = response.body()) {
            message = new String(body.readNBytes(MOST_OF_A_MESSAGE), StandardCharsets.UTF_8).strip();
        }
        return switch (response.statusCode()) {
            case 503 -> timeout().exception();
            case 422 ->
                Problem.of(ProblemType.FEDERATION_OFF, "The query asks another endpoint.")
                        .exception();
            case 400 -> Problem.of(ProblemType.QUERY_SYNTAX, message).exception();
            default -> {
                LOG.error("The embedded Fuseki answered {}: {}", response.statusCode(), message);
                yield Problem.of(ProblemType.INTERNAL, "The query could not be answered.")
                        .exception();
            }
        };
    }

    private static Problem timeout() {
        return Problem.of(ProblemType.QUERY_TIMEOUT, "The query was stopped because its time was up.");
    }

    @Override
    public void close() {
        watch.shutdownNow();
        client.shutdownNow();
    }

    /** A stream that breaks when it is not read to its end in time, whatever the other side does. */
    private static final class WatchedStream extends InputStream {
        private final InputStream body;
        private final ScheduledFuture<?> end;
        private volatile boolean late;

        WatchedStream(InputStream body, ScheduledExecutorService watch, Duration longest) {
            this.body = body;
            this.end = watch.schedule(this::breakOff, longest.toMillis(), TimeUnit.MILLISECONDS);
        }

        private void breakOff() {
            late = true;
            try {
                body.close();
            } catch (IOException alreadyBroken) {
                LOG.debug("Closing a late answer failed", alreadyBroken);
            }
        }

        private int checked(int read) throws IOException {
            // A stream closed by the watch may report its end like a whole one.
            if (late) {
                throw new IOException("The answer took too long");
            }
            return read;
        }

        @Override
        public int read() throws IOException {
            return checked(body.read());
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return checked(body.read(bytes, offset, length));
        }

        @Override
        public void close() throws IOException {
            end.cancel(false);
            body.close();
        }
    }
}
