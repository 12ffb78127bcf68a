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
import java.util.stream.Stream;
import org.eclipse.rdf4j.federated.FedXFactory;
import org.eclipse.rdf4j.query.QueryResults;
import org.eclipse.rdf4j.repository.Repository;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;

/**
 * Programs that federate this server with another, choosing by themselves whom to ask what: FedX of RDF4J, and Comunica if it
 * is installed where URBIS_NPM says.
 */
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

    /** Each person who loves the goal with each of its targets. */
    private static Set<String> expected() {
        return Stream.of("p1", "p2", "p3")
                .flatMap(person -> Stream.of("11.1", "11.5")
                        .map(target ->
                                "https://w3id.org/urbis/id/person/" + person + " http://metadata.un.org/sdg/" + target))
                .collect(Collectors.toSet());
    }

    @Test
    void fedX() {
        Repository both = FedXFactory.createSparqlFederation(List.of(server.origin() + "/sparql", other.address()));
        try (RepositoryConnection connection = both.getConnection()) {
            Set<String> rows = QueryResults.asList(
                            connection.prepareTupleQuery(QUERY).evaluate())
                    .stream()
                    .map(row -> row.getValue("person").stringValue() + " "
                            + row.getValue("target").stringValue())
                    .collect(Collectors.toSet());
            assertTrue(rows.containsAll(expected()), rows.toString());
        } finally {
            both.shutDown();
        }
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
        Set<String> rows = said.lines()
                .filter(line -> line.startsWith("row "))
                .map(line -> line.substring("row ".length()))
                .collect(Collectors.toSet());
        assertTrue(rows.containsAll(expected()), said);
    }
}
