package org.w3id.urbis.loader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.urbis.loader.cli.Said.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.loader.SmallSource;

/** What is asked of the graph, and taken out of it, by commands. */
class QueryCommandTest {

    @TempDir
    private static Path directory;

    private static Path data;

    @BeforeAll
    static void loadOnce() {
        Path sources = directory.resolve("sources");
        data = directory.resolve("data");
        SmallSource.in(sources);
        Said said = run("load", "small", "--sources", sources.toString(), "--data", data.toString());
        assertEquals(0, said.code(), said::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "SELECT ?name { ?n a urbis:Network ; skos:prefLabel ?name } | csv | name\\nRivers\\n",
                "SELECT ?name { ?n a urbis:Network ; skos:prefLabel ?name } | tsv | ?name\\n\"Rivers\"@en\\n",
                "ASK { GRAPH ?g { network:rivers ?p ?o } } | table | yes",
                "CONSTRUCT WHERE { network:rivers a ?c } | turtle | urbis:Network",
                "CONSTRUCT WHERE { network:rivers a ?c } | json | \"@id\"",
                "DESCRIBE network:rivers | xml | <rdf:RDF",
            })
    void oneMayAskOnesOwnQuery(String query, String format, String expected) throws IOException {
        Said said = ask(query, "--format", format);
        assertEquals(0, said.code(), said::toString);
        assertTrue(
                said.out()
                        .replace("\r", "")
                        .toLowerCase()
                        .contains(expected.replace("\\n", "\n").toLowerCase()),
                said::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } } | SERVICE is refused",
                "SELECT * FROM <file:///etc/hostname> { ?s ?p ?o } | FROM is refused",
                "SELECT ( <java:java.lang.Math>(1) AS ?x ) {} | There is no function <java:java.lang.Math>",
                "SELECT * { ?s } | query.rq:5:",
            })
    void whatReachesOutsideIsRefused(String query, String message) throws IOException {
        Said said = ask(query);
        assertEquals(2, said.code());
        assertTrue(said.err().contains(message), said::toString);
    }

    @Test
    void parametersOfAQuestionAreBound() {
        Said said = run(
                "query",
                "provenance-of-a-fact",
                "--data",
                data.toString(),
                "--format",
                "csv",
                "--param",
                "subject=https://w3id.org/urbis/id/network/rivers",
                "--param",
                "property=http://www.w3.org/2004/02/skos/core#prefLabel");
        assertEquals(0, said.code(), said::toString);
        assertTrue(
                said.out().contains("Rivers,A small document,,1,2,https://w3id.org/urbis/graph/small/networks"),
                said::toString);
    }

    @Test
    void theQuestionsAreListed() {
        Said said = run("query");
        assertEquals(0, said.code());
        assertTrue(
                said.out().contains("network/contact-card") && said.out().contains("--param network="), said::toString);
    }

    @Test
    void theGraphIsExported() throws IOException {
        Said all = run("export", "--data", data.toString());
        assertEquals(all.out().lines().sorted().toList(), all.out().lines().toList());
        Said graph = run(
                "export",
                "--format",
                "turtle",
                "--graph",
                "https://w3id.org/urbis/graph/small/networks",
                "--data",
                data.toString());
        assertTrue(
                graph.out().contains("network:rivers a urbis:Network")
                        && !graph.out().contains("Riverton"),
                graph::out);
        Path file = directory.resolve("out.trig");
        assertEquals(
                0,
                run("export", "--format", "trig", "-o", file.toString(), "--data", data.toString())
                        .code());
        assertTrue(Files.readString(file).contains("Riverton"));
    }

    private static Said ask(String query, String... options) throws IOException {
        Path file = Files.writeString(directory.resolve("query.rq"), """
            PREFIX network: <https://w3id.org/urbis/id/network/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX urbis: <https://w3id.org/urbis/ontology#>

            """ + query);
        String[] all = new String[options.length + 4];
        all[0] = "query";
        all[1] = file.toString();
        all[2] = "--data";
        all[3] = data.toString();
        System.arraycopy(options, 0, all, 4, options.length);
        return run(all);
    }
}
