package org.w3id.urbis.loader.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a revision keeps for places and names answers as a look through all statements does. */
class ReachTest extends OverReachedData {
    private static final int SEED = 20261122;

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
            assertEquals(data.sorted(data.reference(), query), data.sorted(data.form(), query), query);
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
        List<String> found =
                data.sorted(data.form(), "SELECT ?p { ?p spatial:nearby (" + point + " units:kilometre) }");
        assertEquals(
                data.sorted(data.reference(), plain).stream()
                        .filter(row -> !row.endsWith("/far") && !row.endsWith("/odd"))
                        .toList(),
                found);
        assertFalse(found.isEmpty() && !part[2].equals("0"), point);
        String filter = "SELECT DISTINCT ?p { ?p urbis:latitude ?n ; urbis:longitude ?e FILTER (%s) }";
        String there = "spatialF:greatCircle(%s, %s, ?n, ?e, units:kilometre) <= %s".formatted((Object[]) part);
        String back = "%3$s000 >= spatialF:greatCircle(?n, ?e, %1$s, %2$s, units:metre)".formatted((Object[]) part);
        assertEquals(found, data.sorted(data.form(), filter.formatted(there)));
        assertEquals(found, data.sorted(data.form(), filter.formatted(back)));
    }

    @Test
    void theNearestComeFirstAndTheLimitHolds() {
        assertEquals(
                List.of("p=https://example.org/geneva"),
                data.rows(data.form(), "SELECT ?p { ?p spatial:nearby (46.2 6.15 20000 units:kilometer 1) }"));
        List<String> all = data.rows(data.form(), "SELECT ?p { ?p spatial:nearby (46.2 6.15 20000) }");
        assertEquals(
                all.subList(0, 7),
                data.rows(data.form(), "SELECT ?p { ?p spatial:nearby (46.2 6.15 20000 units:kilometre 7) }"));
        assertEquals(
                0,
                data.rows(data.form(), "SELECT ?p { ?p spatial:withinBox (-90 -180 90 180 0) }")
                        .size());
        assertEquals(
                List.of("p=https://example.org/fiji"),
                data.rows(data.form(), "SELECT ?p { ?p spatial:withinBox (-18.2 178 -18 -179) }"));
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
                "geof:sfEquals(geof:intersection(?one, ?two), 'POLYGON((6 46, 7 46, 7 47, 6 47, 6 46))')",
                "geof:sfContains(geof:union(?one, ?two), 'MULTIPOINT((5.1 45.1), (7.9 47.9))')",
                "!geof:sfIntersects(geof:difference(?one, ?two), 'POINT(6.5 46.5)')",
                "geof:sfDisjoint(geof:symDifference(?one, ?two), 'POINT(6.5 46.5)')",
                "geof:ehOverlap(?one, ?two) && geof:rcc8po(?one, ?two) && geof:relate(?one, ?two, 'T*T***T**')",
                "geof:ehInside('POINT(6 46)', ?one) && geof:ehContains(?one, 'POINT(6 46)') && geof:ehDisjoint(?one,"
                        + " 'POINT(1 1)')",
                "geof:rcc8ntpp(geof:buffer('POINT(6 46)', 10, units:kilometre), ?one) && geof:rcc8eq(?one, ?one)",
                "geof:ehMeet(?one, 'POINT(5 46)') && geof:ehCovers(?one, spatialF:convertLatLonBox(45, 5, 46, 6))",
                "ABS(geof:distance(geof:boundary(geof:buffer('POINT(6 60)', 100, units:kilometre)), 'POINT(6 60)',"
                        + " units:kilometre) - 100) < 1",
                "geof:sfContains(geof:buffer('LINESTRING(5 60, 7 60)', 50000, units:metre), 'POINT(7.8 60)')",
                "!geof:sfContains(geof:buffer('LINESTRING(5 60, 7 60)', 50000, units:metre), 'POINT(8 60)')",
                "!COALESCE(geof:sfContains(geof:buffer('POINT(179.9 0)', 50, units:kilometre), 'POINT(1 1)'), false)",
                "!COALESCE(geof:sfContains(geof:buffer('POINT(1 89.9)', 50, units:kilometre), 'POINT(1 1)'), false)",
                "!COALESCE(geof:relate(?one, ?two, 'nonsense'), false)",
                "STR(spatialF:convertLatLon(46.2, 6)) = 'POINT(6 46.2)'"
            })
    void functionsSayWhatGeoSparqlHas(String expression) {
        assertEquals(
                List.of("true=true"),
                data
                        .rows(
                                data.form(),
                                "SELECT (STR(" + expression + ") AS ?true) { VALUES (?one ?two) {"
                                        + " ('POLYGON((5 45, 7 45, 7 47, 5 47, 5 45))'"
                                        + " 'POLYGON((6 46, 8 46, 8 48, 6 48, 6 46))') } }")
                        .stream()
                        .map(row -> row.replace("\"", ""))
                        .toList(),
                expression);
    }

    /** What is made is no larger than what is read, and nothing is laid over each other that takes long. */
    @Test
    void whatWouldTakeLongHasNoValue() {
        String many = IntStream.range(0, 500)
                .mapToObj(i -> "%d %d".formatted(i % 2 == 0 ? -90 : 90, i % 89))
                .collect(Collectors.joining(", ", "'LINESTRING(", ")'"));
        String rows = IntStream.range(0, 150)
                .mapToObj(i -> "%d %d".formatted(i % 2 == 0 ? -80 : 80, i % 80))
                .collect(Collectors.joining(", ", "'LINESTRING(", ")'"));
        String columns = rows.replaceAll("(-?\\d+) (\\d+)", "$2 $1");
        assertEquals(
                List.of("x=null"),
                data.rows(data.form(), "SELECT (geof:union(%s, %s) AS ?x) {}".formatted(rows, columns)));
        for (String call : List.of("union(%1$s, %1$s)", "buffer(%1$s, 1, units:metre)", "sfWithin(%1$s, %1$s)")) {
            String query = "SELECT (geof:" + call.formatted(many) + " AS ?x) {}";
            assertEquals(List.of("x=null"), data.rows(data.form(), query));
        }
    }

    @Test
    void allAreThereByTheNamesThatAreTold() {
        assertTrue(Reach.properties().stream().distinct().count() == 13);
        assertTrue(Reach.functions().stream().distinct().count() == 42);
    }
}
