package org.w3id.urbis.loader.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.ontology.ResourceFolder;

class SourceCatalogueTest {

    private static final String BASE = "https://w3id.org/urbis/";
    private static final String DESCRIPTION = """
        @prefix dcat: <http://www.w3.org/ns/dcat#> .
        @prefix dct: <http://purl.org/dc/terms/> .
        @prefix urbis: <https://w3id.org/urbis/ontology#> .
        @prefix g: <https://w3id.org/urbis/graph/towns/> .

        <https://w3id.org/urbis/id/source/towns> a urbis:Source ;
            dct:title "Villes"@fr , "Towns"@en ;
            dct:publisher <https://w3id.org/urbis/id/organization/press> ;
            dct:license <https://creativecommons.org/licenses/by/4.0/> ;
            dcat:downloadURL <https://a.example/towns.csv> ;
            urbis:hasGraph g:list , g:notes .

        g:list a urbis:SourceGraph ;
            urbis:file "towns.csv" ;
            urbis:mapping "mapping.rq" ;
            urbis:document <https://w3id.org/urbis/id/document/towns> .

        g:notes a urbis:SourceGraph ;
            urbis:file "notes.ttl" .
        """;

    @TempDir
    private Path root;

    @BeforeEach
    void writeSource() throws IOException {
        Path folder = Files.createDirectory(root.resolve("towns"));
        Files.writeString(folder.resolve("source.ttl"), DESCRIPTION);
        Files.writeString(folder.resolve("towns.csv"), "a\n1\n");
        Files.writeString(folder.resolve("mapping.rq"), "CONSTRUCT {} {}");
        Files.writeString(folder.resolve("notes.ttl"), "");
        Files.writeString(folder.resolve("sample.csv"), "a\n1\n");
        Files.writeString(folder.resolve("expected.nq"), "");
        Files.writeString(folder.resolve("README.md"), "");
    }

    @Test
    void aSourceIsReadWithItsGraphs() {
        SourceCatalogue catalogue = read();
        assertEquals(Set.of(), catalogue.faults().keySet());
        Source source = catalogue.source("towns").orElseThrow();
        assertEquals("Towns", source.title());
        assertEquals(
                "https://w3id.org/urbis/id/organization/press",
                source.publisher().orElseThrow().getURI());
        assertEquals(Optional.of("https://a.example/towns.csv"), source.download());
        assertEquals(
                List.of("towns.csv", "notes.ttl"),
                source.graphs().stream().map(SourceGraph::fileName).toList());
        assertTrue(source.isComplete());
        assertTrue(source.graphs().getFirst().mapping().isPresent());
        assertEquals(
                "https://w3id.org/urbis/id/document/towns",
                source.graphs().getFirst().document().orElseThrow().getURI());
    }

    @Test
    void aTableMayBeMissingIfItIsSaidWhereToGetIt() throws IOException {
        Files.delete(root.resolve("towns/towns.csv"));
        Source source = read().source("towns").orElseThrow();
        assertFalse(source.isComplete());
        Source completed = source.readFrom(SourceFile.at(root.resolve("elsewhere.txt")));
        assertTrue(completed.isComplete());
        assertEquals("csv", completed.graphs().getFirst().file().orElseThrow().extension());
    }

