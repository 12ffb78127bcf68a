package org.w3id.urbis.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code urbis validate FILE…} takes a shorter way than other commands, and has to say the same. */
class PlainValidationTest {

    @TempDir
    private Path folder;

    @Test
    void isForNamesOfFilesAlone() {
        assertTrue(EndpointMain.isPlainValidation(new String[] {"validate", "a.ttl", "b"}));
        assertFalse(EndpointMain.isPlainValidation(new String[] {"validate"}));
        assertFalse(EndpointMain.isPlainValidation(new String[] {"validate", "a.ttl", "--lang", "fr"}));
        assertFalse(EndpointMain.isPlainValidation(new String[] {"validate", "-h"}));
        assertFalse(EndpointMain.isPlainValidation(new String[] {"validate", "@arguments"}));
        assertFalse(EndpointMain.isPlainValidation(new String[] {"submit", "a.ttl"}));
        assertFalse(EndpointMain.isPlainValidation(new String[0]));
    }

    @Test
    void readsEveryFormatWithWhatItStartsOfTheProgram() throws IOException, InterruptedException {
        String triple =
                "<https://w3id.org/urbis/id/network/x> <http://www.w3.org/2004/02/skos/core#prefLabel> \"X\"@sp";
        write("a.ttl", triple + " .\n");
        write("b.nt", triple + " .\n");
        write("c.nq", triple + " <https://w3id.org/urbis/graph/x> .\n");
        write("d.trig", "<https://w3id.org/urbis/graph/x> {\n" + triple + "\n}\n");
        write("e.jsonld", """
            {"@id": "https://w3id.org/urbis/id/network/x",
             "http://www.w3.org/2004/02/skos/core#prefLabel": {"@value": "X", "@language": "sp"}}
            """);
        write("f.rdf", """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://www.w3.org/2004/02/skos/core#">
             <rdf:Description rdf:about="https://w3id.org/urbis/id/network/x"><s:prefLabel xml:lang="sp">X</s:prefLabel>
             </rdf:Description></rdf:RDF>
            """);
        write("g.csv", "nonsense\n1\n");
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Durbis.terminal=no",
                "-classpath",
                System.getProperty("java.class.path"),
                "org.w3id.urbis.endpoint.EndpointMain",
                "validate"));
        List<String> names = List.of("a.ttl", "b.nt", "c.nq", "d.trig", "e.jsonld", "f.rdf", "g.csv");
        command.addAll(names);
        Path told = folder.resolve("told");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
        assertEquals(1, process.waitFor(), () -> read(told));
        for (String name : names) {
            assertTrue(read(told).lines().anyMatch(line -> line.startsWith(name + ":")), name + "\n" + read(told));
        }
        assertFalse(read(told).contains("Exception"), read(told));
        assertFalse(read(told).contains("SLF4J"), read(told));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
