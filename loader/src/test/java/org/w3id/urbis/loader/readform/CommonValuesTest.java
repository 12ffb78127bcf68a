package org.w3id.urbis.loader.readform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.path.PathParser;
import org.apache.jena.sparql.path.eval.PathEval;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values are counted on numbers as they are by walking. */
class CommonValuesTest {
    private static final String SPACE = "http://example.org/";
    private static final PrefixMapping PREFIXES = PrefixMapping.Factory.create().setNsPrefix("", SPACE);

    @TempDir
    private static Path directory;

    private static DatasetGraph dataset;
    private static Graph graph;
    private static List<Node> things;

    /** Forty cities in three countries, some said twice; governments that govern some; and a crowd that is not asked for. */
    @BeforeAll
    static void make() {
        String cities = IntStream.range(0, 40)
                .mapToObj(i ->
                        ":c%d :country :k%d . :g%d :governs :c%d ; :in :n%d , :n%d . :c%d :near :c%d , \"text\" .\n"
                                .formatted(i, i % 3, i, i, i % 5, i % 7, i, (i + 1) % 40))
                .collect(Collectors.joining());
        String crowd = IntStream.range(0, 900)
                .mapToObj(i -> ":x%d :country :k%d .\n".formatted(i, i % 4))
                .collect(Collectors.joining());
        DatasetGraph written = DatasetGraphFactory.create();
        RDFParser.fromString(
                        "PREFIX : <" + SPACE + ">\n:one {\n" + cities + crowd + "}\n:two { :c0 :country :k0 , :k1 ."
                                + " :k0 :name \"Geneva\"@en , \"Genf\"@de , \"Genève\"@fr . }",
                        Lang.TRIG)
                .parse(written);
        Path file = directory.resolve("form.bin");
        ReadFormBuilder.write(written, file);
        dataset = ReadForm.open(file).dataset();
        graph = dataset.getUnionGraph();
        things = IntStream.range(0, 40)
                .mapToObj(i -> NodeFactory.createURI(SPACE + "c" + i))
                .toList();
    }

    private static Map<Node, Integer> walked(List<Node> some, String path) {
        Map<Node, Integer> counts = new HashMap<>();
        for (Node thing : some) {
            Set<Node> values = new HashSet<>();
            PathEval.eval(graph, thing, PathParser.parse(path, PREFIXES), ARQ.getContext())
                    .forEachRemaining(values::add);
            values.forEach(value -> counts.merge(value, 1, Integer::sum));
        }
        return counts;
    }

    private static List<CommonValues.Shared> counted(List<Node> some, String path) {
        return CommonValues.among(graph, some)
                .orElseThrow()
                .along(PathParser.parse(path, PREFIXES))
                .orElseThrow()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":country",
                "^:governs",
                "^:governs/:in",
                ":country|:near",
                ":near/:country?",
                ":unheard",
                ":near"
            })
    void theyAreThoseThatWalkingFinds(String path) {
        // Few things among many statements are walked to, many are gone through by property.
        for (List<Node> some : List.of(things, things.subList(0, 3))) {
            List<CommonValues.Shared> counted = counted(some, path);
            assertEquals(
                    walked(some, path),
                    counted.stream()
                            .collect(Collectors.toMap(CommonValues.Shared::value, CommonValues.Shared::things)));
            List<Integer> numbers =
                    counted.stream().map(CommonValues.Shared::things).toList();
            assertEquals(numbers.stream().sorted((one, other) -> other - one).toList(), numbers);
        }
    }

    @Test
    void whatGoesOnAndOnIsLeftToWalking() {
        CommonValues values = CommonValues.among(graph, things).orElseThrow();
        assertTrue(values.along(PathParser.parse(":near*", PREFIXES)).isEmpty());
        assertTrue(CommonValues.among(DatasetGraphFactory.create().getUnionGraph(), things)
                .isEmpty());
    }

    @Test
    void theTextThatSuitsBestIsRead() {
        List<Node> properties = List.of(node("unheard"), node("name"), node("near"));
        BestTexts texts =
                BestTexts.in(graph, properties, tag -> tag.equals("fr") ? 0 : 1).orElseThrow();
        assertEquals(Optional.of("Genève"), texts.of(node("k0")));
        assertEquals(
                Optional.of("Geneva"),
                BestTexts.in(graph, properties, tag -> 0).orElseThrow().of(node("k0")));
        assertEquals(Optional.of("text"), texts.of(node("c3")));
        assertEquals(Optional.empty(), texts.of(node("k1")));
        assertEquals(Optional.empty(), texts.of(node("nobody")));
    }

    private static Node node(String name) {
        return NodeFactory.createURI(SPACE + name);
    }

    @Test
    void aListOfNumbersIsCountedAsOneOfTerms() {
        List<Node> numbered = TermList.of(dataset, things);
        assertTrue(numbered instanceof TermList);
        assertEquals(counted(things, ":country"), counted(numbered, ":country"));
    }
}