    @Test
    void aGivenFileReplacesTheOnlyTable() {
        Source source = read().source("towns").orElseThrow().readFrom(SourceFile.at(root.resolve("new.tsv")));
        assertEquals("tsv", source.graphs().getFirst().file().orElseThrow().extension());
        assertTrue(source.graphs().get(1).file().orElseThrow().label().endsWith("notes.ttl"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "dct:title | dct:titel dct:x | source.ttl:7:21: ",
                "a urbis:Source ; | a urbis:Sauce ; | source.ttl:6: The folder towns must describe exactly one"
                        + " urbis:Source",
                "dct:title \"Villes\"@fr , \"Towns\"@en ; | | source.ttl:6: The source has no dct:title",
                "\"notes.ttl\" | \"nots.ttl\" | source.ttl:18: The folder has no file nots.ttl",
                "\"notes.ttl\" | \"README.md\" | source.ttl:18: The format of README.md is not known",
                "\"notes.ttl\" | \"towns.csv\" ; urbis:mapping \"mapping.rq\" | source.ttl:18: The file towns.csv"
                        + " fills another graph already",
                "urbis:mapping \"mapping.rq\" ; | | source.ttl:13: The rows of towns.csv need a urbis:mapping",
                "urbis:mapping \"mapping.rq\" ; | urbis:mapping \"maping.rq\" ; | source.ttl:13: The folder has no"
                        + " file maping.rq",
                "urbis:file \"notes.ttl\" | urbis:file \"notes.ttl\", \"b.ttl\" | source.ttl:19:29:"
                        + " <https://w3id.org/urbis/ontology#file> has more than one value",
                "urbis:file \"notes.ttl\" | urbis:flie \"notes.ttl\" | has no urbis:file to be read from",
                "g:list , g:notes | g:list , <https://a.example/notes> | The graphs of this source are named below",
                "g:list , g:notes | g:list | source.ttl:18: This graph is described but not named by urbis:hasGraph",
            })
    void faultsAreToldWithFileLineAndColumn(String right, String wrong, String message) throws IOException {
        String text = DESCRIPTION.replace(right, wrong == null ? "" : wrong);
        assertFalse(text.equals(DESCRIPTION));
        Files.writeString(root.resolve("towns/source.ttl"), text);
        SourceCatalogue catalogue = read();
        assertEquals(Optional.empty(), catalogue.source("towns"));
        List<Fault> faults = catalogue.faults().get("towns");
        assertTrue(faults.stream().anyMatch(fault -> fault.toString().contains(message)), faults::toString);
    }

    @Test
    void aFileThatNoGraphIsReadFromIsAFault() throws IOException {
        Files.writeString(root.resolve("towns/forgotten.ttl"), "");
        assertTrue(read().faults()
                .get("towns")
                .toString()
                .contains("source.ttl:6: No graph is read from the file forgotten.ttl"));
    }

    @Test
    void theNamesOfTheProgramsOwnGraphsAreTaken() throws IOException {
        Path folder = Files.createDirectory(root.resolve("inferred"));
        Files.writeString(folder.resolve("source.ttl"), DESCRIPTION.replace("towns", "inferred"));
        assertTrue(read().faults().get("inferred").toString().contains("No source can be called inferred"));
    }

    @Test
    void aFolderNamedLaterCountsBeforeAnEarlierOne(@TempDir Path other) throws IOException {
        Path folder = Files.createDirectory(other.resolve("towns"));
        Files.writeString(folder.resolve("source.ttl"), DESCRIPTION.replace("\"Towns\"@en", "\"Mine\"@en"));
        Files.writeString(folder.resolve("mapping.rq"), "");
        Files.writeString(folder.resolve("notes.ttl"), "");
        SourceCatalogue catalogue = SourceCatalogue.read(
                List.of(ResourceFolder.inDirectory(root), ResourceFolder.inDirectory(other)), BASE);
        assertEquals("Mine", catalogue.source("towns").orElseThrow().title());
        assertEquals(1, catalogue.sources().size());
    }

    @Test
    void anUnknownSourceIsSaidWithThoseThatAreKnown() {
        String message = assertThrows(UnknownSourceException.class, () -> read().source("villages"))
                .getMessage();
        assertTrue(message.contains("villages") && message.contains("towns"), message);
    }

    @Test
    void theSourcesThatShipAreDescribedWithoutFault() {
        SourceCatalogue shipped = SourceCatalogue.read(List.of(SourceCatalogue.shipped()), BASE);
        assertEquals(Set.of(), shipped.faults().keySet());
        assertTrue(shipped.sources().size() >= 5, () -> shipped.sources().toString());
    }

    @Test
    void theChecksumIsThatOfTheFile() throws IOException {
        Path file = Files.writeString(root.resolve("abc"), "abc");
        // The first example of FIPS 180-2.
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                SourceFile.at(file).sha256());
        assertThrows(UnreadableSourceException.class, () -> SourceFile.at(root.resolve("none"))
                .sha256());
    }

    @ParameterizedTest
    @CsvSource({
        "a.CSV, csv",
        "a.b.nq, nq",
        "a, ''",
        "a.d/b, ''",
        "https://a.example/x.csv?y=z.ttl, csv",
        "https://a.example/v1.2/x.ttl#f, ttl"
    })
    void theEndingSaysTheFormat(String name, String extension) {
        assertEquals(extension, SourceFile.fetched(root, name).extension());
    }

    private SourceCatalogue read() {
        return SourceCatalogue.read(List.of(ResourceFolder.inDirectory(root)), BASE);
    }
}
