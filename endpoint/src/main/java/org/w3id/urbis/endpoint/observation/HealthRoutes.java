package org.w3id.urbis.endpoint.observation;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.openapi.Answer;
import org.w3id.urbis.endpoint.openapi.AnswerHeader;
import org.w3id.urbis.endpoint.openapi.Group;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.endpoint.store.RevisionStore;
import org.w3id.urbis.loader.publication.Revision;

/**
 * {@code /health}: whether the process is alive, and whether it serves a revision.
 *
 * @see <a href="https://download.eclipse.org/microprofile/microprofile-health-4.0/microprofile-health-spec-4.0.html">MicroProfile
 *     Health, the JSON of its answers</a>
 */
public final class HealthRoutes implements HttpService, Operations {
    private static final Logger LOG = LoggerFactory.getLogger(HealthRoutes.class);
    private static final String UP = "UP";
    private static final String DOWN = "DOWN";

    private final RevisionStore store;
    private final List<ReadyCheck> more;

    /**
     * Prepares the routes.
     *
     * @param store the revisions
     * @param more  what else has to be well for readers to be sent here
     */
    public HealthRoutes(RevisionStore store, List<ReadyCheck> more) {
        this.store = store;
        this.more = List.copyOf(more);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/health", (request, response) -> send(request, response, all(live(), ready(response))));
        rules.any("/health/live", (request, response) -> send(request, response, List.of(live())));
        rules.any("/health/ready", (request, response) -> send(request, response, all(ready(response))));
    }

    /** One thing that was looked at. */
    private record Check(String name, boolean isUp, JsonObject data) {
        JsonObject json() {
            JsonObject json = new JsonObject();
            json.put("name", name);
            json.put("status", isUp ? UP : DOWN);
            if (!data.isEmpty()) {
                json.put("data", data);
            }
            return json;
        }
    }

    private List<Check> all(Check... checks) {
        return Stream.concat(
                        Stream.of(checks),
                        more.stream().map(other -> new Check(other.name(), other.isUp(), other.data())))
                .toList();
    }

    /** Who answers is alive; a process whose memory or threads have gone does not come so far. */
    private static Check live() {
        return new Check("process", true, new JsonObject());
    }

    private Check ready(ServerResponse response) {
        JsonObject data = new JsonObject();
        try (RevisionLease lease = store.lease()) {
            DatasetGraph dataset = lease.dataset();
            boolean isRead = Txn.calculateRead(dataset, () -> dataset.contains(Node.ANY, Node.ANY, Node.ANY, Node.ANY));
            Revision revision = lease.info();
            data.put("revision", revision.number());
            data.put("hash", revision.hash());
            data.put("created", revision.created().toString());
            data.put("quads", revision.quads());
            response.header(Answering.REVISION, Long.toString(revision.number()));
            return new Check("revision", isRead, data);
        } catch (RuntimeException unreadable) {
            // Whatever the reason is, who balances load must send readers elsewhere.
            LOG.warn("The revision cannot be read", unreadable);
            return new Check("revision", false, data);
        }
    }

    private static void send(ServerRequest request, ServerResponse response, List<Check> checks) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        boolean isUp = checks.stream().allMatch(Check::isUp);
        JsonObject json = new JsonObject();
        json.put("status", isUp ? UP : DOWN);
        JsonArray all = new JsonArray();
        checks.forEach(check -> all.add(check.json()));
        json.put("checks", all);
        response.status(isUp ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503);
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        Answering.send(request, response, "application/json", json.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        operations.add(operation("/health", "health", "Whether the server is alive and ready"));
        operations.add(operation("/health/live", "healthLive", "Whether the process is alive"));
        operations.add(operation("/health/ready", "healthReady", "Whether a revision is being served"));
        return operations;
    }

    private static Operation operation(String path, String id, String summary) {
        return Operation.get(path, id, Group.SERVER, summary)
                .describedAs(
                        "In the form of MicroProfile Health: each thing that was looked at, and whether all are up."
                                + " What is ready names the revision that is being served.")
                .answering(
                        Answer.ok("All is well.")
                                .in("application/json", Schema.ref("Health"))
                                .with(AnswerHeader.CACHE_CONTROL),
                        Answer.of(503, "Something is not, or the server is too busy to look.")
                                .in("application/json", Schema.ref("Health"))
                                .in(Problem.MEDIA_TYPE, Schema.ref("Problem")))
                .failing(ProblemType.METHOD_NOT_ALLOWED);
    }

    @Override
    public Map<String, Schema> schemas() {
        Schema status = Schema.choice(List.of(UP, DOWN));
        Schema data = Schema.object()
                .having("revision", Schema.integer(1).saying("Number of the revision answered from."))
                .having("hash", Schema.text().saying("SHA-256 of its content."))
                .having("created", Schema.text("date-time").saying("When it was published."))
                .having("quads", Schema.integer(0).saying("Statements in all."))
                .having("topic", Schema.text().saying("Of a replica: the log it follows."))
                .having("sequence", Schema.integer(0).saying("Of a replica: the last entry of the log it has taken."))
                .having(
                        "behindRevisions",
                        Schema.integer(0).saying("Of a replica: entries it lacks, as far as it knows."))
                .having(
                        "behindSeconds",
                        Schema.integer(0).saying("Of a replica: for how long it has not known that it has everything."))
                .having("publisher", Schema.text("uri").saying("Of a replica: whom it follows."))
                .having("fault", Schema.text().saying("Of a replica: what keeps it from going on."));
        return Map.of(
                "Health",
                Schema.object()
                        .having("status", status)
                        .having(
                                "checks",
                                Schema.list(Schema.object()
                                        .having("name", Schema.text())
                                        .having("status", status)
                                        .having("data", data)
                                        .requiring("name", "status")))
                        .requiring("status", "checks"));
    }
}
