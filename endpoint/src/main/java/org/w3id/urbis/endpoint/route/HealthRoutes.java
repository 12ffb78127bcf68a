package org.w3id.urbis.endpoint.route;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import org.apache.jena.atlas.json.JsonObject;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.loader.publication.Revision;

/** {@code /health}: whether the server is ready, and which revision it answers from. */
public final class HealthRoutes implements HttpService {
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
            Answering.revision(response, revision);
            response.header(HeaderNames.CACHE_CONTROL, "no-store");
            Answering.send(
                    request, response, "application/json", json.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
