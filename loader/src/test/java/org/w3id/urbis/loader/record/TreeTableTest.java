package org.w3id.urbis.loader.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.loader.source.Fault;
import org.w3id.urbis.loader.source.Layout;
import org.w3id.urbis.loader.source.SourceFile;

class TreeTableTest {

    private static final String GRAPH = """
        {"meta": {"count": 2, "nodes": [1]},
         "nodes": [
          {"id": "a", "label": "One", "tags": ["x", "", "y"], "place": {"lat": 1.50, "deep": {"er": true}}},
          {"id": "b", "label": null, "parts": [{"n": 1}, {"n": 2}]}
         ],
         "edges": [{"source": "a", "target": "b"}]}
        """;

    private final List<Row> rows = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private List<String> columns;

    @Test
    void membersOfAListAreRows() {
        read("graph.json", "/nodes", GRAPH);
        assertEquals(List.of(), faults);
        assertEquals(
                Map.of(
                        "KEY",
                        "0",
                        "id",
                        "a",
                        "label",
                        "One",
                        "tags",
                        "x\ny",
                        "place_lat",
                        "1.50",
                        "place_deep_er",
                        "true"),
                rows.get(0).cells());
        assertEquals(
                Map.of("KEY", "1", "id", "b", "parts_n", "1\n2"), rows.get(1).cells());
        assertEquals(3, rows.get(0).line());
        assertTrue(columns.containsAll(List.of("KEY", "VALUE", "id", "label", "tags", "parts_n")), columns::toString);
    }

    @Test
    void onePathOfTheFileIsRead() {
        read("graph.json", "/edges", GRAPH);
        assertEquals(List.of(Map.of("KEY", "0", "source", "a", "target", "b")), cells());
    }

    @Test
    void aStarStandsForEveryMember() {
        read("lists.json", "/*/items", "[{\"items\": [{\"n\": 1}]}, {\"other\": [3]}, {\"items\": [{\"n\": 2}]}]");
        assertEquals(
                List.of("1", "2"),
                rows.stream().map(row -> row.cells().get("n")).toList());
        assertEquals(List.of(1L, 2L), rows.stream().map(Row::number).toList());
    }

    @Test
    void membersOfAnObjectAreRowsByTheirKey() {
        read("titles.yml", "", "1-title: No\n1-a-title: two\n  lines\n# a remark\nno: ~\n");
        assertEquals(
                List.of(
                        Map.of("KEY", "1-title", "VALUE", "No"),
                        Map.of("KEY", "1-a-title", "VALUE", "two lines"),
                        Map.of("KEY", "no")),
                cells());
    }

    @Test
    void yamlKeepsTextsAsTheyAre() {
        read(
                "list.yaml",
                "",
                "Norway:\n  Country: NO\n  Since: 1945\n  'An empty one':\n  Names:\n  - Norge\n  - Noreg\n");
        assertEquals(
                List.of(Map.of("KEY", "Norway", "Country", "NO", "Since", "1945", "Names", "Norge\nNoreg")), cells());
        assertTrue(columns.contains("An_empty_one"), columns::toString);
    }

    @Test
    void elementsOfAnElementAreRowsWithTheirAttributes() {
        read("places.xml", "/places/list", """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- a remark -->
            <t:places xmlns:t="http://a.example/">
              <made>2026</made>
              <list>words beside the rows
                <place id="a">
                  <name lang="en">Old <b>Town</b></name>
                  <seen by="x"><day>1</day><day>2</day></seen>
                </place>
                <place id="b"><name><![CDATA[A & B]]></name><none/></place>
                <total>2</total>
              </list>
            </t:places>
            """);
        assertEquals(
                List.of(
                        Map.of(
                                "KEY",
                                "place",
                                "id",
                                "a",
                                "name",
                                "Old",
                                "name_lang",
                                "en",
                                "name_b",
                                "Town",
                                "seen_by",
                                "x",
                                "seen_day",
                                "1\n2"),
                        Map.of("KEY", "place", "id", "b", "name", "A & B"),
                        Map.of("KEY", "total", "VALUE", "2")),
                cells());
        assertEquals(List.of(6L, 10L, 11L), rows.stream().map(Row::line).toList());
    }

    @Test
    void xmlSaysItselfInWhatEncodingItIs() {
        String text = "<?xml version='1.0' encoding='ISO-8859-1'?><r><a>é</a></r>";
        read(SourceFile.held("latin.xml", text.getBytes(StandardCharsets.ISO_8859_1)), "/r");
        assertEquals(List.of(Map.of("KEY", "a", "VALUE", "é")), cells());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        cut.xml      | /r     | <r><a>1</a><a>                    | 1 | This is no XML
        text.xml     | /r     | nodes                             | 1 | This is no XML
        other.xml    | /r     | <s><a/></s>                       | 0 | There is no list or object at /r
        entity.xml   | /r     | <r><a>&b;</a></r>                 | 1 | This is no XML
        cut.json     | /nodes | {"nodes": [{"id": "a"}, {"id":    | 1 | The file breaks off here
        text.json    | /nodes | nodes                             | 1 | This is no JSON
        other.json   | /nodes | {"knots": []}                     | 0 | There is no list or object at /nodes
        empty.yaml   |        | # nothing                         | 1 | The file is empty
        broken.yaml  |        | a: [1                             | 1 | This is no YAML
        alias.yaml   |        | a: *b                             | 1 | refers to another part
        """)
    void whatIsWrongIsToldWithItsPlace(String name, String path, String text, long line, String message) {
        read(name, path == null ? "" : path, text);
        assertEquals(1, faults.size(), faults::toString);
        assertEquals(line, faults.getFirst().line(), faults::toString);
        assertTrue(faults.getFirst().message().contains(message), faults::toString);
    }

    @Test
    void bytesThatAreNoUtf8AreTold() {
        byte[] bytes = "{\"a\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        read(SourceFile.held("latin.json", bytes), "");
        assertTrue(faults.getFirst().message().contains("UTF-8"), faults::toString);
    }

    private List<Map<String, String>> cells() {
        assertEquals(List.of(), faults);
        return rows.stream().map(Row::cells).toList();
    }

    private void read(String name, String path, String text) {
        read(SourceFile.held(name, text.getBytes(StandardCharsets.UTF_8)), path);
    }

    private void read(SourceFile file, String path) {
        new Table(file, new Layout(List.of(), Set.of(), Set.of(), path, Optional.empty()))
                .read(names -> columns = names, rows::add, faults::add);
    }
}
