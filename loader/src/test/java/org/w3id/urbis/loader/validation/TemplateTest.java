package org.w3id.urbis.loader.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.loader.entry.EntryKind;
import org.w3id.urbis.loader.entry.EntryTerms;
import org.w3id.urbis.loader.entry.Template;
import org.w3id.urbis.shapes.ShapeLibrary;
import org.w3id.urbis.shapes.Vocabulary;

/** What a template shows is what the gate takes. */
class TemplateTest {

    private static FileValidation validation;

    @BeforeAll
    static void readShapes() {
        validation = FileValidation.alone(ShapeLibrary.forParts(), Vocabulary.shipped());
    }

    private static ValidationResult csv(Template template) {
        return validation.validate("template.csv", RdfFormat.CSV, template.csv().getBytes(StandardCharsets.UTF_8));
    }

    private static ValidationResult xlsx(Template template) {
        return validation.validate("template.xlsx", RdfFormat.XLSX, template.xlsx());
    }

    private static Graph graph(ValidationResult result) {
        Graph graph = GraphFactory.createDefaultGraph();
        result.files().forEach(file -> file.quads().forEach(quad -> graph.add(quad.asTriple())));
        return graph;
    }

    @ParameterizedTest
    @EnumSource
    void theExampleRowOfEveryKindIsTaken(EntryKind kind) {
        Template template = Template.of(kind, EntryTerms.shipped(), "en");
        ValidationResult written = csv(template);
        assertEquals(List.of(), written.findings());
        assertTrue(written.statementCount() > 3, "says nothing");
        ValidationResult workbook = xlsx(template);
        assertEquals(List.of(), workbook.findings());
        assertTrue(graph(written).isIsomorphicWith(graph(workbook)), () -> graph(workbook)
                .toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "es", "fr", "ru", "zh"})
    void itIsExplainedInTheSixLanguages(String language) {
        Template template = Template.of(EntryKind.NETWORK, EntryTerms.shipped(), language);
        assertEquals(List.of(), xlsx(template).findings());
        assertEquals(List.of(), csv(template).findings());
        assertTrue(template.titles().containsAll(List.of("name", "name@" + language)));
        String english =
                Template.of(EntryKind.NETWORK, EntryTerms.shipped(), "en").csv();
        List<String> ours = template.csv().lines().limit(2).toList();
        List<String> theirs = english.lines().limit(2).toList();
        assertFalse(ours.get(0).equals(theirs.get(0)) || ours.get(1).equals(theirs.get(1)), ours::toString);
    }

    @Test
    void whatHasToBeSaidComesFirst() {
        assertEquals(
                List.of("commitment", "name", "description", "commitmentKind", "committedBy"),
                Template.of(EntryKind.COMMITMENT, EntryTerms.shipped(), "en")
                        .titles()
                        .subList(0, 5));
        for (EntryKind kind : EntryKind.values()) {
            List<String> titles = Template.of(kind, EntryTerms.shipped(), "en").titles();
            assertEquals(titles.size(), titles.stream().distinct().count(), titles::toString);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsCalledRequiredMayNotBeEmpty(EntryKind kind) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(
                Template.of(kind, EntryTerms.shipped(), "en").csv().substring(1), CSVFormat.RFC4180)) {
            parser.forEach(row -> rows.add(row.toList()));
        }
        List<Integer> required = IntStream.range(1, rows.get(1).size())
                .filter(column -> rows.get(1).get(column).startsWith("Required."))
                .boxed()
                .toList();
        assertFalse(required.isEmpty(), "nothing is required");
        assertEquals(List.of(), violations(rows, required));
        for (int column : required) {
            List<Integer> others =
                    required.stream().filter(other -> other != column).toList();
            assertFalse(violations(rows, others).isEmpty(), rows.get(2).get(column));
        }
    }

    /** What is wrong with a table of the example row that has but some of its columns. */
    private static List<Finding> violations(List<List<String>> rows, List<Integer> columns) {
        StringBuilder table = new StringBuilder();
        for (List<String> row : List.of(rows.get(2), rows.get(3))) {
            table.append(printed(
                    Stream.concat(Stream.of(0), columns.stream()).map(row::get).toList()));
        }
        return validation
                .validate("part.csv", RdfFormat.CSV, table.toString().getBytes(StandardCharsets.UTF_8))
                .findings();
    }

    private static String printed(List<String> cells) {
        return CSVFormat.RFC4180.format(cells.toArray()) + "\r\n";
    }
}
