package org.w3id.urbis.loader.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.loader.names.NameIndex;
import org.w3id.urbis.loader.names.NameIndexBuilder;
import org.w3id.urbis.loader.readform.ReadForm;
import org.w3id.urbis.loader.readform.ReadFormBuilder;

/** What a revision keeps for places and names answers as a look through all statements does. */
class ReachTest {
    private static final int SEED = 20261122;

    private static final String PREFIXES = """
        PREFIX : <https://example.org/>
        PREFIX geof: <http://www.opengis.net/def/function/geosparql/>
        PREFIX math: <http://www.w3.org/2005/xpath-functions/math#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX spatial: <http://jena.apache.org/spatial#>
        PREFIX spatialF: <http://jena.apache.org/function/spatial#>
        PREFIX text: <http://jena.apache.org/text#>
        PREFIX units: <http://www.opengis.net/def/uom/OGC/1.0/>
        PREFIX urbis: <https://w3id.org/urbis/ontology#>
        """;

    private static final String NAMES = """
        GRAPH :g1 {
          :geneva skos:prefLabel "Geneva"@en, "Genève"@fr, "Женева"@ru ; skos:altLabel "Geneva City"@en ;
            urbis:latitude 46.2 ; urbis:longitude 6.15 .
          :gva urbis:abbreviation "GVA" ; skos:prefLabel "Canton of Geneva"@en .
          :rio skos:prefLabel "Rio de Janeiro"@pt-BR ; skos:altLabel "Rio"@en ; urbis:latitude -22.9 ; urbis:longitude -43.2 .
          :river skos:prefLabel "Janeiro de Rio" .
          :fiji skos:prefLabel "Suva"@en ; urbis:latitude -18.1 ; urbis:longitude 178.4 .
          :pole skos:prefLabel "North Pole Camp"@en ; urbis:latitude 89.9999999 ; urbis:longitude 0 .
          :odd urbis:latitude "north" ; urbis:longitude 5 . :half urbis:latitude 5 . :far urbis:latitude 95 ; urbis:longitude 5 .
        }
        GRAPH :g2 { :geneva skos:prefLabel "Geneva"@en ; urbis:latitude 46.20222 ; urbis:longitude 6.14569 .
          :beijing skos:prefLabel "北京"@zh , "Beijing"@en . :saint skos:prefLabel "Saint-Étienne"@fr . }
        """;

    @TempDir
    private static Path directory;

    private static DatasetGraph reference;
    private static DatasetGraph form;
    private static NameIndex index;

    @BeforeAll
    static void make() {
        DatasetGraph named = DatasetGraphFactory.create();
        Random random = new Random(SEED);
        StringBuilder data = new StringBuilder(PREFIXES).append(NAMES).append("GRAPH :g3 {");
        for (int i = 0; i < 600; i++) {
            data.append(" :p%d a urbis:City ; urbis:latitude %.4f ; urbis:longitude %.4f ."
                    .formatted(i, random.nextDouble(-90, 90), random.nextDouble(-180, 180)));
        }
        RDFParser.fromString(data.append("}").toString(), Lang.TRIG).parse(named);
        reference = DatasetGraphFactory.create();
        named.find().forEachRemaining(quad -> {
            reference.add(quad);
            reference.getDefaultGraph().add(quad.asTriple());
        });
        ReadFormBuilder.write(named, directory.resolve("form.bin"));
        form = ReadForm.open(directory.resolve("form.bin")).dataset();
        Path names = directory.resolve("names");
        try (NameIndexBuilder builder = NameIndexBuilder.in(names, named)) {
            List<Quad> quads = new ArrayList<>();
            named.find().forEachRemaining(quads::add);
            quads.sort(Comparator.comparing(quad -> quad.getSubject().toString()));
            quads.forEach(builder::add);
        }
        index = NameIndex.open(names);
        Reach.names(form.getContext(), index);
        Reach.enlist();
    }

    @AfterAll
    static void close() {
        index.close();
    }

