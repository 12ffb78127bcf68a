package org.w3id.urbis.loader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.loader.publication.Publication;
import picocli.CommandLine;

class ValidateCommandTest {

    private static final String GOOD = """
        @prefix network: <https://w3id.org/urbis/id/network/> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix dct: <http://purl.org/dc/terms/> .
        @prefix urbis: <https://w3id.org/urbis/ontology#> .

        network:rivers a urbis:Network ;
            skos:prefLabel "Rivers"@en ;
            dct:description "Cities on rivers."@en ;
            urbis:citation [ urbis:lines "3-5" ] .
        """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void saysThatAFileIsFine() throws IOException {
        Path file = Files.writeString(folder.resolve("good.ttl"), GOOD);
        assertEquals(0, run(file.toString()), () -> out + "" + err);
        assertEquals("No fault found in 1 file, 5 statements.\n", out.toString());
        assertEquals("", err.toString());
    }

    @Test
    void makesTheFixesThatAreSureAndNoOthers() throws IOException {
        String text = GOOD.replace("\"Rivers\"@en", "\"Rivers\"@sp")
                .replace(
                        "a urbis:Network ;",
                        "a urbis:Network ; urbis:foundingYear \"12/03/2021\"^^<http://www.w3.org/2001/XMLSchema#date>"
                                + " ;")
                .replace("dct:description", "dct:descriptoin");
        Path file = Files.writeString(folder.resolve("bad.ttl"), text);
        Path other = folder.resolve("other.ttl");
        assertEquals(1, run(file.toString(), "--fix", "-o", other.toString()), () -> out + "" + err);
        assertEquals(text, Files.readString(file), "is left alone");
        String mended = Files.readString(other);
        assertTrue(mended.contains("\"Rivers\"@es"), mended);
        assertTrue(mended.contains("\"12/03/2021\""), mended);
        assertTrue(out.toString().startsWith(file + ":7:"), out::toString);

        assertEquals(1, run(file.toString(), "--fix"), () -> out + "" + err);
        assertEquals(mended, Files.readString(file));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(2, left.count(), "and nothing beside it");
        }
        assertEquals(2, run(file.toString(), other.toString(), "--fix", "-o", other.toString()));
        assertTrue(err.toString().contains("takes the text of one file"), err::toString);
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.ttl"), GOOD.replace("urbis:Network", "urbis:Netwrok"));
        assertEquals(1, run(file.toString()));
        assertTrue(
                out.toString().startsWith(file + ":6:18: violation: The ontology has no urbis:Netwrok.\n"),
                out.toString());
        assertTrue(out.toString().contains("\n  fix: Did you mean urbis:Network"), out.toString());
        assertEquals("", err.toString());
    }

    @Test
    void answersInJson() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.ttl"), GOOD.replace("\"3-5\"", "\"three\""));
        assertEquals(1, run(file.toString(), "--format", "json"));
        JsonObject report = JSON.parse(out.toString());
        assertEquals(
                9,
                report.get("findings")
                        .getAsArray()
                        .get(0)
                        .getAsObject()
                        .get("line")
                        .getAsNumber()
                        .value()
                        .intValue());
    }

    @Test
    void takesFoldersAndSkipsWhatIsNoRdf() throws IOException {
        Files.createDirectories(folder.resolve("below"));
        Files.writeString(folder.resolve("good.ttl"), GOOD);
        Files.writeString(
                folder.resolve("below/lakes.nt"),
                "<https://w3id.org/urbis/id/network/lakes> <https://w3id.org/urbis/ontology#nonsense> \"x\" .\n");
        Files.writeString(folder.resolve("package.json"), "{");
        Files.writeString(folder.resolve("README.md"), "nothing");
        assertEquals(1, run(folder.toString(), folder.resolve("good.ttl").toString()));
        assertTrue(out.toString().contains("lakes.nt:1:43: violation:"), out.toString());
        assertTrue(out.toString().endsWith("in 2 files, 6 statements.\n"), out.toString());
    }

    @Test
    void judgesByShapesOfOnesOwn() throws IOException {
        Path file = Files.writeString(folder.resolve("good.ttl"), GOOD);
        Path shapes = Files.writeString(folder.resolve("shapes.ttl"), """
            @prefix sh: <http://www.w3.org/ns/shacl#> .
            @prefix urbis: <https://w3id.org/urbis/ontology#> .
            [] a sh:NodeShape ; sh:targetClass urbis:Network ;
                sh:property [ sh:path urbis:website ; sh:minCount 1 ; sh:message "Where is it?" ] .
            """);
        assertEquals(1, run(file.toString(), "--shapes", shapes.toString()));
        assertTrue(out.toString().startsWith(file + ":6:1: violation: Where is it?\n"), out.toString());
    }

    @Test
    void refusesShapesThatShaclDoesNotAllow() throws IOException {
        Path file = Files.writeString(folder.resolve("good.ttl"), GOOD);
        Path shapes = Files.writeString(folder.resolve("shapes.ttl"), """
            @prefix sh: <http://www.w3.org/ns/shacl#> .
            [] a sh:NodeShape ; sh:targetClass "Network" .
            """);
        assertEquals(2, run(file.toString(), "--shapes", shapes.toString()));
        assertEquals("", out.toString());
        assertTrue(err.toString().startsWith(shapes + ":2:36: violation: \"Network\" is not an IRI,"), err.toString());
        assertTrue(err.toString().endsWith("urbis validate: nothing can be judged by these shapes.\n"), err.toString());
    }

    @Test
    void judgesAgainstWhatIsPublished() throws IOException {
        Path data = folder.resolve("data");
        Path source = Files.createDirectories(folder.resolve("rivers-report"));
        publish(data, GOOD, "rivers.ttl", "rivers-report");
        Path changed = Files.writeString(source.resolve("rivers.ttl"), GOOD.replace("\"Rivers\"", "\"River Cities\""));
        assertEquals(0, run(changed.toString(), "--against", data.toString()), () -> out + "" + err);

        Path other = Files.writeString(source.resolve("lakes.ttl"), GOOD.replace("\"Rivers\"", "\"River Cities\""));
        assertEquals(1, run(other.toString(), "--against", data.toString()), "two names, of two files");
        assertTrue(
                out.toString().contains("lakes.ttl:7:20: violation: network:rivers has two preferred names"),
                out.toString());

        Path partner = Files.writeString(
                source.resolve("partner.ttl"),
                GOOD.replace("network:rivers", "network:lakes")
                        .replace(
                                "urbis:citation",
                                "urbis:cooperatesWith network:rivers , network:nobody ;\n    urbis:citation"));
        assertEquals(1, run(partner.toString(), "--against", data.toString()));
        assertTrue(
                out.toString().contains("partner.ttl:9:43: violation: network:lakes refers to network:nobody"),
                out.toString());
        assertFalse(out.toString().contains("refers to network:rivers"), out.toString());
    }

    /** Publishes a file as the one graph of a source, with the catalogue that names it. */
    private static void publish(Path data, String turtle, String file, String source) {
        Node graph = NodeFactory.createURI("https://w3id.org/urbis/graph/" + source + "/rivers");
        Node catalogue = NodeFactory.createURI("https://w3id.org/urbis/graph/catalogue");
        List<Quad> quads = new ArrayList<>();
        quads.add(Quad.create(
                catalogue,
                graph,
                NodeFactory.createURI("https://w3id.org/urbis/ontology#file"),
                NodeFactory.createLiteralString(file)));
        RDFParser.fromString(turtle, Lang.TURTLE).toGraph().find().forEachRemaining(triple -> {
            if (!triple.getSubject().isBlank() && !triple.getObject().isBlank()) {
                quads.add(Quad.create(graph, triple));
            }
        });
        new Publication(data, 1, Clock.systemUTC()).publish(quads::stream).orElseThrow();
    }

    @Test
    void endsWithTwoWhenItCannotBeDone() throws IOException {
        Files.writeString(folder.resolve("table.docx"), "x");
        Files.writeString(folder.resolve("shapes.ttl"), "this is no Turtle");
        Path file = Files.writeString(folder.resolve("good.ttl"), GOOD);
        Files.createDirectory(folder.resolve("empty"));
        assertFails(
                "none.ttl: there is no such file", folder.resolve("none.ttl").toString());
        assertFails("Nothing is published in ", file.toString(), "--against", folder.toString());
        assertFails("known endings are .ttl", folder.resolve("table.docx").toString());
        assertFails(
                "there is no RDF file in this folder or below",
                folder.resolve("empty").toString());
        assertFails(
                "shapes.ttl",
                file.toString(),
                "--shapes",
                folder.resolve("shapes.ttl").toString());
        assertFails("no format is called pdf", file.toString(), "--format", "pdf");
        assertFails("messages are not in tlh, only in ar, en", file.toString(), "--lang", "tlh");
        assertFails(
                "report.txt",
                file.toString(),
                "--output",
                folder.resolve("none/report.txt").toString());
        assertFails("FILE");
    }

    @Test
    void writesTheReportToAFileInTheFormThatItsEndingSays() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.ttl"), GOOD.replace("\"3-5\"", "\"three\""));
        Path sarif = folder.resolve("findings.sarif");
        assertEquals(1, run(file.toString(), "--output", sarif.toString()));
        assertEquals("1 violation in 1 file, 5 statements.\n", out.toString());
        assertEquals("2.1.0", JSON.parse(Files.readString(sarif)).getString("version"));

        Path other = folder.resolve("findings.sarif2");
        assertEquals(1, run(file.toString(), "--format", "junit", "--output", other.toString()));
        assertTrue(Files.readString(other).startsWith("<?xml"), Files.readString(other));
    }

    @Test
    void coloursWhenItIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.ttl"), GOOD.replace("\"3-5\"", "\"three\""));
        assertEquals(1, run(file.toString(), "--color", "always"));
        assertTrue(out.toString().contains("\u001B[1;31mviolation:"), out.toString());
        out.getBuffer().setLength(0);
        assertEquals(1, run(file.toString(), "--color", "never"));
        assertFalse(out.toString().contains("\u001B"), out.toString());
    }

    @Test
    void explainsItself() {
        assertEquals(0, run("--help"));
        for (String part : new String[] {
            "urbis validate my-network.ttl", "--against", "Exit codes:", "text, json", "ar, en, es, fr, ru, zh"
        }) {
            assertTrue(out.toString().contains(part), out.toString());
        }
        assertFalse(out.toString().contains("TEXT"), out.toString());
    }

    private void assertFails(String reason, String... arguments) {
        err.getBuffer().setLength(0);
        assertEquals(2, run(arguments));
        assertTrue(err.toString().contains(reason), err.toString());
        assertEquals("", out.toString());
    }

    private int run(String... arguments) {
        return new CommandLine(new ValidateCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
