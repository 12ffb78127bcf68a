package org.w3id.urbis.loader.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are found as by a look through all statements, and what cannot be asked of names and places is refused. */
class FoundNamesTest extends OverReachedData {

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
            assertEquals(data.sorted(data.reference(), query), data.sorted(data.form(), query), query);
        }
    }

    @Test
    void theMostAlikeComeFirst() {
        assertEquals(
                "s=https://example.org/geneva name=\"Geneva\"@en",
                data.rows(data.form(), "SELECT ?s ?name { (?s ?score ?name) text:query 'geneva' }")
                        .getFirst());
        assertEquals(
                1,
                data.rows(data.form(), "SELECT ?s { ?s text:query ('geneva' 1) }")
                        .size());
        assertEquals(
                2,
                data.rows(data.form(), "SELECT ?s { ?s text:query 'geneva' }").size());
        assertEquals(
                List.of("s=https://example.org/saint"),
                data.rows(data.form(), "SELECT ?s { ?s text:query 'saint-etienne' }"));
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
        assertThrows(
                UnusableArgumentException.class,
                () -> data.rows(data.form(), "SELECT * { ?p " + pattern + " }"),
                pattern);
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
            assertThrows(
                    UnusableArgumentException.class, () -> data.rows(data.form(), "SELECT * { ?p " + pattern + " }"));
        }
    }
}
