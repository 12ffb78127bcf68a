package org.w3id.urbis.loader.readform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A read form answers as Jena's own dataset in memory does. */
class ReadFormTest {
    private static final int SEED = 20260101;

    static final String DATA = """
        PREFIX : <http://example.org/>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        GRAPH :g1 { :a :p :b, :c . :b :p :c . :c :p :a . :a :q "one", "one"@en, "one"@fr, 1, 1.5, "1"^^xsd:string . }
        GRAPH :g2 { :a :p :b . :b :q :a . :d :p :d . :e :r "2020-01-01"^^xsd:date, "x"^^:unit . :g1 :p :g2 . }
        GRAPH :g3 { :c :q :c . :d :q :e . :e :p :f . :f :p :g . :g :p :h . :p :q :p . :ü :q "\uD83C\uDF06 مدن" . }
        GRAPH :g4 { :a :p :b . :g4 :q :g4 . :g4 :p :a . :b :r true . }
        """;

    @TempDir
    private static Path directory;

    private static DatasetGraph named;
    private static DatasetGraph reference;
    private static DatasetGraph form;

    @BeforeAll
    static void make() {
        named = DatasetGraphFactory.create();
        RDFParser.fromString(DATA, Lang.TRIG).parse(named);
        reference = DatasetGraphFactory.create();
        named.find().forEachRemaining(quad -> {
            reference.add(quad);
            reference.getDefaultGraph().add(quad.asTriple());
        });
        Path file = directory.resolve("form.bin");
        ReadFormBuilder.write(named, file);
        form = ReadForm.open(file).dataset();
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
            lines.sort(null);
            return lines;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?s ?p ?o }",
                "SELECT * { GRAPH ?g { ?s ?p ?o } }",
                "SELECT * { GRAPH ?g { ?g ?p ?o } }",
                "SELECT * { GRAPH ?g { ?s ?p ?g } }",
                "SELECT * { GRAPH :g1 { ?s ?p ?o } }",
                "SELECT * { GRAPH :nowhere { ?s ?p ?o } }",
                "SELECT * { GRAPH ?g {} }",
                "SELECT * { GRAPH :g1 {} }",
                "SELECT * { GRAPH :nowhere {} }",
                "SELECT * { GRAPH :a {} }",
                "SELECT * { VALUES ?g { :g1 :a :nowhere } GRAPH ?g { ?s ?p ?o } }",
                "SELECT * { GRAPH ?g { ?s :p ?o } GRAPH ?g { ?o :p ?x } }",
                "SELECT * { GRAPH ?g { ?s :p ?o . ?o :p ?x } }",
                "SELECT * { ?s ?p ?s }",
                "SELECT * { ?s ?s ?o }",
                "SELECT * { ?s :p ?o . ?o :p ?s }",
                "SELECT * { ?s :p :nothing . ?s ?p ?o }",
                "SELECT * { ?s :q 1 }",
                "SELECT * { ?s :q \"one\"@en }",
                "SELECT * { ?s :r \"x\"^^:unit }",
                "SELECT * { ?s :r \"x\"^^:other }",
                "SELECT * { :ü :q ?o }",
                "SELECT * { ?s :p ?o FILTER (?o = :b) }",
                "SELECT * { ?s :p ?o FILTER (?s != ?o && isIRI(?s)) ?o ?x ?y }",
                "SELECT * { ?s :p ?o FILTER EXISTS { ?o :p ?x . ?x :p ?y } }",
                "SELECT * { ?s :p ?o FILTER NOT EXISTS { GRAPH ?g { ?o :q ?x } } }",
                "SELECT * { ?s :p ?o OPTIONAL { ?o :q ?x } OPTIONAL { ?x :p ?y } }",
                "SELECT * { { ?s :p ?o } UNION { ?s :q ?o } ?o ?x ?y }",
                "SELECT * { ?s :p ?o MINUS { ?o :p :c } }",
                "SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s HAVING (COUNT(*) > 2)",
                "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }",
                "SELECT * { VALUES ?s { :a :b 7 UNDEF } ?s :p ?o }",
                "SELECT * { BIND (:a AS ?s) ?s :p ?o }",
                "SELECT * { BIND (:zzz AS ?s) ?s :p ?o }",
                "SELECT * { ?s :p ?o BIND (STR(?o) AS ?t) ?u :p ?o }",
                "SELECT * { { SELECT ?s { ?s :p ?o } ORDER BY ?s LIMIT 3 } ?s ?p ?o }",
                "SELECT * { :a :p* ?x }",
                "SELECT * { :a :p+ ?x }",
                "SELECT * { ?x :p+ :a }",
                "SELECT * { ?x ^:p+ :a }",
                "SELECT * { :a ^:p* ?x }",
                "SELECT * { :nothing :p* ?x }",
                "SELECT * { ?x :p* 7 }",
                "SELECT * { :a :nothing* ?x }",
                "SELECT * { ?x :p+ ?y }",
                "SELECT * { ?x :p* ?y }",
                "SELECT * { ?x :p+ ?x }",
                "SELECT * { :a :p+ :c }",
                "SELECT * { :e :p+ :h . :h :p+ :e }",
                "SELECT * { VALUES ?x { :a :e :nothing } ?x :p* ?y }",
                "SELECT * { GRAPH :g1 { :a :p+ ?x } }",
                "SELECT * { GRAPH ?g { :a :p+ ?x } }",
                "SELECT * { ?x (:p|:q)+ ?y }",
                "SELECT * { ?x :p/:p ?y }",
                "SELECT * { ?x !:p ?y }",
                "SELECT * { << :a :p :b >> ?x ?y }",
                "SELECT * FROM :g1 { ?s ?p ?o }",
                "SELECT * FROM :g1 FROM NAMED :g2 { ?s :p ?o GRAPH ?g { ?o ?x ?y } }",
                "SELECT * FROM :g1 { ?s :p+ ?o }"
            })
    void answersAsTheReferenceDoes(String query) {
        assertEquals(answer(reference, query), answer(form, query));
    }

    static List<String> madeUp() {
        Random random = new Random(SEED);
        return IntStream.range(0, 400).mapToObj(any -> query(random)).toList();
    }

    private static String query(Random random) {
        StringBuilder query = new StringBuilder("SELECT * { ");
        int groups = 1 + random.nextInt(3);
        for (int i = 0; i < groups; i++) {
            String patterns = patterns(random);
            query.append(
                    switch (random.nextInt(8)) {
                        case 0 -> "GRAPH ?g { " + patterns + " } ";
                        case 1 -> "GRAPH :g" + (1 + random.nextInt(5)) + " { " + patterns + " } ";
                        case 2 -> "OPTIONAL { " + patterns + " } ";
                        case 3 -> "{ " + patterns + " } UNION { " + patterns(random) + " } ";
                        case 4 -> patterns + " FILTER EXISTS { " + patterns(random) + " } ";
                        case 5 -> patterns + " FILTER (!BOUND(?w) || ?w != ?x) ";
                        case 6 -> "MINUS { " + patterns + " } ";
                        default -> patterns;
                    });
        }
        return query.append("}").toString();
    }

    private static String patterns(Random random) {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(any -> one(random, "?w ?x ?y ?z :a :b :c :g1 :nothing") + " "
                        + one(random, ":p :q :p :q ?v :r :p+ ^:p* :p/:q") + " "
                        + one(random, "?w ?x ?y ?z :a :b :c 1 \"one\"@en"))
                .collect(Collectors.joining(" . ", "", " . "));
    }

    private static String one(Random random, String words) {
        String[] all = words.split(" ");
        return all[random.nextInt(all.length)];
    }

    @ParameterizedTest
    @MethodSource("madeUp")
    void madeUpQueriesAreAnsweredAsTheReferenceDoes(String query) {
        assertEquals(answer(reference, query), answer(form, query));
    }

    @Test
    void everythingCanBeFoundByAnyPart() {
        Set<Quad> all = new HashSet<>();
        named.find().forEachRemaining(all::add);
        List<Node> terms = new ArrayList<>(List.of(Node.ANY, SSE.parseNode("<http://example.org/nothing>")));
        all.forEach(quad ->
                terms.addAll(List.of(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject())));
        Random random = new Random(SEED);
        for (int i = 0; i < 3000; i++) {
            Node[] parts = new Node[4];
            Quad some = new ArrayList<>(all).get(random.nextInt(all.size()));
            Node[] real = {some.getGraph(), some.getSubject(), some.getPredicate(), some.getObject()};
            for (int part = 0; part < 4; part++) {
                int kind = random.nextInt(5);
                parts[part] = kind < 2 ? Node.ANY : kind < 4 ? real[part] : terms.get(random.nextInt(terms.size()));
            }
            String pattern = Arrays.toString(parts);
            assertEquals(
                    found(named.find(parts[0], parts[1], parts[2], parts[3])),
                    found(form.find(parts[0], parts[1], parts[2], parts[3])),
                    pattern);
            assertEquals(
                    named.getGraph(real[0]).find(parts[1], parts[2], parts[3]).toSet(),
                    form.getGraph(real[0]).find(parts[1], parts[2], parts[3]).toSet(),
                    pattern);
            assertEquals(
                    reference
                            .getDefaultGraph()
                            .find(parts[1], parts[2], parts[3])
                            .toSet(),
                    form.getUnionGraph().find(parts[1], parts[2], parts[3]).toSet(),
                    pattern);
        }
        assertEquals(all.size(), found(form.find()).size());
        assertEquals(reference.getDefaultGraph().size(), form.getUnionGraph().size());
        assertTrue(form.getDefaultGraph().isEmpty());
    }

    private static Set<String> found(Iterator<Quad> quads) {
        Set<String> found = new TreeSet<>();
        quads.forEachRemaining(quad -> assertTrue(found.add(quad.toString()), () -> "twice: " + quad));
        return found;
    }

    @Test
    void nothingIsAFormToo() {
        Path file = directory.resolve("nothing.bin");
        ReadFormBuilder.write(DatasetGraphFactory.create(), file);
        DatasetGraph nothing = ReadForm.open(file).dataset();
        assertFalse(nothing.find().hasNext());
        assertEquals(List.of(), answer(nothing, "SELECT * { ?s ?p ?o . ?o :p* ?x }"));
    }

    @Test
    void aQueryIsStoppedWithinAPattern() {
        AtomicBoolean stop = new AtomicBoolean();
        try (QueryExec execution = QueryExec.dataset(form)
                .query("SELECT (COUNT(*) AS ?count) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o FILTER (?a"
                        + " = ?z) }")
                .set(ARQConstants.symCancelQuery, stop)
                .build()) {
            RowSet rows = execution.select();
            Thread.ofVirtual().start(() -> stop.set(true));
            assertThrows(QueryCancelledException.class, rows::hasNext);
        }
    }
}
