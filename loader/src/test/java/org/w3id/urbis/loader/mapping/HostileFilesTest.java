package org.w3id.urbis.loader.mapping;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3id.urbis.loader.SmallSource;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.source.CellRules;
import org.w3id.urbis.loader.source.Fault;
import org.w3id.urbis.loader.source.Layout;
import org.w3id.urbis.loader.source.Linkage;
import org.w3id.urbis.loader.source.SourceFile;
import org.w3id.urbis.loader.source.SourceGraph;

/** Every form of file, broken in every way that its form allows: what is told says what is wrong, and where. */
class HostileFilesTest {

    private static final List<String> NAMES = List.of("key", "name");
    private static final List<String> RIVERTON = List.of("riverton", "Riverton");
    private static final List<String> ELAN = List.of("elan", "Port Élan");
    private static final List<String> OTHER = List.of("riverton", "River Town");
    private static final String PAGE = "\uFEFF\n<!-- kept --><!DOCTYPE HTML><html><body>Log in</body></html>";

    static Stream<Arguments> broken() {
        List<Arguments> all = new ArrayList<>();
        for (String form : List.of("csv", "tsv", "json", "yaml", "xlsx", "xml")) {
            int line = form.equals("json") ? 2 : 3;
            all.add(arguments(
                    form, "a renamed column", file(form, List.of("key", "town"), RIVERTON), 0, "?name gets no value"));
            all.add(arguments(
                    form,
                    "two rows of one key",
                    file(form, NAMES, RIVERTON, OTHER),
                    line,
                    "has the same key as the row on line"));
            all.add(arguments(form, "a page", PAGE.getBytes(UTF_8), 1, "This is a web page and no data"));
            byte[] whole = file(form, NAMES, RIVERTON, ELAN);
            if (form.equals("xlsx")) {
                all.add(arguments(form, "cut", Arrays.copyOf(whole, whole.length / 3), 0, "breaks off"));
                all.add(arguments(
                        form, "a table by another name", file("csv", NAMES, RIVERTON), 0, "This is no XLSX workbook"));
                all.add(arguments(
                        form,
                        "ragged",
                        file(form, NAMES, RIVERTON, List.of("elan", "Port Élan", "7")),
                        3,
                        "a cell beside the columns: 7"));
            } else {
                all.add(arguments(
                        form,
                        "UTF-16",
                        new String(whole, UTF_8).getBytes(UTF_16),
                        form.equals("xml") ? -1 : 1,
                        form.equals("xml") ? "" : "The file is in UTF-16"));
            }
        }
        for (String form : List.of("csv", "tsv")) {
            String separator = form.equals("csv") ? "," : "\t";
            all.add(arguments(
                    form,
                    "ragged",
                    (text(form, NAMES, RIVERTON) + "elan" + separator + "a" + separator + "b\n").getBytes(UTF_8),
                    3,
                    "Row 2 has 3 cells but there are 2 columns"));
            all.add(arguments(
                    form,
                    "cut in a row",
                    (text(form, NAMES, RIVERTON) + "elan").getBytes(UTF_8),
                    3,
                    "Row 2 has 1 cells"));
            all.add(arguments(
                    form,
                    "cut in quotes",
                    (text(form, NAMES, RIVERTON) + "elan" + separator + "\"Po").getBytes(UTF_8),
                    3,
                    "quotation mark that is never closed"));
            all.add(arguments(form, "Latin", latin(form), 3, "not in UTF-8"));
        }
        for (String form : List.of("csv", "json", "yaml")) {
            byte[] whole = file(form, NAMES, RIVERTON, ELAN);
            String zeros = new String(whole, UTF_8);
            all.add(arguments(form, "UTF-16 without a mark", zeros.getBytes(UTF_16LE), 1, "The file is in UTF-16"));
            all.add(arguments(form, "an archive", workbook(text("csv", NAMES, RIVERTON)), 1, "This is a ZIP archive"));
            all.add(arguments(form, "compressed", new byte[] {0x1f, (byte) 0x8b, 8, 0}, 1, "compressed by gzip"));
            all.add(arguments(
                    form,
                    "a row without its key",
                    file(form, NAMES, List.of("", "Nowhere"), ELAN),
                    form.equals("csv") ? 2 : 1,
                    "Row 1: There is no key"));
        }
        String figures = "key,name,people,share\na,Old Town,12.5,9\nb,Banks,9,\"1,5\"\n";
        all.add(arguments("csv", "no whole number", figures.getBytes(UTF_8), 2, "a whole number; 12.5 is none"));
        all.add(arguments("csv", "no number", figures.getBytes(UTF_8), 3, "share is to be a number"));
        all.add(arguments("csv", "no rows", "key,name\n".getBytes(UTF_8), 0, "There are no rows"));
        all.add(arguments("json", "no rows", "[]".getBytes(UTF_8), 0, "There are no rows"));
        all.add(arguments("csv", "a zero byte", "key,name\na,Old\0Town\n".getBytes(UTF_8), 2, "the character U+0000"));
        all.add(arguments(
                "json", "a zero byte", "[{\"key\": \"a\", \"name\": \"A\\u0000\"}]".getBytes(UTF_8), 1, "U+0000"));
        all.add(arguments("xlsx", "an error", file("xlsx", NAMES, List.of("a", "#REF!")), 2, "the error #REF!"));
        all.add(arguments(
                "csv",
                "a long cell",
                ("key,name\na," + "x".repeat(1 << 23) + "\n").getBytes(UTF_8),
                2,
                "is longer than"));
        all.add(arguments("csv", "quotes", "key,name\na,\"b\"c\n".getBytes(UTF_8), 2, "something else stands"));
        all.add(arguments("json", "deep", ("[".repeat(900) + "]".repeat(900)).getBytes(UTF_8), 1, "500 deep"));
        all.add(arguments("json", "deeper", "[".repeat(5_000).getBytes(UTF_8), 1, "500 deep"));
        all.add(arguments("yaml", "deep", ("- " + "[".repeat(5_000)).getBytes(UTF_8), 1, "500 deep"));
        all.add(arguments(
                "yaml", "two documents", "- key: a\n  name: A\n---\n- key: b\n".getBytes(UTF_8), 3, "a second"));
        all.add(arguments(
                "json",
                "two documents",
                "[{\"key\": \"a\", \"name\": \"A\"}]\n[]".getBytes(UTF_8),
                2,
                "This is no JSON"));
        String json = text("json", NAMES, RIVERTON, ELAN);
        all.add(arguments("json", "cut", json.substring(0, json.length() - 12).getBytes(UTF_8), 2, "breaks off here"));
        all.add(arguments("json", "Latin", latin("json"), 2, "not in UTF-8"));
        all.add(arguments(
                "json",
                "two members of one name",
                "[{\"key\": \"a\", \"name\": \"A\", \"name\": \"B\"}]".getBytes(UTF_8),
                1,
                "Row 1 has two members that are called name"));
        all.add(arguments("yaml", "cut", "- key: riverton\n  name: \"Riv".getBytes(UTF_8), 2, "This is no YAML"));
        all.add(arguments("yaml", "Latin", latin("yaml"), 4, "not in UTF-8"));
        all.add(arguments("xml", "cut", "<rows>\n<row><key>a</key>".getBytes(UTF_8), 2, "This is no XML"));
        all.add(arguments("xml", "Latin", latin("xml"), 3, "UTF-8"));
        return all.stream();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("broken")
    void whatIsWrongWithATableIsTold(String form, String what, byte[] bytes, int line, String words) {
        List<Fault> faults = read(form, bytes);
        if (line < 0) {
            // XML may be in any encoding that it says it is in.
            assertEquals(List.of(), faults);
            return;
        }
        assertTrue(faults.stream().anyMatch(fault -> fault.message().contains(words)), faults::toString);
        assertTrue(line == 0 || faults.stream().anyMatch(fault -> fault.line() == line), faults::toString);
    }

    @Test
    void wholeFilesHaveNoFaults() {
        for (String form : List.of("csv", "tsv", "json", "yaml", "xlsx", "xml")) {
            assertEquals(List.of(), read(form, file(form, NAMES, RIVERTON, ELAN)), form);
        }
    }

    @Test
    void rowsThatSayTheSameAgainSayItOnce() {
        for (String form : List.of("csv", "json", "yaml", "xlsx")) {
            assertEquals(List.of(), read(form, file(form, NAMES, RIVERTON, ELAN, RIVERTON)), form);
        }
    }

    static Stream<Arguments> brokenGraphs() {
        String turtle = "@prefix : <http://a.example/> .\n:one :name \"Port Élan\" .\n:two :name \"Two\" .\n";
        String triples = "<urn:a> <urn:b> \"Élan\" .\n";
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
                + " xmlns:e=\"http://a.example/\">\n"
                + "<rdf:Description rdf:about=\"urn:a\"><e:b>Élan</e:b></rdf:Description></rdf:RDF>";
        String json = "{\"@id\": \"urn:a\", \"http://a.example/b\": \"Élan\"}";
        return Stream.of(
                arguments("ttl", "Latin", turtle.getBytes(ISO_8859_1), 2, "not in UTF-8"),
                arguments("trig", "Latin", turtle.getBytes(ISO_8859_1), 2, "not in UTF-8"),
                arguments("nt", "Latin", triples.getBytes(ISO_8859_1), 1, "not in UTF-8"),
                arguments("nq", "Latin", triples.getBytes(ISO_8859_1), 1, "not in UTF-8"),
                arguments("jsonld", "Latin", json.getBytes(ISO_8859_1), 1, "not in UTF-8"),
                arguments("rdf", "Latin", xml.getBytes(ISO_8859_1), 0, "UTF-8"),
                arguments("ttl", "UTF-16", turtle.getBytes(UTF_16), 1, "The file is in UTF-16"),
                arguments("ttl", "cut", turtle.substring(0, turtle.length() - 8).getBytes(UTF_8), 0, ""),
                arguments("nt", "cut", "<urn:a> <urn:b> \"A\" .\n<urn:a> <urn:b> \"B".getBytes(UTF_8), 0, ""),
                arguments("rdf", "cut", xml.substring(0, xml.length() - 12).getBytes(UTF_8), 0, ""),
                arguments("jsonld", "cut", json.substring(0, 20).getBytes(UTF_8), 0, ""),
                arguments("ttl", "a page", PAGE.getBytes(UTF_8), 1, "This is a web page and no data"),
                arguments("rdf", "a page", PAGE.getBytes(UTF_8), 1, "This is a web page and no data"));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("brokenGraphs")
    void whatIsWrongWithAGraphIsTold(String form, String what, byte[] bytes, int line, String words) {
        List<Fault> faults = new GraphReader(BaseIri.URBIS)
                .read(SourceFile.held("graph." + form, bytes), BaseIri.URBIS.graph("test/graph"))
                .faults();
        assertTrue(faults.stream().anyMatch(fault -> fault.message().contains(words)), faults::toString);
        assertTrue(line == 0 || faults.getFirst().line() == line, faults::toString);
    }

    private static List<Fault> read(String form, byte[] bytes) {
        String name = "towns." + form;
        String path = form.equals("xml") ? "/rows" : "";
        SourceGraph graph = new SourceGraph(
                BaseIri.URBIS.graph("test/towns"),
                name,
                List.of(),
                Optional.of(SourceFile.held(name, bytes)),
                Optional.of(SourceFile.held("mapping.rq", SmallSource.MAPPING.getBytes(UTF_8))),
                new Layout(
                        List.of(),
                        Set.of(),
                        Set.of(),
                        path,
                        Optional.empty(),
                        List.of("key"),
                        new CellRules(Set.of("key"), Set.of("share"), Set.of("people"))),
                Linkage.NONE,
                Optional.empty(),
                List.of());
        return new GraphReader(BaseIri.URBIS).read(graph, DatasetGraphFactory.create(), quad -> {});
    }

    private static byte[] latin(String form) {
        return text(form, NAMES, RIVERTON, ELAN).getBytes(ISO_8859_1);
    }

    @SafeVarargs
    private static byte[] file(String form, List<String> names, List<String>... rows) {
        String text = text(form, names, rows);
        return form.equals("xlsx") ? workbook(text) : text.getBytes(UTF_8);
    }

    /** The rows in a form of file; of a workbook, its sheet. */
    @SafeVarargs
    private static String text(String form, List<String> names, List<String>... rows) {
        List<List<String>> all = new ArrayList<>(List.of(names));
        all.addAll(List.of(rows));
        return switch (form) {
            case "csv" -> lines(all, ",");
            case "tsv" -> lines(all, "\t");
            case "json" -> "[" + members(names, rows, "{\"%s\": \"%s\", \"%s\": \"%s\"}", ",\n") + "]";
            case "yaml" -> members(names, rows, "- %s: %s\n  %s: %s\n", "");
            case "xml" ->
                "<rows>\n" + members(names, rows, "<row><%1$s>%2$s</%1$s><%3$s>%4$s</%3$s></row>", "\n") + "\n</rows>";
            default ->
                all.stream()
                        .map(row -> row.stream()
                                .map(cell -> "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>")
                                .collect(Collectors.joining("", "<row>", "</row>")))
                        .collect(Collectors.joining("", "<worksheet><sheetData>", "</sheetData></worksheet>"));
        };
    }

    private static String lines(List<List<String>> rows, String separator) {
        return rows.stream().map(row -> String.join(separator, row) + "\n").collect(Collectors.joining());
    }

    private static String members(List<String> names, List<String>[] rows, String form, String between) {
        return Stream.of(rows)
                .map(row -> form.formatted(names.get(0), row.get(0), names.get(1), row.get(1)))
                .collect(Collectors.joining(between));
    }

    private static byte[] workbook(String sheet) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook"
                        + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet"
                        + " name=\"Towns\" r:id=\"r1\"/></sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"r1\" Target=\"sheet1.xml\"/></Relationships>");
            part(zip, "xl/sheet1.xml", sheet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(UTF_8));
    }
}
