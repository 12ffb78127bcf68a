package org.w3id.urbis.loader.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.ontology.ResourceFolder;

class SelectionTest {

    @TempDir
    private Path root;

    private SourceCatalogue catalogue;

    @BeforeEach
    void writeSources() throws IOException {
        write("one", "one.ttl", "");
        write("two", "two.ttl", "");
        write("table", "table.csv", "urbis:mapping \"mapping.rq\" ;");
        Files.delete(root.resolve("table/table.csv"));
        Files.writeString(root.resolve("table/mapping.rq"), "");
        write("broken", "broken.ttl", "");
        Files.writeString(root.resolve("broken/source.ttl"), "nonsense");
        catalogue = SourceCatalogue.read(List.of(ResourceFolder.inDirectory(root)), "https://w3id.org/urbis/");
    }

    @Test
    void withoutNamesAllThatAreCompleteAreRead() {
        Selection selection = select(List.of(), Set.of());
        assertEquals(
                List.of("one", "two"), selection.read().stream().map(Source::id).toList());
        assertEquals(
                List.of("table"), selection.missing().stream().map(Source::id).toList());
        assertEquals(Set.of(), selection.kept());
        assertTrue(selection.faults().getFirst().file().endsWith("broken/source.ttl"));
    }

    @Test
    void whatWasLoadedFromAGivenFileIsKeptAndWhatIsNotKnownAnyMoreIsDropped() {
        Selection selection = select(List.of(), Set.of("one", "table", "gone"));
        assertEquals(Set.of("table"), selection.kept());
        assertEquals(Set.of("gone"), selection.dropped());
        assertEquals(List.of(), selection.missing());
    }

    @Test
    void withNamesTheOthersAreKeptAsPublished() {
        Selection selection = select(List.of("one"), Set.of("one", "two", "gone"));
        assertEquals(List.of("one"), selection.read().stream().map(Source::id).toList());
        assertEquals(Set.of("two", "gone"), selection.kept());
        assertEquals(List.of(), selection.faults());
    }

    @Test
    void faultsOfANamedSourceAndMissingFilesAreTold() {
        assertTrue(
                select(List.of("broken"), Set.of()).faults().getFirst().file().endsWith("broken/source.ttl"));
        String message = select(List.of("table"), Set.of()).faults().getFirst().message();
        assertTrue(message.contains("https://a.example/get") && message.contains("load table --from FILE"), message);
        assertThrows(UnknownSourceException.class, () -> select(List.of("three"), Set.of()));
    }

    @Test
    void aGivenFileNeedsOneSourceAndOnePlace() {
        SourceFile file = SourceFile.at(root.resolve("given.csv"));
        Selection selection = Selection.of(catalogue, List.of("table"), Optional.of(file), Set.of());
        assertEquals(
                "given.csv",
                root.relativize(Path.of(selection
                                .read()
                                .getFirst()
                                .graphs()
                                .getFirst()
                                .file()
                                .orElseThrow()
                                .label()))
                        .toString());
        assertThrows(
                IllegalArgumentException.class, () -> Selection.of(catalogue, List.of(), Optional.of(file), Set.of()));
    }

    private Selection select(List<String> named, Set<String> published) {
        return Selection.of(catalogue, named, Optional.empty(), published);
    }

    private void write(String id, String file, String mapping) throws IOException {
        Path folder = Files.createDirectory(root.resolve(id));
        Files.writeString(folder.resolve(file), "");
        Files.writeString(folder.resolve("source.ttl"), """
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix urbis: <https://w3id.org/urbis/ontology#> .
            <https://w3id.org/urbis/id/source/%1$s> a urbis:Source ; dct:title "%1$s" ;
                dcat:downloadURL <https://a.example/get> ; urbis:hasGraph <https://w3id.org/urbis/graph/%1$s/all> .
            <https://w3id.org/urbis/graph/%1$s/all> a urbis:SourceGraph ; %3$s urbis:file "%2$s" .
            """.formatted(id, file, mapping));
    }
}
