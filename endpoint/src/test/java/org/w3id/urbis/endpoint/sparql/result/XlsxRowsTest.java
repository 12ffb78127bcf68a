package org.w3id.urbis.endpoint.sparql.result;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.endpoint.negotiation.Representation;

/** A workbook holds what the answer says, as what it is. */
class XlsxRowsTest {
    private static final Var COLUMN = Var.alloc("x");
    private static final String BEGIN = "<sheetData><row><c s=\"1\" t=\"inlineStr\"><is><t>x</t></is></c></row><row>";
    private static final String END = "</row></sheetData></worksheet>";

    private static byte[] written(Node term) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Utf8Buffer out = new Utf8Buffer(1024, all::writeBytes);
        RowFormat format = RowFormat.of(Representation.XLSX, out);
        format.begin(List.of(COLUMN));
        Binding row = BindingFactory.binding(COLUMN, term);
        format.row(row);
        format.end();
        all.writeBytes(out.rest());
        return all.toByteArray();
    }

    private static TreeMap<String, String> parts(byte[] workbook) throws IOException {
        TreeMap<String, String> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private static String cell(Node term) throws IOException {
        String sheet = parts(written(term)).get("xl/worksheets/sheet1.xml");
        assertTrue(sheet.contains(BEGIN) && sheet.endsWith(END), sheet);
        return sheet.substring(sheet.indexOf(BEGIN) + BEGIN.length(), sheet.length() - END.length());
    }

    private static String text(String shown) {
        return "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">" + shown + "</t></is></c>";
    }

    @ParameterizedTest
    @CsvSource({
        "12, integer, <c><v>12</v></c>",
        "+12, integer, <c><v>12</v></c>",
        "-0.5, decimal, <c><v>-0.5</v></c>",
        "1.5e3, double, <c><v>1.5e3</v></c>",
        "true, boolean, <c t=\"b\"><v>1</v></c>",
        "2030-12-31, date, <c s=\"2\"><v>47848</v></c>"
    })
    void whatASpreadsheetKnowsIsWhatItIs(String lexical, String type, String cell) throws IOException {
        assertEquals(cell, cell(NodeFactory.createLiteralDT(lexical, datatype(type))));
    }

    @ParameterizedTest
    @CsvSource({
        "1234567890123456, integer",
        "INF, double",
        "many, integer",
        "2030, gYear",
        "1850-01-01, date",
        "2030-12-31Z, date",
        "2030-02-31, date",
        "=1+1, string"
    })
    void whatItWouldChangeIsText(String lexical, String type) throws IOException {
        assertEquals(text(lexical), cell(NodeFactory.createLiteralDT(lexical, datatype(type))));
    }

    private static XSDDatatype datatype(String name) {
        return (XSDDatatype) TypeMapper.getInstance().getSafeTypeByName(XSDDatatype.XSD + "#" + name);
    }

    @Test
    void oddTextsStayWholeAndTooLongOnesAreRefused() throws IOException {
        assertEquals(text(" a &amp;&lt;&gt; مدن _x0001_"), cell(NodeFactory.createLiteralString(" a &<> مدن \u0001")));
        Node endless = NodeFactory.createLiteralString("a".repeat(32_768));
        assertThrows(UnwritableTextException.class, () -> written(endless));
    }

    @Test
    void everyPartIsXmlAndTheSameEachTime() throws Exception {
        Node iri = NodeFactory.createURI("https://w3id.org/urbis/id/city/geneva?a=1&b=2");
        byte[] workbook = written(iri);
        assertArrayEquals(workbook, written(iri));
        DocumentBuilderFactory xml = DocumentBuilderFactory.newInstance();
        for (String part : parts(workbook).values()) {
            xml.newDocumentBuilder().parse(new ByteArrayInputStream(part.getBytes(StandardCharsets.UTF_8)));
        }
        assertTrue(parts(workbook).keySet().contains("[Content_Types].xml"));
    }
}
