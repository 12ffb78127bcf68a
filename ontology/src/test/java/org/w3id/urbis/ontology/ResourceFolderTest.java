package org.w3id.urbis.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourceFolderTest {

    @TempDir
    private Path directory;

    @Test
    void aDirectoryListsItsFilesSortedWithTheirFolders() throws IOException {
        Files.createDirectories(directory.resolve("b/c"));
        Files.writeString(directory.resolve("z.ttl"), "z");
        Files.writeString(directory.resolve("b/c/x.ttl"), "ü");
        Files.writeString(directory.resolve("a.rq"), "a");
        ResourceFolder folder = ResourceFolder.inDirectory(directory);
        assertEquals(List.of("a.rq", "b/c/x.ttl", "z.ttl"), folder.names());
        assertEquals(List.of("b/c/x.ttl", "z.ttl"), folder.names(".ttl"));
        assertEquals("ü", folder.text("b/c/x.ttl"));
    }

    @Test
    void theClasspathGivesTheFilesOfThisModule() {
        ResourceFolder folder = ResourceFolder.onClasspath("urbis/ontology");
        assertTrue(folder.names().contains("urbis.ttl"), () -> folder.names().toString());
        assertTrue(folder.names().contains("codes/comparator.ttl"), () -> folder.names().toString());
        assertTrue(folder.text("urbis.ttl").contains("owl:Ontology"));
    }

    @Test
    void aJarGivesItsFiles() {
        // JUnit's own jar stands for any jar: its licence texts lie in META-INF.
        List<String> names = ResourceFolder.onClasspath("META-INF").names();
        assertTrue(names.stream().anyMatch(name -> name.startsWith("LICENSE")), names::toString);
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertEquals(List.of(), ResourceFolder.onClasspath("urbis/no-such-folder").names());
        assertThrows(UncheckedIOException.class, () -> ResourceFolder.inDirectory(directory.resolve("none")));
        assertThrows(UncheckedIOException.class, () -> ResourceFolder.inDirectory(directory).open("none.ttl"));
        assertThrows(UncheckedIOException.class, () -> ResourceFolder.onClasspath("urbis/ontology").open("none.ttl"));
    }
}
