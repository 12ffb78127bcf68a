package org.w3id.urbis.endpoint.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;

/** Comunica federates this server with another, choosing by itself whom to ask what; if it is installed where URBIS_NPM says. */
class FederatedClientsTest {
    private static final String NPM = System.getenv("URBIS_NPM");
    private static final String QUERY = "SELECT ?person ?target WHERE {"
            + " ?person <https://w3id.org/urbis/ontology#lovesGoal> ?goal ."
            + " ?goal <http://metadata.un.org/sdg/ontology#hasTarget> ?target }";

    @TempDir
    private static Path data;

    private static OtherFuseki other;
    private static RunningServer server;

    @BeforeAll
    static void start() {
        other = OtherFuseki.ofSample();
        Town.publish(data, Town.crowd(3));
        server = RunningServer.on(data);
    }

    @AfterAll
    static void stop() {
        server.close();
        other.close();
    }

    @Test
    void comunica() throws IOException, InterruptedException {
        assumeTrue(NPM != null, "URBIS_NPM is not set");
        Path script = data.resolve("federate.mjs");
        Files.writeString(script, """
            import { createRequire } from 'node:module';
            const require = createRequire(process.env.URBIS_NPM + '/');
            const { QueryEngine } = require('@comunica/query-sparql');
            const [query, ...endpoints] = process.argv.slice(2);
            const sources = endpoints.map(value => ({ type: 'sparql', value }));
            const rows = await (await new QueryEngine().queryBindings(query, { sources })).toArray();
            for (const row of rows) console.log('row ' + row.get('person').value + ' ' + row.get('target').value);
            """);
        ProcessBuilder builder = new ProcessBuilder(
                        "node", script.toString(), QUERY, server.origin() + "/sparql", other.address())
                .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.remove("http_proxy");
        environment.remove("HTTP_PROXY");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        Set<String> rows = said.lines().filter(line -> line.startsWith("row ")).collect(Collectors.toSet());
        Set<String> expected = List.of("p1", "p2", "p3").stream()
                .flatMap(person -> List.of("11.1", "11.5").stream()
                        .map(target -> "row https://w3id.org/urbis/id/person/" + person + " http://metadata.un.org/sdg/"
                                + target))
                .collect(Collectors.toSet());
        assertTrue(rows.containsAll(expected), said);
    }
}
