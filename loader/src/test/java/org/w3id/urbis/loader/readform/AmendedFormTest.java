package org.w3id.urbis.loader.readform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.loader.statement.StatementOrder;
import org.w3id.urbis.loader.statement.Statements;

/** A read form made of the one before and the difference is the same file as one made of everything. */
class AmendedFormTest {
    private static final String PREFIXES = """
        PREFIX : <http://a.example/>
        PREFIX urbis: <https://w3id.org/urbis/ontology#>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        """;

    private static final String WORLD = """
        GRAPH :g1 { :a :p :b, :c . :b :p :c . :a :q "one", "one"@en, 1, 1.5, "one two" . :a :r :a }
        GRAPH :g2 { :a :p :b . :b :q "2020-01-01"^^xsd:date, "x"^^:unit . :p :q :g1 . :g3 :p 7 }
        GRAPH :g3 { :c :p :c . :town urbis:latitude 10.5 ; urbis:longitude 20.25 . :ab :p :abc . :ü :q "مدن" }
        """;

    /** What made-up statements are made of. */
    private static final List<Node> VALUES = List.of(
            SSE.parseNode("\"1\"^^<http://www.w3.org/2001/XMLSchema#integer>"),
            SSE.parseNode("\"01\"^^<http://www.w3.org/2001/XMLSchema#integer>"),
            SSE.parseNode("\"1.0\"^^<http://www.w3.org/2001/XMLSchema#decimal>"),
            SSE.parseNode("\"-7\"^^<http://www.w3.org/2001/XMLSchema#long>"),
            SSE.parseNode("\"1.0e0\"^^<http://www.w3.org/2001/XMLSchema#double>"),
            SSE.parseNode("\"INF\"^^<http://www.w3.org/2001/XMLSchema#double>"),
            SSE.parseNode("\"NaN\"^^<http://www.w3.org/2001/XMLSchema#double>"),
            SSE.parseNode("\"none\"^^<http://www.w3.org/2001/XMLSchema#integer>"),
            SSE.parseNode("\"2020\"^^<http://www.w3.org/2001/XMLSchema#gYear>"),
            SSE.parseNode("\"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>"),
            SSE.parseNode("\"a\"^^<http://a.example/unit>"),
            SSE.parseNode("\"a\""),
            SSE.parseNode("\"\""),
            SSE.parseNode("\"a b\""),
            SSE.parseNode("\"a\\\"b\\n\""),
            SSE.parseNode("\"a\"@en"),
            SSE.parseNode("\"a\"@en-GB"),
            SSE.parseNode("\"مدينة\"@ar"),
            SSE.parseNode("\"12.5\"^^<http://www.w3.org/2001/XMLSchema#decimal>"),
            SSE.parseNode("\"12.50\"^^<http://www.w3.org/2001/XMLSchema#decimal>"),
            SSE.parseNode("\"120\"^^<http://www.w3.org/2001/XMLSchema#decimal>"));

    private static final List<Node> PROPERTIES = List.of(
            SSE.parseNode("<http://a.example/1>"),
            SSE.parseNode("<http://a.example/12>"),
            SSE.parseNode("<http://a.example/p>"),
            SSE.parseNode("<https://w3id.org/urbis/ontology#latitude>"),
            SSE.parseNode("<https://w3id.org/urbis/ontology#longitude>"));

    @TempDir
    private Path directory;

    private int files;

    private Path fresh() {
        return directory.resolve(files++ + ".bin");
    }

    private static Set<Quad> parsed(String text) {
        DatasetGraph dataset = DatasetGraphFactory.create();
        RDFParser.fromString(PREFIXES + text, Lang.TRIG).parse(dataset);
        Set<Quad> quads = new LinkedHashSet<>();
        dataset.find().forEachRemaining(quads::add);
        return quads;
    }

    private Path whole(Collection<Quad> quads) {
        Statements all = new Statements();
        quads.forEach(all::add);
        Path file = fresh();
        ReadFormBuilder.write(all, StatementOrder.of(all), file, row -> {});
        return file;
    }

    private Path amended(Path before, Collection<Quad> added, Collection<Quad> removed) {
        Path file = fresh();
        AmendedForm.write(ReadForm.open(before), added, removed, file);
        return file;
    }

