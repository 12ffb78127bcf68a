package org.w3id.urbis.endpoint.sparql.result;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.negotiation.Representation;

/** What is written is read by Jena's own readers as what it was. */
class RowFormatTest {
    private static final List<Var> COLUMNS = List.of(Var.alloc("thing"), Var.alloc("größe"), Var.alloc("x_1"));
    private static final String ODD =
            "quote \" comma , tab \t line \n return \r back \\ amp & < > 'é' Ω مدن 城市 \uD83C\uDF06 end";
    private static final List<Node> TERMS = List.of(
            NodeFactory.createURI("https://w3id.org/urbis/id/city/geneva?a=1&b=2#x"),
            NodeFactory.createURI("https://example.org/städte/城"),
            NodeFactory.createLiteralString(ODD),
            NodeFactory.createLiteralString(""),
            NodeFactory.createLiteralLang(ODD, "zh-Hant"),
            NodeFactory.createLiteralDT("12", XSDDatatype.XSDinteger),
            NodeFactory.createLiteralDT("-0.5", XSDDatatype.XSDdecimal),
            NodeFactory.createLiteralDT("1.5e3", XSDDatatype.XSDdouble),
            NodeFactory.createLiteralDT("INF", XSDDatatype.XSDdouble),
            NodeFactory.createLiteralDT("5.", XSDDatatype.XSDdecimal),
            NodeFactory.createLiteralDT("many", XSDDatatype.XSDinteger),
            NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean),
            NodeFactory.createLiteralDT("2030", XSDDatatype.XSDgYear),
            NodeFactory.createBlankNode("one"),
            NodeFactory.createTripleTerm(
                    NodeFactory.createBlankNode("one"),
                    NodeFactory.createURI("https://example.org/p"),
                    NodeFactory.createLiteralString("\"")));

    private static byte[] written(Representation form, List<Binding> rows, int heldBack) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Utf8Buffer out = new Utf8Buffer(heldBack, all::writeBytes);
        RowFormat format = RowFormat.of(form, out);
        format.begin(COLUMNS);
        for (Binding row : rows) {
            format.row(row);
        }
        format.end();
        all.writeBytes(out.rest());
        return all.toByteArray();
    }

    /** Jena reads no triple terms from TSV. */
    private static List<Binding> readable(Representation form) {
        return rows().stream()
                .filter(row -> form != Representation.TSV || !TERMS.getLast().equals(row.get(COLUMNS.get(1))))
                .toList();
    }

    private static List<Binding> rows() {
        List<Binding> rows = new ArrayList<>(List.of(BindingFactory.empty()));
        // What a column has had in the row before is written in another way.
        TERMS.forEach(term -> rows.addAll(Collections.nCopies(
                3, BindingFactory.binding(COLUMNS.get(0), TERMS.getFirst(), COLUMNS.get(1), term))));
        rows.add(BindingFactory.binding(COLUMNS.get(2), TERMS.get(2)));
        return rows;
    }

    private static RowSet read(Representation form, byte[] bytes) {
        Lang lang = RDFLanguages.contentTypeToLang(form.mediaType());
        return RowSetReaderRegistry.getFactory(lang)
                .create(lang)
                .read(new ByteArrayInputStream(bytes), Context.create());
    }

    @ParameterizedTest
    @EnumSource(names = {"RESULTS_JSON", "RESULTS_XML", "TSV"})
    void termsComeBackAsTheyWere(Representation form) throws IOException {
        RowSet back = read(form, written(form, readable(form), 1 << 20));
        assertEquals(COLUMNS, back.getResultVars());
        for (Binding expected : readable(form)) {
            Binding row = back.next();
            for (Var column : COLUMNS) {
                assertTerm(expected.get(column), row.get(column));
            }
        }
        assertFalse(back.hasNext());
    }

    private static void assertTerm(Node expected, Node actual) {
        if (expected != null && expected.isBlank()) {
            assertTrue(actual.isBlank());
        } else if (expected != null && expected.isTripleTerm()) {
            assertTrue(actual.getTriple().getSubject().isBlank());
            assertEquals(expected.getTriple().getObject(), actual.getTriple().getObject());
        } else {
            assertEquals(expected, actual);
        }
    }

    @Test
    void oneBlankNodeHasOneName() throws IOException {
        Node blank = NodeFactory.createBlankNode();
        List<Binding> rows = List.of(
                BindingFactory.binding(COLUMNS.get(0), blank, COLUMNS.get(1), NodeFactory.createBlankNode()),
                BindingFactory.binding(COLUMNS.get(0), blank));
        String csv = new String(written(Representation.CSV, rows, 4096), StandardCharsets.UTF_8);
        assertEquals("thing,größe,x_1\r\n_:b0,_:b1,\r\n_:b0,,\r\n", csv);
    }

    @Test
    void csvQuotesWhatWouldBeMisread() throws IOException {
        List<Binding> rows = List.of(
                BindingFactory.binding(
                        COLUMNS.get(0),
                        NodeFactory.createLiteralString("a \"b\", c"),
                        COLUMNS.get(1),
                        NodeFactory.createLiteralString("")),
                BindingFactory.binding(COLUMNS.get(1), NodeFactory.createLiteralString("two\nlines")));
        String csv = new String(written(Representation.CSV, rows, 4096), StandardCharsets.UTF_8);
        assertEquals("thing,größe,x_1\r\n\"a \"\"b\"\", c\",\"\",\r\n,\"two\nlines\",\r\n", csv);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESULTS_JSON", "RESULTS_XML", "CSV", "TSV"})
    void howTheBytesAreHandedOverMakesNoDifference(Representation form) throws IOException {
        List<Binding> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            rows.addAll(rows());
        }
        byte[] whole = written(form, rows, 1 << 24);
        for (int heldBack : new int[] {1024, 1025, 1027, 4096, 40_000}) {
            assertArrayEquals(whole, written(form, rows, heldBack));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0001", "\uFFFE"})
    void whatXmlCannotCarryIsNotWrittenAsIfItCould(String text) throws IOException {
        List<Binding> rows = List.of(BindingFactory.binding(COLUMNS.get(0), NodeFactory.createLiteralString(text)));
        assertThrows(UnwritableTextException.class, () -> written(Representation.RESULTS_XML, rows, 4096));
        assertEquals(
                text,
                read(Representation.RESULTS_JSON, written(Representation.RESULTS_JSON, rows, 4096))
                        .next()
                        .get(COLUMNS.get(0))
                        .getLiteralLexicalForm());
    }

    @Test
    void halfASurrogatePairBecomesTheReplacementCharacter() throws IOException {
        List<Binding> rows =
                List.of(BindingFactory.binding(COLUMNS.get(0), NodeFactory.createLiteralString("a\uD800b")));
        assertTrue(new String(written(Representation.CSV, rows, 4096), StandardCharsets.UTF_8).contains("a\uFFFDb"));
    }
}
