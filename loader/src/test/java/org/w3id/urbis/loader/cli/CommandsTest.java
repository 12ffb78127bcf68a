package org.w3id.urbis.loader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.urbis.loader.cli.Said.run;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.loader.SmallSource;
import org.w3id.urbis.loader.publication.Publication;

class CommandsTest {

    @TempDir
    private static Path directory;

    private static Path sources;
    private static Path data;

    @BeforeAll
    static void loadOnce() {
        sources = directory.resolve("sources");
        data = directory.resolve("data");
        SmallSource.in(sources);
        Said said = run("load", "small", "--sources", sources.toString(), "--data", data.toString());
        assertEquals(0, said.code(), said::toString);
        assertTrue(said.out().contains("Published revision 1: "), said::toString);
        assertTrue(said.out().contains("small        2          13           0         0"), said::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"load", "sources", "query", "export", "revisions", "rollback", "backup", "restore"})
    void everyCommandExplainsItself(String command) {
        Said said = run(command, "--help");
        assertEquals(0, said.code());
        assertTrue(said.out().contains("Exit codes:") && said.out().contains("Example"), said::out);
    }

    @Test
    void loadingTheSameAgainIsDoneWithNothingToDo() {
        Said said = run("load", "small", "--sources", sources.toString(), "--data", data.toString());
        assertEquals(0, said.code());
        assertTrue(said.out().contains("Nothing has changed, so nothing was published"), said::toString);
    }

    @Test
    void aDryRunSaysWhatWouldChange(@TempDir Path other) {
        SmallSource.in(other).write("networks.ttl", SmallSource.TURTLE.replace("Rivers", "Streams"));
        Said said = run("load", "small", "--dry-run", "--sources", other.toString(), "--data", data.toString());
        assertEquals(0, said.code());
        // The name, and the checksum of the file.
        assertTrue(
                said.out().contains("Would publish") && said.out().contains("2 statements gained and 2 lost"),
                said::toString);
    }

    @Test
    void faultsAreToldWithTheirPlaceAndExitCode1(@TempDir Path other) {
        SmallSource.in(other)
                .write("networks.ttl", SmallSource.TURTLE.replace("a urbis:Network ;", "a urbis:Netwrok ;"));
        Said said = run("load", "small", "--sources", other.toString(), "--data", data.toString());
        assertEquals(1, said.code());
        assertTrue(said.out().contains("small/networks.ttl:6:"), said::toString);
        assertTrue(said.out().contains("Nothing was published"), said::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "load nosuch | There is no source called nosuch",
                "load --from x.csv | --from needs a SOURCE whose file it replaces",
                "load small --from no-such-file.csv | There is no file no-such-file.csv",
                "load --keep 0 | --keep needs a number from 1",
                "load --sources no-such-folder | no-such-folder",
                "query no-such-question | There is no question and no file called no-such-question",
                "query member-counts --param x=y | has no parameters",
                "query network/contact-card --param network | --param takes NAME=VALUE",
                "query network/contact-card --param network=C40 | takes an IRI",
                "query commitment/as-graph --format csv | The answer to this query is a graph",
                "query member-counts --format turtle | The answer to this query is rows",
                "query member-counts --revision 9 | There is no revision 9",
                "export --graph https://a.example/none | has no graph <https://a.example/none>",
                "export --revision 9 | There is no revision 9",
                "rollback 9 | There is no revision 9",
            })
    void whatCannotBeDoneIsToldOnOneLineWithExitCode2(String command, String message) {
        Said said = run((command + " --data " + data).split(" "));
        assertEquals(2, said.code(), said::toString);
        assertTrue(said.err().startsWith("urbis ") && said.err().contains(message), said::toString);
        assertEquals(1, said.err().lines().count(), said::toString);
    }

    @Test
    void sourcesSayWhatIsLoaded() {
        Said said = run("sources", "--sources", sources.toString(), "--data", data.toString());
        assertEquals(0, said.code(), said::toString);
        assertTrue(said.out().contains("small\n  title      A small source\n"), said::toString);
        assertTrue(
                said.out().contains("13 statements in 2 of 2 graphs, since revision 1 of 20")
                        && said.out().contains("not loaded"),
                said::toString);
    }

    @Test
    void revisionsAreListedAndGoneBackTo(@TempDir Path other) {
        Path own = other.resolve("data");
        assertTrue(run("revisions", "--data", own.toString()).out().contains("Nothing is published"));
        for (String name : List.of("Rivers", "Streams")) {
            Node thing = NodeFactory.createURI("https://w3id.org/urbis/id/network/rivers");
            Quad named = Quad.create(thing, thing, RDFS.Nodes.label, NodeFactory.createLiteralString(name));
            new Publication(own, 10, Clock.systemUTC()).publish(() -> Stream.of(named));
        }
        assertEquals(
                List.of("*", "2"),
                List.of(run("revisions", "--data", own.toString())
                                .out()
                                .lines()
                                .toList()
                                .get(1)
                                .split("\\s+"))
                        .subList(0, 2));
        assertTrue(run("rollback", "1", "--data", own.toString()).out().contains("Revision 1 of"));
        assertEquals(
                "*",
                run("revisions", "--data", own.toString())
                        .out()
                        .lines()
                        .toList()
                        .get(2)
                        .split("\\s+")[0]);
    }

    @Test
    void aTableIsFetchedOnlyWhenItsAddressIsGiven(@TempDir Path other) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/towns.csv", exchange -> {
            byte[] body = "key,name\nfar,Far Away\n".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://localhost:" + server.getAddress().getPort();
            SmallSource.in(other).delete("towns.csv");
            Said without = run(
                    "load",
                    "small",
                    "--dry-run",
                    "--sources",
                    other.toString(),
                    "--data",
                    other.resolve("d").toString());
            assertEquals(1, without.code());
            assertTrue(without.out().contains("Get it from https://a.example/towns.csv"), without::toString);
            Said with = run(
                    "load",
                    "small",
                    "--dry-run",
                    "--from",
                    address + "/towns.csv",
                    "--sources",
                    other.toString(),
                    "--data",
                    other.resolve("d").toString());
            assertEquals(0, with.code(), with::toString);
            Said missing = run(
                    "load",
                    "small",
                    "--from",
                    address + "/none.csv",
                    "--sources",
                    other.toString(),
                    "--data",
                    other.resolve("d").toString());
            assertEquals(2, missing.code());
            assertTrue(missing.err().contains("answers with status 404"), missing::toString);
        } finally {
            server.stop(0);
        }
    }
}
