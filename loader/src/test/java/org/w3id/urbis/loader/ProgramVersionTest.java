package org.w3id.urbis.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramVersionTest {

    private static final String SOURCE = "urbis/sources/town/town.ttl";
    private static final String RULE = "urbis/rules/one.rq";

    @TempDir
    private Path directory;

    @Test
    void aRuleMakesAnotherProgramAndASourceThatShipsDoesNot() throws IOException {
        String version = version("RULE 1", "a source", "a library", Map.of("a", "b"));
        assertEquals(version, version("RULE 1", "a source that says more", "a library", Map.of("a", "b")));
        assertNotEquals(version, version("RULE 2", "a source", "a library", Map.of("a", "b")));
        assertNotEquals(version, version("RULE 1", "a source", "another library", Map.of("a", "b")));
        assertNotEquals(version, version("RULE 1", "a source", "a library", Map.of("a", "c")));
    }

    /** As a jar of ours and a folder of classes, with a library beside them. */
    private String version(String rule, String source, String library, Map<String, String> prefixes)
            throws IOException {
        Path ours = jar("urbis-loader.jar", Map.of(RULE, rule, SOURCE, source));
        Path other = jar("library.jar", Map.of("words.txt", library));
        Path classes = directory.resolve("classes");
        write(classes.resolve(RULE), rule);
        write(classes.resolve(SOURCE), source);
        return ProgramVersion.of(classes + File.pathSeparator + other, prefixes)
                + ProgramVersion.of(ours + File.pathSeparator + other, prefixes);
    }

    private Path jar(String name, Map<String, String> entries) throws IOException {
        Path jar = directory.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, String> entry : new TreeMap<>(entries).entrySet()) {
                JarEntry dated = new JarEntry(entry.getKey());
                dated.setTime(0);
                out.putNextEntry(dated);
                out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return jar;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
