package org.w3id.urbis.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourceFolderTest {

    private static final List<String> NAMES =
            List.of("place.ttl", "codes/unit.ttl", "codes/a b+c%20d.ttl", "readme.md", "Zebra.ttl");
    private static final List<String> SORTED =
            List.of("Zebra.ttl", "codes/a b+c%20d.ttl", "codes/unit.ttl", "place.ttl", "readme.md");

    @TempDir
    private Path temporary;

    @Test
    void listsAndReadsADirectory() throws IOException {
        assertHoldsAll(directory("one"));
    }

    @Test
    void listsAndReadsAJar() throws IOException {
        assertHoldsAll(jar("some folder/one.jar"));
    }

    @Test
    void putsPlacesTogetherAndTheFirstCounts() throws IOException {
        Path first = temporary.resolve("first");
        write(first.resolve("urbis/thing/place.ttl"), "the first");
        try (URLClassLoader loader = loader(first, jar("second.jar"))) {
            ResourceFolder folder = ResourceFolder.onClasspath("urbis/thing", loader);
            assertEquals(SORTED, folder.names());
            assertEquals("the first", folder.text("place.ttl"));
            assertEquals("codes/unit.ttl", folder.text("codes/unit.ttl"));
        }
    }

    @Test
    void aFolderWithALongerNameIsAnotherFolder() throws IOException {
        Path root = temporary.resolve("root");
        write(root.resolve("urbis/thing/a.ttl"), "a");
        write(root.resolve("urbis/things/b.ttl"), "b");
        try (URLClassLoader loader = loader(root)) {
            assertEquals(
                    List.of("a.ttl"),
                    ResourceFolder.onClasspath("urbis/thing", loader).names());
        }
    }

    @Test
    void listsAndReadsAnyDirectory() throws IOException {
        ResourceFolder folder = ResourceFolder.inDirectory(directory("one").resolve("urbis/thing"));
        assertEquals(SORTED, folder.names());
        assertEquals("codes/unit.ttl", folder.text("codes/unit.ttl"));
        assertTrue(folder.label().endsWith("thing"), folder.label());
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        try (URLClassLoader loader = loader(directory("one"))) {
            ResourceFolder folder = ResourceFolder.onClasspath("urbis/thing", loader);
            for (String file : List.of("absent.ttl", "codes", "../other/secret.ttl", "/place.ttl", "")) {
                UnreadableResourceException e =
                        assertThrows(UnreadableResourceException.class, () -> folder.open(file));
                assertEquals("no such file: urbis/thing/" + file, e.getMessage());
            }
            assertEquals(
                    List.of(),
                    ResourceFolder.onClasspath("urbis/nothing", loader).names());
            assertEquals(
                    List.of(),
                    ResourceFolder.onClasspath("urbis/thing/place.ttl", loader).names());
        }
        Path none = temporary.resolve("none");
        UnreadableResourceException e =
                assertThrows(UnreadableResourceException.class, () -> ResourceFolder.inDirectory(none));
        assertEquals("cannot list the directory " + none, e.getMessage());
    }

    @Test
    void findsTheOntologyThatIsShipped() {
        ResourceFolder folder = ResourceFolder.onClasspath("urbis/ontology");
        List<String> turtle = folder.names(".ttl");
        assertTrue(turtle.size() > 20, () -> "few files: " + turtle);
        assertTrue(turtle.stream().anyMatch(file -> file.startsWith("codes/")), turtle::toString);
        turtle.forEach(file -> assertTrue(folder.text(file).contains("https://w3id.org/urbis/"), file));
        assertTrue(folder.names().stream().noneMatch(file -> file.startsWith("src/") || file.equals("pom.xml")));
    }

    private static void assertHoldsAll(Path root) throws IOException {
        try (URLClassLoader loader = loader(root)) {
            ResourceFolder folder = ResourceFolder.onClasspath("urbis/thing", loader);
            assertEquals("urbis/thing", folder.label());
            assertEquals(SORTED, folder.names());
            assertEquals(List.of("readme.md"), folder.names(".md"));
            assertEquals(List.of(), folder.names(".rq"));
            for (String name : NAMES) {
                assertEquals(name, folder.text(name));
            }
        }
    }

    private static URLClassLoader loader(Path... roots) throws IOException {
        URL[] urls = new URL[roots.length];
        for (int i = 0; i < roots.length; i++) {
            urls[i] = roots[i].toUri().toURL();
        }
        return new URLClassLoader(urls, null);
    }

    private Path directory(String name) throws IOException {
        Path root = temporary.resolve(name);
        for (String file : NAMES) {
            write(root.resolve("urbis/thing").resolve(file), file);
        }
        write(root.resolve("urbis/other/secret.ttl"), "elsewhere");
        return root;
    }

    private Path jar(String name) throws IOException {
        Path jar = temporary.resolve(name);
        Files.createDirectories(jar.getParent());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String folder : List.of("urbis/", "urbis/thing/", "urbis/thing/codes/")) {
                out.putNextEntry(new JarEntry(folder));
            }
            for (String file : NAMES) {
                out.putNextEntry(new JarEntry("urbis/thing/" + file));
                out.write(file.getBytes(StandardCharsets.UTF_8));
            }
            out.putNextEntry(new JarEntry("urbis/other.ttl"));
        }
        return jar;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