    /** Compares and gives the file. */
    private Path compared(Path before, Set<Quad> was, Collection<Quad> added, Collection<Quad> removed, String told)
            throws IOException {
        Set<Quad> now = new LinkedHashSet<>(was);
        now.removeAll(removed);
        now.addAll(added);
        Path amended = amended(before, added, removed);
        assertArrayEquals(Files.readAllBytes(whole(now)), Files.readAllBytes(amended), told);
        assertEquals(now.size(), ReadForm.open(amended).quads(), told);
        return amended;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void madeUpChangesOneAfterTheOtherGiveTheSameBytes(int seed) throws IOException {
        Random random = new Random(seed);
        Set<Quad> all = new LinkedHashSet<>();
        Path file = whole(all);
        for (int round = 0; round < 60; round++) {
            List<Quad> removed = new ArrayList<>(all);
            int fewer = random.nextInt(4);
            removed.removeIf(quad -> random.nextInt(10) >= fewer);
            List<Quad> added = new ArrayList<>();
            for (int more = random.nextInt(seed * 12); more > 0; more--) {
                added.add(quad(random));
            }
            if (round == 40) {
                removed = new ArrayList<>(all);
                added.clear();
            }
            file = compared(file, all, added, removed, "round " + round);
            removed.forEach(all::remove);
            all.addAll(added);
        }
    }

    private static Quad quad(Random random) {
        return Quad.create(
                thing(random, 4),
                thing(random, 12),
                random.nextInt(4) == 0 ? thing(random, 14) : one(PROPERTIES, random),
                random.nextInt(4) == 0 ? thing(random, 14) : one(VALUES, random));
    }

    private static Node thing(Random random, int most) {
        return NodeFactory.createURI("http://a.example/" + random.nextInt(most));
    }

    private static Node one(List<Node> nodes, Random random) {
        return nodes.get(random.nextInt(nodes.size()));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', delimiter = ';', textBlock = """
        nothing at all; ||; ||
        first use of a term; |GRAPH :g1 { :a :p :new }|; ||
        last use of a term; ||; |GRAPH :g3 { :ab :p :abc }|
        a value that is a property elsewhere; ||; |GRAPH :g2 { :p :q :g1 }|
        the same triple in one more graph; |GRAPH :g3 { :a :p :b }|; ||
        the same triple in one graph less; ||; |GRAPH :g1 { :a :p :b }|
        the same triple from one graph to another; |GRAPH :g2 { :a :r :a }|; |GRAPH :g1 { :a :r :a }|
        a graph that is a value already; |GRAPH :abc { :a :p :b }|; ||
        a graph in the middle; |GRAPH :g11 { :a :p :new }|; ||
        a graph before all terms; |GRAPH <a:a> { <a:b> <a:c> <a:d> }|; ||
        a graph behind all terms; |GRAPH <z:a> { <z:b> <z:c> <z:d> }|; ||
        a number between numbers; |GRAPH :g1 { :a :q 1.25, 6, 8, -1 }|; ||
        a number of a datatype of its own; |GRAPH :g1 { :a :q "0"^^xsd:short }|; ||
        the only term of a datatype; ||; |GRAPH :g2 { :b :q "x"^^:unit }|
        the first term of a datatype; ||; |GRAPH :g1 { :a :q 1 }|
        an IRI that others begin with; |GRAPH :g3 { : :p :abcd . :abc :a : }|; ||
        a text in more languages; |GRAPH :g1 { :a :q "one"@fr, "one"@en-GB, "on" }|; ||
        a place that has moved; |GRAPH :g3 { :town urbis:latitude 11 }|; |GRAPH :g3 { :town urbis:latitude 10.5 }|
        a place in two graphs; |GRAPH :g1 { :town urbis:latitude 11 ; urbis:longitude 20.25 }|; ||
        one more place; |GRAPH :g3 { :t urbis:latitude 10.5 ; urbis:longitude 20.25 }|; ||
        no place any more; ||; |GRAPH :g3 { :town urbis:longitude 20.25 }|
        what is there already; |GRAPH :g1 { :a :p :b }|; ||
        what is not there; ||; |GRAPH :g1 { :a :p :nothing }|
        what goes and comes; |GRAPH :g1 { :a :p :b }|; |GRAPH :g1 { :a :p :b }|
        """)
    void aChangeGivesTheSameBytes(String told, String added, String removed) throws IOException {
        Set<Quad> world = parsed(WORLD);
        compared(whole(world), world, parsed(added), parsed(removed), told);
    }

    @Test
    void everyStatementCanGoAndComeAgain() throws IOException {
        Set<Quad> world = parsed(WORLD);
        Path file = whole(world);
        byte[] bytes = Files.readAllBytes(file);
        for (Quad quad : world) {
            Path without = compared(file, world, List.of(), List.of(quad), "without " + quad);
            Path again = amended(without, List.of(quad), List.of());
            assertArrayEquals(bytes, Files.readAllBytes(again), "again " + quad);
        }
        Path empty = compared(file, world, List.of(), world, "nothing");
        assertArrayEquals(bytes, Files.readAllBytes(amended(empty, world, List.of())));
    }

    @Test
    void aChangeOverManyBlocksOfRowsGivesTheSameBytes() throws IOException {
        Random random = new Random(5);
        Set<Quad> all = new LinkedHashSet<>();
        while (all.size() < 40_000) {
            all.add(Quad.create(
                    thing(random, 3),
                    thing(random, 9000),
                    one(PROPERTIES, random),
                    random.nextBoolean()
                            ? thing(random, 20_000)
                            : NodeFactory.createLiteralString("text " + random.nextInt(30_000))));
        }
        Path file = whole(all);
        List<Quad> removed =
                all.stream().filter(quad -> random.nextInt(500) == 0).toList();
        List<Quad> added = new ArrayList<>();
        for (int more = 0; more < 200; more++) {
            added.add(quad(random));
            added.add(Quad.create(thing(random, 3), thing(random, 20_000), thing(random, 9), thing(random, 40_000)));
        }
        compared(file, all, added, removed, "much");
    }

    @Test
    void whatIsThereIsNotOverwritten() {
        Path file = whole(parsed(WORLD));
        ReadForm before = ReadForm.open(file);
        assertThrows(UncheckedIOException.class, () -> AmendedForm.write(before, List.of(), List.of(), file));
    }
}
