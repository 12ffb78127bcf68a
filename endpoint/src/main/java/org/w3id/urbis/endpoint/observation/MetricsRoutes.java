package org.w3id.urbis.endpoint.observation;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.w3id.urbis.endpoint.client.AddressRanges;
import org.w3id.urbis.endpoint.client.Client;
import org.w3id.urbis.endpoint.client.Clients;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.metrics.Metrics;
import org.w3id.urbis.endpoint.openapi.Answer;
import org.w3id.urbis.endpoint.openapi.AnswerHeader;
import org.w3id.urbis.endpoint.openapi.Group;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemType;

/**
 * {@code /metrics}: what the server counts and measures, for Prometheus.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Prometheus, exposition formats</a>
 */
public final class MetricsRoutes implements HttpService, Operations {
    private static final String OPEN_METRICS = "application/openmetrics-text";
    private static final String OPEN_METRICS_1 = OPEN_METRICS + "; version=1.0.0; charset=utf-8";
    private static final String PROMETHEUS = "text/plain";
    private static final String PROMETHEUS_0 = PROMETHEUS + "; version=0.0.4; charset=utf-8";

    private final Metrics metrics;
    private final AddressRanges readers;

    /**
     * Prepares the route.
     *
     * @param readers who may read them; nobody whose address is hidden by a proxy may
     */
    public MetricsRoutes(Metrics metrics, AddressRanges readers) {
        this.metrics = metrics;
        this.readers = readers;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/metrics", this::metrics);
    }

    private void metrics(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        Client client = Clients.current();
        if (client.way() == Client.Way.UNKNOWN_PROXY || !readers.contains(client.address())) {
            throw Problem.of(
                            ProblemType.FORBIDDEN,
                            "The metrics are not for the address you ask from. The operator can allow it by the setting"
                                    + " metrics-clients, and must list a proxy between by trusted-proxies.")
                    .exception();
        }
        boolean open = Asking.header(request, HeaderNames.ACCEPT).contains(OPEN_METRICS);
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        Answering.vary(response, "Accept");
        Answering.send(
                request, response, open ? OPEN_METRICS_1 : PROMETHEUS_0, bytes(open ? OPEN_METRICS : PROMETHEUS));
    }

    private byte[] bytes(String mediaType) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            metrics.write(bytes, mediaType);
        } catch (IOException memoryNeverFails) {
            throw new UncheckedIOException(memoryNeverFails);
        }
        return bytes.toByteArray();
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.get("/metrics", "metrics", Group.SERVER, "What the server counts and measures")
                .describedAs("Requests by route and status, how long they took, queries, memories of answers, the"
                        + " revision, submissions, the virtual machine. In the text format of Prometheus, or as"
                        + " OpenMetrics. Only for addresses that the operator allows.")
                .answering(Answer.ok("The metrics.")
                        .in(PROMETHEUS)
                        .in(OPEN_METRICS)
                        .with(AnswerHeader.CACHE_CONTROL))
                .failing(ProblemType.FORBIDDEN));
    }
}
