package org.w3id.urbis.loader.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Distances that people write out give the rows that they give elsewhere, wherever on Earth. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpelledOutDistancesTest {

    /** Latitude and longitude of a place, and kilometres around it. */
    private static final List<String[]> AROUND = List.of(
            new String[] {"46.2", "6.15", "1500"},
            new String[] {"-18.1", "179.9", "2500"},
            new String[] {"-18.1", "-179.9", "2500"},
            new String[] {"89.5", "20", "1800"},
            new String[] {"-90", "0", "2000"},
            new String[] {"0", "0", "12000"},
            new String[] {"10", "20", "19000"});

    private static final String PLACES = "?city urbis:latitude ?n ; urbis:longitude ?e";

    private ReachedData data;

    @BeforeAll
    void build(@TempDir Path directory) {
        data = ReachedData.in(directory);
    }

    @AfterAll
    void close() {
        data.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Haversine, by one variable after another, as benchmarks have it.
                PLACES + " BIND ( math:sin((?n - %1$s) * math:pi() / 360) AS ?north )"
                        + " BIND ( math:sin((?e - %2$s) * math:pi() / 360) AS ?east )"
                        + " BIND ( 12742 * math:asin(math:sqrt(?north * ?north + math:cos(%1$s * math:pi() / 180)"
                        + " * math:cos(?n * math:pi() / 180) * ?east * ?east)) AS ?d ) FILTER ( ?d < %3$s )",
                // The same by the arc tangent, about variables.
                "BIND ( %1$s AS ?n0 ) VALUES ( ?e0 ?km ) { ( %2$s %3$s ) } " + PLACES
                        + " BIND ( math:pi() / 180 AS ?r )"
                        + " BIND ( math:pow(math:sin((?n - ?n0) * ?r / 2), 2) + math:cos(?n0 * ?r) * math:cos(?n * ?r)"
                        + " * math:pow(math:sin((?e - ?e0) * ?r / 2), 2) AS ?a )"
                        + " FILTER ( 6371 * 2 * math:atan2(math:sqrt(?a), math:sqrt(1 - ?a)) <= ?km )",
                // The spherical law of cosines.
                PLACES + " BIND ( 0.017453292519943295 AS ?r ) BIND ( math:sin(%1$s * ?r) * math:sin(?n * ?r)"
                        + " + math:cos(%1$s * ?r) * math:cos(?n * ?r) * math:cos((?e - %2$s) * ?r) AS ?c )"
                        + " FILTER ( 6371 * math:acos(IF(?c > 1, 1, ?c)) < %3$s )",
                // Flat Earths.
                PLACES + " FILTER ( math:sqrt(math:pow(?n - %1$s, 2) + math:pow((?e - %2$s)"
                        + " * math:cos(math:pi() * (?n + %1$s) / 360), 2)) * 111.2 < %3$s )",
                PLACES + " FILTER ( (?n-(%1$s))*(?n-(%1$s)) + (?e-(%2$s))*(?e-(%2$s)) < %3$s/111*%3$s/111 )",
                PLACES + " FILTER ( ABS(?n - %1$s) < %3$s/111 && ABS(?e - %2$s) < %3$s/111 )",
                PLACES + " FILTER ( ?n - %1$s < %3$s/111 && ?n - %1$s > -%3$s/111 )",
                // The shorter way around.
                PLACES + " BIND ( ABS(?e - %2$s) AS ?w ) BIND ( IF(?w > 180, 360 - ?w, ?w) AS ?east )"
                        + " FILTER ( math:pow(?n - %1$s, 2) + ?east * ?east <= %3$s / 111 * %3$s / 111 )",
                // Of places that something else is not told of.
                PLACES + " OPTIONAL { ?city urbis:population ?people } BIND ( xsd:double(?n) - %1$s AS ?north )"
                        + " FILTER ( ?north * ?north + math:pow(xsd:decimal(?e) - %2$s, 2) < %3$s && !BOUND(?people) )",
                // Whatever is further away, and whatever is neither near nor far.
                PLACES + " FILTER ( !((?n-(%1$s))*(?n-(%1$s)) + (?e-(%2$s))*(?e-(%2$s)) < %3$s) )",
                PLACES + " BIND ( spatialF:greatCircle(%1$s, %2$s, ?n, ?e, units:kilometre) AS ?d )"
                        + " FILTER ( ?d > %3$s / 2 && ?d < %3$s )",
                // By pairs.
                "VALUES ( ?n0 ?e0 ) { ( %1$s %2$s ) ( 1.5 UNDEF ) ( 'x' 3 ) ( 60 -100.5e0 ) } " + PLACES
                        + " FILTER ( spatialF:greatCircle(?n0, ?e0, ?n, ?e, units:kilometre) * 1000 < %3$s000 )",
                "GRAPH :g2 { :geneva urbis:latitude ?n0 ; urbis:longitude ?e0 } " + PLACES
                        + " FILTER ( (?n-?n0)*(?n-?n0) + (?e-?e0)*(?e-?e0) < %3$s )",
                "?near urbis:latitude ?n0 ; urbis:longitude ?e0 . " + PLACES + " FILTER ( ?n0 < %1$s && ?n0 > %1$s - 5"
                        + " && ABS(?n - ?n0) + ABS(?e - ?e0) < 5 )"
            })
    void sameRowsAsElsewhere(String pattern) {
        int rows = 0;
        for (String[] around : AROUND) {
            String query = "SELECT * { GRAPH ?g { " + pattern.formatted((Object[]) around) + " } }";
            List<String> found = data.sorted(data.form(), query);
            assertEquals(data.sorted(data.reference(), query), found, query);
            rows += found.size();
        }
        assertFalse(rows < 100, () -> "too few to tell: " + pattern);
    }

    @Test
    void sortedByDistanceTheyAreTheSameToo() {
        String query = "SELECT ?city ?d { GRAPH ?g { " + PLACES + " } "
                + "BIND ( (?n - 46.2) * (?n - 46.2) + (?e - 6.15) * (?e - 6.15) AS ?d ) FILTER ( ?d < 900 ) }"
                + " ORDER BY ?d LIMIT 20";
        assertEquals(20, data.rows(data.form(), query).size());
        assertEquals(data.rows(data.reference(), query), data.rows(data.form(), query));
    }
}