    private static List<String> rows(DatasetGraph dataset, String query) {
        try (QueryExec execution =
                QueryExec.dataset(dataset).query(PREFIXES + query).build()) {
            RowSet rows = execution.select();
            List<String> lines = new ArrayList<>();
            while (rows.hasNext()) {
                Binding row = rows.next();
                lines.add(rows.getResultVars().stream()
                        .map(variable -> variable.getVarName() + "=" + row.get(variable))
                        .collect(Collectors.joining(" ")));
            }
            return lines;
        }
    }

    private static List<String> sorted(DatasetGraph dataset, String query) {
        return rows(dataset, query).stream().sorted().toList();
    }

    static Stream<String> madeUpAreas() {
        Random random = new Random(SEED);
        return IntStream.range(0, 60).mapToObj(any -> {
            double north = random.nextInt(-90, 91);
            double east = random.nextInt(-180, 181);
            return switch (random.nextInt(4)) {
                case 0 -> "spatial:nearby (%s %s %d)".formatted(north, east, random.nextInt(12_000));
                case 1 ->
                    "spatial:withinBox (%s %s %s %s)"
                            .formatted(random.nextInt(-90, 0), east, random.nextInt(0, 90), random.nextInt(-180, 181));
                case 2 ->
                    "spatial:nearbyGeom (\"POINT(%s %s)\" %d units:mile)".formatted(east, north, random.nextInt(9_000));
                default ->
                    "spatial:%s (%s %s)"
                            .formatted(List.of("north", "south", "east", "west").get(random.nextInt(4)), north, east);
            };
        });
    }

    @ParameterizedTest
    @MethodSource("madeUpAreas")
    void placesAreFoundAsByALookThroughAll(String area) {
        for (String query : List.of(
                "SELECT ?p { ?p " + area + " }",
                "SELECT ?p ?n { ?p " + area + " . ?p urbis:latitude ?n }",
                "SELECT ?p ?n { ?p urbis:latitude ?n ; a urbis:City . ?p " + area + " }",
                "SELECT ?p { GRAPH :g1 { ?p " + area + " } }",
                "SELECT ?p ?g { GRAPH ?g { ?p " + area + " } }",
                "SELECT ?p FROM :g3 { ?p " + area + " }",
                "SELECT ?p { VALUES ?p { :geneva :p1 :nothing } ?p " + area + " }",
                "SELECT ?n { :geneva " + area + " ; urbis:latitude ?n }")) {
            assertEquals(sorted(reference, query), sorted(form, query), query);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "46.2 6.15 150",
                "0 180 3000",
                "-89 10 4000",
                "89.5 -170 200",
                "10 10 0",
                "-18 -179 1000",
                "5 5 21000"
            })
    void nearbyIsWhatTheFormulaSays(String point) {
        String[] part = point.split(" ");
        String plain = """
            SELECT DISTINCT ?p { ?p urbis:latitude ?n ; urbis:longitude ?e . BIND (math:pi() / 180 AS ?d)
              BIND (math:sin((?n - N) * ?d / 2) AS ?x) BIND (math:sin((?e - E) * ?d / 2) AS ?y)
              FILTER (12742.0176 * math:asin(math:sqrt(?x * ?x + math:cos(N * ?d) * math:cos(?n * ?d) * ?y * ?y)) <= R) }\
            """.replace("(N ", "(" + part[0] + " ")
                .replace("- N", "- (" + part[0] + ")")
                .replace("- E", "- (" + part[1] + ")")
                .replace("<= R", "<= " + part[2]);
        List<String> found = sorted(form, "SELECT ?p { ?p spatial:nearby (" + point + " units:kilometre) }");
        assertEquals(
                sorted(reference, plain).stream()
                        .filter(row -> !row.endsWith("/far") && !row.endsWith("/odd"))
                        .toList(),
                found);
        assertFalse(found.isEmpty() && !part[2].equals("0"), point);
        String filter = "SELECT DISTINCT ?p { ?p urbis:latitude ?n ; urbis:longitude ?e FILTER (%s) }";
        String there = "spatialF:greatCircle(%s, %s, ?n, ?e, units:kilometre) <= %s".formatted((Object[]) part);
        String back = "%3$s000 >= spatialF:greatCircle(?n, ?e, %1$s, %2$s, units:metre)".formatted((Object[]) part);
        assertEquals(found, sorted(form, filter.formatted(there)));
        assertEquals(found, sorted(form, filter.formatted(back)));
    }

