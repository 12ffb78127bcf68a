package org.w3id.urbis.loader.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Workbooks are read for their values, and what is hostile in them is refused. */
class XlsxWorkbookTest {

    private static final String WORKBOOK = """
        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
          <sheets><sheet name="network" sheetId="1" r:id="a"/></sheets></workbook>\
        """;
    private static final String RELATIONS = """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
          <Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>\
        """;
    private static final String STYLES = """
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
          <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>\
        """;
    private static final String TITLES = row(1, text("network"), text("name"), text("founded"), text("seat"));

    private final EntryReader reader = new EntryReader(EntryTerms.shipped(), KnownThings.NONE);

    private static String text(String text) {
        return "<c t='inlineStr'><is><t>" + text + "</t></is></c>";
    }

    private static String row(int number, String... cells) {
        return "<row r='" + number + "'>" + String.join("", cells) + "</row>";
    }

    private static byte[] workbook(String rows) throws IOException {
        return zip(Map.of(
                "xl/workbook.xml",
                WORKBOOK,
                "xl/_rels/workbook.xml.rels",
                RELATIONS,
                "xl/styles.xml",
                STYLES,
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"));
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : new TreeMap<>(parts).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private String refusal(byte[] file) {
        EntryContent content = reader.xlsx(file);
        assertFalse(content.complete());
        return content.faults().getFirst().key();
    }

    @Test
    void readsValuesOfFormulasAndDatesAndNamesTheCellOfAFault() throws IOException {
        EntryContent content = reader.xlsx(workbook(TITLES
                + row(
                        3,
                        "<c r='B3' t='str'><f>1+1</f><v>Rivers</v></c>",
                        "<c r='C3' s='1'><v>36525</v></c>",
                        "<c r='D3' t='inlineStr'><is><t>Somewhere</t></is></c>")));
        assertEquals(1, content.faults().size());
        assertEquals("network!D3", content.faults().getFirst().place().reference());
        assertEquals(
                "1999-12-31",
                content.facts().stream()
                        .filter(fact -> fact.place().reference().equals("network!C3"))
                        .findFirst()
                        .orElseThrow()
                        .triple()
                        .getObject()
                        .getLiteralLexicalForm());
    }

    @Test
    void refusesWhatIsNoWorkbookOrHostile() throws IOException {
        assertEquals("workbook.none", refusal("no zip".getBytes(StandardCharsets.UTF_8)));
        assertEquals("workbook.older", refusal(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}));
        assertEquals("workbook.too-large", refusal(workbook(" ".repeat(XlsxParts.MOST_BYTES))));
        assertEquals("workbook.too-large", refusal(workbook(row(1, "<c r='ZZZ1'><v>1</v></c>"))));
        assertEquals(
                "workbook.document-type",
                refusal(zip(Map.of(
                        "xl/workbook.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"))));
    }
}
