package org.w3id.urbis.loader.readform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpLib;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is counted without rows, and what is looked for from its greatest number on, is what Jena's own engine finds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountsAndFirstRowsTest {
    private static final int SEED = 20261122;
    private static final int QUERIES = 150;

    private DatasetGraph reference;
    private ReadForm form;

    @BeforeAll
    void make(@TempDir Path directory) {
        Random random = new Random(SEED);
        StringBuilder data = new StringBuilder("PREFIX : <http://example.org/>\n");
        for (int graph = 0; graph < 3; graph++) {
            data.append("GRAPH :g").append(graph).append(" {");
            for (int i = 0; i < 60; i++) {
                // Several graphs tell of the same thing, sometimes the same.
                int thing = random.nextInt(90);
                data.append(" :t%d a %s ; :in :r%d, :r%d ; :size %s ; :mixed %s ; :like :t%d ."
                        .formatted(
                                thing,
                                one(random, ":City|:Town|:City, :Town"),
                                random.nextInt(6),
                                random.nextInt(6),
                                one(random, "1|2.5|30e0|4|-7|-7.0|100|100.0|33.333333|33.3333333e0|5"),
                                one(random, "1|2|\"3\"|1e400|:r1"),
                                random.nextInt(90)));
            }
            data.append(
                    " :r1 a :Region ; :name \"one\" . :r2 a :Region ; :name \"two\" , \"zwei\"@de . :r3 :name \"one\""
                            + " . }\n");
        }
        DatasetGraph named = DatasetGraphFactory.create();
        RDFParser.fromString(data.toString(), Lang.TRIG).parse(named);
        reference = DatasetGraphFactory.create();
        named.find().forEachRemaining(quad -> reference.getDefaultGraph().add(quad.asTriple()));
        ReadFormBuilder.write(named, directory.resolve("form.bin"));
        form = ReadForm.open(directory.resolve("form.bin"));
    }

    private static String one(Random random, String words) {
        String[] all = words.split("\\|", -1);
        return all[random.nextInt(all.length)];
    }

    static List<String> counts() {
        Random random = new Random(SEED);
        return IntStream.range(0, QUERIES)
                .mapToObj(any -> {
                    String group = one(random, "?y|?name|?y ?name|?name ?y|?z");
                    return "SELECT " + group + " "
                            + one(
                                    random,
                                    "(COUNT(?x) AS ?n)|(COUNT(DISTINCT ?x) AS ?n)|(COUNT(?x) AS ?n) (COUNT(DISTINCT"
                                            + " ?x) AS ?m)|(COUNT(*) AS ?n)|(SAMPLE(?x) AS ?n)|(COUNT(?y) AS ?n)")
                            + " { "
                            + one(
                                    random,
                                    "?x a :City .|?x a :City, :Town .|?x a :Nothing .||?x :like ?x .|:t1 :like ?x .")
                            + " ?x " + one(random, ":in|:in|:like|:nothing|?p") + " ?y . "
                            + one(
                                    random,
                                    "?y :name ?name .|?y a :Region ; :name ?name .||?z :name ?name .|?y :name ?name,"
                                        + " ?z .|?y :name ?name FILTER (LANG(?name) = \"\")|OPTIONAL { ?y :name ?name"
                                        + " }")
                            + one(random, "||| FILTER (?y != :r1)| FILTER (?x != :t1)| FILTER EXISTS { ?y a :Region }")
                            + " } GROUP BY " + group + one(random, "||| HAVING (COUNT(?x) > 3)");
                })
                .toList();
    }

    static List<String> first() {
        Random random = new Random(SEED);
        return IntStream.range(0, QUERIES)
                .mapToObj(any -> "SELECT ?n { "
                        + one(random, "|?x a :City .|VALUES ?x { :t1 :t2 :t3 }|VALUES ?n { 100 4 }")
                        + " ?x " + one(random, ":size|:size|:size|:mixed|?p") + " ?n . "
                        + one(
                                random,
                                "|?x a :Town .|FILTER (?n < 50)|FILTER NOT EXISTS { ?x a :City }|OPTIONAL { ?x :like"
                                    + " ?y }|BIND (?n + 1 AS ?more)|{ ?x :in :r1 } UNION { ?x :in :r2 }|MINUS { ?x :in"
                                    + " :r1 }")
                        + " } ORDER BY " + one(random, "DESC(?n)|?n|DESC(?n) ?x|?n DESC(?x)|DESC(STR(?n))|?x")
                        + " LIMIT "
                        + one(random, "1|5|20|1000"))
                .toList();
    }

    private static List<String> answer(DatasetGraph dataset, String query) {
        try (QueryExec execution = QueryExec.dataset(dataset)
                .query("PREFIX : <http://example.org/> " + query)
                .build()) {
            RowSet rows = execution.select();
            List<String> lines = new ArrayList<>();
            while (rows.hasNext()) {
                Binding row = rows.next();
                lines.add(rows.getResultVars().stream()
                        .map(variable -> variable + "=" + row.get(variable))
                        .collect(Collectors.joining(" ")));
            }
            return lines;
        }
    }

    @ParameterizedTest
    @MethodSource("counts")
    void countsAreThoseOfTheReference(String query) {
        if (query.contains("SAMPLE")) {
            // Any will do, so that only the groups can be compared.
            query = query.replaceAll("\\(SAMPLE[^)]*\\) AS \\?n\\)", "(COUNT(*) AS ?n)");
        }
        assertEquals(
                answer(reference, query).stream().sorted().toList(),
                answer(form.dataset(), query).stream().sorted().toList());
    }

    @ParameterizedTest
    @MethodSource("first")
    void firstRowsAreThoseOfTheReference(String query) {
        // Which of several equal ones come is open: their values are compared, by value.
        assertEquals(values(answer(reference, query)), values(answer(form.dataset(), query)));
    }

    private static List<String> values(List<String> rows) {
        return rows.stream()
                .map(row -> row.replaceAll("\"\\^\\^.*", "").replaceAll("[^-.0-9a-zA-Z]", ""))
                .map(row -> row.matches("n-?[0-9.]+(e0)?") ? "" + Double.parseDouble(row.substring(1)) : row)
                .toList();
    }

    @Test
    void whatIsMeantIsTaken() {
        assertTrue(isCount(
                "SELECT ?y (COUNT(DISTINCT ?x) AS ?n) { ?x a :City ; :in ?y . ?y :name ?z FILTER (LANG(?z) = \"\") }"
                        + " GROUP BY ?y"));
        assertTrue(isCount("SELECT ?y (COUNT(?x) AS ?n) { ?x :in ?y } GROUP BY ?y"));
        assertFalse(isCount("SELECT ?y (COUNT(?x) AS ?n) { ?x :in ?y ; :size ?z } GROUP BY ?y"));
        assertFalse(isCount("SELECT ?y (COUNT(?x) AS ?n) { ?x :in ?y FILTER (?x != :t1) } GROUP BY ?y"));
        assertTrue(isFirst("SELECT ?x { ?x a :City ; :size ?n } ORDER BY DESC(?n) LIMIT 3"));
        assertFalse(isFirst("SELECT ?x { ?x a :City ; :mixed ?n } ORDER BY DESC(?n) LIMIT 3"));
        assertFalse(isFirst("SELECT ?x { ?x a :City OPTIONAL { ?x :size ?n } } ORDER BY DESC(?n) LIMIT 3"));
    }

    private boolean isCount(String query) {
        return part(query, OpGroup.class).flatMap(StarCount::of).isPresent();
    }

    private boolean isFirst(String query) {
        return part(query, OpTopN.class)
                .flatMap(top -> LargestRows.of(form, top))
                .isPresent();
    }

    private static <T extends Op> Optional<T> part(String query, Class<T> kind) {
        Op op = OpLib.unionDefaultGraphQuads(Algebra.toQuadForm(
                Algebra.optimize(Algebra.compile(QueryFactory.create("PREFIX : <http://example.org/> " + query)))));
        while (!kind.isInstance(op) && op instanceof Op1 around) {
            op = around.getSubOp();
        }
        return kind.isInstance(op) ? Optional.of(kind.cast(op)) : Optional.empty();
    }
}