    @Test
    void theNearestComeFirstAndTheLimitHolds() {
        assertEquals(
                List.of("p=https://example.org/geneva"),
                rows(form, "SELECT ?p { ?p spatial:nearby (46.2 6.15 20000 units:kilometer 1) }"));
        List<String> all = rows(form, "SELECT ?p { ?p spatial:nearby (46.2 6.15 20000) }");
        assertEquals(
                all.subList(0, 7), rows(form, "SELECT ?p { ?p spatial:nearby (46.2 6.15 20000 units:kilometre 7) }"));
        assertEquals(
                0,
                rows(form, "SELECT ?p { ?p spatial:withinBox (-90 -180 90 180 0) }")
                        .size());
        assertEquals(
                List.of("p=https://example.org/fiji"),
                rows(form, "SELECT ?p { ?p spatial:withinBox (-18.2 178 -18 -179) }"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'geneva'",
                "'GENÈVE'",
                "'Женева'",
                "'geneva'@en",
                "('geneva' 'lang:en')",
                "('geneva' 1000 'lang:fr')",
                "(skos:prefLabel 'geneva')",
                "(skos:altLabel skos:prefLabel 'geneva')",
                "(urbis:abbreviation 'gva')",
                "'geneva AND city'",
                "'geneva -city'",
                "'+canton geneva'",
                "'geneva city'",
                "'gen*'",
                "'geneve~1'",
                "'\"rio de janeiro\"'",
                "'rio de janeiro'",
                "'(rio OR suva) NOT janeiro'",
                "'北京'",
                "'saint-etienne'",
                "'saint AND étienne'",
                "('rio' 'lang:pt')",
                "('rio' 'lang:pt-br')",
                "'nothing'",
                "'-'",
                "''",
                "(:p1 'geneva')"
            })
    void namesAreFoundAsByALookThroughAll(String asked) {
        for (String query : List.of(
                "SELECT ?s { ?s text:query " + asked + " }",
                "SELECT ?s ?score { (?s ?score) text:query " + asked + " }",
                "SELECT * { (?s ?score ?name ?g ?property) text:query " + asked + " }",
                "SELECT ?s ?n { ?s urbis:latitude ?n ; text:query " + asked + " }",
                "SELECT ?s { GRAPH :g2 { ?s text:query " + asked + " } }",
                "SELECT ?s { VALUES ?s { :geneva :rio } ?s text:query " + asked + " }")) {
            assertEquals(sorted(reference, query), sorted(form, query), query);
        }
    }

    @Test
    void theMostAlikeComeFirst() {
        assertEquals(
                "s=https://example.org/geneva name=\"Geneva\"@en",
                rows(form, "SELECT ?s ?name { (?s ?score ?name) text:query 'geneva' }")
                        .getFirst());
        assertEquals(1, rows(form, "SELECT ?s { ?s text:query ('geneva' 1) }").size());
        assertEquals(2, rows(form, "SELECT ?s { ?s text:query 'geneva' }").size());
        assertEquals(List.of("s=https://example.org/saint"), rows(form, "SELECT ?s { ?s text:query 'saint-etienne' }"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spatial:nearby (46 6)",
                "spatial:nearby (46 6 -1)",
                "spatial:nearby (146 6 1)",
                "spatial:nearby (46 6 1e999)",
                "spatial:nearby ('NaN'^^<http://www.w3.org/2001/XMLSchema#double> 6 1)",
                "spatial:nearby (46 6 1 units:parsec)",
                "spatial:nearby (46 6 1 units:metre 1.5)",
                "spatial:nearby (46 6 ?r)",
                "spatial:nearby 46",
                "spatial:withinBox (1 2 3)",
                "spatial:nearbyGeom ('POINT(200 5)' 1)",
                "spatial:nearbyGeom ('POIN' 1)",
                "spatial:nearbyGeom ('POINT EMPTY' 1)",
                "spatial:nearbyGeom ('<http://example.org/crs> POINT(1 1)' 1)",
                "spatial:withinBoxGeom ('LINESTRING(NaN NaN, 1 1)')",
                "text:query 5",
                "text:query ('a' 'b')",
                "text:query 'a*'",
                "text:query '*a'",
                "text:query 'a/.*/'",
                "text:query '[a TO b]'",
                "text:query '(a'",
                "text:query 'a)'",
                "text:query '\"a'",
                "text:query 'a~3'",
                "text:query 'ab~ ab~ ab~ ab~ ab~'",
                "text:query 'name:a'",
                "text:query ?words"
            })
    void whatCannotBeUsedIsRefused(String pattern) {
        assertThrows(UnusableArgumentException.class, () -> rows(form, "SELECT * { ?p " + pattern + " }"), pattern);
    }

    @Test
    void hugeArgumentsAreRefused() {
        String ring =
                IntStream.range(0, 3_000).mapToObj(i -> i % 100 + " " + i % 50).collect(Collectors.joining(", "));
        for (String pattern : List.of(
                "spatial:withinBoxGeom ('LINESTRING(" + ring + ")')",
                "text:query '" + "a".repeat(1_001) + "'",
                "text:query '" + "ab ".repeat(40) + "'",
                "text:query '" + "(".repeat(20) + "a" + ")".repeat(20) + "'")) {
            assertThrows(UnusableArgumentException.class, () -> rows(form, "SELECT * { ?p " + pattern + " }"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "geof:sfWithin('POINT(6 46)', 'POLYGON((5 45, 7 45, 7 47, 5 47, 5 45))')",
                "geof:sfContains('POLYGON((5 45, 7 45, 7 47, 5 47, 5 45))', spatialF:convertLatLon(46, 6))",
                "geof:sfIntersects('POINT(6 46)', '<http://www.opengis.net/def/crs/EPSG/0/4326> POINT(46 6)')",
                "!geof:sfDisjoint(spatialF:convertLatLonBox(45, 5, 47, 7), 'POINT(6 46)')",
                "geof:sfTouches('POINT(5 46)', 'POLYGON((5 45, 7 45, 7 47, 5 47, 5 45))')",
                "geof:sfEquals(geof:envelope('LINESTRING(5 45, 7 47)'), spatialF:convertLatLonBox(45, 5, 47, 7))",
                "ABS(geof:distance('POINT(6.15 46.2)', 'POINT(2.35 48.86)', units:kilometre) - 411) < 2",
                "ABS(spatialF:greatCircle(46.2, 6.15, 48.86, 2.35, units:metre) - 411000) < 2000",
                "spatialF:nearby('POINT(6.15 46.2)', 'POINT(2.35 48.86)', 412, units:kilometre)",
                "STR(geof:getSRID('POINT(1 1)')) = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'",
                "!BOUND(?x) && !COALESCE(geof:sfWithin('POINT(999 1)', 'POINT(1 1)'), false)",
                "!COALESCE(geof:distance('POLYGON EMPTY', 'POINT(1 1)', units:metre) > 0, false)",
                "!COALESCE(geof:distance('POINT(1 1)', 'POINT(1 1)', 'metre') = 0, false)",
                "STR(spatialF:convertLatLon(46.2, 6)) = 'POINT(6 46.2)'"
            })
    void functionsSayWhatGeoSparqlHas(String expression) {
        assertEquals(
                List.of("true=true"),
                rows(form, "SELECT (STR(" + expression + ") AS ?true) {}").stream()
                        .map(row -> row.replace("\"", ""))
                        .toList(),
                expression);
    }

    @Test
    void allAreThereByTheNamesThatAreTold() {
        assertTrue(Reach.properties().stream().distinct().count() == 13);
        assertTrue(Reach.functions().stream().distinct().count() == 20);
    }
}
