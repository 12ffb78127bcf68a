package org.w3id.urbis.endpoint.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.StartedOnce;
import org.w3id.urbis.endpoint.Town;
import org.w3id.urbis.endpoint.config.Setting;

/** A town and a second, real SPARQL server on this machine, which the town's operator has turned on. */
final class FederatedTown implements AutoCloseable {
    static final String PREFIXES = """
        PREFIX urbis: <https://w3id.org/urbis/ontology#>
        PREFIX sdg: <http://metadata.un.org/sdg/>
        PREFIX sdgo: <http://metadata.un.org/sdg/ontology#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        """;

    private static final int CROWD = 250;
    private static final StartedOnce<FederatedTown> SHARED = new StartedOnce<>(FederatedTown::new);

    private final OtherFuseki other;
    private final RunningServer server;

    private FederatedTown(Path data) throws IOException {
        other = OtherFuseki.ofSample();
        other.add(IntStream.rangeClosed(1, CROWD)
                .mapToObj(number -> Triple.create(
                        NodeFactory.createURI("https://w3id.org/urbis/id/person/p" + number),
                        NodeFactory.createURI("http://other.example/double"),
                        NodeFactory.createLiteralString(Integer.toString(2 * number))))
                .toList());
        Town.publish(data, Town.crowd(CROWD));
        Files.writeString(data.resolve("federation.properties"), """
            sdg.address = %s
            gone.address = http://127.0.0.1:1/
            copied.address = http://127.0.0.1:1/
            copied.mirror = https://w3id.org/urbis/graph/town/crowd
            copy.mirror = https://w3id.org/urbis/graph/town/crowd
            copy.prefer = mirror
            filed.address = http://127.0.0.1:1/
            filed.copy = %s
            """.formatted(other.address(), OtherFuseki.sample()));
        server = RunningServer.on(data, Map.of(Setting.FEDERATION, "sdg, gone, copied, copy, filed"));
    }

    /** The server that asks. */
    static RunningServer server() {
        return SHARED.running().server;
    }

    /** The server that is asked. */
    static OtherFuseki other() {
        return SHARED.running().other;
    }

    /** The rows of a query, which must be answered. */
    static String csv(String query) {
        HttpResponse<String> answer = server().query(PREFIXES + query, "Accept", "text/csv");
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    @Override
    public void close() {
        server.close();
        other.close();
    }
}
