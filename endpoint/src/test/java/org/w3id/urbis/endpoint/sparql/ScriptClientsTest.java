package org.w3id.urbis.endpoint.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;

/**
 * Clients of JavaScript and Python get on with the endpoint. They are asked if they are installed: those of npm in the
 * folder that the environment variable {@code URBIS_NPM} names, those of Python for the system's interpreter.
 */
class ScriptClientsTest {
    private static final String FRENCH = "row https://w3id.org/urbis/id/network/bridges Villes à ponts@fr";
    private static final String NPM = System.getenv("URBIS_NPM");

    @TempDir
    private static Path data;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        Town.publish(data);
        server = RunningServer.on(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private record Said(int code, List<String> lines) {}

    private static Said run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("PYTHONIOENCODING", "UTF-8");
        environment.remove("http_proxy");
        environment.remove("HTTP_PROXY");
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), said.lines().toList());
    }

    private static String script(String name) throws URISyntaxException {
        return Path.of(ScriptClientsTest.class.getResource("/clients/" + name).toURI())
                .toString();
    }

    private static void says(String script, String program, String... expected)
            throws IOException, InterruptedException, URISyntaxException {
        Said said = run(program, script(script), server.origin() + "/sparql");
        assertEquals(Arrays.asList(expected), said.lines());
        assertEquals(0, said.code());
    }

    private static void assumeNpm(String module) {
        assumeTrue(NPM != null, "URBIS_NPM names no folder");
        assertTrue(Files.isDirectory(Path.of(NPM, "node_modules", module)), () -> NPM + " lacks " + module);
    }

    private static String python(String modules) throws InterruptedException {
        Optional<String> python = Optional.empty();
        for (String candidate : List.of("/usr/bin/python3", "python3")) {
            try {
                if (python.isEmpty()
                        && run(candidate, "-c", "import " + modules).code() == 0) {
                    python = Optional.of(candidate);
                }
            } catch (IOException notInstalled) {
                // The next one may be.
            }
        }
        assumeTrue(python.isPresent(), "no Python here has " + modules);
        return python.get();
    }

    @Test
    void comunica() throws Exception {
        assumeNpm("@comunica/query-sparql");
        says("comunica.mjs", "node", FRENCH, "ask true", "triples 4");
    }

    @Test
    void fetchSparqlEndpoint() throws Exception {
        assumeNpm("fetch-sparql-endpoint");
        says(
                "fetch-sparql-endpoint.mjs",
                "node",
                FRENCH,
                "ask true",
                "triples 4",
                FRENCH,
                "ask true",
                "triples 4",
                "refused true");
    }

    @Test
    void sparqlWrapper() throws Exception {
        says(
                "sparqlwrapper.py",
                python("SPARQLWrapper, rdflib"),
                FRENCH,
                FRENCH,
                "xml 1",
                "csv 2",
                "tsv 2",
                "ask True",
                "rdfxml 4",
                "turtle True",
                "refused True");
    }

    @Test
    void rdflib() throws Exception {
        String[] once = {"networks 2", "french ['Villes à ponts']", "has True", "count [2]", "ask True"};
        String[] twice = Arrays.copyOf(once, 2 * once.length);
        System.arraycopy(once, 0, twice, once.length, once.length);
        says("rdflib_store.py", python("rdflib, SPARQLWrapper"), twice);
    }
}
