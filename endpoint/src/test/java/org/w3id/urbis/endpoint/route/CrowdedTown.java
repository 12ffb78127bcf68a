package org.w3id.urbis.endpoint.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.StartedOnce;
import org.w3id.urbis.endpoint.Town;

/** A server of the town and of a crowd too large for one page, for tests that only read. */
final class CrowdedTown {
    static final String BASE = "https://w3id.org/urbis/";
    static final Node BRIDGES = Town.iri(BASE + "id/network/bridges");
    static final String SDG_11 = "/resource?iri=" + RunningServer.encode("http://metadata.un.org/sdg/11");

    private static final StartedOnce<RunningServer> SERVER = new StartedOnce<>(data -> {
        Town.publish(data, Town.crowd(60));
        return RunningServer.on(data);
    });

    private CrowdedTown() {}

    static RunningServer server() {
        return SERVER.running();
    }

    static Graph graph(HttpResponse<String> response) {
        assertEquals(200, response.statusCode(), response.body());
        String mediaType =
                response.headers().firstValue("Content-Type").orElseThrow().split(";")[0];
        return RDFParser.fromString(response.body(), RDFLanguages.contentTypeToLang(mediaType))
                .base(server().origin())
                .toGraph();
    }

    static String page(String path, String... headers) {
        List<String> all = new ArrayList<>(List.of("Accept", "text/html"));
        all.addAll(List.of(headers));
        HttpResponse<String> response = server().get(path, all.toArray(String[]::new));
        assertEquals(200, response.statusCode(), response.body());
        return response.body();
    }
}
