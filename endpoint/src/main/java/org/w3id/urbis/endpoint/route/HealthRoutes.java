package org.w3id.urbis.endpoint.route;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JsonObject;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.openapi.Answer;
import org.w3id.urbis.endpoint.openapi.AnswerHeader;
import org.w3id.urbis.endpoint.openapi.Group;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.loader.publication.Revision;

/** {@code /health}: whether the server is ready, and which revision it answers from. */
public final class HealthRoutes implements HttpService, Operations {
    private final Site site;

    /** Prepares the route. */
    public HealthRoutes(Site site) {
        this.site = site;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/health", this::health);
    }

    private void health(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        try (RevisionLease lease = site.store().lease()) {
            Revision revision = lease.info();
            JsonObject json = new JsonObject();
            json.put("status", "ready");
            json.put("revision", revision.number());
            json.put("hash", revision.hash());
            json.put("created", revision.created().toString());
            json.put("quads", revision.quads());
            response.header(Answering.REVISION, Long.toString(revision.number()));
            response.header(HeaderNames.CACHE_CONTROL, "no-store");
            Answering.send(
                    request, response, "application/json", json.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.get("/health", "health", Group.SERVER, "Whether the server is ready")
                .describedAs("Answers as soon as a revision is open, and names it.")
                .answering(Answer.ok("The server is ready.")
                        .in("application/json", Schema.ref("Health"))
                        .with(AnswerHeader.URBIS_REVISION, AnswerHeader.CACHE_CONTROL))
                .failing(ProblemType.METHOD_NOT_ALLOWED));
    }

    @Override
    public Map<String, Schema> schemas() {
        return Map.of(
                "Health",
                Schema.object()
                        .having("status", Schema.choice(List.of("ready")))
                        .having("revision", Schema.integer(1).saying("Number of the revision answered from."))
                        .having("hash", Schema.text().saying("SHA-256 of its content."))
                        .having("created", Schema.text("date-time").saying("When it was published."))
                        .having("quads", Schema.integer(0).saying("Statements in all."))
                        .requiring("status", "revision", "hash", "created", "quads"));
    }
}
