package org.w3id.urbis.loader.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.loader.source.Fault;
import org.w3id.urbis.loader.source.Layout;
import org.w3id.urbis.loader.source.SourceFile;

class WorkbookTableTest {

    private static final String SHEET = """
        <worksheet xmlns="urn:x"><sheetData>
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>last updated</t></is></c><c r="C1" t="s"><v>1</v></c></row>
        <row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" s="1"><v>44742.5</v></c><c r="C3"><f>1+1</f><v>0.10000000000000001</v></c></row>
        <row r="4"/>
        <row r="5"><c r="B5" s="1"><v>44742</v></c><c r="C5" t="b"><v>1</v></c></row>
        </sheetData></worksheet>
        """;

    private final List<Row> rows = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private List<String> columns;

    @Test
    void cellsAreReadByTheNamesOfTheFirstRow() {
        read(workbook(SHEET), Optional.empty());
        assertEquals(List.of(), faults);
        assertEquals(List.of("name", "last_updated", "share"), columns);
        assertEquals(
                List.of(
                        Map.of("name", "Two\nlines", "last_updated", "2022-06-30T12:00", "share", "0.1"),
                        Map.of("last_updated", "2022-06-30", "share", "true")),
                rows.stream().map(Row::cells).toList());
        assertEquals(List.of(3L, 5L), rows.stream().map(Row::line).toList());
    }

    @Test
    void aSheetIsFoundByItsName() {
        read(workbook(SHEET), Optional.of("Cities"));
        assertEquals(2, rows.size());
        read(workbook(SHEET), Optional.of("Towns"));
        assertTrue(faults.getFirst().message().contains("no sheet Towns. It has: Cities"), faults::toString);
    }

    @Test
    void aCellBesideTheColumnsIsAFault() {
        read(
                workbook(SHEET.replace("<row r=\"4\"/>", "<row r=\"4\"><c r=\"E4\"><v>1</v></c></row>")),
                Optional.empty());
        assertEquals(4, faults.getFirst().line(), faults::toString);
    }

    @Test
    void aDamagedWorkbookIsToldAndNothingIsPulledIn() {
        byte[] whole = workbook(SHEET);
        read(Arrays.copyOf(whole, whole.length / 2), Optional.empty());
        read("no workbook".getBytes(StandardCharsets.UTF_8), Optional.empty());
        read(
                workbook("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:/etc/hostname\">]>"
                        + SHEET.replace("last updated", "&e;")),
                Optional.empty());
        assertEquals(3, faults.size(), faults::toString);
        assertEquals(List.of(), rows);
    }

    private void read(byte[] bytes, Optional<String> sheet) {
        new Table(SourceFile.held("book.xlsx", bytes), new Layout(List.of(), Set.of(), Set.of(), "", sheet))
                .read(names -> columns = names, rows::add, faults::add);
    }

    private static byte[] workbook(String sheet) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("xl/worksheets/sheet1.xml", sheet);
        parts.put("xl/workbook.xml", """
            <workbook xmlns="urn:x" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr/><sheets><sheet name="Cities" sheetId="1" r:id="rId1"/></sheets></workbook>
            """);
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put(
                "xl/sharedStrings.xml",
                "<sst><si><t>name</t></si><si><r><t>sha</t></r><r><t>re</t></r><rPh><t>x</t></rPh></si>"
                        + "<si><t>Two\nlines</t></si></sst>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy-mm-dd hh:mm\"/></numFmts>"
                        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
