package org.w3id.urbis.loader.readform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpNull;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.sse.SSE;
import org.apache.jena.sparql.util.ExprUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.loader.reach.Reach;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ValueRangesTest {

    private static final String VALUES = """
        "1"^^xsd:byte "01"^^xsd:integer 1.0 1e0 "1"^^xsd:float 0.1 1e-1 "0.1"^^xsd:float -7 -7.5 "-INF"^^xsd:double
        "INF"^^xsd:float "NaN"^^xsd:double 100 99.9999999 1e2 "many"^^xsd:integer "5" "5"@en "2020-01-01"^^xsd:date
        true 0 -0.0 0e0 33.3333333 "33.333333"^^xsd:float 1e300 -1e300 12345678901234567890123456789
        """;

    private static final List<Var> VARIABLES = List.of(Var.alloc("s"), Var.alloc("v"), Var.alloc("w"));

    private DatasetGraph usual;
    private ReadForm form;

    @BeforeAll
    void build(@TempDir Path directory) {
        StringBuilder text = new StringBuilder("PREFIX : <x:> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n:g {");
        int number = 0;
        for (String value : VALUES.strip().split("\\s+")) {
            text.append(" :s%d :v %s ; :w %d .".formatted(number, value, number % 10));
            number++;
        }
        for (int i = 0; i < 500; i++) {
            text.append(" :c%d a :City ; :v %d.%d ; :w %d .".formatted(i, i % 90 - 45, i % 7, i % 13));
        }
        usual = DatasetGraphFactory.create();
        RDFParser.fromString(text + "}", Lang.TRIG).parse(usual);
        ReadFormBuilder.write(usual, directory.resolve("form.bin"));
        form = ReadForm.open(directory.resolve("form.bin"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?v > 1",
                "?v >= 1",
                "?v < 1",
                "1 <= ?v",
                "0.1 = ?v",
                "?v = 0.1e0",
                "?v > -7.5 && ?v <= 100",
                "?v >= 33.333333 && ?v < 33.4",
                "?v >= \"33.333333\"^^<http://www.w3.org/2001/XMLSchema#float> && ?v < 34",
                "?v > 50 && ?v < 10",
                "?v = 0",
                "?v > 1e299",
                "?v > 1e400",
                "?v < 5 || ?v > 40",
                "?v != 1",
                "!(?v > 1)",
                "?v >= 10 && ?v <= 12 && ?w > 3 && ?w < 6",
                "?v > ?w && ?w >= 11",
                "?v > \"4\"",
                "?v < \"2021-01-01\"^^<http://www.w3.org/2001/XMLSchema#date>"
            })
    void filtersAnswerAsTheyDoElsewhere(String condition) {
        for (String pattern :
                List.of("?s :v ?v ; :w ?w", "?s a :City . ?s :w ?w ; :v ?v", "VALUES ?v { 1 12.0 } ?s :v ?v ; :w ?w")) {
            String query =
                    "PREFIX : <x:> SELECT ?s ?v ?w { GRAPH ?g { " + pattern + " FILTER ( " + condition + " ) } }";
            assertEquals(answer(usual, query), answer(form.dataset(), query), query);
        }
    }

    private static Set<String> answer(DatasetGraph dataset, String query) {
        Set<String> rows = new TreeSet<>();
        try (QueryExec execution = QueryExec.dataset(dataset).query(query).build()) {
            execution
                    .select()
                    .forEachRemaining(row -> rows.add(VARIABLES.stream()
                            .map(variable -> String.valueOf(row.get(variable)))
                            .collect(Collectors.joining(" "))));
        }
        return rows;
    }

    @Test
    void onlyWhatIsInTheRangeIsGoneThroughAndFirst() {
        ExprList conditions = new ExprList(ExprUtils.parse("?v >= 10 && ?v < 11"));
        ValueRanges ranges = ValueRanges.of(form, conditions, OpNull.create());
        ValueRanges.Range range = ranges.of(Var.alloc("v"));
        TripleCursor cursor = new TripleCursor(form.triples());
        cursor.open(Triples.ANY, form.part(SSE.parseNode("<x:v>")), Triples.ANY);
        cursor.narrowValues(range.from(), range.end());
        assertTrue(cursor.left() >= 5 && cursor.left() <= 7, () -> "has to go through " + cursor.left());
        BasicPattern pattern = ((OpBGP) SSE.parseOp("(bgp (triple ?s <x:w> ?w) (triple ?s <x:v> ?v))")).getPattern();
        assertEquals(
                SSE.parseNode("<x:v>"),
                PatternOrder.of(form, pattern, Set.of(), ranges).get(0).getPredicate());
    }

    /** Around a thing whose number is known, the numbers of others are looked for before their kind. */
    @Test
    void whatAPatternGivesSetsBoundsToThoseAfterIt() {
        ValueRanges ranges = ValueRanges.of(form, new ExprList(ExprUtils.parse("ABS(?v - ?low) < 1")), OpNull.create());
        OpBGP around = (OpBGP) SSE.parseOp(
                "(bgp (triple ?s <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <x:City>) (triple ?s <x:w> ?w)"
                        + " (triple ?s <x:v> ?v) (triple <x:c7> <x:v> ?low))");
        List<Triple> order =
                PatternOrder.of(form, around.getPattern(), Set.of(), ranges).getList();
        assertEquals(SSE.parseNode("<x:c7>"), order.get(0).getSubject());
        assertEquals(Var.alloc("v"), order.get(1).getObject());
        String query = "PREFIX : <x:> SELECT ?s ?v ?w { GRAPH ?g { :c7 :v ?low . ?s a :City ; :w ?w ; :v ?v"
                + " FILTER ( ABS(?v - ?low) < 1 ) } }";
        assertEquals(answer(usual, query), answer(form.dataset(), query));
    }

    @Test
    void whatARowGivesSetsBoundsToo() {
        for (String rows : List.of("(10 11)", "(10 11) (-7.5 1e0) (5 UNDEF)", "('x' 4)")) {
            for (String condition : List.of("?v >= ?low && ?v < ?high", "?low < ?v && ?high >= ?v", "?v = ?low")) {
                String query = "PREFIX : <x:> SELECT ?s ?v ?w { GRAPH ?g { VALUES (?low ?high) { " + rows
                        + " } ?s :v ?v ; :w ?w FILTER ( " + condition + " ) } }";
                assertEquals(answer(usual, query), answer(form.dataset(), query), query);
                String apart = "PREFIX : <x:> SELECT ?s ?v ?w { GRAPH ?g { VALUES (?least ?high) { " + rows
                        + " } BIND ( ?least + 0 AS ?low ) ?s :v ?v ; :w ?w BIND ( ABS(?v - ?low) AS ?far ) FILTER ( "
                        + condition + " && ?far < 100 ) } }";
                assertEquals(answer(usual, apart), answer(form.dataset(), apart), apart);
            }
        }
        ValueRanges ranges =
                ValueRanges.of(form, new ExprList(ExprUtils.parse("?v >= ?low && ?v < 11")), OpNull.create());
        assertEquals(
                range("?v >= 10 && ?v < 11"),
                ranges.in(BindingFactory.binding(Var.alloc("low"), SSE.parseNode("10")))
                        .of(Var.alloc("v")));
    }

    @Test
    void aDistanceSetsBoundsToTheLatitude() {
        Reach.enlist();
        String circle = "<http://jena.apache.org/function/spatial#greatCircle>(%s,"
                + " <http://www.opengis.net/def/uom/OGC/1.0/%s>)";
        String around = circle.formatted("10, 5, ?v, ?w", "kilometre");
        ValueRanges.Range near = range("?v > 9.101 && ?v < 10.899");
        assertEquals(near, range(around + " < 100"));
        assertEquals(near, range("100 >= " + around));
        assertEquals(near, range("100000 > " + circle.formatted("?v, ?w, 10, 5", "metre")));
        for (String other : List.of(
                around + " > 100",
                around + " < ?z",
                "100 < " + around,
                circle.formatted("?w, 5, ?v, 6", "kilometre") + " < 100")) {
            assertEquals(range("?v >= -90 && ?v <= 90"), range(other), other);
        }
        for (String other : List.of(
                circle.formatted("10, 5, ?v, ?w", "cubit") + " < 100",
                circle.formatted("10, 5, ?v, ?w", "kilometre") + " != 100")) {
            assertEquals(null, range(other), other);
        }
    }

    private ValueRanges.Range range(String condition) {
        return ValueRanges.of(form, new ExprList(ExprUtils.parse(condition)), OpNull.create())
                .of(Var.alloc("v"));
    }

    @Test
    void otherConditionsSetNoRange() {
        for (String condition : List.of("?v != 1", "?v > ?w", "?v > \"4\"", "!(?v = 1)", "?v > 1 || ?v < 0")) {
            assertEquals(null, range(condition), condition);
        }
    }
}
