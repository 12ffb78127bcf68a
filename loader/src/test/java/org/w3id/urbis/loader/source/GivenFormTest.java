package org.w3id.urbis.loader.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that users give, in other forms than the source was described for, in archives, and broken off. */
class GivenFormTest {

    @TempDir
    private Path folder;

    private final SourceGraph towns = new SourceGraph(
            NodeFactory.createURI("http://a.example/towns"),
            "towns.txt",
            List.of("a-towns-*.csv", "towns-*.txt"),
            Optional.empty(),
            Optional.of(SourceFile.held("mapping.rq", new byte[0])),
            Layout.PLAIN,
            Linkage.NONE,
            Optional.empty(),
            List.of());

    @Test
    void whatIsInAnArchiveIsOfTheFormThatItsOwnNameSays() throws IOException {
        Path archive = folder.resolve("a-towns-1.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (String name : List.of("__MACOSX/._towns.csv", ".DS_Store", "README.md", "data/other.csv")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        SourceFile taken = towns.readFrom(SourceFile.at(archive)).file().orElseThrow();
        assertEquals("csv", taken.extension());
        assertEquals("data/other.csv", new String(taken.open().readAllBytes(), UTF_8));
    }

    @Test
    void theFormThatASourceWasDescribedForComesBeforeOthers() {
        assertTrue(towns.fit("towns-2.txt") < towns.fit("a-towns-2.csv"));
        assertEquals(-1, towns.fit("villages.csv"));
    }

    @Test
    void aTextThatEndsWithinALineIsSeenToOnDiskAlone() throws IOException {
        Path whole = Files.writeString(folder.resolve("whole.csv"), "a,b\n1,2\n");
        Path cut = Files.writeString(folder.resolve("cut.csv"), "a,b\n1,2");
        Path empty = Files.writeString(folder.resolve("empty.csv"), "");
        assertFalse(SourceFile.at(whole).endsWithinLine());
        assertTrue(SourceFile.at(cut).endsWithinLine());
        assertFalse(SourceFile.at(empty).endsWithinLine());
        assertFalse(SourceFile.held("held.csv", "a,b".getBytes(UTF_8)).endsWithinLine());
    }
}
