package org.w3id.urbis.endpoint.triplestore;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.w3id.urbis.endpoint.config.StoreConfig;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;

/**
 * Asks the store by the SPARQL 1.1 Protocol: queries in posted forms, rows in JSON.
 *
 * <p>Redirects are not followed, so that neither queries nor credentials go anywhere but where the operator said.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/">SPARQL 1.1 Protocol</a>
 */
final class StoreClient implements AutoCloseable {
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final String ROWS = "application/sparql-results+json";

    private final HttpClient http;
    private final URI address;
    private final Optional<String> authorization;
    private final Duration longest;
    private final Semaphore turns;
    private final StoreTally tally;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("store-clock").factory());

    /**
     * Prepares to ask.
     *
     * @param longest longest a request may take until all of its answer has been read
     */
    StoreClient(StoreConfig config, Duration longest, StoreTally tally) {
        this.address = config.address();
        this.authorization = config.authorization();
        this.longest = longest;
        this.turns = new Semaphore(config.connections(), true);
        this.tally = tally;
        this.clock.setRemoveOnCancelPolicy(true);
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECTING);
        config.trust().ifPresent(client::sslContext);
        this.http = client.build();
    }

    /**
     * The graphs that a query is asked of, in place of those that the store asks by itself.
     *
     * @param defaultGraphs whose merge is the default graph
     * @param namedGraphs   which can be named
     */
    record Scope(List<String> defaultGraphs, List<String> namedGraphs) {
        static final Scope ALL = new Scope(List.of(), List.of());
    }

    /**
     * Asks and waits for the answer to begin.
     *
     * @param query a SELECT query
     * @return the rows, to be closed
     * @throws ProblemException if the store does not answer as it should
     */
    StoreRows ask(String query, Scope scope) {
        try {
            return once(query, scope);
        } catch (ProblemException broken) {
            if (broken.problem().type() == ProblemType.STORE_FAILED && broken.getCause() instanceof IOException) {
                // A connection kept open is broken when the store was started again; to ask twice does no harm.
                return once(query, scope);
            }
            throw broken;
        }
    }

    private StoreRows once(String query, Scope scope) {
        long begun = System.nanoTime();
        takeTurn();
        StoreCall call = null;
        try {
            call = new StoreCall(http.sendAsync(request(query, scope), HttpResponse.BodyHandlers.ofInputStream()));
            call.alarm(clock.schedule(call::expire, longest.toMillis(), TimeUnit.MILLISECONDS));
            HttpResponse<InputStream> head = call.head();
            check(head);
            tally.answered(System.nanoTime() - begun);
            return new StoreRows(call, head.body(), tally);
        } catch (RuntimeException failed) {
            if (call != null) {
                call.close();
            }
            throw failed instanceof ProblemException problem ? tally.failed(problem) : failed;
        } finally {
            // Rows may be read for long, and another request made meanwhile by who reads them: what waits for a turn
            // must never hold one.
            turns.release();
        }
    }

    private void takeTurn() {
        try {
            if (!turns.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw StoreProblems.busy();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw StoreProblems.busy();
        }
    }

    private HttpRequest request(String query, Scope scope) {
        StringBuilder form = new StringBuilder("query=").append(encoded(query));
        scope.defaultGraphs()
                .forEach(graph -> form.append("&default-graph-uri=").append(encoded(graph)));
        scope.namedGraphs().forEach(graph -> form.append("&named-graph-uri=").append(encoded(graph)));
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", ROWS)
                .header("User-Agent", "Urbis (+https://w3id.org/urbis/)")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString(), StandardCharsets.US_ASCII));
        authorization.ifPresent(value -> request.header("Authorization", value));
        return request.build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void check(HttpResponse<InputStream> head) {
        if (head.statusCode() != 200) {
            throw StoreProblems.status(head.statusCode());
        }
        String type = head.headers()
                .firstValue("Content-Type")
                .orElse("")
                .split(";", 2)[0]
                .strip()
                .toLowerCase(Locale.ROOT);
        if (!type.equals(ROWS) && !type.equals("application/json")) {
            throw StoreProblems.unusable(type.isEmpty() ? "-" : type.replaceAll("[^a-z0-9/+.-]", "?"), null);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        http.shutdownNow();
    }
}
