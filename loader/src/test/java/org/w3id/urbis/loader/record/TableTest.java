package org.w3id.urbis.loader.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.loader.source.Fault;
import org.w3id.urbis.loader.source.SourceFile;
import org.w3id.urbis.loader.source.SourceGraph;

class TableTest {

    @TempDir
    private Path folder;

    private final List<Row> rows = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private List<String> columns = List.of();

    @Test
    void rowsKnowTheirNumberAndLine() throws IOException {
        read("a.csv", "name,note\nGraz,\"two\nlines\"\n\nLyon,\n");
        assertEquals(List.of("name", "note"), columns);
        assertEquals(
                List.of(
                        new Row(1, 2, Map.of("name", "Graz", "note", "two\nlines")),
                        new Row(2, 5, Map.of("name", "Lyon"))),
                rows);
        assertEquals(List.of(), faults);
    }

    @Test
    void aByteOrderMarkAndCarriageReturnsAreNoPartOfNamesOrValues() throws IOException {
        read("a.csv", "\uFEFFname,city\r\nA,B\r\nC,D\r\n");
        assertEquals(List.of("name", "city"), columns);
        assertEquals(new Row(2, 3, Map.of("name", "C", "city", "D")), rows.get(1));
    }

    @Test
    void columnNamesBecomeVariableNames() throws IOException {
        read("a.csv", "City name,Population (2020),2nd\nA,1,x\n");
        assertEquals(List.of("City_name", "Population_2020", "2nd"), columns);
    }

    @Test
    void tabsSeparateTheCellsOfATsvFile() throws IOException {
        read("a.tsv", "name\tnote\nA, B\tC\n");
        assertEquals(Map.of("name", "A, B", "note", "C"), rows.getFirst().cells());
    }

    @Test
    void valuesAreNotTrimmedButBlankOnesAreNone() throws IOException {
        read("a.csv", "a,b\n x , \n");
        assertEquals(Map.of("a", " x "), rows.getFirst().cells());
    }

    @Test
    void raggedRowsAreFaultsAtTheirLineAndTheReadingGoesOn() throws IOException {
        read("a.csv", "a,b\n1,2,3\n\"x\ny\",2\n4\n");
        assertEquals(List.of(2L, 5L), faults.stream().map(Fault::line).toList());
        assertTrue(
                faults.getFirst().toString().contains("a.csv:2: Row 1 has 3 cells but there are 2 columns"),
                faults::toString);
    }

    @Test
    void anOpenQuotationMarkIsAFault() throws IOException {
        read("a.csv", "a,b\n1,2\n3,\"never closed\n4,5\n");
        assertEquals(1, faults.size());
        assertTrue(faults.getFirst().message().contains("quotation mark"), faults::toString);
    }

    @Test
    void columnsWithoutNameOrWithTheSameNameAreFaults() throws IOException {
        read("a.csv", "a,,a b,a-b\n1,2,3,4\n");
        assertEquals(
                List.of(
                        "Column 2 has no name that could stand in a mapping. Give it one.",
                        "Columns 3 and 4 would both be called ?a_b in a mapping. Rename one."),
                faults.stream().map(Fault::message).toList());
        assertEquals(List.of(), rows);
    }

    @Test
    void anEmptyFileIsAFault() throws IOException {
        read("a.csv", "");
        assertTrue(faults.getFirst().message().contains("empty"), faults::toString);
    }

    @Test
    void anotherEncodingIsAFaultAtTheFirstSuchCharacter() throws IOException {
        read("a.csv", "name\nGraz\nZürich\n", Charset.forName("windows-1252"));
        assertEquals(1, faults.size());
        assertTrue(faults.getFirst().place().endsWith("a.csv:3:2"), faults::toString);
        assertTrue(faults.getFirst().message().contains("UTF-8"), faults::toString);
    }

    @Test
    void utf16IsNamed() throws IOException {
        read("a.csv", "\uFEFFname\nZürich\n", StandardCharsets.UTF_16LE);
        assertTrue(faults.getFirst().message().contains("UTF-16"), faults::toString);
    }

    @Test
    void everyOneOfTenThousandBadRowsIsToldButNotMoreThanAnybodyCanUse() throws IOException {
        read("a.csv", "a,b\n" + "1\n".repeat(10_000));
        assertEquals(10_000, faults.size());
        faults.clear();
        read("a.csv", "a,b\n" + "1\n".repeat(100_001));
        assertEquals(100_000, faults.size());
    }

    @Test
    void anArchiveThatBreaksOffIsAFault() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("towns.csv"));
            zip.write("n,hex\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 5_000; i++) {
                zip.write((i + "," + Integer.toHexString(i * 7_919) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        byte[] half = Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
        SourceGraph graph = new SourceGraph(
                NodeFactory.createURI("https://w3id.org/urbis/graph/test/towns"),
                "towns.csv",
                Optional.empty(),
                Optional.of(SourceFile.held("m.rq", new byte[0])),
                Optional.empty());
        SourceFile given =
                graph.readFrom(SourceFile.held("towns.zip", half)).file().orElseThrow();
        new Table(given).read(names -> columns = names, rows::add, faults::add);
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.getFirst().message().contains("breaks off"), faults::toString);
    }

    private void read(String name, String text) throws IOException {
        read(name, text, StandardCharsets.UTF_8);
    }

    private void read(String name, String text, Charset charset) throws IOException {
        Path file = Files.write(folder.resolve(name), text.getBytes(charset));
        new Table(SourceFile.at(file)).read(names -> columns = names, rows::add, faults::add);
    }
}
